import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Whatever the tree of units looks like, every walk ends")
struct ForestTests {
    @Test(
        "engine and reference agree where several units stand at the top, or one above itself", arguments: seeds(1...8))
    func agree(seed: UInt64) throws {
        let book = try ScenarioTown(RandomWorld.forest(seed: seed).joined(separator: "\n")).book
        for rules in [SmallWorld.rules, SmallWorld.growthRules + SmallWorld.idleGrowthRules] {
            let edition = try SmallWorld.edition(rules)
            let day = try #require(Day(iso: seed.isMultiple(of: 3) ? "2025-06-30" : "2026-03-11"))
            let expected = NaiveLedger(edition: edition, book: book, asOf: day, knownAt: nil).entries()
            let found = Evaluator(edition: edition, records: book).ledger(asOf: day).entries
            #expect(found.map(\.told) == expected.map(\.told))
        }
    }

    /// Units named U00000, U00001, …, each beneath the unit that `parent` names.
    private func town(_ count: Int, _ parent: (Int) -> Int?) throws -> RecordBook {
        let since = try #require(Day(iso: "2020-01-01"))
        var book = RecordBook()
        func code(_ number: Int) -> String { "U" + String(100_000 + number) }
        book.units = (0..<count).map {
            OrgUnit(
                code: code($0), name: "", kind: .department, parent: parent($0).map(code), span: DaySpan(from: since),
                recorded: since)
        }
        book.persons = (0..<3).map {
            Person(code: "P\($0)", name: "", sex: .female, birthMonth: "1980-01", recorded: since)
        }
        book.appointments = (0..<3).map {
            Appointment(
                code: "A\($0)", person: "P\($0)", unit: code((count - 1) * $0 / 2), post: "", rank: "",
                dated: Dated(from: since, recorded: since))
        }
        let day = try #require(Day(iso: "2025-02-03"))
        book.activities = [
            Activity(
                code: "L", kind: .lecture, title: "", organiser: code(count - 1), from: day, to: day, hours: 2,
                recorded: day)
        ]
        book.participations = (0..<3).map {
            Participation(
                code: "L\($0)", activity: "L", person: "P\($0)", role: .attendee, hours: 2, completed: true,
                recorded: day)
        }
        return book
    }

    @Test("a tree ten thousand units deep, a ring of ten thousand, and ten thousand that are their own parents")
    func large() throws {
        let edition = try SmallWorld.edition([
            "rule coverage >= 100 percent window=1_year bearer=programme kinds=lecture population=persons",
            "rule count >= 1 lecture window=1_year bearer=unit kinds=lecture population=persons unitKinds=county",
            "rule headcount >= 50 percent window=1_year bearer=unit kinds=lecture population=persons",
        ])
        let day = try #require(Day(iso: "2025-06-30"))
        let count = 10_000
        let shapes: [(String, (Int) -> Int?)] = [
            ("deep", { $0 == 0 ? nil : $0 - 1 }), ("ring", { ($0 + 1) % count }), ("own", { $0 }),
            ("lasso", { $0 == 0 ? 5 : $0 - 1 }), ("missing", { $0 + count }),
        ]
        for (shape, parent) in shapes {
            let columns = RecordColumns(try town(count, parent))
            let live = Evaluator(edition: edition, columns: columns).live(asOf: day)
            let whole = try #require(live.entry(obligation: "1.1", subject: Subject(.programme, "U100000")))
            #expect(whole.population == 3 && whole.done == 3, "\(shape)")
            let row = try #require(live.entry(obligation: "1.1", subject: Subject(.rollUp, "U109999")), "\(shape)")
            #expect(row.population == (shape == "deep" || shape == "ring" || shape == "own" ? 1 : row.population))
            let index = UnitIndex(columns)
            #expect(index.staff(beneath: "U100000", on: day).count >= 1)
            #expect(index.staff(beneath: nil, on: day).count == 3)
            let explanation = try #require(
                live.explain(
                    obligation: "1.1", subject: Subject(.rollUp, "U109999"),
                    limit: ExplanationLimit(count: 10, units: index)))
            #expect(explanation.counted.count == Int(row.done))
            #expect(
                !live.rowsBeneath("U100000", of: "1.1", from: day - 180, by: index).contains { $0.unit == "U100000" })
            _ = live.effects(of: "L")
        }
    }
}

extension LedgerEntry {
    fileprivate var told: String { "\(obligation) \(line)" }
}
