import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

/// Figures any of which does (docs/decisions/0190): paper, reference and engine agree, record by record too, and every
/// figure opens the records that it was counted from.
@Suite("One obligation met by either")
struct AlternativeTests {
    static func cases() throws -> [ScenarioCase] { try ScenarioCase.cases(in: Scenarios.text("alternatives.txt")) }

    @Test("the reference gives the entries worked out on paper", arguments: try cases())
    func reference(given: ScenarioCase) throws {
        let ledger = NaiveLedger(
            edition: given.edition, book: try given.book(), asOf: given.asOf, knownAt: given.knownAt)
        #expect(ledger.entries().map(\.line) == given.expected)
    }

    @Test("and so does the engine", arguments: try cases())
    func engine(given: ScenarioCase) throws {
        let evaluator = Evaluator(edition: given.edition, records: try given.book())
        #expect(evaluator.ledger(asOf: given.asOf, knownAt: given.knownAt).entries.map(\.line) == given.expected)
    }

    private struct World {
        let edition: PlanEdition
        let book: RecordBook
        let asOf: Day

        init(seed: UInt64, asOf: String = "2025-11-20") throws {
            edition = try SmallWorld.edition(SmallWorld.alternativeRules)
            book = try ScenarioTown(RandomWorld.lines(seed: seed).joined(separator: "\n")).book
            self.asOf = try #require(Day(iso: asOf))
        }
    }

    @Test("the same by the reference in worlds drawn from a seed", arguments: seeds(1...24))
    func agree(seed: UInt64) throws {
        for (asOf, knownAt) in [("2025-06-30", nil), ("2026-03-11", nil), ("2025-11-20", "2025-08-15")] {
            let world = try World(seed: seed, asOf: asOf)
            let known = knownAt.flatMap { Day(iso: $0) }
            let found = Evaluator(edition: world.edition, records: world.book).ledger(
                asOf: world.asOf, knownAt: known)
            let expected = NaiveLedger(
                edition: world.edition, book: world.book, asOf: world.asOf, knownAt: known
            ).entries()
            guard found.entries != expected else { continue }
            let missing = expected.filter { !found.entries.contains($0) }.prefix(4)
            let extra = found.entries.filter { !expected.contains($0) }.prefix(4)
            Issue.record(
                """
                as of \(asOf): only in the reference \(missing.map { $0.obligation + " " + $0.line })
                only in the engine \(extra.map { $0.obligation + " " + $0.line })
                """)
            return
        }
    }

    /// Nothing of how several are counted is used here: each figure is put to the engine as a rule of its own.
    @Test("whoever is met by one rule or the other is met by the rule that names both", arguments: seeds(1...16))
    func unions(seed: UInt64) throws {
        let world = try World(seed: seed)
        let whole = Evaluator(edition: world.edition, records: world.book).ledger(asOf: world.asOf).entries
        for obligation in world.edition.obligations where !obligation.rule.isLimit {
            guard let own = whole.first(where: { $0.obligation == obligation.id }), own.standing != .needsRuling else {
                continue
            }
            let alone = try (0..<obligation.rule.figureCount).map { number in
                let edition = try ScenarioCase.edition(of: [obligation.choice(number)], inForce: "2025-02-10")
                return Evaluator(edition: edition, records: world.book).ledger(asOf: world.asOf).entries
            }
            func isSingle(_ entry: LedgerEntry) -> Bool {
                entry.subject.kind != .rollUp && entry.standing != .doesNotApply
            }
            let met = Set(alone.joined().filter { isSingle($0) && $0.standing == .met }.map(\.place))
            let found = whole.filter { $0.obligation == obligation.id && isSingle($0) }
            #expect(Set(found.filter { $0.standing == .met }.map(\.place)) == met, "\(obligation.id)")
            for entry in found {
                let either = try #require(entry.alternatives)
                for (number, figure) in either.figures.enumerated() {
                    // Who came late and is met by another figure is not in the ledger of this one.
                    guard let same = alone[number].first(where: { $0.place == entry.place }) else { continue }
                    #expect(
                        (figure.required, figure.done, figure.forecast) == (same.required, same.done, same.forecast),
                        "\(obligation.id) \(entry.line)")
                }
            }
        }
    }

    @Test("what was taken in record after record is what was counted anew", arguments: seeds(1...20))
    func histories(seed: UInt64) throws {
        var history = try History(seed: seed &+ 900)
        let edition = try SmallWorld.edition(SmallWorld.alternativeRules)
        let asOf = try #require(Day(iso: seed.isMultiple(of: 3) ? "2026-03-11" : "2025-08-31"))
        let columns = RecordColumns(history.book)
        func ledger() -> LiveLedger { Evaluator(edition: edition, columns: columns).live(asOf: asOf) }
        var live = ledger()
        for step in 1...12 {
            guard let change = try history.next() else { continue }
            if live.take(change).needsReading { live = ledger() }
            let anew = Evaluator(edition: edition, records: history.book).ledger(asOf: asOf).entries
            let taken = live.ledger().entries
            guard taken != anew else { continue }
            let extra = taken.filter { !anew.contains($0) }.prefix(3).map { $0.obligation + " " + $0.line }
            let missing = anew.filter { !taken.contains($0) }.prefix(3).map { $0.obligation + " " + $0.line }
            Issue.record("step \(step), \(history.told): taken in \(extra), anew \(missing)")
            return
        }
    }

    @Test("each figure opens the records that it was counted from", arguments: seeds(1...16))
    func explained(seed: UInt64) throws {
        let world = try World(seed: seed)
        let live = Evaluator(edition: world.edition, records: world.book).live(asOf: world.asOf)
        var lists = 0
        for entry in live.ledger().entries {
            let why = try #require(
                live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from),
                "\(entry.obligation) \(entry.line)")
            #expect(why.entry == entry)
            #expect(live.entry(obligation: entry.obligation, subject: entry.subject, from: entry.from) == entry)
            if let outstanding = why.outstanding, let population = entry.population, entry.standing != .doesNotApply {
                #expect(outstanding.count == population - Int(entry.done), "\(entry.obligation) \(entry.line)")
            }
            guard let either = entry.alternatives, entry.subject.kind != .activity else { continue }
            let looked = try #require(why.alternatives)
            #expect(looked.count == either.figures.count)
            for (figure, own) in zip(either.figures, looked) {
                #expect(own.counted.reduce(0) { $0 + $1.amount } == figure.done, "\(entry.obligation) \(entry.line)")
                lists += 1
            }
            #expect(why.counted == looked[either.nearest].counted)
            if entry.standing == .met { #expect(why.nextDue == nil && why.wouldHelp == nil) }
        }
        #expect(lists > 40)
    }

    @Test("a preview tells of each figure what the ledger gains of it", arguments: seeds(1...10))
    func preview(seed: UInt64) throws {
        let world = try World(seed: seed)
        let day = try #require(Day(iso: "2025-11-10"))
        let activity = Activity(
            code: "NEW", kind: "seminar", title: "new", organiser: "D", team: "G", from: day, to: day + 1, hours: 3,
            topics: [.theory], recorded: day)
        let parts = world.book.persons.map {
            Participation(
                code: "NEW-\($0.code)", activity: "NEW", person: $0.code, role: .keynote, hours: 3, completed: true,
                recorded: day)
        }
        var saved = world.book
        saved.activities.append(activity)
        saved.participations += parts
        let evaluator = Evaluator(edition: world.edition, records: world.book)
        let before = evaluator.ledger(asOf: world.asOf).entries
        let after = Evaluator(edition: world.edition, records: saved).ledger(asOf: world.asOf).entries
        var told = 0
        for line in evaluator.live(asOf: world.asOf).preview(activity, with: parts) {
            let whole = try #require(world.edition.obligations.first { $0.id == line.obligation.id })
            #expect(!line.obligation.rule.isEither)
            let number = try #require((0..<whole.rule.figureCount).first { whole.choice($0) == line.obligation })
            for gain in line.counts where gain.subject.kind != .activity {
                func done(_ entries: [LedgerEntry]) -> [Day: Double] {
                    let own = entries.filter { entry in
                        entry.obligation == whole.id && entry.subject == gain.subject && entry.from <= day
                            && entry.to.map { day <= $0 } ?? true
                    }
                    return Dictionary(
                        own.map { ($0.from, $0.alternatives?.figures[number].done ?? $0.done) }
                    ) { first, _ in first }
                }
                let (olds, news) = (done(before), done(after))
                let gains = news.compactMap { from, new in olds[from].map { new - $0 } }
                guard let most = gains.max() else { continue }
                let isOnce = line.obligation.rule.unit == .person
                #expect(isOnce ? most <= gain.amount : most == gain.amount, "\(whole.id) \(gain.subject)")
                told += 1
            }
        }
        #expect(told > 5)
    }

    @Test("a row of persons who may not be named tells activities of each figure", arguments: seeds(1...8))
    func unnamed(seed: UInt64) throws {
        let world = try World(seed: seed)
        let live = Evaluator(edition: world.edition, records: world.book).live(asOf: world.asOf)
        for obligation in world.edition.obligations where obligation.binding?.namesPersons == false {
            for row in live.entries(of: obligation.id) where row.subject.kind == .rollUp {
                let why = try #require(live.explain(obligation: row.obligation, subject: row.subject, from: row.from))
                #expect(why.notCounted.allSatisfy { $0.record.kind != .participation })
                for number in 0..<obligation.rule.figureCount {
                    let told = try #require(live.countedActivities(of: obligation.id, in: row, choice: number))
                    #expect(told.allSatisfy { $0.records > 0 })
                }
            }
        }
    }
}

extension Rule {
    fileprivate var isLimit: Bool { comparison == .atMost && measure != .deadline }
}

extension LedgerEntry {
    /// Who, in which window.
    fileprivate var place: String { "\(subject.kind) \(subject.code) \(from.iso)" }
}
