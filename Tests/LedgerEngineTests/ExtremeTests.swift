import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// Figures that nobody means: of a slip of the pen, of a broken file, of somebody who tries. None may end the engine.
@Suite("No figure ends a calculation")
struct ExtremeTests {
    private static let figures: [Double] = [
        1e30, 1e18, 1e300, -5, -1e30, 0, 0.5, 1e-300, .nan, .infinity, -.infinity, .greatestFiniteMagnitude,
        99_999_999_999_999_999_999, 9_223_372_036_854_775_807, 2_147_483_648, 3, 12, 100,
    ]
    private static let whole = [Int.max, Int.min, -1, 0, 1, 400, 73_001, 2_147_483_648, -2_147_483_649]
    private static let days: [Day] = [
        Day(number: .min), Day(number: .max), Day(number: -719_162), Day(number: 2_932_896), Day(number: 0),
        Day(number: 20_150), Day(number: 20_160), Day(number: 20_260), Day(number: .max - 1), Day(number: 62_000),
    ]

    /// Chance, the same for the same seed.
    private struct Chance {
        var dice: RandomWorld.Dice
        mutating func figure() -> Double { dice.pick(ExtremeTests.figures) }
        mutating func whole() -> Int { dice.pick(ExtremeTests.whole) }
        mutating func day() -> Day { dice.pick(ExtremeTests.days) }
        mutating func maybe<Value>(_ percent: Int, _ make: (inout Chance) -> Value) -> Value? {
            dice.chance(percent) ? make(&self) : nil
        }

        mutating func window() -> Window? {
            switch dice.roll(7) {
            case 0: .months(whole())
            case 1: .quarters(whole())
            case 2: .years(whole())
            case 3: .by(day())
            case 4: .byEvery(month: dice.pick([0, 2, 13, .max, -1]), day: dice.pick([0, 29, 31, 99, .min]))
            case 5: .months(1)
            default: nil
            }
        }

        mutating func unit() -> CountingUnit {
            dice.pick([
                .class, .session, .person, .personTime, .percent, .day, .workingDay, .week, .month, .year, .hour,
            ])
        }
        mutating func length() -> LengthCondition {
            LengthCondition(dice.pick(Comparison.allCases), figure(), upper: maybe(30) { $0.figure() }, unit: unit())
        }
    }

    /// A rule that a scenario tells, with its figures replaced by ones that nobody means.
    private func spoiled(_ obligation: Obligation, _ chance: inout Chance) -> Obligation {
        var obligation = obligation
        obligation.rule.value = chance.figure()
        obligation.rule.upper = chance.maybe(40) { $0.figure() }
        obligation.rule.comparison = chance.dice.pick(Comparison.allCases)
        if chance.dice.chance(60) { obligation.rule.unit = chance.unit() }
        if chance.dice.chance(50) {
            obligation.rule.window = chance.window()
            obligation.rule.recurs = chance.dice.chance(70)
        }
        guard var binding = obligation.binding else { return obligation }
        if chance.dice.chance(30) { binding.length = chance.length() }
        if chance.dice.chance(30) { binding.passShare = chance.figure() }
        if chance.dice.chance(30) { binding.tiers = [ValueTier("young", chance.figure())] }
        if chance.dice.chance(30) { binding.step = chance.window() }
        if chance.dice.chance(30) {
            binding.conditions = ActivityConditions(
                topics: [], filedAhead: chance.whole(), reportedWithin: chance.maybe(60) { $0.whole() })
        }
        obligation.binding = binding
        return obligation
    }

    private func spoiled(_ activity: Activity, _ chance: inout Chance) -> Activity {
        var activity = activity
        if chance.dice.chance(40) { activity.hours = chance.figure() }
        if chance.dice.chance(30) { activity.from = chance.day() }
        if chance.dice.chance(30) { activity.to = chance.day() }
        if chance.dice.chance(30) { activity.filed = chance.day() }
        if chance.dice.chance(30) { activity.reported = chance.day() }
        if chance.dice.chance(20) { activity.recorded = chance.day() }
        if chance.dice.chance(10) { activity.organiser = "nowhere" }
        if chance.dice.chance(10) { activity.attachments = [Attachment("report", on: chance.day())] }
        return activity
    }

    private func spoil(_ dated: inout Dated, _ chance: inout Chance) {
        if chance.dice.chance(20) { dated.span.from = chance.day() }
        if chance.dice.chance(20) { dated.span.until = chance.day() }
        if chance.dice.chance(10) { dated.recorded = chance.day() }
        if chance.dice.chance(10) { dated.endRecorded = chance.day() }
    }

    private func world(_ seed: UInt64) throws -> (PlanEdition, RecordBook, Chance) {
        var chance = Chance(dice: RandomWorld.Dice(state: seed &* 15_485_863))
        let rules = (SmallWorld.rules + SmallWorld.growthRules).filter { _ in chance.dice.chance(12) }
        var edition = try SmallWorld.edition(rules)
        if chance.dice.chance(30) { edition.inForce = chance.day() }
        for task in edition.tasks.indices {
            for place in edition.tasks[task].obligations.indices {
                edition.tasks[task].obligations[place] = spoiled(edition.tasks[task].obligations[place], &chance)
            }
        }
        var book = try ScenarioTown(RandomWorld.forest(seed: seed).joined(separator: "\n")).book
        book.activities = book.activities.map { spoiled($0, &chance) }
        for place in book.participations.indices {
            if chance.dice.chance(30) { book.participations[place].hours = chance.figure() }
            if chance.dice.chance(10) { book.participations[place].recorded = chance.day() }
        }
        for place in book.appointments.indices { spoil(&book.appointments[place].dated, &chance) }
        for place in book.categories.indices { spoil(&book.categories[place].dated, &chance) }
        for place in book.teams.indices { spoil(&book.teams[place].dated, &chance) }
        for place in book.memberships.indices { spoil(&book.memberships[place].dated, &chance) }
        for place in book.sites.indices { spoil(&book.sites[place].dated, &chance) }
        for place in book.units.indices where chance.dice.chance(15) {
            book.units[place].span = DaySpan(from: chance.day(), until: chance.maybe(50) { $0.day() })
        }
        for place in book.voidings.indices where chance.dice.chance(20) { book.voidings[place].recorded = chance.day() }
        return (edition, book, chance)
    }

    @Test("neither the ledger nor what explains, foretells or changes it", arguments: 1...5)
    func survives(seed: UInt64) throws {
        let (edition, first, dice) = try world(seed)
        var (book, chance) = (first, dice)
        for _ in 1...2 {
            let asOf = chance.day()
            let columns = RecordColumns(book)
            let index = UnitIndex(columns)
            let live = Evaluator(edition: edition, columns: columns).live(
                asOf: asOf, knownAt: chance.maybe(40) { $0.day() })
            let entries = live.ledger().entries
            let wrong = entries.first { !$0.done.isFinite || $0.done < 0 || ($0.population ?? 0) < 0 }
            #expect(wrong == nil)
            for _ in 0..<min(12, entries.count) {
                let entry = chance.dice.pick(entries)
                _ = live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from)
                _ = live.explain(
                    obligation: entry.obligation, subject: entry.subject,
                    limit: ExplanationLimit(count: 3, units: index))
            }
            for obligation in edition.obligations.map(\.id) {
                _ = live.currentStandings(of: obligation)
                _ = live.whole(obligation)
            }
            _ = (live.overdueCount(), live.currentProgrammes(), live.currentRows(of: "C"))
            let draft = spoiled(chance.dice.pick(book.activities), &chance)
            var parts = book.participations.filter { $0.activity == draft.code }
            for place in parts.indices { parts[place].hours = chance.figure() }
            var report = draft
            report.code = "NEW\(seed)"
            for place in parts.indices {
                parts[place].activity = report.code
                parts[place].code = "NEW\(seed)-\(place)"
            }
            _ = live.preview(report, with: parts)
            live.take(.reported(report, parts))
            live.take(
                .voided(
                    Voiding(
                        code: "VV", record: RecordReference(.activity, draft.code), reason: "", by: "", recorded: asOf))
            )
            #expect(!live.ledger().entries.contains { !$0.done.isFinite })
            book = try world(seed &+ 1000).1
        }
    }

    @Test("a window of a month over the whole calendar is looked at for two hundred years", arguments: [1, 2])
    func longPast(length: Int) throws {
        var edition = try SmallWorld.edition([
            "rule count >= 1 session window=1_month bearer=programme kinds=seminar population=programme",
            "rule hours >= 4 hour window=1_month bearer=person kinds=any population=persons",
        ])
        edition.inForce = try #require(Day(iso: "0001-01-01"))
        let book = try ScenarioTown(RandomWorld.lines(seed: 3).joined(separator: "\n")).book
        let day = try #require(Day(iso: length == 1 ? "2025-06-30" : "9999-11-30"))
        let live = Evaluator(edition: edition, records: book).live(asOf: day)
        #expect((2_398...2_401).contains(live.windowCount(of: "1.1")))
        let expected = NaiveLedger(edition: edition, book: book, asOf: day, knownAt: nil).entries()
            .filter { $0.obligation == "1.1" }
        #expect(live.entries(of: "1.1") == expected)
    }
}
