import House
import LedgerEngine
import Records
import Storage
import Store
import Testing
import Upkeep
import Vocabulary

/// What was known on a day stays known of that day, whatever is put in its place later (docs/decisions/0135).
@Suite("What was known on a day, after units and people have changed")
struct FormerRecordsTests {
    /// Something that is put in another's place, as a form or a file brings it.
    enum Change: CaseIterable {
        case unitRenamed, unitMoved, unitOfAnotherKind, unitEnded, nameCorrected, sexCorrected, postElsewhere
        case appointmentEnded, endCorrected, category, teamMoved, membershipOfAnother
    }

    private static let then = SmallTown.today + 2

    private func edits(_ change: Change, _ book: RecordBook) throws -> PeopleEdits {
        var edits = PeopleEdits()
        func put<Record: PeopleRecord>(
            _ list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>, _ before: Record?,
            _ change: (inout Record) -> Void
        ) throws {
            let before = try #require(before)
            var after = before
            change(&after)
            edits[keyPath: list] = [.init(after, before: before)]
        }
        let serving = try #require(book.appointments.first { $0.dated.span.until == nil })
        let other = try #require(book.units.last { $0.code != serving.unit && $0.parent != nil })
        switch change {
        case .unitRenamed: try put(\.units, book.units.first { $0.code == serving.unit }) { $0.name += "（新）" }
        case .unitMoved:
            let root = try #require(book.units.first { $0.parent == nil })
            let children = book.units.filter { $0.parent == root.code }
            try put(\.units, children.first { $0.code != children.last?.code }) { $0.parent = children.last?.code }
        case .unitOfAnotherKind: try put(\.units, book.units.first { $0.code == serving.unit }) { $0.kind = .branch }
        case .unitEnded:
            try put(\.units, book.units.first { $0.code == serving.unit }) { $0.span.until = day("2026-01-31") }
        case .nameCorrected: try put(\.persons, book.persons.first) { $0.name = "乙" }
        case .sexCorrected: try put(\.persons, book.persons.first) { $0.sex = $0.sex == .male ? .female : .male }
        case .postElsewhere:
            try put(\.appointments, serving) {
                $0.unit = other.code
                $0.post = "主任"
            }
        case .appointmentEnded:
            try put(\.appointments, serving) { $0 = $0.ended(on: day("2026-01-31"), recorded: Self.then + 3) }
        case .endCorrected:
            let ended = book.appointments.first { $0.dated.span.until != nil }
            try put(\.appointments, ended) {
                $0.dated.span.until = nil
                $0.dated.endRecorded = nil
            }
        case .category:
            try put(\.categories, book.categories.first) { $0.category = $0.category == "young" ? "leading" : "young" }
        case .teamMoved: try put(\.teams, book.teams.first) { $0.unit = other.code }
        case .membershipOfAnother:
            let held = try #require(book.memberships.first)
            try put(\.memberships, held) { $0.person = book.persons.first { $0.code != held.person }?.code ?? "" }
        }
        return edits
    }

    private func entries(_ town: SmallTown, knownAt: Day?) throws -> [LedgerEntry] {
        try town.database.read { reading in
            let columns = try RecordColumns.reading(reading).known(at: knownAt, in: reading)
            return Evaluator(edition: SmallTown.edition, columns: columns)
                .ledger(asOf: SmallTown.today + 2, knownAt: knownAt).entries
        }
    }

    private func book(_ town: SmallTown, knownAt: Day) throws -> RecordBook {
        try town.database.read {
            try $0.recordBook().restoring(try $0.formerRecords(knownAt: knownAt)).known(at: knownAt)
        }
    }

    @Test(
        "ledger and facts of the day before are as they were, and today's are as the change left them",
        arguments: Change.allCases)
    func each(_ change: Change) throws {
        let town = try SmallTown()
        defer { town.remove() }
        try town.report(3)
        let ledger = try entries(town, knownAt: Self.then)
        let facts = try book(town, knownAt: Self.then)
        let edits = try edits(change, try town.database.read { try $0.recordBook() })
        try town.database.write(by: "测试") {
            try $0.write(edits, act: "change", kind: "person", code: "x", on: Self.then + 3)
        }
        #expect(try entries(town, knownAt: Self.then) == ledger)
        #expect(try book(town, knownAt: Self.then) == facts)
        #expect(try book(town, knownAt: Self.then + 3) != facts, "known on the day on which it was recorded")
        #expect(try town.database.faults().isEmpty)
    }

    @Test("two people who become one count as one today, and as two on the days before")
    func merged() throws {
        let town = try SmallTown()
        defer { town.remove() }
        try town.report(3)
        let ledger = try entries(town, knownAt: Self.then)
        let book = try town.database.read { try $0.recordBook() }
        let trained = Set(book.participations.map(\.person))
        let pair = book.persons.map(\.code).filter { trained.contains($0) }.prefix(2)
        let (kept, other) = (pair[0], pair[1])
        let mine = Set(book.participations.filter { $0.person == kept }.map(\.activity))
        let doubles = book.participations.filter { $0.person == other && mine.contains($0.activity) }.map(\.code)
        var edits = PeopleEdits()
        edits.appointments = book.appointments.filter { $0.person == other }.map { before in
            var after = before
            after.person = kept
            return .init(after, before: before)
        }
        edits.categories = book.categories.filter { $0.person == other }.map { before in
            var after = before
            after.person = kept
            return .init(after, before: before)
        }
        edits.mergers = [
            .init(PersonMerger(code: "Z1", person: other, kept: kept, doubles: doubles, recorded: Self.then + 3))
        ]
        try town.database.write(by: "测试") {
            try $0.write(edits, act: "mergePeople", kind: "person", code: kept, on: Self.then + 3)
        }
        #expect(try entries(town, knownAt: Self.then) == ledger)
        // As if it had been one from the start.
        var one = try town.database.read { try $0.recordBook() }
        #expect(one.participations.count == book.participations.count - doubles.count)
        one.participations = book.participations.filter { !doubles.contains($0.code) }.map { item in
            var item = item
            if item.person == other { item.person = kept }
            return item
        }
        let told = Evaluator(edition: SmallTown.edition, columns: RecordColumns(one))
            .ledger(asOf: SmallTown.today + 2).entries
        #expect(try entries(town, knownAt: nil) == told)
        #expect(try entries(town, knownAt: nil) != ledger)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("of several changes since, the first tells what stood before them all")
    func several() throws {
        let town = try SmallTown()
        defer { town.remove() }
        let facts = try book(town, knownAt: Self.then)
        for (number, change) in Change.allCases.enumerated() where change != .endCorrected {
            let now = try town.database.read { try $0.recordBook() }
            let edits = try edits(change, now)
            try town.database.write(by: "测试") {
                try $0.write(edits, act: "change", kind: "person", code: "x", on: Self.then + 1 + number / 4)
            }
            #expect(try book(town, knownAt: Self.then) == facts, "\(change)")
        }
    }

    @Test("what is told of one person is taken in by whoever has the rest laid out", arguments: Change.allCases)
    func takenIn(_ change: Change) throws {
        let town = try SmallTown()
        defer { town.remove() }
        let keeper = ColumnKeeper(directory: town.directory, writes: true)
        _ = try keeper.ready(town.database)
        let edits = try edits(change, try town.database.read { try $0.recordBook() })
        try town.database.write(by: "测试") {
            try $0.write(edits, act: "change", kind: "person", code: "x", on: Self.then)
        }
        let (columns, origin) = try town.database.read { try keeper.ready($0) }
        let isOfOnePerson = ![
            .unitRenamed, .unitMoved, .unitOfAnotherKind, .unitEnded, .teamMoved, .membershipOfAnother,
        ].contains(change)
        #expect(origin == (isOfOnePerson ? .image(changes: 1) : .database))
        let (kept, read) = try town.ledgers(of: columns)
        #expect(kept == read)
    }
}

private func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
