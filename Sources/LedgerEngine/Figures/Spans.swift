/// When each person belonged to a population: one stretch of days for nearly all, a list for the few.
struct Spans: Sendable {
    let froms: Column<Int32>
    let untils: Column<Int32>
    private var lists: [Int32: [ClosedRange<Int32>]]
    /// In place of a last day: the stretches stand in the list.
    static let isListed = Int32.min

    init(_ test: PopulationTest, at moment: Moment, by workers: Workers) {
        let columns = moment.columns
        let people = columns.persons.count
        let froms = Column<Int32>(repeating: never, count: people)
        let untils = Column<Int32>(repeating: 0, count: people)
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count
        let intricate = Parts<[Int32]>(repeating: [], count: parts)
        workers.each(parts) { part in
            var listed: [Int32] = []
            for person in (people * part / parts)..<(people * (part + 1) / parts) {
                guard let stretch = test.stretch(of: Int32(person), in: columns, knownAt: moment.knownAt) else {
                    listed.append(Int32(person))
                    continue
                }
                guard stretch.from <= stretch.until else { continue }
                froms[person] = stretch.from
                untils[person] = stretch.until
            }
            intricate[part] = listed
        }
        self.froms = froms
        self.untils = untils
        lists = [:]
        for listed in intricate.values { for person in listed { look(at: person, test, moment) } }
    }

    @inline(__always)
    func holds(_ person: Int32, on day: Int32) -> Bool {
        let until = untils[person]
        if until == Self.isListed { return lists[person]?.contains { $0.contains(day) } ?? false }
        return froms[person] <= day && day <= until
    }

    /// Whether a person never belonged.
    @inline(__always)
    func isEmpty(_ person: Int32) -> Bool { froms[person] == never }

    /// Looks again at somebody whose facts have changed.
    mutating func renew(_ person: Int32, _ test: PopulationTest, _ moment: Moment) {
        lists[person] = nil
        froms[person] = never
        untils[person] = 0
        look(at: person, test, moment)
    }

    private mutating func look(at person: Int32, _ test: PopulationTest, _ moment: Moment) {
        var days: [Int32] = []
        func meet(_ dated: DatedRow) {
            days.append(dated.from)
            let end = dated.end(knownAt: moment.knownAt)
            if end < never { days.append(end + 1) }
        }
        let columns = moment.columns
        columns.appointments.each(person) { meet($0.dated) }
        columns.holdings.each(person) { meet($0.dated) }
        columns.rosterEntries.each(person) { meet($0.dated) }
        columns.memberships.each(person) {
            meet($0.dated)
            meet(columns.teamRows[Int($0.other)].dated)
        }
        days = Set(days).sorted()
        var ranges: [ClosedRange<Int32>] = []
        for (index, day) in days.enumerated() where test.holds(person: person, on: day, at: moment) {
            let last = index + 1 < days.count ? days[index + 1] - 1 : never
            if let previous = ranges.last, previous.upperBound + 1 == day {
                ranges[ranges.count - 1] = previous.lowerBound...last
            } else {
                ranges.append(day...last)
            }
        }
        guard let first = ranges.first else { return }
        froms[person] = first.lowerBound
        untils[person] = ranges.count == 1 ? first.upperBound : Self.isListed
        if ranges.count > 1 { lists[person] = ranges }
    }
}

/// A value for each part of a work, each written by the worker who has that part.
final class Parts<Value: Sendable>: @unchecked Sendable {
    private let start: UnsafeMutablePointer<Value>
    let count: Int

    init(repeating value: Value, count: Int) {
        start = .allocate(capacity: count)
        start.initialize(repeating: value, count: count)
        self.count = count
    }

    deinit {
        start.deinitialize(count: count)
        start.deallocate()
    }

    subscript(part: Int) -> Value {
        get { start[part] }
        set { start[part] = newValue }
    }

    var values: [Value] { (0..<count).map { start[$0] } }
}
