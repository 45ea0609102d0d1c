import Plans
import Vocabulary

/// One obligation as it is counted on a day: its windows, and where its figures stand.
///
/// A class, so that inner loops hand around one reference. `Figures` completes it once, before anything is counted.
final class Tally: @unchecked Sendable {
    /// Place of its obligation in the edition.
    let obligation: Int
    let reading: RuleReading
    let space: SubjectSpace
    /// The tallies of other figures any of which does as well; a subject is judged by all of them.
    var others: [Tally] = []
    /// Whether it is one of those: judged with the tally of the rule's own figure (`whole`), and without a row of its own.
    let isPart: Bool
    /// The number of the tally that it is judged with; its own where it is no part.
    let whole: Int
    let windows: [WindowSpan]
    /// For each window the day on which subjects are looked at.
    let reckonings: [Int32]
    /// For each window the day by which one must have belonged; `never` where nobody is excused.
    let middles: [Int32]
    /// For each window its first counter in a unit's row.
    let counters: [Int32]
    /// Whether a window's counters tell standings apart too (`Counter`).
    let tellsStandings: [Bool]
    let counterCount: Int
    /// What a subject must come to, tiers aside.
    let requiredPlainly: Double
    /// Where its figures begin in a person's row.
    var personSlot: Int32 = -1
    /// Figures of units, teams or the programme: by window, subject and, where kinds are counted, kind.
    let done: Column<Int32>
    /// By window, what is compared; tiers aside.
    private(set) var terms = Column<Terms>()
    /// Whether more than is asked for is too much.
    let isLimit: Bool
    /// When each unit or team bears it; empty where others do.
    let bearing: Column<Stretch>
    /// By day from `firstDay` on: the first window that holds it in the low half, how many in the high half.
    private let windowsOfDay: Column<UInt32>
    private let firstDay: Int32
    /// For counting kinds: the place of each kind of activity among those bound, -1 for others.
    let kindPlaces: [Int32]
    let kindCount: Int
    /// How many subjects have figures in `done`.
    let subjects: Int
    /// The number of its population in `Figures.spans`; -1 where it asks nobody.
    var population = -1
    var tierPopulations: [Int] = []

    init(
        _ reading: RuleReading, of obligation: Int, inForce: Day, at moment: Moment, firstCounter: Int, whole: Int,
        isPart: Bool = false
    ) {
        self.obligation = obligation
        self.whole = whole
        self.isPart = isPart
        let columns = moment.columns
        self.reading = reading
        requiredPlainly = reading.amountRequired
        space = SubjectSpace(reading, in: columns)
        let asOf = moment.asOf
        let rule = reading.rule
        let begun: [WindowSpan] =
            switch reading.scheme {
            case .appointment: [WindowSpan(from: inForce.number, to: never)]
            case .perActivity:
                Self.activityWindows(rule, inForce: inForce, begunBy: asOf, step: reading.binding.step)
            default: rule.windows(inForce: inForce, begunBy: asOf, step: reading.binding.step)
            }
        let windows = begun.filter { $0.to >= asOf - Bounds.lookBack }
        self.windows = windows
        // What is asked of activities, from an appointment on, or of sites asks nobody to have been there by the middle.
        let membership = [.amount, .reached, .turnout].contains(reading.scheme) ? reading.membership : .atEnd
        reckonings = windows.map { window in
            switch membership.reckoning {
            case .windowStart: window.from
            case .windowEnd: min(asOf, window.to)
            case .asOf: asOf
            }
        }
        middles = windows.map { window in
            membership.excusesLate && [.amount, .reached].contains(reading.scheme) && window.to != never
                && window.middle <= asOf ? window.middle : never
        }
        let isSummed = reading.scheme == .reached || reading.scheme == .turnout
        let rollsUp = !isPart && (space.kind != .programme || isSummed)
        let alwaysTells = reading.scheme == .perActivity || reading.scheme == .appointment
        var next = firstCounter
        var counters: [Int32] = []
        var tells: [Bool] = []
        for window in windows {
            counters.append(Int32(next))
            let tellsStandings = rollsUp && !isSummed && (alwaysTells || window.to >= asOf)
            tells.append(tellsStandings)
            if rollsUp { next += tellsStandings ? Counter.all : Counter.few }
        }
        self.counters = counters
        tellsStandings = tells
        counterCount = next - firstCounter
        var places: [Int32] = []
        if reading.binding.distinctKinds == true, rule.measure == .count, reading.scheme == .amount {
            var place: Int32 = 0
            for kind in columns.kinds.codes.indices {
                let isBound = reading.isBound(Int32(kind))
                places.append(isBound ? place : -1)
                if isBound { place += 1 }
            }
        }
        kindPlaces = places
        kindCount = max(1, Int(places.max() ?? 0) + 1)
        subjects = space.kind == .person || space.kind == .activity ? 0 : space.count(in: columns)
        done = Column(repeating: 0, count: subjects * windows.count * kindCount)
        bearing = space.bearing(at: moment)
        isLimit = reading.scheme != .reached && reading.isLimit
        firstDay = windows.first?.from ?? never
        // Later days, and those of plans over two centuries, are looked up by halving.
        let last = min(asOf, windows.last?.to ?? .min, Int32(clamping: Int(firstDay) + 70_000))
        let table = Column<UInt32>(capacity: max(0, Int(last) - Int(firstDay) + 1))
        windowsOfDay = last < firstDay ? table : Self.table(windows, from: firstDay, to: last)
        for window in windows.indices { terms.append(Terms(self, window: window, tier: nil, asOf: asOf)) }
    }

    /// Blocks of the rule's own window where it has a recurring one, else calendar years.
    private static func activityWindows(_ rule: Rule, inForce: Day, begunBy asOf: Int32, step: Window?) -> [WindowSpan]
    {
        if rule.window?.months != nil, rule.recurs { return rule.windows(inForce: inForce, begunBy: asOf, step: step) }
        var yearly = rule
        yearly.window = .years(1)
        yearly.recurs = true
        return yearly.windows(inForce: inForce, begunBy: asOf)
    }

    /// Whether a day may lie in several windows.
    var windowsOverlap: Bool { zip(windows, windows.dropFirst()).contains { $1.from <= $0.to } }

    /// How many figures a person has in it.
    var personFigures: Int {
        guard space.kind == .person, reading.scheme != .turnout else { return 0 }
        if reading.scheme == .appointment { return 1 }
        return windows.count * (reading.rule.measure == .share && reading.scheme == .amount ? 2 : kindCount)
    }

    /// The windows that hold a day; they follow one another.
    @inline(__always)
    func windows(holding day: Int32) -> Range<Int> {
        if day < firstDay { return 0..<0 }
        let since = Int(day) - Int(firstDay)
        guard since < windowsOfDay.count else { return searched(day) }
        let held = windowsOfDay[since]
        return Int(held & 0xFFFF)..<Int(held & 0xFFFF) + Int(held >> 16)
    }

    private func searched(_ day: Int32) -> Range<Int> { Self.windows(windows, holding: day) }

    private static func windows(_ windows: [WindowSpan], holding day: Int32) -> Range<Int> {
        var low = 0
        var high = windows.count
        while low < high {
            let middle = (low + high) / 2
            if windows[middle].to < day { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < windows.count, windows[end].from <= day { end += 1 }
        return low..<end
    }

    private static func table(_ windows: [WindowSpan], from first: Int32, to last: Int32) -> Column<UInt32> {
        var table = Column<UInt32>(capacity: Int(last - first) + 1)
        var held = 0..<0
        for day in first...last {
            // Days on which none begins or ends are like the day before.
            if day == first || windows[held].contains(where: { $0.to < day })
                || (held.upperBound < windows.count && windows[held.upperBound].from <= day)
            {
                held = Self.windows(windows, holding: day)
            }
            table.append(UInt32(held.lowerBound) | UInt32(held.count) << 16)
        }
        return table
    }

    @inline(__always)
    func place(_ subject: Int32, _ window: Int) -> Int {
        (window * subjects + Int(subject)) * kindCount
    }
}

/// What a unit's row counts of one window.
enum Counter {
    /// Subjects; of coverage the members.
    static let parts = 0
    /// Those of them that are met; of coverage those reached.
    static let met = 1
    static let overdue = 2
    static let behind = 3
    static let onCourse = 4
    /// Where standings are told apart, and where they are not: what is not met in a window gone by is overdue.
    static let all = 5
    static let few = 2
}
