import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Training that is claimed afterwards") struct ClaimTests {
    private func scheme(_ change: (inout ClaimScheme) -> Void = { _ in }) -> ClaimScheme {
        var scheme = ClaimScheme(
            source: .own, title: "公文写作培训", unit: "U2", from: day("2026-09-01"), to: day("2026-09-02"), halfDays: 4,
            halfHours: 28, people: ["P1", "P2"])
        change(&scheme)
        return scheme
    }

    private func enter(_ town: ClassTown, by reader: Reader = .clerk, _ change: (inout ClaimScheme) -> Void = { _ in })
        throws -> TrainingClaim
    {
        try town.database.perform(EnterClaim(scheme: scheme(change)), by: reader, on: day("2026-09-05"))
    }

    private func problems(_ body: () throws -> Void) -> [ClaimProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? ClaimProblem }
        } catch {
            return []
        }
        return []
    }

    private func send(_ town: ClassTown, _ claim: TrainingClaim, by reader: Reader = .clerk) throws -> TrainingClaim {
        try town.database.perform(SubmitClaim(record: claim.code), by: reader, on: day("2026-09-06"))
    }

    @discardableResult
    private func decide(_ town: ClassTown, _ claim: TrainingClaim, _ isApproved: Bool = true, _ remark: String = "")
        throws -> TrainingClaim
    {
        try town.database.perform(
            DecideClaim(record: claim.code, isApproved: isApproved, remark: remark), by: .office, on: day("2026-09-10"))
    }

    private func hours(_ town: ClassTown) throws -> [String: Double] {
        let book = try town.database.read { try $0.recordBook() }
        let voided = Set(book.voidings.map(\.record.code))
        let standing = book.participations.filter { !voided.contains($0.activity) }
        return Dictionary(standing.map { ($0.person, $0.hours) }, uniquingKeysWith: +)
    }

    @Test("it counts once the office has confirmed it, and no more once it is void", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let claim = try enter(town)
        #expect(claim.stage == .draft && claim.code == "SB2026-000001")
        #expect(try send(town, claim).stage == .atOffice, "nothing stands above the unit but the top")
        #expect(try hours(town).isEmpty)
        let confirmed = try decide(town, claim)
        #expect(confirmed.stage == .approved && !confirmed.activity.isEmpty)
        #expect(try hours(town) == ["P1": 14, "P2": 14])
        let book = try town.database.read { try $0.recordBook() }
        #expect(book.activities.first?.kind == .trainingClass && book.activities.first?.organiser == "U2")
        #expect(
            problems {
                try town.database.perform(
                    ChangeClaim(record: claim.code, scheme: scheme { $0.halfHours = 40 }), by: .clerk,
                    on: day("2026-09-11"))
            } == [.notOpen(.approved)])
        #expect(
            problems {
                try town.database.perform(
                    VoidClaim(record: claim.code, reason: "误报"), by: .clerk, on: day("2026-09-11"))
            } == [.forTheOffice])
        try town.database.perform(VoidClaim(record: claim.code, reason: "误报"), by: .office, on: day("2026-09-12"))
        #expect(try hours(town).isEmpty)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what is returned says why, is put right and sent again", arguments: TestEngine.allCases)
    func returned(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let claim = try send(town, try enter(town))
        #expect(problems { try decide(town, claim, false, " ") } == [.noReason])
        try decide(town, claim, false, "缺签到表")
        let changed = try town.database.perform(
            ChangeClaim(record: claim.code, scheme: scheme { $0.people = ["P1"] }), by: .clerk, on: day("2026-09-11"))
        #expect(changed.stage == .returned && changed.remark == "缺签到表")
        #expect(try send(town, changed).stage == .atOffice)
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                DecideClaim(record: claim.code, isApproved: true, remark: ""), by: .clerk, on: day("2026-09-12"))
        }
    }

    @Test(
        "the unit above checks what one beneath it claims, and nobody checks their own", arguments: TestEngine.allCases)
    func above(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let beneath = Reader(account: "财政所联络员", rights: [.see, .report], unit: "U4")
        let claim = try send(
            town,
            try enter(town, by: beneath) {
                $0.unit = "U4"
                $0.people = ["P6"]
            }, by: beneath)
        #expect(claim.stage == .atUnit)
        func pass(_ reader: Reader) throws -> TrainingClaim {
            try town.database.perform(
                PassClaim(record: claim.code, isApproved: true, remark: ""), by: reader, on: day("2026-09-07"))
        }
        #expect(problems { _ = try pass(beneath) } == [.notAbove])
        // Nor does whoever of the unit above has entered and sent it for them.
        let sentAbove = try send(
            town,
            try enter(town, by: .neighbour) {
                ($0.unit, $0.title, $0.people) = ("U4", "记账培训", ["P6"])
            }, by: .neighbour)
        #expect(
            problems {
                try town.database.perform(
                    PassClaim(record: sentAbove.code, isApproved: true, remark: ""), by: .neighbour,
                    on: day("2026-09-07"))
            } == [.sentBySame])
        let another = Reader(account: "柳湾镇组织委员", rights: [.see, .report], unit: "U3")
        try town.database.perform(
            PassClaim(record: sentAbove.code, isApproved: true, remark: ""), by: another, on: day("2026-09-07"))
        #expect(problems { try decide(town, claim) } == [.notToDecide(.atUnit)])
        #expect(try pass(.neighbour).stage == .atOffice)
        try decide(town, claim)
        #expect(try hours(town) == ["P6": 14])
    }

    @Test(
        "hours go by the rule of the source and of the day, as far as one may have them in a year",
        arguments: TestEngine.allCases)
    func rules(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        func set(_ since: String, _ per: HourUnit, _ halfHours: Int, once: Int = 0, year: Int = 0) throws {
            try town.database.perform(
                SetHourRule(
                    draft: HourRuleDraft(
                        source: .own, since: day(since), per: per, halfHours: halfHours, capOnce: once, capYear: year)),
                by: .office, on: day("2026-09-03"))
        }
        // Eight hours a day, at most twelve of one training and twenty in a year.
        try set("2026-01-01", .day, 16, once: 12, year: 20)
        for (title, counted) in [("第一次", 12.0), ("第二次", 20), ("第三次", 20)] {
            let claim = try send(town, try enter(town) { ($0.title, $0.people) = (title, ["P1"]) })
            try decide(town, claim)
            #expect(try hours(town)["P1"] == counted, "\(title)")
        }
        // Somebody else has the whole of the same training still.
        let shared = try enter(town) { $0.title = "第四次" }
        let parts = try town.database.read { try $0.hours(of: shared) }
        #expect(parts.people.map(\.counted) == [0, 24] && parts.people.map(\.before) == [40, 0] && parts.cap == 40)
        var unsaved = shared
        unsaved.code = ""
        #expect(try town.database.read { try $0.hours(of: unsaved) }.people.map(\.before) == [40, 0])
        #expect(problems { try set("2025-12-31", .hour, 2) } == [.ruleInThePast(day("2026-01-01"))])
        #expect(problems { try set("2026-01-01", .hour, 2) } == [.ruleTwice(day("2026-01-01"))])
        try set("2026-09-02", .halfDay, 7)
        #expect(try town.database.read { try $0.hours(of: shared) }.halfHours == 28, "the rule of its last day")
        #expect(try town.database.faults().isEmpty)
    }

    @Test(
        "a half-day is half a day's hours; so many hours a time are so many",
        arguments: [
            (HourUnit.day, 16, 3, 24), (.halfDay, 7, 3, 21), (.hour, 3, 3, 42), (.piece, 9, 3, 9),
        ])
    func units(per: HourUnit, halfHours: Int, halfDays: Int, counted: Int) {
        let rule = HourRuleDraft(since: day("2026-01-01"), per: per, halfHours: halfHours)
        #expect(rule.halfHours(of: scheme { $0.halfDays = halfDays }) == counted)
    }

    @Test("the office does not confirm what it sent itself, unless nobody signs in at all") func ownOfTheOffice() throws
    {
        let town = try ClassTown(.sqlite)
        let own = try send(town, try enter(town, by: .office), by: .office)
        #expect(problems { try decide(town, own) } == [.sentBySame])
        let second = Reader(account: "组织部干部科", rights: [.see, .report, .plan])
        try town.database.perform(
            DecideClaim(record: own.code, isApproved: true, remark: ""), by: second, on: day("2026-09-10"))
        let alone = try enter(town, by: .localOperator) { $0.title = "另一次" }
        _ = try send(town, alone, by: .localOperator)
        try town.database.perform(
            DecideClaim(record: alone.code, isApproved: true, remark: ""), by: .localOperator, on: day("2026-09-10"))
    }

    @Test("who is in a class, or in another claim, in the same days is pointed out", arguments: TestEngine.allCases)
    func twice(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        try town.arrive(at: made)
        func told(_ claim: TrainingClaim) throws -> [String] {
            try town.asking(on: day("2026-10-20")) { ask in
                try claim.scheme.elsewhere(besides: claim.code, ask).map(\.zh)
            }
        }
        func enterIt(_ title: String, _ change: (inout ClaimScheme) -> Void = { _ in }) throws -> TrainingClaim {
            var scheme = scheme { ($0.title, $0.from, $0.to) = (title, day("2026-10-16"), day("2026-10-17")) }
            change(&scheme)
            return try town.database.perform(EnterClaim(scheme: scheme), by: .clerk, on: day("2026-10-20"))
        }
        let one = try enterIt("公文写作培训")
        #expect(try told(one) == ["学员1同期在“城市更新专题班”，学时不能重复计"])
        _ = try town.database.perform(SubmitClaim(record: one.code), by: .clerk, on: day("2026-10-20"))
        let two = try enterIt("档案培训") {
            ($0.from, $0.people, $0.halfDays, $0.halfHours) = (day("2026-10-17"), ["P2"], 2, 14)
        }
        #expect(try told(two) == ["学员2同期的“公文写作培训”已经申报（\(one.code)），学时不能重复计"])
        #expect(try told(try enterIt("网课") { $0.source = .online }).isEmpty, "online one is nowhere else")
        #expect(
            try told(
                try enterIt("之后") {
                    ($0.from, $0.to) = (day("2026-10-18"), day("2026-10-18")); $0.halfDays = 2; $0.halfHours = 14
                }
            ).isEmpty)
    }

    @Test("what would be untrue is refused; a meeting is pointed out")
    func untrue() throws {
        let town = try ClassTown(.sqlite)
        #expect(problems { _ = try enter(town) { $0.to = day("2026-08-31") } }.contains(.endsBeforeItBegins))
        #expect(problems { _ = try enter(town) { $0.to = day("2026-09-09") } } == [.notOver(day("2026-09-09"))])
        #expect(problems { _ = try enter(town) { $0.halfDays = 7 } } == [.tooManyHalfDays(most: 6)])
        #expect(problems { _ = try enter(town) { $0.halfHours = 50 } } == [.tooManyHours(most: 24)])
        #expect(problems { _ = try enter(town) { $0.people = ["P1", "P5"] } } == [.notServing("学员5")])
        #expect(throws: NotAllowed.self) { _ = try enter(town, by: .neighbour) }
        let meeting = scheme { ($0.taught, $0.halfDays) = (.notTaught, 1) }
        #expect(meeting.isMeeting(ClaimRules()) && !scheme { $0.halfDays = 1 }.isMeeting(ClaimRules()))
        // The same training, entered twice, is on record once.
        let first = try send(town, try enter(town))
        try decide(town, first)
        let twin = try send(town, try enter(town))
        #expect(problems { try decide(town, twin) } == [.sameActivity("A2026-000001")])
    }
}
