import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("Engine and reference agree, entry by entry")
struct SmallWorldTests {
    /// Every combination of a few records over a few days, on three days, by what was known then and later.
    @Test("in every small world")
    func everyCombination() throws { try everyWorld(SmallWorld.edition()) }

    @Test("in every small world, by the rules of a province")
    func everyCombinationOfGrowth() throws {
        try everyWorld(SmallWorld.edition(SmallWorld.growthRules + SmallWorld.idleGrowthRules))
    }

    private func everyWorld(_ edition: PlanEdition) throws {
        let choices: [[String]] = [
            [
                "", "activity A1 seminar D 2025-02-20 team=G hours=3 topics=theory",
                "activity A1 seminar B 2025-02-27 2025-03-02 team=G hours=3 filed=2025-02-20 reported=2025-03-20",
            ],
            [
                "", "activity A2 seminar D 2025-02-20 team=G hours=3",
                "activity A2 lecture E 2025-03-08 2025-03-11 hours=5 recorded=2025-04-20 papers=report@2025-03-12",
            ],
            ["", "took P1 A1 keynote hours=2", "took P1 A1 attendee hours=3 unfinished"],
            ["", "void A1 on=2025-04-10", "correct A1 by=A2 on=2025-04-10"],
            ["", "category P2 young from=2025-03-01 until=2025-04-30 recorded=2025-03-20 endRecorded=2025-05-20"],
            ["", "post P2 E from=2025-03-05 recorded=2025-04-10"],
        ]
        var worlds = 0
        for number in 0..<choices.map(\.count).reduce(1, *) {
            var rest = number
            var lines = [SmallWorld.frame]
            for choice in choices {
                lines.append(choice[rest % choice.count])
                rest /= choice.count
            }
            guard lines[1] != "" || lines[3] == "" else { continue }
            let book = try ScenarioTown(lines.joined(separator: "\n")).book
            try compare(edition, book, asOf: ["2025-03-10", "2025-05-01"], knownAt: [nil, "2025-04-15"], of: lines)
            worlds += 1
        }
        #expect(worlds > 200)
    }

    @Test("in worlds drawn from a seed", arguments: seeds(1...24))
    func seeded(seed: UInt64) throws { try world(of: seed, SmallWorld.edition()) }

    @Test(
        "in worlds drawn from a seed, by the rules of a province",
        arguments: seeds(1...24))
    func seededGrowth(seed: UInt64) throws {
        try world(of: seed, SmallWorld.edition(SmallWorld.growthRules + SmallWorld.idleGrowthRules))
    }

    @Test("in worlds drawn from a seed, by rules about times of every unit", arguments: seeds(31...42))
    func seededTimes(seed: UInt64) throws { try world(of: seed, SmallWorld.edition(SmallWorld.timeRules)) }

    private func world(of seed: UInt64, _ edition: PlanEdition) throws {
        let lines = RandomWorld.lines(seed: seed)
        let book = try ScenarioTown(lines.joined(separator: "\n")).book
        try compare(
            edition, book, asOf: ["2025-02-09", "2025-06-30", "2026-03-11"],
            knownAt: [nil, "2025-05-15"], of: lines)
    }

    private func compare(
        _ edition: PlanEdition, _ book: RecordBook, asOf: [String], knownAt: [String?], of lines: [String]
    ) throws {
        let evaluator = Evaluator(edition: edition, records: book)
        for asOf in asOf {
            for knownAt in knownAt {
                let day = try #require(Day(iso: asOf))
                let known = knownAt.flatMap { Day(iso: $0) }
                let expected = NaiveLedger(edition: edition, book: book, asOf: day, knownAt: known).entries()
                let found = evaluator.ledger(asOf: day, knownAt: known).entries
                guard found != expected else { continue }
                let missing = expected.filter { !found.contains($0) }
                let extra = found.filter { !expected.contains($0) }
                Issue.record(
                    """
                    as of \(asOf), known at \(knownAt ?? "-"), records:
                    \(lines.dropFirst().joined(separator: "\n"))
                    only in the reference: \(missing.prefix(4).map { $0.obligation + " " + $0.line })
                    only in the engine:    \(extra.prefix(4).map { $0.obligation + " " + $0.line })
                    """)
                return
            }
        }
    }
}
