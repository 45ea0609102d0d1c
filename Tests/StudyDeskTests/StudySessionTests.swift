import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import StudyDesk

@Suite("Study groups: sessions and what they count as") struct StudySessionTests {
    @Test(
        "a session that is put on record is the group's activity, with who was there and who spoke",
        arguments: TestEngine.allCases)
    func recorded(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.recorded()
        #expect(session.code == "XX2026-000001")
        let book = try town.database.read { try $0.recordBook() }
        let activity = try #require(book.activities.first)
        #expect(book.activities.count == 1)
        #expect(activity.kind == .collectiveStudy && activity.team == "T1" && activity.organiser == "U2")
        #expect(activity.topics == [.theory] && activity.hours == 3 && activity.reported == day("2026-03-18"))
        #expect(
            book.participations.map { [$0.person, $0.role.rawValue, "\($0.hours)"] } == [
                ["P1", "keynote", "3.0"], ["P2", "attendee", "3.0"],
            ], "whoever was away took no part")
        let record = try #require(try town.record(of: session))
        #expect(record.activity == activity.code && record.outcome.away.map(\.person) == ["P3"])
        #expect(
            try town.refused(RecordSession(record: session.code, outcome: record.outcome), by: .clerk, on: "2026-03-19")
                == [": 这次学习已经纪实；有误的请更正，没有举行的请撤销纪实"])
        #expect(try town.database.faults() == [])
    }

    @Test("the kind of a session decides what it counts as", arguments: TestEngine.allCases)
    func kinds(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        for (place, kind) in StudyKind.allCases.enumerated() {
            let session = try town.announced {
                $0.kind = kind
                $0.title = "第\(place)次"
            }
            try town.database.perform(
                RecordSession(record: session.code, outcome: try town.outcome(of: session)), by: .clerk,
                on: day("2026-03-18"))
        }
        #expect(Set(try town.held().map { $0[0] }) == ["collectiveStudy", "seminar", "meeting"])
    }

    @Test("those of the group on the day are on the roll, whoever joins later is not", arguments: TestEngine.allCases)
    func members(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let march = try town.announced()
        #expect(try town.outcome(of: march).roll.map(\.person) == ["P1", "P2", "P3"])
        let july = try town.announced { ($0.from, $0.to) = (day("2026-07-01"), day("2026-07-02")) }
        let proposed = try town.outcome(of: july)
        #expect(proposed.roll.map(\.person) == ["P1", "P2", "P3", "P4"] && proposed.halfHours == 12)
        let stranger = try town.outcome(of: march) { $0.roll.append(RollLine(person: "P4", role: .member)) }
        #expect(
            try town.refused(RecordSession(record: march.code, outcome: stranger), by: .clerk, on: "2026-07-20")
                == ["roll: 成员4当天不是中心组成员"])
    }

    @Test("what would be untrue is refused beside its field", arguments: TestEngine.allCases)
    func untrue(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.announced()
        func fields(_ today: String = "2026-03-18", _ change: (inout SessionOutcome) -> Void) throws -> [String] {
            try town.refused(
                RecordSession(record: session.code, outcome: try town.outcome(of: session, change)), by: .clerk,
                on: today
            ).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try fields("2026-03-15") { _ in } == [""])
        #expect(try fields("2026-03-16") { $0.to = day("2026-03-17") } == ["to"])
        #expect(try fields { $0.to = day("2026-03-15") } == ["to"])
        #expect(try fields { $0.halfHours = 49 } == ["hours"])
        #expect(try fields { $0.roll[0].mark = .leave } == ["chair"], "the secretary was to chair it")
        #expect(
            try fields {
                for place in $0.roll.indices { $0.roll[place].mark = .absent }
            } == ["roll", "chair"])
        #expect(
            try fields {
                $0.roll[1].mark = .official
                $0.keynotes = [
                    Keynote(person: "P1", title: "一"), Keynote(person: "P2", title: "二"),
                    Keynote(person: "P1", title: "三"),
                ]
            } == ["keynotes.1.person", "keynotes.2.person"])
        #expect(try town.held() == [])
        #expect(
            try town.refused(
                AnnounceSession(
                    record: "T1", scheme: .sample { ($0.from, $0.to) = (day("2026-03-20"), day("2026-03-16")) }),
                by: .clerk, on: "2026-03-10") == ["to: 结束日期早于开始日期"])
    }

    @Test(
        "a correction corrects the activity: who stays stays, who spoke is counted, and what stood before is read",
        arguments: TestEngine.allCases)
    func corrected(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.recorded()
        let before = try #require(try town.record(of: session))
        var outcome = before.outcome
        outcome.roll[2].mark = .here
        outcome.keynotes.append(Keynote(person: "P3", title: "谈法治"))
        outcome.reason = "签到表补正"
        let correction = CorrectSession(record: session.code, outcome: outcome)
        try town.database.perform(correction, by: .clerk, on: day("2026-03-20"))
        #expect(try town.held() == [["collectiveStudy", "P1 keynote", "P2 attendee", "P3 keynote"]])
        let after = try #require(try town.record(of: session))
        #expect(after.activity != before.activity && after.recorded == before.recorded)
        let change = try town.database.read { try $0.correction(of: RecordReference(.activity, before.activity)) }
        #expect(change?.replacement == after.activity && change?.reason == "签到表补正")
        #expect(try town.refused(correction, by: .clerk, on: "2026-03-21") == [": 内容没有变化"])
        // What changes no figure corrects no activity.
        outcome.observers = 4
        try town.database.perform(
            CorrectSession(record: session.code, outcome: outcome), by: .clerk, on: day("2026-03-21"))
        #expect(try town.record(of: session)?.activity == after.activity)
    }

    @Test("a record that is taken back counts no more, and is put on record anew", arguments: TestEngine.allCases)
    func takenBack(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.recorded()
        let outcome = try #require(try town.record(of: session)?.outcome)
        try town.database.perform(TakeRecordBack(record: session.code, reason: "误报"), by: .clerk, on: day("2026-03-20"))
        #expect(try town.held() == [])
        #expect(try town.record(of: session) == nil)
        #expect(
            try town.refused(TakeRecordBack(record: session.code, reason: "误报"), by: .clerk, on: "2026-03-20")
                == [": 这次学习还没有纪实"])
        try town.database.perform(
            RecordSession(record: session.code, outcome: outcome), by: .clerk, on: day("2026-03-21"))
        #expect(try town.held() == [["collectiveStudy", "P1 keynote", "P2 attendee"]])
        try town.database.perform(TakeRecordBack(record: session.code, reason: "误报"), by: .clerk, on: day("2026-03-22"))
        try town.database.perform(
            CancelSession(record: session.code, reason: "没有举行"), by: .clerk, on: day("2026-03-22"))
        #expect(
            try town.refused(RecordSession(record: session.code, outcome: outcome), by: .clerk, on: "2026-03-23")
                == [": 这次学习已经取消"])
        #expect(try town.database.faults() == [])
    }

    @Test(
        "what was corrected or voided among the activities is followed, and never counted twice",
        arguments: TestEngine.allCases)
    func elsewhere(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.recorded()
        let record = try #require(try town.record(of: session))
        let (activity, parts) = try town.database.read {
            (try #require(try $0.activity(code: record.activity)), try $0.liveParticipations(in: record.activity))
        }
        var draft = ActivityDraft(activity, participants: parts)
        draft.hours = 4
        let replaced = try town.database.perform(
            CorrectActivity(record.activity, with: draft, reason: "时长有误"), by: .clerk, on: day("2026-03-19"))
        var outcome = record.outcome
        outcome.roll[1].mark = .leave
        #expect(
            try town.refused(CorrectSession(record: session.code, outcome: outcome), by: .clerk, on: "2026-03-20")
                == ["reason: 请写明更正原因"])
        outcome.reason = "点名有误"
        try town.database.perform(
            CorrectSession(record: session.code, outcome: outcome), by: .clerk, on: day("2026-03-20"))
        #expect(try town.held() == [["collectiveStudy", "P1 keynote"]])
        let stands = try #require(try town.record(of: session)?.activity)
        #expect(
            try town.database.read { try $0.correction(of: RecordReference(.activity, replaced.activity.code)) }?
                .replacement == stands)
        try town.database.perform(
            VoidRecord(RecordReference(.activity, stands), reason: "重复"), by: .clerk, on: day("2026-03-21"))
        #expect(try town.database.read { try $0.standing(activity: record.activity) }.isVoid)
        outcome.roll[1].mark = .here
        try town.database.perform(
            CorrectSession(record: session.code, outcome: outcome), by: .clerk, on: day("2026-03-22"))
        #expect(try town.held() == [["collectiveStudy", "P1 keynote", "P2 attendee"]])
        try town.database.perform(TakeRecordBack(record: session.code, reason: "误报"), by: .clerk, on: day("2026-03-23"))
        #expect(try town.held() == [])
    }

    @Test("the same session reported by hand already is not reported twice", arguments: TestEngine.allCases)
    func same(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.announced()
        let by = try town.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: .collectiveStudy, title: session.title, organiser: "U2", team: "T1", from: day("2026-03-16"),
                    to: day("2026-03-16"), hours: 3, participants: [ParticipantDraft(person: "P1", hours: 3)])),
            by: .clerk, on: day("2026-03-17"))
        #expect(
            try town.refused(
                RecordSession(record: session.code, outcome: try town.outcome(of: session)), by: .clerk,
                on: "2026-03-18")
                == [": 活动记录中已有同一次学习：\(by.activity.code)，请先核对"])
        #expect(try town.database.read { try $0.count(StudyRecord.self, for: .everybody) } == 0)
    }

    @Test("a record that comes two years late is taken, and shown as late", arguments: TestEngine.allCases)
    func late(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.announced()
        let outcome = try town.outcome(of: session)
        let today = day("2028-03-18")
        try town.database.perform(RecordSession(record: session.code, outcome: outcome), by: .clerk, on: today)
        #expect(try town.held().count == 1)
        let remarks = outcome.remarks(of: session, recorded: today, StudyRules(), .weekdays).map(\.zh)
        #expect(remarks == ["重点发言0人，规定2人", "应于2026-03-19前纪实，晚了730天"])
    }

    @Test("what was missed is made up by those who were away, with how and when", arguments: TestEngine.allCases)
    func madeUp(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        let session = try town.recorded()
        func makeUp(_ person: String, on day: Day, _ way: MakeUpWay = .written) -> MakeUp {
            MakeUp(
                record: session.code,
                sheet: MakeUpSheet(day: day, away: [RollLine(person: person, role: .member, madeUp: way)]))
        }
        #expect(
            try town.refused(makeUp("P2", on: day("2026-03-15")), by: .clerk, on: "2026-03-20") == [
                "day: 补学日期早于学习日期2026-03-16", "ways: 成员2出席了，不需要补学",
            ])
        #expect(
            try town.refused(makeUp("P3", on: day("2026-03-25")), by: .clerk, on: "2026-03-20") == [
                "day: 日期2026-03-25还没有到"
            ])
        try town.database.perform(makeUp("P3", on: day("2026-03-20")), by: .clerk, on: day("2026-03-20"))
        let record = try #require(try town.record(of: session))
        #expect(record.outcome.roll[2].madeUp == .written && record.outcome.roll[2].madeUpOn == day("2026-03-20"))
        #expect(try town.held() == [["collectiveStudy", "P1 keynote", "P2 attendee"]], "it adds to no figure")
    }

    @Test("a state is the same in the list and on the page, at its edges", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        // Held on a Monday: three working days later is Thursday.
        let session = try town.announced()
        func state(on today: String) throws -> SessionState {
            try town.database.read { reading in
                let ask = Ask.of(reading, .clerk, on: day(today))
                let told = try SessionState.state(of: session, ask)
                for state in SessionState.allCases {
                    let count = try reading.count(StudySession.self, for: .clerk, where: try state.condition(ask))
                    #expect((count == 1) == (state == told), "\(state) on \(today)")
                }
                return told
            }
        }
        #expect(
            try ["2026-03-16", "2026-03-17", "2026-03-19", "2026-03-20"].map { try state(on: $0) } == [
                .toCome, .toRecord, .toRecord, .recordOverdue,
            ])
        try town.database.perform(
            RecordSession(record: session.code, outcome: try town.outcome(of: session)), by: .clerk,
            on: day("2026-03-20"))
        #expect(try state(on: "2026-03-20") == .recorded)
    }

    @Test(
        "the year of a group has planned, held and missing by month, whoever reported it",
        arguments: TestEngine.allCases)
    func year(engine: TestEngine) throws {
        let town = try StudyTown(engine)
        _ = try town.plan(.noted)
        _ = try town.recorded()
        try town.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: .seminar, title: "补报", organiser: "U2", team: "T1", from: day("2026-04-08"),
                    to: day("2026-04-08"),
                    hours: 3)), by: .clerk, on: day("2026-04-09"))
        let (group, year) = try town.database.read { reading in
            let group = try #require(try reading.studyGroup("T1", for: .clerk))
            return (group, try GroupYear(group, 2026, in: reading, on: day("2026-06-10")))
        }
        #expect(group.name == "T1组")
        func mark(_ month: Int, _ kind: StudyKind) -> Mark? { year.cell(month, kind).mark }
        #expect(mark(3, .collectiveStudy) == .met && mark(4, .seminar) == .met, "one of the plan, one besides")
        #expect(mark(5, .seminar) == .overdue && year.cell(5, .seminar).missing == 1)
        #expect(mark(1, .collectiveStudy) == nil && mark(12, .seminar) == nil)
        let before = try town.database.read { try GroupYear(group, 2026, in: $0, on: day("2026-05-31")) }
        #expect(before.cell(5, .seminar).mark == .notYetDue, "the month is not over")
    }
}
