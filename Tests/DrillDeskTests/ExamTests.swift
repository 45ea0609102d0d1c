import Pages
import Records
import Storage
import TestEngines
import Testing
import Training
import Vocabulary

@testable import DrillDesk
@testable import Store

@Suite("Exchanges and exams") struct ExamTests {
    @Test(
        "an exchange is reported once and counted, corrected with its activity, and taken back",
        arguments: TestEngine.allCases)
    func exchange(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let exchange = try town.database.perform(
            ReportExchange(report: .sample()), by: .clerk, on: day("2026-03-12"))
        #expect(exchange.code == "JL2026-000001")
        #expect(try town.held(.exchange) == [["U2", "P1 speaker", "P2 attendee", "P3 attendee"]])
        #expect(
            try town.refused(ReportExchange(report: .sample()), by: .clerk, on: "2026-03-12")
                == ["title: 活动记录中已有相同的活动：A2026-000001，请先核对"])
        #expect(
            try town.refused(
                ReportExchange(report: .sample { ($0.day, $0.leads) = (day("2026-03-20"), ["P2"]) }), by: .clerk,
                on: "2026-03-12") == ["day: 日期2026-03-20还没有到", "leads: 主讲、带教人员不必再列入参加人员"])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                ReportExchange(report: .sample { $0.title = "别的" }), by: .neighbour, on: day("2026-03-12"))
        }
        var report = exchange.report
        (report.people, report.reason) = (["P2", "P4"], "签到表补正")
        try town.database.perform(
            CorrectExchange(record: exchange.code, report: report), by: .clerk, on: day("2026-03-13"))
        #expect(try town.held(.exchange) == [["U2", "P1 speaker", "P2 attendee", "P4 attendee"]])
        #expect(
            try town.refused(CorrectExchange(record: exchange.code, report: report), by: .clerk, on: "2026-03-14")
                == [": 内容没有变化"])
        try town.database.perform(
            TakeExchangeBack(record: exchange.code, reason: "误报"), by: .clerk, on: day("2026-03-15"))
        #expect(try town.held(.exchange) == [])
        #expect(
            try town.refused(TakeExchangeBack(record: exchange.code, reason: "误报"), by: .clerk, on: "2026-03-15")
                == [": 这次交流已经撤销"])
        #expect(try town.database.faults() == [])
    }

    @Test("the next exchange is proposed from the last one, without whoever has left", arguments: TestEngine.allCases)
    func proposed(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        try town.database.perform(ReportExchange(report: .sample()), by: .clerk, on: day("2026-03-12"))
        try town.database.write(by: "test") { writing in
            let dated = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
            let before = Appointment(
                code: "AP3", person: "P3", unit: "U2", post: "科员", rank: "一级科员", dated: dated)
            var after = before
            after.dated = Dated(
                from: day("2024-01-01"), until: day("2026-03-31"), recorded: day("2024-01-01"),
                endRecorded: day("2026-03-31"))
            var edits = PeopleEdits()
            edits.appointments = [.init(after, before: before)]
            try writing.write(edits, act: "endAppointment", kind: "person", code: "P3", on: day("2026-03-31"))
        }
        let next = try town.database.read { try Ask.of($0, .clerk, on: day("2026-04-08")).proposedExchange() }
        #expect(next.title == "县住建局2026年4月业务交流" && next.heldAt == "会议室")
        #expect(next.leads == ["P1"] && next.people == ["P2"] && next.theme.isEmpty)
    }

    @Test(
        "results make the exam an activity of those who sat it; later ones take their place, and the same are refused",
        arguments: TestEngine.allCases)
    func results(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let exam = try town.exam()
        func act(_ lines: [ExamLine]) -> ImportResults { ImportResults(record: exam.code, lines: lines) }
        #expect(
            try town.refused(act(DrillTown.lines), by: .clerk, on: "2026-03-15") == [": 考试日期2026-03-16还没有到"])
        #expect(
            try town.refused(act([DrillTown.lines[3]]), by: .clerk, on: "2026-03-18")
                == ["file: 没有人参考，不能导入；没有举行的请取消这次考试"])
        #expect(
            try town.refused(
                act([DrillTown.lines[0], ExamLine(person: "P1", unit: "U2", sitting: .sat, score: Score(101))]),
                by: .clerk, on: "2026-03-18") == ["file: 同一人出现两次", "file: 成绩应在0至100分之间，没有参考的不填分数"])
        try town.database.perform(act(DrillTown.lines), by: .clerk, on: day("2026-03-18"))
        #expect(try town.held(.exam) == [["U2", "P1 attendee", "P2 attendee"]])
        #expect(try town.refused(act(DrillTown.lines), by: .clerk, on: "2026-03-18").first?.contains("重新导入") == true)
        var lines = DrillTown.lines
        lines[3] = ExamLine(person: "P4", unit: "U2", sitting: .sat, score: Score(60))
        func again(_ lines: [ExamLine], _ reason: String = "补考") -> ReimportResults {
            ReimportResults(record: exam.code, lines: lines, reason: reason)
        }
        #expect(try town.refused(again(lines, " "), by: .clerk, on: "2026-03-30") == ["reason: 请写明原因"])
        #expect(try town.refused(again(DrillTown.lines), by: .clerk, on: "2026-03-30") == ["file: 与已导入的成绩相同"])
        try town.database.perform(again(lines), by: .clerk, on: day("2026-03-30"))
        #expect(try town.held(.exam) == [["U2", "P1 attendee", "P2 attendee", "P4 attendee"]])
        let kept = try town.database.read { try $0.results(of: exam) }
        #expect(kept?.times == 2 && kept?.imported == day("2026-03-18") && kept?.lines.count == 4)
        // Another score alone changes no activity.
        let activity = kept?.activity
        lines[0].score = Score(hundredths: 9150)
        try town.database.perform(again(lines, "复核"), by: .clerk, on: day("2026-03-31"))
        #expect(try town.database.read { try $0.results(of: exam)?.activity } == activity)
        #expect(
            try town.refused(CancelExam(record: exam.code, reason: "误"), by: .clerk, on: "2026-04-01").count == 1,
            "what was sat is not cancelled")
        #expect(try town.database.faults() == [])
    }

    @Test("an exam's states on either side of their days, in memory as in the table", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let exam = try town.exam()
        func told(_ today: String) throws -> (ExamState, [ExamState]) {
            try town.database.read { reading in
                let ask = Ask.of(reading, .clerk, on: day(today))
                let listed = try ExamState.allCases.filter { state in
                    try reading.count(DrillExam.self, for: .clerk, where: state.condition(ask)) == 1
                }
                return (try ExamState.state(of: exam, ask), listed)
            }
        }
        // Ten working days after Monday the 16th end on Monday the 30th.
        for (today, state) in [
            ("2026-03-16", ExamState.toCome), ("2026-03-17", .toImport), ("2026-03-30", .toImport),
            ("2026-03-31", .importOverdue),
        ] {
            let found = try told(today)
            #expect(found.0 == state && found.1 == [state], "\(today): \(found)")
        }
        try town.database.perform(
            ImportResults(record: exam.code, lines: DrillTown.lines), by: .clerk, on: day("2026-03-31"))
        let found = try told("2026-03-31")
        #expect(found.0 == .imported && found.1 == [.imported])
    }

    @Test(
        "the journal tells nobody's score and vouches for each: one that is altered behind it is found",
        arguments: TestEngine.allCases)
    func sealed(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let exam = try town.exam()
        try town.database.perform(
            ImportResults(record: exam.code, lines: DrillTown.lines), by: .clerk, on: day("2026-03-18"))
        let told = try town.database.read { reading in
            try reading.journal(ofKind: ExamResults.kind, code: exam.code).compactMap(\.after).joined()
        }
        #expect(told.contains("drill_exam_scores") && told.contains("***"))
        #expect(!told.contains("\"score\"") && !told.contains("\"person\"") && !told.contains("official"))
        func faults() throws -> [FactFault] {
            try town.database.read { reading in
                var check = NounsCheck([ExamResults.self, DrillExam.self])
                _ = try reading.journalVerdict { try check.take($0) }
                return try check.faults(in: reading)
            }
        }
        #expect(try faults() == [])
        try town.database.write(by: "somebody") { writing in
            _ = try writing.connection.execute(
                "update drill_exam_scores set score = 9900 where person = $1", [SQLValue("P2")])
        }
        #expect(try faults().count == 1)
    }

    @Test("each reads their own result and nobody else's", arguments: TestEngine.allCases)
    func own(engine: TestEngine) throws {
        let town = try DrillTown(engine)
        let exam = try town.exam()
        try town.database.perform(
            ImportResults(record: exam.code, lines: DrillTown.lines), by: .clerk, on: day("2026-03-18"))
        try town.database.read { reading in
            let ask = Ask.of(reading, .official("P2"), on: day("2026-03-20"))
            #expect(try ask.ownLines("P2").map(\.line.score) == [Score(70)])
            #expect(try reading.examLines(of: ["P4"]).map(\.line.sitting) == [.absent])
            // A list counts without reading anybody's score, and comes to the same.
            #expect(try reading.examFigures(of: exam.code) == ExamFigures(DrillTown.lines))
            #expect(try reading.examFigures(of: "KS2026-000009") == nil)
            let page = try ask.ownDrills().text()
            #expect(page.contains("70分") && !page.contains("90") && !page.contains("干部1"))
            // Nor does the clerk's page tell a score, or a mean of two.
            let clerk = try exam.page(Ask.of(reading, .clerk, on: day("2026-03-20"))).text()
            #expect(clerk.contains("66.7%") && !clerk.contains("70") && !clerk.contains("80"), "\(clerk)")
        }
    }
}
