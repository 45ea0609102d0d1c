import Plans
import Records
import Testing
import Vocabulary

@testable import LedgerEngine

/// What pages ask for piece by piece is what the ledger written out holds.
@Suite("A ledger read piece by piece")
struct LedgerReadingTests {
    private func late(_ entry: LedgerEntry, _ asOf: Day) -> Bool {
        entry.from <= asOf && (entry.to.map { $0 >= asOf } ?? true)
    }

    @Test("rows of units, what is asked of the programme, and what a person owes", arguments: seeds(1...8))
    func rows(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let all = live.ledger().entries
        let current = all.filter { late($0, world.asOf) }
        for unit in world.book.units.map(\.code) {
            let rows = current.filter { $0.subject == Subject(.rollUp, unit) }
            #expect(live.currentRows(of: unit) == rows)
            var standings: [Standing] = []
            live.eachCurrentStanding(of: unit) { standings.append($1) }
            #expect(standings == rows.map(\.standing))
        }
        #expect(live.currentProgrammes() == current.filter { $0.subject.kind == .programme })
        for person in world.book.persons.map(\.code) {
            #expect(
                live.currentEntries(ofPerson: person) == current.filter { $0.subject == Subject(.person, person) })
        }
        for entry in all {
            #expect(
                live.history(of: entry.obligation, subject: entry.subject)
                    == all.filter { $0.obligation == entry.obligation && $0.subject == entry.subject })
        }
    }

    @Test("counts by standing, and what is overdue in all", arguments: seeds(1...8))
    func counts(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let all = live.ledger().entries
        let singles = all.filter { $0.subject.kind != .rollUp }
        for obligation in world.edition.obligations {
            var counted: [Standing: Int] = [:]
            for group in live.currentStandings(of: obligation.id) { counted.merge(group.counts) { $0 + $1 } }
            // An activity is of the window that it began in.
            let windows = all.filter {
                $0.subject.kind == .rollUp && $0.obligation == obligation.id && late($0, world.asOf)
            }.map { ($0.from, $0.to) }
            let own = singles.filter { single in
                guard single.obligation == obligation.id else { return false }
                guard single.subject.kind == .activity else { return late(single, world.asOf) }
                return windows.contains { from, to in from <= single.from && to.map { single.from <= $0 } ?? true }
            }
            // What applies to nobody is part of no row.
            func applies(_ entry: LedgerEntry) -> Bool {
                entry.subject.kind != .activity || entry.standing != .doesNotApply
            }
            #expect(
                own.filter(applies)
                    == singles.filter { $0.obligation == obligation.id && live.isCurrent($0) && applies($0) })
            // A unit's row sums only what applies.
            let summed = own.filter(applies)
            #expect(counted == Dictionary(grouping: summed, by: \.standing).mapValues(\.count), "\(obligation.id)")
        }
        #expect(live.overdueCount() == singles.count { $0.standing == .overdue })
    }

    @Test("what a unit's row is made of: single subjects, else the rows beneath", arguments: seeds(1...8))
    func parts(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let index = UnitIndex(world.evaluator.columns)
        let parents = Dictionary(uniqueKeysWithValues: world.book.units.map { ($0.code, $0.parent) })
        func isBeneath(_ unit: String, _ top: String) -> Bool {
            var unit: String? = unit
            while let code = unit {
                if code == top { return true }
                unit = parents[code] ?? nil
            }
            return false
        }
        let all = live.ledger().entries
        for row in all where row.subject.kind == .rollUp {
            let own = all.filter { $0.obligation == row.obligation }
            let singles = own.filter { single in
                guard single.subject.kind != .rollUp, single.subject.kind != .programme,
                    isBeneath(single.unit, row.unit)
                else { return false }
                return single.subject.kind == .activity
                    ? row.from <= single.from && (row.to.map { single.from <= $0 } ?? true)
                    : single.from == row.from || live.isByAppointment(row.obligation)
            }
            #expect(live.singles(of: row.obligation, in: row, by: index) == singles)
            let beneath = own.filter {
                $0.subject.kind == .rollUp && $0.from == row.from && parents[$0.unit] == row.subject.code
            }
            #expect(live.rowsBeneath(row.unit, of: row.obligation, from: row.from, by: index) == beneath)
            guard let kind = live.singleKind(of: row.obligation) else {
                #expect(singles.isEmpty)
                continue
            }
            #expect(singles.allSatisfy { $0.subject.kind == kind })
            let counted = live.standings(of: row.obligation, from: row.from, beneath: row.unit)
            let summed = singles.filter { $0.standing != .doesNotApply }
            #expect(counted.values.reduce(0, +) == summed.count)
            // Each person since an appointment has days of their own.
            guard !live.isByAppointment(row.obligation) else { continue }
            #expect(counted == Dictionary(grouping: summed, by: \.standing).mapValues(\.count), "\(row)")
        }
    }

    @Test(
        "activities that counted for a row are those of its members' records, as many and as much",
        arguments: seeds(1...8))
    func countedActivities(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let index = UnitIndex(world.evaluator.columns)
        var compared = 0
        for row in live.ledger().entries where row.subject.kind == .rollUp {
            guard let activities = live.countedActivities(of: row.obligation, in: row) else { continue }
            let wide = ExplanationLimit(count: 100_000, units: index)
            let told = live.countedActivities(of: row.obligation, in: row, limit: wide)
            #expect(told == nil || told == activities, "with a limit that is never reached")
            let singles = live.singles(of: row.obligation, in: row, by: index)
            // Where no names may be listed there is nothing to compare with.
            guard live.obligation(row.obligation)?.binding?.namesPersons == true else { continue }
            let explained = try (singles.isEmpty ? [row] : singles).map {
                try #require(live.explain(obligation: $0.obligation, subject: $0.subject, from: $0.from))
            }
            let records = explained.flatMap(\.counted).filter { $0.record.kind == .participation }
            let days = Set(records.map(\.day))
            guard !live.isByAppointment(row.obligation), days.allSatisfy({ $0 >= row.from }) else { continue }
            #expect(activities.reduce(0) { $0 + $1.records } == records.count, "\(row)")
            #expect(
                abs(activities.reduce(0) { $0 + $1.amount } - records.reduce(0) { $0 + $1.amount }) < 1e-6, "\(row)")
            #expect(Set(activities.map(\.code)).count == activities.count)
            compared += 1
        }
        #expect(compared > 0)
    }

    @Test("who serves where on a day", arguments: seeds(1...8))
    func staff(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let index = UnitIndex(world.evaluator.columns)
        let everybody = index.staff(beneath: nil, on: world.asOf).codes(0, .max)
        let root = try #require(world.book.units.first { $0.parent == nil })
        #expect(index.staff(beneath: root.code, on: world.asOf).codes(0, .max) == everybody)
        #expect(everybody == everybody.sorted())
        #expect(index.staff(beneath: nil, on: world.asOf).count == everybody.count)
        #expect(index.staff(at: root.code, on: world.asOf).codes(0, .max).allSatisfy(everybody.contains))
        let inService = Set(
            world.book.appointments.filter { $0.dated.span.contains(world.asOf) }.map(\.person))
        #expect(Set(everybody) == inService)
        #expect(
            index.staff(beneath: nil, on: world.asOf).codes(2, 3)
                == Array(everybody.dropFirst(2).prefix(3)))
    }

    @Test("an explanation with a limit that is never reached says all that one without says", arguments: 1...4)
    func limits(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let wide = ExplanationLimit(count: 100_000, units: UnitIndex(world.evaluator.columns))
        for entry in live.ledger().entries {
            let all = try #require(live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from))
            let some = try #require(
                live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from, limit: wide))
            #expect(some.cut == nil && Set(some.counted) == Set(all.counted), "\(entry)")
            #expect(some.outstanding == all.outstanding && some.excused == all.excused, "\(entry)")
            #expect(some.nextDue == all.nextDue && some.wouldHelp == all.wouldHelp, "\(entry)")
        }
    }

    @Test("one that stops early still tells how many are outstanding in all", arguments: 1...4)
    func cut(seed: UInt64) throws {
        let world = try InvariantTests.world(seed: seed)
        let live = world.evaluator.live(asOf: world.asOf)
        let narrow = ExplanationLimit(count: 1, units: UnitIndex(world.evaluator.columns))
        for entry in live.ledger().entries where entry.subject.kind == .rollUp {
            let all = try #require(live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from))
            let some = try #require(
                live.explain(obligation: entry.obligation, subject: entry.subject, from: entry.from, limit: narrow))
            guard let cut = some.cut, let outstanding = all.outstanding else { continue }
            #expect(cut.outstanding == outstanding.count, "\(entry)")
        }
    }
}
