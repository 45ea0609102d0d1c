import House
import Pages
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import StudyDesk

/// A county with two study groups, on either engine: T1 of the office with a secretary and two members, and a third from June on.
struct StudyTown {
    let database: Database

    init(_ engine: TestEngine) throws {
        database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县住建局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"),
        ]
        book.persons = (1...5).map {
            Person(code: "P\($0)", name: "成员\($0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["U2", "U2", "U2", "U2", "U3"].enumerated().map { place, unit in
            Appointment(
                code: "AP\(place + 1)", person: "P\(place + 1)", unit: unit, post: "局长", rank: "一级科员", dated: always)
        }
        func team(_ code: String, _ kind: TeamKind, _ unit: String) -> Team {
            Team(code: code, name: "\(code)组", kind: kind, unit: unit, dated: always)
        }
        book.teams = [team("T1", .studyGroup, "U2"), team("T2", .studyGroup, "U3"), team("T3", .leadershipTeam, "U2")]
        func member(_ person: String, _ team: String, _ role: TeamRole, from: Day = start) -> TeamMembership {
            TeamMembership(
                code: "M\(team)\(person)", team: team, person: person, role: role,
                dated: Dated(from: from, recorded: from))
        }
        book.memberships = [
            member("P2", "T1", .member), member("P1", "T1", .secretary), member("P3", "T1", .member),
            member("P4", "T1", .member, from: day("2026-06-01")), member("P5", "T2", .secretary),
        ]
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// A plan of 2026 with a study in March and a seminar in May, at the step it has come to.
    func plan(_ stage: PlanStage = .draft) throws -> StudyPlan {
        var plan = try database.perform(
            DraftStudyPlan(record: "T1", draft: .sample()), by: .clerk, on: day("2026-01-06"))
        if stage == .draft { return plan }
        plan = try database.perform(SubmitStudyPlan(record: plan.code), by: .clerk, on: day("2026-01-12"))
        if stage == .submitted { return plan }
        plan = try database.perform(
            ApproveStudyPlan(record: plan.code, isApproved: true, remark: ""), by: .leader, on: day("2026-01-14"))
        if stage == .approved { return plan }
        plan = try database.perform(FileStudyPlan(record: plan.code), by: .clerk, on: day("2026-01-30"))
        if stage == .filed { return plan }
        return try database.perform(
            NoteStudyPlan(record: plan.code, isApproved: true, remark: ""), by: .office, on: day("2026-02-04"))
    }

    func announced(_ change: (inout SessionScheme) -> Void = { _ in }) throws -> StudySession {
        try database.perform(
            AnnounceSession(record: "T1", scheme: .sample(change)), by: .clerk, on: day("2026-03-10"))
    }

    /// As the form proposes it.
    func outcome(of session: StudySession, _ change: (inout SessionOutcome) -> Void = { _ in }) throws -> SessionOutcome
    {
        var outcome = try database.read { try SessionOutcome(of: session, in: $0, StudyRules()) }
        change(&outcome)
        return outcome
    }

    /// Held with the secretary's keynote, P3 away on duty.
    func recorded() throws -> StudySession {
        let session = try announced()
        let outcome = try outcome(of: session) {
            $0.roll[2].mark = .official
            $0.keynotes = [Keynote(person: "P1", title: "谈基层治理")]
        }
        return try database.perform(
            RecordSession(record: session.code, outcome: outcome), by: .clerk, on: day("2026-03-18"))
    }

    func record(of session: StudySession) throws -> StudyRecord? { try database.read { try $0.record(of: session) } }

    /// What stands in the records: each live activity with who took part, and as what.
    func held() throws -> [[String]] {
        try database.read { reading in
            try reading.held(by: "T1", in: 2026).map { activity in
                [activity.kind]
                    + (try reading.liveParticipations(in: activity.code)).map { "\($0.person) \($0.role.rawValue)" }
                    .sorted()
            }
        }
    }

    func refused(_ act: some Act, by reader: Reader, on today: String) throws -> [String] {
        do {
            _ = try database.perform(act, by: reader, on: day(today))
            return []
        } catch let refused as Refused { return refused.problems.map { "\($0.field): \($0.words.zh)" } }
    }
}

extension Reader {
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let leader = Reader(account: "住建局负责人", rights: [.see, .lead], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report, .lead, .plan], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
}

extension StudyPlanDraft {
    static func sample(_ change: (inout StudyPlanDraft) -> Void = { _ in }) -> StudyPlanDraft {
        var draft = StudyPlanDraft(
            team: "T1", year: 2026,
            topics: [
                PlannedTopic(month: .m5, kind: .seminar, topic: "乡村振兴研讨", lead: "P2"),
                PlannedTopic(month: .m3, topic: "基层治理", reading: "有关文件", form: .reading, lead: "P1"),
            ])
        change(&draft)
        return draft
    }
}

extension SessionScheme {
    static func sample(_ change: (inout SessionScheme) -> Void = { _ in }) -> SessionScheme {
        var scheme = SessionScheme(
            title: "T1组2026年第1次集中学习", from: day("2026-03-16"), to: day("2026-03-16"), heldAt: "三楼会议室",
            topics: [.theory], agenda: ["领学", "讨论"], readings: ["有关文件"], questions: ["怎么办"], contact: "李文")
        change(&scheme)
        return scheme
    }
}

extension Ask {
    /// For looking at states without a server.
    static func of(_ reading: ReadTransaction, _ reader: Reader, on today: Day) -> Ask {
        Ask(
            context: PageContext(language: .zh, asOf: today, today: today, path: "/", query: Query(), town: ""),
            reader: reader, reading: reading, parts: [:])
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
