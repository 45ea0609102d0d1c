import Pages
import Records
import Spelling
import Store
import Vocabulary

/// A session as it is announced (学习通知).
struct SessionScheme: Sendable, Hashable {
    var title = ""
    var kind = StudyKind.collectiveStudy
    var form = StudyForm.discussion
    var from = Day.unset
    var to = Day.unset
    var heldAt = ""
    var topics: [Topic] = []
    var agenda: [String] = []
    var readings: [String] = []
    /// What members prepare to speak about.
    var questions: [String] = []
    var expert = ""
    var contact = ""
}

/// A session of a group, from its notice to its record.
struct StudySession: Noun {
    var code: String
    var team: String
    var unit: String
    var scheme: SessionScheme
    var announced: Day
    var stage: SessionStage
    var remark: String

    static let table = Table<StudySession>(
        "study_sessions",
        Column("code") { $0.code }, Column("team") { $0.team }, Column("unit") { $0.unit },
        Column("title") { $0.scheme.title }, Column("kind") { $0.scheme.kind }, Column("form") { $0.scheme.form },
        Column("from_day") { $0.scheme.from }, Column("to_day") { $0.scheme.to },
        Column("held_at") { $0.scheme.heldAt }, Column("expert") { $0.scheme.expert },
        Column("contact") { $0.scheme.contact }, Column("announced_day") { $0.announced },
        Column("stage") { $0.stage }, Column("remark") { $0.remark }
    ) { code, team, unit, title, kind, form, from, to, heldAt, expert, contact, announced, stage, remark in
        StudySession(
            code: code, team: team, unit: unit,
            scheme: SessionScheme(
                title: title, kind: kind, form: form, from: from, to: to, heldAt: heldAt, expert: expert,
                contact: contact), announced: announced, stage: stage, remark: remark)
    }
    static let lists = [
        NounList<StudySession>(
            \.scheme.topics, owner: "session",
            Table("study_session_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
        NounList(\.scheme.agenda, owner: "session", Table("study_session_agenda", Column("item") { $0 }, make: { $0 })),
        NounList(
            \.scheme.readings, owner: "session",
            Table("study_session_readings", Column("reading") { $0 }, make: { $0 })),
        NounList(
            \.scheme.questions, owner: "session",
            Table("study_session_questions", Column("question") { $0 }, make: { $0 })),
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "code"]
}

/// Where a session stands on paper; whether it was held is told by its record.
enum SessionStage: String, Named, Stored {
    case announced, cancelled

    var words: Words {
        switch self {
        case .announced: Words("已通知", "Announced")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }
}

/// What became of a session (学习纪实): by it the session is an activity, which the ledger counts.
struct StudyRecord: Noun {
    var session: String
    var outcome: SessionOutcome
    var recorded: Day
    var activity: String
    /// That it was taken back: its activity is void, and it is put on record anew.
    var takenBack: Day?
    var reason: String

    static let table = Table<StudyRecord>(
        "study_records",
        Column("session") { $0.session }, Column("from_day") { $0.outcome.from }, Column("to_day") { $0.outcome.to },
        Column("half_hours") { $0.outcome.halfHours }, Column("chair") { $0.outcome.chair },
        Column("observers") { $0.outcome.observers }, Column("recorded_day") { $0.recorded },
        Column("activity") { $0.activity }, Column("taken_back_day") { $0.takenBack }, Column("reason") { $0.reason }
    ) { session, from, to, halfHours, chair, observers, recorded, activity, takenBack, reason in
        StudyRecord(
            session: session,
            outcome: SessionOutcome(from: from, to: to, halfHours: halfHours, chair: chair, observers: observers),
            recorded: recorded, activity: activity, takenBack: takenBack, reason: reason)
    }
    static let lists = [
        NounList<StudyRecord>(
            \.outcome.roll, owner: "session",
            Table(
                "study_roll", Column("person") { $0.person }, Column("team_role") { $0.role },
                Column("mark") { $0.mark }, Column("made_up") { $0.madeUp }, Column("made_up_day") { $0.madeUpOn },
                make: RollLine.init)),
        NounList(
            \.outcome.keynotes, owner: "session",
            Table("study_keynotes", Column("person") { $0.person }, Column("title") { $0.title }, make: Keynote.init)),
    ]
    static let reach = Reach.through("session", StudySession.self)

    var stands: Bool { takenBack == nil }
}

/// A record as it is filled in: when it was held, who was there, who spoke. What was said stands in its papers alone.
struct SessionOutcome: Sendable, Hashable {
    var from = Day.unset
    var to = Day.unset
    var halfHours = 0
    var chair = ""
    /// People who sat in and are no members.
    var observers = 0
    var roll: [RollLine] = []
    var keynotes: [Keynote] = []
    /// Of a correction.
    var reason = ""
}

/// One member on the roll of a session.
struct RollLine: Sendable, Hashable {
    var person: String
    var role: GroupRole
    var mark = Presence.here
    var madeUp = MakeUpWay.notYet
    var madeUpOn: Day?
}

/// Whether a member was there; why somebody is ill is nowhere asked.
enum Presence: String, Named, Stored {
    case here, official, leave, absent

    var words: Words {
        switch self {
        case .here: Words("出席", "there")
        case .official: Words("因公请假", "on duty")
        case .leave: Words("请假", "on leave")
        case .absent: Words("缺席", "absent")
        }
    }

    var mark: Mark { self == .here ? .met : self == .absent ? .overdue : .excused }
}

/// How what was missed is made up (补学).
enum MakeUpWay: String, Named, Stored {
    case notYet, alone, written, spoken

    var words: Words {
        switch self {
        case .notYet: Words("未补学", "not made up")
        case .alone: Words("自学", "by reading")
        case .written: Words("书面补学", "in writing")
        case .spoken: Words("下次会上补谈", "at the next session")
        }
    }
}

/// A talk that a member had prepared (重点发言): its title, never what was said.
struct Keynote: Sendable, Hashable {
    var person = ""
    var title = ""
}

extension Reading {
    /// Nil where it was not put on record, or was taken back.
    func record(of session: StudySession) throws -> StudyRecord? {
        try one(StudyRecord.self, session.code, for: .everybody).flatMap { $0.stands ? $0 : nil }
    }
}
