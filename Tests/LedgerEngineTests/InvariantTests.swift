import LedgerEngine
import Plans
import Records
import Testing
import Vocabulary

@Suite("What holds in every ledger")
struct InvariantTests {
    struct World {
        var edition: PlanEdition
        var book: RecordBook
        var asOf: Day
        var evaluator: Evaluator { Evaluator(edition: edition, records: book) }
    }

    static func world(
        seed: UInt64, asOf: String = "2025-11-20", rules: [String] = SmallWorld.rules, inForest: Bool = false
    ) throws -> World {
        let lines = (inForest ? RandomWorld.forest(seed: seed) : RandomWorld.lines(seed: seed)).joined(separator: "\n")
        let day = try #require(Day(iso: asOf))
        return World(edition: try SmallWorld.edition(rules), book: try ScenarioTown(lines).book, asOf: day)
    }

    @Test("entries have an order, a unit that is known, and figures that fit together", arguments: seeds(1...20))
    func shape(seed: UInt64) throws {
        let world = try Self.world(seed: seed)
        let entries = world.evaluator.ledger(asOf: world.asOf).entries
        let units = Set(world.book.units.map(\.code))
        #expect(Set(entries.map { "\($0.obligation) \($0.subject) \($0.from)" }).count == entries.count)
        for entry in entries {
            #expect(units.contains(entry.unit), "\(entry.line)")
            #expect(entry.from <= world.asOf && entry.to.map { $0 >= entry.from } ?? true, "\(entry.line)")
            if let forecast = entry.forecast { #expect(forecast >= entry.done, "\(entry.line)") }
            if let population = entry.population {
                #expect(entry.done <= Double(population), "\(entry.line)")
                #expect((population == 0) == (entry.standing == .doesNotApply), "\(entry.line)")
            }
            if entry.standing == .met, entry.subject.kind == .rollUp { #expect(entry.done >= 0) }
        }
    }

    @Test("what an explanation counts comes to what the entry says", arguments: seeds(1...20))
    func explained(seed: UInt64) throws { try explained(Self.world(seed: seed)) }

    @Test("and so by the rules of a province, whose windows may overlap", arguments: seeds(1...20))
    func explainedGrowth(seed: UInt64) throws { try explained(Self.world(seed: seed, rules: SmallWorld.growthRules)) }

    @Test("and where several units stand at the top", arguments: seeds(1...8))
    func explainedForest(seed: UInt64) throws { try explained(Self.world(seed: seed, inForest: true)) }

    private func explained(_ world: World) throws {
        let evaluator = world.evaluator
        let rules = Dictionary(uniqueKeysWithValues: world.edition.obligations.map { ($0.id, $0) })
        var explained = 0
        for entry in evaluator.ledger(asOf: world.asOf).entries {
            let obligation = try #require(rules[entry.obligation])
            let explanation = try #require(
                evaluator.explain(
                    obligation: entry.obligation, subject: entry.subject, from: entry.from, asOf: world.asOf),
                "\(entry.obligation) \(entry.line)")
            #expect(explanation.entry == entry)
            let isOfParts =
                entry.subject.kind == .rollUp && obligation.rule.measure != .coverage
                && obligation.binding?.shareOf != .population && !obligation.rule.isTurnout
            let isUnmetActivity = entry.subject.kind == .activity && entry.standing != .met
            if !isOfParts, !isUnmetActivity {
                let sum = explanation.counted.reduce(0) { $0 + $1.amount }
                #expect(sum == entry.done, "\(entry.obligation) \(entry.line): \(explanation.counted)")
                explained += 1
            }
            if let outstanding = explanation.outstanding, let population = entry.population,
                entry.standing != .doesNotApply
            {
                #expect(
                    outstanding.count == population - Int(entry.done),
                    "\(entry.obligation) \(entry.line) \(outstanding) \(explanation.excused)")
            }
            if obligation.binding?.namesPersons == false {
                #expect(entry.subject.kind != .person)
                #expect((explanation.outstanding ?? []).allSatisfy { $0.kind != .person })
                #expect(explanation.excused.allSatisfy { $0.subject.kind != .person })
                #expect(explanation.notCounted.allSatisfy { $0.record.kind != .participation })
            }
        }
        #expect(explained > 20)
    }

    @Test("what was recorded later changes nothing in what was known before", arguments: seeds(1...20))
    func knownAt(seed: UInt64) throws {
        var world = try Self.world(seed: seed)
        // Nobody corrects what is not yet recorded.
        let recorded = Dictionary(uniqueKeysWithValues: world.book.activities.map { ($0.code, $0.recorded) })
        world.book.corrections.removeAll { correction in
            [correction.record.code, correction.replacement].contains {
                recorded[$0].map { $0 > correction.recorded } ?? false
            }
        }
        let knownAt = try #require(Day(iso: "2025-08-15"))
        let then = Evaluator(edition: world.edition, records: world.book.asKnown(at: knownAt))

        #expect(
            world.evaluator.ledger(asOf: world.asOf, knownAt: knownAt).entries == then.ledger(asOf: world.asOf).entries)
    }

    @Test("what is still to come changes nothing", arguments: seeds(1...20))
    func asOf(seed: UInt64) throws {
        let world = try Self.world(seed: seed, asOf: "2025-06-15")
        var held = world.book
        held.activities.removeAll { $0.to > world.asOf }
        let gone = Set(world.book.activities.map(\.code)).subtracting(held.activities.map(\.code))
        held.corrections.removeAll { gone.contains($0.replacement) || gone.contains($0.record.code) }
        var full = world.book
        full.corrections = held.corrections
        full.participations.removeAll { gone.contains($0.activity) }
        held.participations = full.participations

        #expect(
            Evaluator(edition: world.edition, records: full).ledger(asOf: world.asOf)
                == Evaluator(edition: world.edition, records: held).ledger(asOf: world.asOf))
    }

    @Test("a preview counts exactly what the ledger gains once the record is saved", arguments: seeds(1...20))
    func preview(seed: UInt64) throws {
        try preview(Self.world(seed: seed))
        if seed <= 6 { try preview(Self.world(seed: seed, rules: SmallWorld.growthRules)) }
    }

    private func preview(_ world: World) throws {
        let day = try #require(Day(iso: "2025-11-10"))
        let activity = Activity(
            code: "NEW", kind: "seminar", title: "new", organiser: "D", team: "G", from: day, to: day, hours: 3,
            topics: [.theory], recorded: day)
        let parts = world.book.persons.map {
            Participation(
                code: "NEW-\($0.code)", activity: "NEW", person: $0.code, role: .keynote, hours: 3, completed: true,
                recorded: day)
        }
        var saved = world.book
        saved.activities.append(activity)
        saved.participations += parts
        let before = world.evaluator.ledger(asOf: world.asOf).entries
        let after = Evaluator(edition: world.edition, records: saved).ledger(asOf: world.asOf).entries

        for line in world.evaluator.live(asOf: world.asOf).preview(activity, with: parts) {
            for gain in line.counts where gain.subject.kind != .activity {
                func isMeant(_ entry: LedgerEntry) -> Bool {
                    entry.obligation == line.obligation.id && entry.subject == gain.subject && entry.from <= day
                        && entry.to.map { day <= $0 } ?? true
                }
                // Windows that overlap may gain differently: of a second activity of a kind only the one without a first.
                let olds = Dictionary(before.filter(isMeant).map { ($0.from, $0.done) }) { first, _ in first }
                let gains = after.filter(isMeant).compactMap { new in olds[new.from].map { new.done - $0 } }
                guard let most = gains.max() else { continue }
                // A person counted once is counted by the first record, so that a later one may lose what this one gains.
                let isOnce = line.obligation.rule.unit == .person || line.obligation.rule.unit == .percent
                #expect(
                    isOnce ? most <= gain.amount : most == gain.amount,
                    "\(line.obligation.id) \(gain.subject) \(gains), told \(gain.amount)")
            }
        }
    }
}

extension RecordBook {
    /// The book as it lay open on a day: nothing recorded later is in it.
    func asKnown(at day: Day) -> RecordBook {
        func known(_ dated: Dated) -> Dated? {
            dated.span(knownAt: day).map { Dated(from: $0.from, until: $0.until, recorded: dated.recorded) }
        }
        var book = self
        book.units.removeAll { $0.recorded > day && $0.parent != nil }
        book.appointments = book.appointments.compactMap { row in
            known(row.dated).map {
                Appointment(code: row.code, person: row.person, unit: row.unit, post: "", rank: "", dated: $0)
            }
        }
        book.categories = book.categories.compactMap { row in
            known(row.dated).map {
                CategoryHolding(code: row.code, person: row.person, category: row.category, dated: $0)
            }
        }
        book.teams = book.teams.compactMap { row in
            known(row.dated).map { Team(code: row.code, name: "", kind: row.kind, unit: row.unit, dated: $0) }
        }
        book.memberships = book.memberships.compactMap { row in
            known(row.dated).map {
                TeamMembership(code: row.code, team: row.team, person: row.person, role: row.role, dated: $0)
            }
        }
        book.rosterEntries = book.rosterEntries.compactMap { row in
            known(row.dated).map { RosterEntry(code: row.code, roster: row.roster, person: row.person, dated: $0) }
        }
        book.sites = book.sites.compactMap { row in
            known(row.dated).map { Site(code: row.code, name: "", unit: row.unit, topics: row.topics, dated: $0) }
        }
        book.participations.removeAll { $0.recorded > day }
        book.voidings.removeAll { $0.recorded > day }
        let later = Set(book.corrections.filter { $0.recorded > day }.map(\.code))
        book.corrections.removeAll { later.contains($0.code) }
        book.activities.removeAll { $0.recorded > day }
        return book
    }
}
