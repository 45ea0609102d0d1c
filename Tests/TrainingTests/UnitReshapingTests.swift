import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Training

/// Units that become one, or several, on one day.
@Suite("Units merged and split", .onEveryEngine) struct UnitReshapingTests {
    private static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    private static let today = SmallTown.today
    private static let from = day("2026-07-01")

    @discardableResult
    private func done<A: Act>(_ act: A, _ town: SmallTown) throws -> A.Outcome {
        try town.database.perform(act, by: Self.office, on: Self.today)
    }

    private func refusal<A: Act>(_ act: A, _ town: SmallTown) -> [PeopleProblem] {
        do {
            _ = try done(act, town)
            return []
        } catch { return (error as? Refused)?.problems.compactMap { $0 as? PeopleProblem } ?? [] }
    }

    /// Two offices of the county with a person and a team each, and an institute beneath the first.
    private func town() throws -> SmallTown {
        let town = try SmallTown()
        for (code, name) in [("A", "县林业局"), ("B", "县草原局")] {
            try done(AddUnit(UnitDraft(code: code, name: name, parent: "yunling", from: day("2024-01-01"))), town)
            try done(AddTeam("\(name)党支部", .branch, of: code, from: day("2024-01-01")), town)
        }
        try done(
            AddUnit(UnitDraft(code: "A1", name: "林业站", kind: .institution, parent: "A", from: day("2024-01-01"))), town)
        try done(Appoint("p1", to: PostDraft(unit: "A", post: "局长", from: day("2025-01-01"))), town)
        try done(Appoint("p2", to: PostDraft(unit: "B", post: "局长", from: day("2025-01-01"))), town)
        try done(Appoint("p3", to: PostDraft(unit: "B", post: "科员", from: day("2026-08-01"))), town)
        return town
    }

    @Test("two units become a new one: people, teams and units beneath go on there, the two end, in one change")
    func merged() throws {
        let town = try town()
        let before = try town.database.read { try $0.lastRecordChange() }
        let new = try done(
            MergeUnits(["A", "B"], new: UnitDraft(name: "县林草局", parent: "yunling"), from: Self.from), town)
        let book = try town.book
        #expect(new.span.from == Self.from && book.units.first { $0.code == "A" }?.span.until == day("2026-06-30"))
        #expect(book.units.first { $0.code == "A1" }?.parent == new.code)
        let posts = book.appointments.filter { $0.unit == new.code }
        #expect(posts.map(\.person).sorted() == ["p1", "p2", "p3"])
        #expect(posts.first { $0.person == "p1" }?.dated.span.from == Self.from)
        #expect(posts.first { $0.person == "p3" }?.dated.span.from == day("2026-08-01"), "it had not begun yet")
        #expect(book.appointments.first { $0.person == "p1" && $0.unit == "A" }?.dated.span.until == day("2026-06-30"))
        #expect(book.teams.count { $0.unit == new.code } == 2)
        #expect(book.brokenInvariants().isEmpty)
        #expect(try town.database.faults().isEmpty)
        let seqs = Set(
            try town.database.read { try $0.past(of: .unit, code: "A") + $0.past(of: .unit, code: "B") }.map(\.seq))
        #expect(seqs.count { $0 > before } == 1, "one row of the journal tells it whole")
        let back = try #require(try town.database.read { try $0.changePast($0.lastRecordChange()) })
        #expect(try town.database.read { try $0.builtOn(change: back.seq) }.isEmpty)
        try town.database.write(by: "test") { try $0.takeBack(back, reason: "错", on: Self.today) }
        #expect(try town.book.units.count { $0.span.until == nil } == 5)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("one unit is merged into another that stays, also into the one beneath it") func into() throws {
        let town = try town()
        try done(MergeUnits(["A", "B"], into: "A", from: Self.from), town)
        #expect(try town.book.units.first { $0.code == "B" }?.span.until == day("2026-06-30"))
        #expect(try town.book.appointments.filter { $0.unit == "A" }.count == 3)
        try done(MergeUnits(["A"], into: "A1", from: Self.today), town)
        #expect(try town.book.units.first { $0.code == "A1" }?.parent == "yunling")
        #expect(try town.book.appointments.count { $0.unit == "A1" && $0.dated.span.until == nil } == 3)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a unit is split, with everybody in a place") func split() throws {
        let town = try town()
        let parts = [UnitDraft(name: "县草原站"), UnitDraft(name: "县草原所")]
        #expect(
            refusal(SplitUnit("B", from: Self.from, into: parts, stays: false, places: ["p2": 0]), town)
                == [.withoutPlace(.init(people: 1, teams: 1, units: 0))])
        let team = try #require(try town.book.teams.first { $0.unit == "B" }?.code)
        try done(
            SplitUnit("B", from: Self.from, into: parts, stays: false, places: ["p2": 0, "p3": 1, team: 1]), town)
        let book = try town.book
        let new = book.units.filter { $0.name.hasPrefix("县草原") && $0.span.until == nil }
        #expect(new.map(\.parent) == ["yunling", "yunling"] && book.units.first { $0.code == "B" }?.span.until != nil)
        #expect(book.teams.first { $0.code == team }?.unit == new.first { $0.name == "县草原所" }?.code)
        try done(
            SplitUnit("A", from: Self.from, into: [UnitDraft(name: "县造林队")], stays: true, places: ["p1": 0]), town)
        #expect(try town.book.units.first { $0.code == "A" }?.span.until == nil)
        #expect(try town.book.brokenInvariants().isEmpty)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what cannot be is refused plainly") func refused() throws {
        let town = try town()
        let new = UnitDraft(name: "县林草局", parent: "yunling")
        #expect(refusal(MergeUnits(["A"], new: new, from: Self.from), town) == [.noOther])
        #expect(
            refusal(MergeUnits(["A", "oldOffice"], new: new, from: Self.from), town) == [.hasEnded(day("2025-12-31"))])
        #expect(refusal(MergeUnits(["A", "city"], new: new, from: Self.from), town) == [.isTop("样例市")])
        #expect(
            refusal(MergeUnits(["A", "B"], new: new, from: day("2024-01-01")), town).contains(
                .notLaterThanUnit("县林业局", day("2024-01-01"))))
        #expect(
            refusal(MergeUnits(["A", "B"], new: new, from: Self.today + 1), town) == [
                .inTheFuture(.from, Self.today + 1)
            ])
        #expect(
            refusal(MergeUnits(["A", "B"], new: UnitDraft(name: "新局", parent: "A"), from: Self.from), town)
                == [.parentClosed("县林业局")])
        #expect(refusal(SplitUnit("A", from: Self.from, into: [], stays: true, places: [:]), town) == [.tooFewParts])
    }
}
