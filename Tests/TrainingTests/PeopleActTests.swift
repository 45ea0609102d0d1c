import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Training

/// Units and people as they change over time.
@Suite("Acts on units and people", .onEveryEngine) struct PeopleActTests {
    private static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    private static let clerk = Reader(account: "云岭县", rights: [.see, .report], unit: "yunling")

    @discardableResult
    private func done<A: Act>(_ act: A, _ town: SmallTown, by reader: Reader = office) throws -> A.Outcome {
        try town.database.perform(act, by: reader, on: SmallTown.today)
    }

    private func refusal<A: Act>(_ act: A, _ town: SmallTown, by reader: Reader = office) -> [PeopleProblem] {
        do {
            _ = try done(act, town, by: reader)
            return []
        } catch { return (error as? Refused)?.problems.compactMap { $0 as? PeopleProblem } ?? [] }
    }

    private func office(_ town: SmallTown, under parent: String = "yunling") throws -> String {
        try done(AddUnit(UnitDraft(name: "县财政局", parent: parent, from: day("2024-01-01"))), town).code
    }

    private func person(_ town: SmallTown, in unit: String = "yunling") throws -> String {
        try done(
            AddPerson(
                PersonDraft(name: "张 三", sex: .female, birthMonth: "1984-07"),
                post: PostDraft(unit: unit, post: "科员", from: day("2025-01-01"))), town
        ).code
    }

    @Test("a unit is added, renamed, moved and ended, and the whole stays as the journal tells") func units() throws {
        let town = try SmallTown()
        let code = try office(town)
        let other = try done(AddUnit(UnitDraft(name: "开发区", parent: "city", from: day("2024-01-01"))), town).code
        try done(ChangeUnit(code, UnitDraft(name: "县财政和税务局", kind: .department, parent: other)), town)
        try done(EndUnit(code, until: day("2026-09-29"), reason: "调整"), town)
        let unit = try town.book.units.first { $0.code == code }
        #expect(unit?.name == "县财政和税务局" && unit?.parent == other && unit?.span.until == day("2026-09-29"))
        #expect(try town.database.faults().isEmpty)
        #expect(try town.book.brokenInvariants().isEmpty)
        let past = try town.database.read { try $0.past(of: .unit, code: code) }
        #expect(past.map(\.act) == ["addUnit", "changeUnit", "endUnit"])
        #expect(past[1].before?["name"] == "县财政局" && past[0].before == nil)
    }

    @Test("a unit never comes beneath itself, and nothing is left behind in one that ends") func ring() throws {
        let town = try SmallTown()
        let code = try office(town)
        let deeper = try done(AddUnit(UnitDraft(name: "国库科", parent: code, from: day("2024-01-01"))), town).code
        for parent in [code, deeper] {
            let moved = ChangeUnit(code, UnitDraft(name: "县财政局", parent: parent))
            #expect(refusal(moved, town).first?.field == "parent", "\(parent)")
        }
        #expect(
            refusal(EndUnit(code, until: SmallTown.today, reason: "调整"), town) == [
                .stillHas(units: 1, people: 0, teams: 0, on: SmallTown.today)
            ])
        #expect(
            refusal(AddUnit(UnitDraft(name: "县财政局", parent: "yunling", from: day("2024-01-01"))), town).first?.field
                == "name")
        #expect(refusal(AddUnit(UnitDraft(name: "另一市", from: day("2024-01-01"))), town).first?.field == "parent")
    }

    @Test("somebody is transferred on a day: what was held ends the day before; two posts never overlap")
    func transfer() throws {
        let town = try SmallTown()
        let (unit, person) = (try office(town), try person(town))
        let second = PostDraft(unit: unit, post: "副科长", from: day("2026-03-01"))
        #expect(refusal(Appoint(person, to: second), town).first?.field == "from")
        try done(Transfer(person, to: second), town)
        let held = try town.database.read { try $0.appointments(of: person) }
        #expect(held.map(\.dated.span.until) == [day("2026-02-28"), nil])
        #expect(held.first?.dated.endRecorded == SmallTown.today)
        #expect(refusal(Transfer(person, to: second), town).contains(.notLater(day("2026-03-01"))))
        #expect(
            refusal(Transfer(person, to: PostDraft(unit: "oldOffice", post: "主任", from: day("2026-05-01"))), town)
                .first?.field == "from")
        #expect(
            refusal(Appoint("p1", to: PostDraft(unit: unit, from: day("2027-01-01"))), town).contains(
                .inTheFuture(.from, day("2027-01-01"))))
        try done(EndAppointment(held[1].code, until: day("2026-09-01"), reason: "调整"), town)
        #expect(
            refusal(EndAppointment(held[1].code, until: day("2026-09-02"), reason: "调整"), town) == [
                .hasEnded(day("2026-09-01"))
            ])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a unit's clerk acts for those who serve there, and for nobody else") func reach() throws {
        let town = try SmallTown()
        let mine = try person(town)
        let theirs = try person(town, in: "city")
        let changed = PersonDraft(name: "张三", sex: .female, birthMonth: "1984-08")
        try done(ChangePerson(mine, changed), town, by: Self.clerk)
        #expect(throws: NotAllowed.self) { try done(ChangePerson(theirs, changed), town, by: Self.clerk) }
        #expect(throws: NotAllowed.self) {
            try done(Transfer(mine, to: PostDraft(unit: "city", from: day("2026-05-01"))), town, by: Self.clerk)
        }
        #expect(throws: NotAllowed.self) {
            try done(AddUnit(UnitDraft(name: "某局", parent: "yunling", from: day("2024-01-01"))), town, by: Self.clerk)
        }
        #expect(throws: NotAllowed.self) {
            try done(BeginCategory(theirs, .young, from: day("2026-01-01")), town, by: Self.clerk)
        }
        try done(BeginCategory(mine, .young, from: day("2026-01-01")), town, by: Self.clerk)
    }

    @Test("categories, members and entries begin and end, and none is held twice at once") func spans() throws {
        let town = try SmallTown()
        let holding = try done(BeginCategory("p1", .young, from: day("2026-01-01")), town)
        #expect(
            refusal(BeginCategory("p1", .young, from: day("2026-02-01")), town) == [.sameHolding(day("2026-01-01"))])
        try done(EndCategory(holding.code, until: day("2026-06-30")), town)
        try done(BeginCategory("p1", .young, from: day("2026-07-01")), town)
        let member = try done(JoinTeam("group", "p1", from: day("2026-01-01")), town)
        #expect(refusal(JoinTeam("group", "p1", from: day("2026-02-01")), town) == [.isMember(day("2026-01-01"))])
        try done(LeaveTeam(member.code, until: day("2026-06-30")), town)
        let roster = try done(AddRoster("后备名单", keptBy: "city"), town)
        let entry = try done(EnterInRoster(roster.code, "p2", from: day("2026-01-01")), town)
        #expect(
            refusal(EnterInRoster(roster.code, "p2", from: day("2026-02-01")), town) == [.isOnRoster(day("2026-01-01"))]
        )
        try done(RemoveFromRoster(entry.code, until: day("2026-03-01")), town)
        try done(AddTeam("县财政局党支部", .branch, of: "yunling", from: day("2026-01-01")), town)
        #expect(try town.database.faults().isEmpty)
        #expect(try town.book.brokenInvariants().isEmpty)
    }

    @Test("names are kept as they are seen, and found however they are typed") func names() throws {
        let town = try SmallTown()
        let draft = PersonDraft(name: "古丽·买买提\u{200B}", sex: .female, birthMonth: "1990-02")
        let code = try done(AddPerson(draft, post: PostDraft(unit: "yunling", from: day("2025-01-01"))), town).code
        #expect(try town.database.read { try $0.persons(named: "古丽买买提", limit: 5).map(\.code) } == [code])
        try done(ChangePerson(code, PersonDraft(name: "古丽", sex: .female, birthMonth: "1990-02")), town)
        #expect(try town.database.read { try $0.persons(named: "古丽买买提", limit: 5) }.isEmpty)
        #expect(try town.database.faults().isEmpty)
        let typed = PersonDraft(name: " ", sex: .female, birthMonth: "1990.13")
        #expect(refusal(ChangePerson(code, typed), town).map(\.field) == ["name", "birthMonth"])
    }

    @Test("a month of birth is taken as people type it, and kept in one spelling") func months() throws {
        for typed in ["1984-07", "1984.7", "1984/7", "1984年7月", "１９８４．７", " 198407 ", "1984-07-15", "19840715"] {
            #expect(PeopleRules.birthMonth(typed: typed) == "1984-07", "\(typed)")
        }
        for typed in ["", "7", "84.7", "1984", "1984.13", "1984.0", "19847", "1984..7", "1984-7-", "July 1984", "年月"] {
            #expect(PeopleRules.birthMonth(typed: typed) == nil, "\(typed)")
        }
    }

    @Test("whoever ends a post or a unit says why, and the history tells it") func reasons() throws {
        let town = try SmallTown()
        let person = try person(town)
        let post = try #require(try town.database.read { try $0.appointments(of: person) }.last)
        #expect(
            refusal(EndAppointment(post.code, until: SmallTown.today, reason: " "), town).map(\.field) == ["reason"])
        try done(EndAppointment(post.code, until: SmallTown.today, reason: "退休"), town)
        let past = try town.database.read { try $0.past(of: .appointment, code: post.code) }
        #expect(past.last?.reason == "退休")
        #expect(try town.database.faults().isEmpty)
    }
}
