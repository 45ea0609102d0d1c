import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import SecondmentDesk

@Suite("Secondments on their way") struct SecondmentTests {
    @Test("both units see it, a third does not, and each acts for its own side", arguments: TestEngine.allCases)
    func sides(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.approved()
        for reader in [Reader.home, .host, .office] {
            #expect(
                try town.database.read { try $0.all(Secondment.self, for: reader) }.map(\.code) == [secondment.code])
        }
        #expect(try town.database.read { try $0.all(Secondment.self, for: .neighbour) } == [])
        #expect(
            try town.refused(
                StartSecondment(record: secondment.code, day: day("2026-03-01")), by: .home, on: "2026-03-01")
                == [": 这一步由其他单位办理"])
        #expect(
            try town.refused(
                StartSecondment(record: secondment.code, day: day("2026-03-02")), by: .host, on: "2026-03-01")
                == ["day: 日期2026-03-02还没有到"])
        #expect(
            try town.refused(
                StartSecondment(record: secondment.code, day: day("2026-03-01")), by: .neighbour, on: "2026-03-01")
                == [": 没有编号为\(secondment.code)的记录"])
        #expect(try town.database.faults() == [])
    }

    @Test(
        "from the start to what came of it: each step once, the ledger counts it when it is over",
        arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let code = try town.away().code
        func act(_ act: some Act, _ reader: Reader = .host, on today: String) throws -> [String] {
            try town.refused(act, by: reader, on: today)
        }
        #expect(
            try act(NoteWorkPlan(record: code, day: day("2026-03-01")), on: "2026-03-20") == ["day: 早于报到日期2026-03-02"])
        #expect(try act(NoteWorkPlan(record: code, day: day("2026-03-20")), on: "2026-03-20") == [])
        #expect(try act(LookMidTerm(record: code, draft: LookDraft(day: day("2026-09-01"))), on: "2026-09-02") == [])
        #expect(
            try act(EndSecondment(record: code, draft: EndDraft(day: day("2026-12-01"))), on: "2026-12-01") == [
                "day: 到期日是2027-02-28，提前结束请另选原因"
            ])
        #expect(
            try act(
                EndSecondment(record: code, draft: EndDraft(day: day("2026-12-01"), reason: .recalled)),
                on: "2026-12-01")
                == ["reason: 提前结束须由组织部门同意办理"])
        #expect(try act(EndSecondment(record: code, draft: EndDraft(day: day("2027-02-28"))), on: "2027-03-01") == [])
        let ended = try #require(try town.database.read { try $0.one(Secondment.self, code, for: .home) }?.ended)
        let activity = try #require(try town.database.read { try $0.activity(code: ended.activity) })
        #expect(activity.kind == .secondment && activity.organiser == "U2" && activity.hours == 0)
        #expect(activity.from == day("2026-03-02") && activity.to == day("2027-02-28"))
        let took = try town.database.read { try $0.liveParticipations(in: activity.code) }
        #expect(took.map(\.person) == ["P1"] && took.allSatisfy(\.completed))
        #expect(try act(ConfirmAppraisal(record: code, opinion: "同意"), .home, on: "2027-03-02") == [": 接收单位还没有鉴定"])
        let appraisal = AppraisalDraft(duties: "项目", summary: "做了项目", opinion: "扎实", grade: .excellent)
        #expect(try act(AppraiseSecondment(record: code, draft: appraisal), on: "2027-03-03") == [])
        #expect(try act(TakeEndBack(record: code, reason: "误报"), on: "2027-03-03") == [": 已于2027-03-03鉴定"])
        #expect(try act(ConfirmAppraisal(record: code, opinion: "同意"), .home, on: "2027-03-04") == [])
        #expect(
            try act(AppraiseSecondment(record: code, draft: appraisal), on: "2027-03-05") == [": 派出单位已于2027-03-04签署意见"])
        #expect(
            try act(
                TellOutcome(record: code, draft: OutcomeDraft(what: .promoted, day: day("2027-04-01"))), .home,
                on: "2027-04-02") == [])
        #expect(try town.state(of: code, on: "2028-04-01") == (.closed, []))
        #expect(try town.database.faults() == [])
    }

    @Test(
        "an end that was a mistake is taken back: its activity is void and they are there",
        arguments: TestEngine.allCases)
    func takenBack(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.ended()
        let activity = try #require(secondment.ended?.activity)
        try town.database.perform(TakeEndBack(record: secondment.code, reason: "误报"), by: .host, on: day("2027-03-02"))
        #expect(try town.database.read { try $0.standing(activity: activity) }.isVoid)
        #expect(try town.state(of: secondment.code, on: "2027-03-02").0 == .endOverdue)
        try town.database.perform(
            EndSecondment(record: secondment.code, draft: EndDraft(day: day("2027-02-28"))), by: .host,
            on: day("2027-03-02"))
        #expect(try town.state(of: secondment.code, on: "2027-03-02").0 == .toAppraise)
        #expect(try town.database.faults() == [])
    }

    @Test(
        "ended early by the office it counts as not completed, unless somebody was promoted",
        arguments: TestEngine.allCases)
    func early(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.away()
        let ended = try town.database.perform(
            EndSecondment(record: secondment.code, draft: EndDraft(day: day("2026-06-30"), reason: .recalled)),
            by: .office,
            on: day("2026-07-01"))
        let activity = try #require(ended.ended?.activity)
        let took = try town.database.read { try $0.liveParticipations(in: activity) }
        #expect(took.map(\.completed) == [false])
    }

    @Test("state and duties stand in the list as on the page, at their edges", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let code = try town.approved().code
        #expect(try town.state(of: code, on: "2026-02-28") == (.toStart, []))
        #expect(try town.state(of: code, on: "2026-03-01") == (.toStart, [.start]))
        #expect(try town.state(of: code, on: "2026-03-02") == (.startOverdue, [.start]))
        try town.database.perform(
            StartSecondment(record: code, day: day("2026-03-02")), by: .host, on: day("2026-03-02"))
        #expect(try town.state(of: code, on: "2026-03-31") == (.away, [.workPlan]))
        #expect(try town.state(of: code, on: "2026-04-01") == (.away, [.workPlan, .note]))
        try town.database.perform(NoteWorkPlan(record: code, day: day("2026-03-20")), by: .host, on: day("2026-03-20"))
        let line = NoteLine(month: "202603", days: 21, line: "熟悉情况")
        try town.database.perform(WriteNote(record: code, note: line), by: .host, on: day("2026-04-03"))
        #expect(try town.state(of: code, on: "2026-04-30") == (.away, []))
        #expect(try town.state(of: code, on: "2026-08-29").1 == [.note], "the day before half its time")
        #expect(try town.state(of: code, on: "2026-08-30").1 == [.note, .midTerm])
        #expect(try town.state(of: code, on: "2027-02-28").0 == .away)
        #expect(try town.state(of: code, on: "2027-03-01").0 == .endOverdue)
        try town.database.perform(
            EndSecondment(record: code, draft: EndDraft(day: day("2027-02-28"))), by: .host, on: day("2027-03-01"))
        #expect(try town.state(of: code, on: "2028-02-27") == (.toAppraise, [.appraise]))
        #expect(try town.state(of: code, on: "2028-02-28") == (.toAppraise, [.appraise, .outcome]))
        let waits = try town.database.read { try SecondmentDuty.waiting(Ask.of($0, .home, on: day("2028-02-28"))) }
        #expect(waits.map(\.address) == ["/secondments/records?duty=outcome&side=home"], "the host's is the host's")
    }

    @Test(
        "a month has one line: written again it is put right, and keeps the day on which it came",
        arguments: TestEngine.allCases)
    func notes(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.away()
        func write(_ month: String, days: Int = 20, _ line: String = "走访", on today: String) throws -> [String] {
            try town.refused(
                WriteNote(record: secondment.code, note: NoteLine(month: month, days: days, line: line)), by: .host,
                on: today)
        }
        #expect(try write("202602", on: "2026-04-03") == ["month: 这个月不在岗，请核对月份"])
        #expect(try write("202605", on: "2026-04-03") == ["month: 这个月不在岗，请核对月份"])
        #expect(try write("202604", days: 31, on: "2026-04-30") == ["days: 到岗天数超过了当月天数"])
        #expect(try write("202603", on: "2026-04-03") == [])
        #expect(try write("202603", on: "2026-04-04") == [": 内容没有变化"])
        #expect(try write("202603", "走访企业", on: "2026-04-09") == [])
        let notes = try town.database.read { try $0.notes(of: secondment) }
        #expect(notes.map(\.line) == ["走访企业"] && notes.map(\.written) == [day("2026-04-03")])
    }

    @Test("leave goes to whom the ladder says, and only they grant it", arguments: TestEngine.allCases)
    func leave(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.away()
        func ask(_ from: String, _ to: String) throws -> SecondmentLeave {
            try town.database.perform(
                AskSecondmentLeave(
                    record: secondment.code, draft: LeaveDraft(from: day(from), to: day(to), place: "省城")),
                by: .host,
                on: day("2026-05-01"))
        }
        let three = try ask("2026-05-04", "2026-05-06")
        let four = try ask("2026-05-11", "2026-05-14")
        let eight = try ask("2026-06-01", "2026-06-08")
        #expect([three, four, eight].map(\.approver) == [.host, .home, .office])
        #expect(
            try town.refused(
                AskSecondmentLeave(
                    record: secondment.code, draft: LeaveDraft(from: day("2026-05-06"), to: day("2026-05-07"))),
                by: .host, on: "2026-05-02") == ["from: 与另一次请假（\(three.code)）日期重叠"])
        #expect(
            try town.refused(
                AskSecondmentLeave(
                    record: secondment.code, draft: LeaveDraft(from: day("2027-02-28"), to: day("2027-03-01"))),
                by: .host, on: "2026-05-02") == ["to: 请假应在挂职期间2026-03-02至2027-02-28之内"])
        func decide(_ leave: SecondmentLeave, by reader: Reader) throws -> [String] {
            try town.refused(
                DecideSecondmentLeave(record: leave.code, isApproved: true, remark: ""), by: reader, on: "2026-05-02")
        }
        #expect(try decide(four, by: .host) == [": 这次请假由派出单位审批"])
        #expect(try decide(eight, by: .home) == [": 这次请假由组织部门审批"])
        #expect(try decide(three, by: .host) == [])
        #expect(try decide(four, by: .home) == [])
        #expect(try decide(eight, by: .office) == [])
        try town.database.read { reading in
            let ask = Ask.of(reading, .office, on: day("2026-05-08"))
            let kept = try #require(try reading.one(SecondmentLeave.self, three.code, for: .office))
            #expect(LeaveState.state(of: kept, ask) == .backOverdue)
            #expect(
                try reading.count(SecondmentLeave.self, for: .office, where: LeaveState.backOverdue.condition(ask)) == 1
            )
        }
        #expect(
            try town.refused(ComeBack(record: three.code, day: day("2026-05-03")), by: .host, on: "2026-05-08") == [
                "day: 销假日期早于请假开始日期"
            ])
        try town.database.perform(
            ComeBack(record: three.code, day: day("2026-05-07")), by: .host, on: day("2026-05-08"))
        #expect(try town.database.read { try $0.all(SecondmentLeave.self, for: .neighbour) } == [])
    }

    @Test(
        "more time is asked for by the host and granted by the office, which moves the end",
        arguments: TestEngine.allCases)
    func longer(engine: TestEngine) throws {
        let town = try SecondmentTown(engine)
        let secondment = try town.away()
        func ask(_ until: String) -> AskExtension {
            AskExtension(
                record: secondment.code, draft: ExtensionDraft(until: day(until), homeAgrees: .no, reason: "在建项目"))
        }
        #expect(try town.refused(ask("2027-02-28"), by: .host, on: "2027-01-10") == ["until: 应晚于现在的到期日2027-02-28"])
        #expect(try town.refused(ask("2029-03-02"), by: .host, on: "2027-01-10") == ["until: 挂职最长36个月，应不晚于2029-03-01"])
        #expect(ask("2027-08-31").draft.remarks.count == 2, "shown, not refused")
        #expect(try town.refused(ask("2027-08-31"), by: .host, on: "2027-01-10") == [])
        #expect(try town.refused(ask("2027-09-30"), by: .host, on: "2027-01-11") == [": 已有一份待批的延期"])
        let asked = try #require(try town.database.read { try $0.all(SecondmentExtension.self, for: .office) }.first)
        try town.database.perform(
            DecideExtension(record: asked.code, isApproved: true, remark: ""), by: .office, on: day("2027-01-12"))
        let longer = try #require(try town.database.read { try $0.one(Secondment.self, secondment.code, for: .host) })
        #expect(longer.to == day("2027-08-31") && longer.firstTo == day("2027-02-28"))
        #expect(try town.state(of: secondment.code, on: "2027-03-01").0 == .away)
    }
}
