/// When each person belonged to each population that is asked about: stretches of days in the persons' rows, and lists
/// for the few who came and went.
struct Spans: Sendable {
    private var rows: Column<Int32>
    private let stride: Int
    private let tests: [PopulationTest]
    /// By person and population.
    private var lists: [Int: [ClosedRange<Int32>]] = [:]

    /// Fills the heads of the rows, and the home of everybody (the one unit that they have had, -1 for several or none).
    init(
        _ tests: [PopulationTest], in rows: Column<Int32>, stride: Int, homes: Column<Int32>, at moment: Moment,
        by workers: Workers
    ) {
        self.tests = tests
        self.rows = rows
        self.stride = stride
        let people = moment.columns.persons.count
        let bare = tests.map { BareTest($0, in: moment) }
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count * 2
        let intricate = Parts<[(Int32, Int)]>(repeating: [], count: parts)
        workers.each(parts) { part in
            intricate[part] = Self.fill(
                (people * part / parts)..<(people * (part + 1) / parts), bare, rows, stride, homes, at: moment)
        }
        for listed in intricate.values { for (person, population) in listed { look(at: person, population, moment) } }
        // The tables point into what the tests hold.
        withExtendedLifetime(tests) {}
    }

    /// Fills some rows; persons and populations that take a closer look are returned.
    private static func fill(
        _ persons: Range<Int>, _ tests: [BareTest], _ rows: Column<Int32>, _ stride: Int, _ homes: Column<Int32>,
        at moment: Moment
    ) -> [(Int32, Int)] {
        let columns = moment.columns
        let appointments = columns.appointments
        let holdings = columns.holdings
        let sexes = columns.sexes
        var listed: [(Int32, Int)] = []
        tests.withUnsafeBufferPointer { tests in
            for person in persons {
                let row = rows.start + person * stride
                let posts = appointments.laidOut(Int32(person))
                let categories = holdings.laidOut(Int32(person))
                row[0] = posts.map { $0.count == 1 ? $0[0].unit : -1 } ?? appointments.only(Int32(person))?.unit ?? -1
                homes[person] = row[0]
                for number in tests.indices {
                    if let posts, let categories,
                        let stretch = tests[number].stretch(posts, categories, sexes[person], moment.knownAt)
                    {
                        stretch.write(row, number)
                    } else {
                        listed.append((Int32(person), number))
                    }
                }
            }
        }
        return listed
    }

    @inline(__always)
    func holds(_ person: Int32, _ population: Int, on day: Int32) -> Bool {
        let stretch = Stretch(rows.start + Int(person) * stride, population)
        return stretch.holds(day) ?? lists[place(person, population)]?.contains { $0.contains(day) } ?? false
    }

    /// The stretches of days in which somebody belonged, oldest first.
    func ranges(_ person: Int32, _ population: Int) -> [ClosedRange<Int32>] {
        let stretch = Stretch(rows.start + Int(person) * stride, population)
        if stretch.until == Stretch.isListed { return lists[place(person, population)] ?? [] }
        return stretch.range.map { [$0] } ?? []
    }

    /// Looks again at somebody whose facts have changed.
    mutating func renew(_ person: Int32, _ moment: Moment) {
        rows[Int(person) * stride] = moment.columns.appointments.only(person)?.unit ?? -1
        for population in tests.indices { look(at: person, population, moment) }
    }

    /// The same rows where they lie now.
    mutating func move(to rows: Column<Int32>) { self.rows = rows }

    private func place(_ person: Int32, _ population: Int) -> Int { Int(person) * tests.count + population }

    private mutating func look(at person: Int32, _ population: Int, _ moment: Moment) {
        let test = tests[population]
        let row = rows.start + Int(person) * stride
        lists[place(person, population)] = nil
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
        guard let first = ranges.first else { return Stretch.none.write(row, population) }
        let until = ranges.count == 1 ? first.upperBound : Stretch.isListed
        Stretch(from: first.lowerBound, until: until).write(row, population)
        if ranges.count > 1 { lists[place(person, population)] = ranges }
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
