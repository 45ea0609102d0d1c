import Pages
import Spelling
import Store
import Vocabulary

/// A meeting of a branch as it is announced (通知).
struct MeetingScheme: Sendable, Hashable {
    var kind = MeetingKind.general
    var themed = ThemedKind.general
    var title = ""
    var form = MeetingForm.inPerson
    var day = Day.unset
    var heldAt = ""
    var topics: [Topic] = []
    var agenda: [String] = []

    static let form = Form<MeetingScheme>(
        .init(
            Words("安排", "The meeting"),
            .choice(
                \.kind, "kind", Words("种类", "Kind"),
                hint: Words("组织生活会只记日期", "Of an organisation-life meeting only the day is kept")),
            .text(\.title, "title", Words("主题", "Topic")), .day(\.day, "day", Words("日期", "Day")),
            .text(\.heldAt, "heldAt", Words("地点", "Place"), rule: .name), .choice(\.form, "form", Words("形式", "How")),
            themedKind,
            .lines(
                \.agenda, "agenda", Words("议程", "Agenda"), hint: Words("一行一项", "One a line"), isRequired: false,
                most: 20),
            .topics(\.topics, Words("主题标签", "Topics"), folded: Words("选择主题标签", "Choose topics"))))

    private static let themedKind = FormField<MeetingScheme>.choice(
        \.themed, "themed", Words("主题党日内容", "Of a themed day"),
        hint: Words("由此决定计入哪项要求；其他会议不用选", "By it the ledger counts; of other meetings it says nothing"))

    /// What is shown of it: what says nothing of its kind is left out.
    static func shown(_ kind: MeetingKind) -> Form<MeetingScheme> {
        guard kind != .themedDay else { return form }
        return Form(
            .init(Words("安排", "The meeting"), fields: form.fields.filter { $0.name != themedKind.name }))
    }
}

/// A meeting of a branch, from its notice to its record.
struct BranchMeeting: Noun {
    var code: String
    var branch: String
    var scheme: MeetingScheme
    var announced: Day
    var stage: MeetingStage
    var remark: String

    static let table = Table<BranchMeeting>(
        "branch_meetings",
        Column("code") { $0.code }, Column("branch") { $0.branch }, Column("kind") { $0.scheme.kind },
        Column("themed_kind") { $0.scheme.themed }, Column("title") { $0.scheme.title },
        Column("form") { $0.scheme.form }, Column("planned_day") { $0.scheme.day },
        Column("held_at") { $0.scheme.heldAt }, Column("announced_day") { $0.announced }, Column("stage") { $0.stage },
        Column("remark") { $0.remark }
    ) { code, branch, kind, themed, title, form, day, heldAt, announced, stage, remark in
        BranchMeeting(
            code: code, branch: branch,
            scheme: MeetingScheme(kind: kind, themed: themed, title: title, form: form, day: day, heldAt: heldAt),
            announced: announced, stage: stage, remark: remark)
    }
    static let lists = [
        NounList<BranchMeeting>(
            \.scheme.topics, owner: "meeting",
            Table("branch_meeting_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
        NounList(
            \.scheme.agenda, owner: "meeting", Table("branch_meeting_agenda", Column("item") { $0 }, make: { $0 })),
    ]
    static let reach = Reach.unit("branch")
    static let searched = ["title", "code"]
}

/// Where a meeting stands on paper; whether it was held is told by its record.
enum MeetingStage: String, Named, Stored {
    case announced, cancelled

    var words: Words {
        self == .announced ? Words("已通知", "Announced") : Words("已取消", "Cancelled")
    }
}

/// What became of a meeting (纪实): by it the meeting is an activity, which the ledger counts.
struct MeetingRecord: Noun {
    var meeting: String
    var outcome: MeetingOutcome
    var recorded: Day
    /// Empty for what is kept as a day only.
    var activity: String
    /// That it was taken back: its activity is void, and it is put on record anew.
    var takenBack: Day?
    var reason: String

    static let table = Table<MeetingRecord>(
        "branch_records",
        Column("meeting") { $0.meeting }, Column("held_day") { $0.outcome.day },
        Column("half_hours") { $0.outcome.halfHours }, Column("held_at") { $0.outcome.heldAt },
        Column("chair") { $0.outcome.chair }, Column("recorder") { $0.outcome.recorder },
        Column("should_come") { $0.outcome.should }, Column("present") { $0.outcome.present },
        Column("observers") { $0.outcome.observers }, Column("purpose") { $0.outcome.purpose },
        Column("minutes") { $0.outcome.minutes }, Column("place_kind") { $0.outcome.place },
        Column("recorded_day") { $0.recorded }, Column("activity") { $0.activity },
        Column("taken_back_day") { $0.takenBack }, Column("reason") { $0.reason }
    ) {
        meeting, day, halfHours, heldAt, chair, recorder, should, present, observers, purpose, minutes, place,
        recorded, activity, takenBack, reason in
        MeetingRecord(
            meeting: meeting,
            outcome: MeetingOutcome(
                day: day, halfHours: halfHours, heldAt: heldAt, chair: chair, recorder: recorder, should: should,
                present: present, observers: observers, purpose: purpose, minutes: minutes, place: place),
            recorded: recorded, activity: activity, takenBack: takenBack, reason: reason)
    }
    static let lists = [
        NounList<MeetingRecord>(
            \.outcome.decisions, owner: "meeting", Table("branch_decisions", Column("decision") { $0 }, make: { $0 })),
        NounList(\.outcome.leaders, owner: "meeting", Table("branch_leaders", Column("person") { $0 }, make: { $0 })),
        NounList(
            \.outcome.speakers, owner: "meeting",
            Table(
                "lecture_speakers", Column("speaker_role") { $0.role }, Column("person") { $0.person },
                Column("guest") { $0.guest }, make: LectureSpeaker.init)),
    ]
    static let reach = Reach.through("meeting", BranchMeeting.self)

    var stands: Bool { takenBack == nil }
}

/// A record as it is filled in: when, where, who chaired it, how many were there, what was decided. Of members there are numbers
/// only; those are named who spoke, and leading officials who came.
struct MeetingOutcome: Sendable, Hashable {
    var day = Day.unset
    var halfHours = 0
    var heldAt = ""
    var chair = ""
    var recorder = ""
    var should = 0
    var present = 0
    /// People who sat in and are no members.
    var observers = 0
    var purpose = MeetingPurpose.ordinary
    var minutes = 0
    var place = LecturePlace.own
    var decisions: [String] = []
    /// Leading officials who were there as members of the branch, or at their contact point.
    var leaders: [String] = []
    var speakers: [LectureSpeaker] = []
    /// Of a correction.
    var reason = ""
    /// Whom the form offers among the leading officials.
    var offered: [String] = []
}

/// By it a meeting is valid with more than half of those entitled, or with four in five.
enum MeetingPurpose: String, Named, Stored {
    case ordinary, election

    var words: Words { self == .ordinary ? Words("一般会议", "Ordinary") : Words("选举", "Election") }
}

extension Reading {
    /// Nil where it was not put on record, or was taken back.
    func record(of meeting: BranchMeeting) throws -> MeetingRecord? {
        try one(MeetingRecord.self, meeting.code, for: .everybody).flatMap { $0.stands ? $0 : nil }
    }
}
