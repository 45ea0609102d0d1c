import LedgerEngine
import Plans
import Vocabulary

/// What one obligation asks of a year, and of each subject how many the ledger counts in each window.
struct YearLane: Sendable {
    let obligation: Obligation
    let kind: Subject.Kind
    let windows: [YearWindow]
    let asOf: Day
    /// Those of whom something is asked, and the unit that each belongs to.
    private(set) var subjects: [String] = []
    private(set) var units: [String] = []
    /// By subject and window; negative where nothing is asked.
    private var done: [Int16] = []

    init(_ obligation: Obligation, _ kind: Subject.Kind, windows: [YearWindow], asOf: Day) {
        self.obligation = obligation
        self.kind = kind
        self.windows = windows
        self.asOf = asOf
    }

    /// `done`: by window; nil where nothing is asked.
    mutating func add(_ subject: String, of unit: String, _ done: [Int?]) {
        guard done.contains(where: { $0 != nil }) else { return }
        subjects.append(subject)
        units.append(unit)
        self.done += done.map { $0.map { Int16(clamping: $0) } ?? -1 }
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
            obligation: obligation.id, subject: Subject(kind, subjects[subject]), windows: windows,
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
}
