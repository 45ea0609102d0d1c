import LedgerEngine
import Plans
import Vocabulary

/// What one obligation asks of a year, and of each subject how many the ledger counts in each window.
struct YearLane: Sendable {
    let obligation: Obligation
    let kind: Subject.Kind
    let windows: [YearWindow]
    let asOf: Day
    /// All subjects of the kind, which lanes share.
    private var table: [YearSubjects.Subject]
    /// Those of them of whom something is asked, rising, and the place of the unit of each in the directory.
    private var numbers: [Int32] = []
    private(set) var places: [Int32] = []
    /// By subject and window; negative where nothing is asked.
    private var done: [Int16] = []

    init(
        _ obligation: Obligation, _ kind: Subject.Kind, windows: [YearWindow], asOf: Day,
        among table: [YearSubjects.Subject] = []
    ) {
        self.obligation = obligation
        self.kind = kind
        self.windows = windows
        self.asOf = asOf
        self.table = table
    }

    /// Of all at once: by window what each of the table holds, negative where nothing is asked.
    mutating func add(_ columns: [[Int16]]) {
        for number in table.indices where columns.contains(where: { $0[number] >= 0 }) {
            numbers.append(Int32(number))
            places.append(table[number].place)
            for column in columns { done.append(column[number]) }
        }
    }

    /// One that is not in the table. `done`: by window; nil where nothing is asked.
    mutating func add(_ subject: String, of unit: String, at place: Int32 = -1, _ done: [Int?]) {
        guard done.contains(where: { $0 != nil }) else { return }
        numbers.append(Int32(table.count))
        places.append(place)
        table.append(YearSubjects.Subject(code: subject, unit: unit, number: -1, place: place))
        for count in done { self.done.append(count.map { Int16(clamping: $0) } ?? -1) }
    }

    /// Places of those of whom something is asked.
    var subjects: Range<Int> { numbers.indices }

    /// Its code, and that of the unit that it belongs to.
    func code(of subject: Int) -> String { table[Int(numbers[subject])].code }
    func unit(of subject: Int) -> String { table[Int(numbers[subject])].unit }

    /// Where a subject stands among those of whom something is asked, by which of all it is; nil where nothing is asked of it.
    func position(of number: Int32) -> Int? {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low : nil
    }

    func done(by subject: Int) -> [Int] {
        let first = subject * windows.count
        return done[first..<first + windows.count].map(Int.init)
    }

    /// How many slots the year has for a subject, and how many the ledger counts as filled.
    func figure(of subject: Int) -> (held: Int, asked: Int) {
        zip(windows, done(by: subject)).reduce((0, 0)) { sum, next in
            next.1 < 0 ? sum : (sum.0 + next.1, sum.1 + next.0.places.count)
        }
    }

    func slots(of subject: Int, _ changes: [SlotChange]) -> [YearSlot] {
        SlotFilling(
            obligation: obligation.id, subject: Subject(kind, code(of: subject)), windows: windows,
            done: done(by: subject), changes: changes, asOf: asOf
        ).slots
    }

    /// Each slot of a subject in the order of `slots`: where it stands, and how. Most have no changes and are told without
    /// being laid out.
    @inline(__always)
    func eachSlot(of subject: Int, _ changes: [SlotChange]?, _ body: (_ month: Int, SlotState) -> Void) {
        if let changes {
            for slot in slots(of: subject, changes) { body(slot.standingMonth, slot.state) }
            return
        }
        let first = subject * windows.count
        for window in windows.indices {
            let count = Int(done[first + window])
            if count < 0 { continue }
            for (place, laid) in windows[window].places.enumerated() {
                body(laid.month, place < count ? .held : laid.open)
            }
        }
    }

    /// The slots of many subjects at once, without changes: for each owner how many stand how. Subjects are first counted by how
    /// many a window has of them, and each count is laid out once, however many have it.
    ///
    /// - Parameter owners: by the place of a unit, to whom it belongs; negative to none.
    func cells(by owners: [Int32], of count: Int) -> [YearCells] {
        var firsts: [Int] = []
        var width = 0
        for window in windows {
            firsts.append(width)
            width += window.places.count + 1
        }
        var counted = [Int32](repeating: 0, count: width * count)
        for subject in subjects {
            let place = Int(places[subject])
            guard owners.indices.contains(place), owners[place] >= 0 else { continue }
            let row = Int(owners[place]) * width
            for window in windows.indices {
                let held = Int(done[subject * windows.count + window])
                if held >= 0 { counted[row + firsts[window] + min(held, windows[window].places.count)] += 1 }
            }
        }
        return (0..<count).map { owner in
            var cells = YearCells()
            for (window, first) in zip(windows, firsts) {
                for held in 0...window.places.count {
                    let subjects = Int(counted[owner * width + first + held])
                    guard subjects > 0 else { continue }
                    for (place, laid) in window.places.enumerated() {
                        cells.add(laid.month, place < held ? .held : laid.open, subjects)
                    }
                }
            }
            return cells
        }
    }
}
