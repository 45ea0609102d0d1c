import Records
import Spelling
import Store
import Vocabulary

/// What a group meets for, which decides what it counts as.
enum StudyKind: String, Named, Stored {
    case collectiveStudy, seminar, beforeMeeting

    var words: Words {
        switch self {
        case .collectiveStudy: Words("集中学习", "Collective study")
        case .seminar: Words("专题研讨", "Seminar")
        case .beforeMeeting: Words("会前学习", "Study before a meeting")
        }
    }

    var activity: ActivityKind {
        switch self {
        case .collectiveStudy: .collectiveStudy
        case .seminar: .seminar
        case .beforeMeeting: .meeting
        }
    }
}

/// How it is done (学习形式).
enum StudyForm: String, Named, Stored {
    case reading, discussion, tutorial, readingClass, field, video, extended, joint

    var words: Words {
        switch self {
        case .reading: Words("集体学习", "Reading together")
        case .discussion: Words("集体研讨", "Discussion")
        case .tutorial: Words("专题辅导", "Tutorial by an expert")
        case .readingClass: Words("读书班", "Reading class")
        case .field: Words("现场学习", "In the field")
        case .video: Words("视频学习", "By video")
        case .extended: Words("扩大学习", "With others invited")
        case .joint: Words("联学", "With another group")
        }
    }
}

enum StudyMonth: String, Named, Stored {
    case m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12

    var number: Int { Int(rawValue.dropFirst()) ?? 1 }
    var words: Words { Words("\(number)月", Self.english[number - 1]) }

    init?(number: Int) { self.init(rawValue: "m\(number)") }

    private static let english = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

/// One topic of the plan: when, what, how, and who leads.
struct PlannedTopic: Sendable, Hashable {
    var month = StudyMonth.m1
    var kind = StudyKind.collectiveStudy
    var topic = ""
    var reading = ""
    var form = StudyForm.discussion
    /// A member; empty where an expert speaks, or nobody is named yet.
    var lead = ""
    var expert = ""
}

/// The plan of a year as it is written.
struct StudyPlanDraft: Sendable, Hashable {
    /// The group, for the choice of its members.
    var team = ""
    var year = 0
    var topics: [PlannedTopic] = []
}

/// The plan of a group for a year (年度学习计划), on its way to the city.
struct StudyPlan: Noun {
    var code: String
    var draft: StudyPlanDraft
    var unit: String
    var stage: PlanStage
    var drafted: Day
    var submitted: Day?
    var approved: Day?
    /// The day from which it counts as filed; what was returned and filed again comes anew.
    var filed: Day?
    var noted: Day?
    var remark: String
    /// The list of members as it was filed with the plan (成员名单).
    var members: [FiledMember]

    static let table = Table<StudyPlan>(
        "study_plans",
        Column("code") { $0.code }, Column("team") { $0.draft.team }, Column("unit") { $0.unit },
        Column("plan_year") { $0.draft.year }, Column("stage") { $0.stage }, Column("drafted_day") { $0.drafted },
        Column("submitted_day") { $0.submitted }, Column("approved_day") { $0.approved },
        Column("filed_day") { $0.filed }, Column("noted_day") { $0.noted }, Column("remark") { $0.remark }
    ) { code, team, unit, year, stage, drafted, submitted, approved, filed, noted, remark in
        StudyPlan(
            code: code, draft: StudyPlanDraft(team: team, year: year), unit: unit, stage: stage, drafted: drafted,
            submitted: submitted, approved: approved, filed: filed, noted: noted, remark: remark, members: [])
    }
    static let lists = [
        NounList<StudyPlan>(
            \.draft.topics, owner: "plan",
            Table(
                "study_plan_topics", Column("month") { $0.month }, Column("kind") { $0.kind },
                Column("topic") { $0.topic }, Column("reading") { $0.reading }, Column("form") { $0.form },
                Column("lead_person") { $0.lead }, Column("expert") { $0.expert }, make: PlannedTopic.init)),
        NounList(
            \.members, owner: "plan",
            Table(
                "study_plan_members", Column("person") { $0.person }, Column("team_role") { $0.role },
                make: FiledMember.init)),
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["code"]
}

/// A member on the list that was filed.
struct FiledMember: Sendable, Hashable {
    var person: String
    var role: GroupRole
}

/// What a member is, as this desk's tables keep it.
enum GroupRole: String, Named, Stored {
    case secretary, member

    init(_ role: TeamRole) { self = role == .secretary ? .secretary : .member }

    var words: Words { (self == .secretary ? TeamRole.secretary : .member).words }
}

/// How far a plan has come on paper.
enum PlanStage: String, Named, Stored {
    case draft, submitted, approved, filed, noted, returned

    var words: Words {
        switch self {
        case .draft: Words("草拟中", "Draft")
        case .submitted: Words("待审定", "To be approved")
        case .approved: Words("已审定，待报备", "Approved, to be filed")
        case .filed: Words("已报备，待备案", "Filed, to be noted")
        case .noted: Words("已备案", "Noted")
        case .returned: Words("退回修改", "Returned")
        }
    }

    /// Whether what it says can be changed.
    var isOpen: Bool { self == .draft || self == .returned }
}

extension Reading {
    /// The plan of a group for a year, where there is one.
    func plan(of team: String, _ year: Int) throws -> StudyPlan? {
        try all(StudyPlan.self, for: .everybody, where: "team = \(team) and plan_year = \(year)").first
    }
}
