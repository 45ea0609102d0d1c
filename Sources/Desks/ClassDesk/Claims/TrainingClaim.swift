import Pages
import Records
import Storage
import Store
import Vocabulary

/// Training that a unit held itself, or that its people attended elsewhere, claimed afterwards (培训学时申报).
struct TrainingClaim: PagedNoun {
    var code: String
    var scheme: ClaimScheme
    var stage: ClaimStage
    var filed: Day?
    var decided: Day?
    /// What was said with the last decision.
    var remark: String
    /// By which it counts, once it was confirmed.
    var activity: String

    static let table = Table<TrainingClaim>(
        "training_claims", Column("code") { $0.code }, Column("title") { $0.scheme.title },
        Column("source") { $0.scheme.source }, Column("unit") { $0.scheme.unit },
        Column("held_by") { $0.scheme.heldBy },
        Column("from_day") { $0.scheme.from }, Column("to_day") { $0.scheme.to },
        Column("half_hours") { $0.scheme.halfHours }, Column("half_days") { $0.scheme.halfDays },
        Column("way") { $0.scheme.way }, Column("taught") { $0.scheme.taught }, Column("note") { $0.scheme.note },
        Column("stage") { $0.stage }, Column("filed_day") { $0.filed }, Column("decided_day") { $0.decided },
        Column("remark") { $0.remark }, Column("activity") { $0.activity }
    ) {
        code, title, source, unit, heldBy, from, to, halfHours, halfDays, way, taught, note, stage, filed, decided,
        remark, activity in
        TrainingClaim(
            code: code,
            scheme: ClaimScheme(
                source: source, title: title, unit: unit, heldBy: heldBy, from: from, to: to, halfDays: halfDays,
                halfHours: halfHours, way: way, taught: taught, note: note),
            stage: stage, filed: filed, decided: decided, remark: remark, activity: activity)
    }
    static let lists = [
        NounList<TrainingClaim>(
            \.scheme.people, owner: "claim",
            Table("training_claim_people", Column("person") { $0 }, make: { $0 })),
        NounList(
            \.scheme.topics, owner: "claim",
            Table("training_claim_topics", Column("topic") { $0.rawValue }, make: { Topic(rawValue: $0) })),
    ]
    static let reach = Reach.unit("unit")
    /// What is said of one person's training is said of them; of several, the name alone is theirs.
    static let personal: PersonalTexts? = PersonalTexts("note", "remark") { person in
        """
        code in (select claim from training_claim_people where person in (\(list: person)))
        and code not in (select claim from training_claim_people where person not in (\(list: person)))
        """
    }
    static let searched = ["title", "code", "held_by"]

    static let path = "/claims/:code"
    static let seeing = Words("查看这次申报", "See the claim")
    static let acts: [any RecordAct<TrainingClaim>.Type] = [
        SubmitClaim.self, PassClaim.self, DecideClaim.self, ChangeClaim.self, VoidClaim.self,
    ]

    var title: String { scheme.title }
}

/// What a claim says.
struct ClaimScheme: Sendable, Hashable {
    var source = ClaimSource.own
    var title = ""
    var unit = ""
    /// Who held it, where that is not the unit.
    var heldBy = ""
    var from = Day.unset
    var to = Day.unset
    /// Half-days of training.
    var halfDays = 2
    /// School hours of the syllabus, in halves.
    var halfHours = 0
    var way = TeachingWay.classroom
    var taught = ClaimTeaching.taught
    var topics: [Topic] = []
    var people: [String] = []
    var note = ""
}

/// Where training came from (来源): by it hours are reckoned, and what kind of activity it is in the ledger.
enum ClaimSource: String, Named, Stored {
    case own, outside, superior, online, teaching

    var words: Words {
        switch self {
        case .own: Words("本单位自办培训", "Held by the unit itself")
        case .outside: Words("参加其他单位培训", "Held by another body")
        case .superior: Words("上级调训", "Called up from above")
        case .online: Words("网络培训", "Online")
        case .teaching: Words("授课", "Taught by the person")
        }
    }

    var activity: ActivityKind {
        switch self {
        // Kinds of class have rules of their own in plans, such as how long each lasts; these are none of them.
        case .own, .outside, .superior: .trainingClass
        case .online: .onlineCourse
        case .teaching: .lecture
        }
    }
}

/// Whether it had lessons: a meeting has none.
enum ClaimTeaching: String, Named, Stored {
    case taught, notTaught

    var words: Words {
        switch self {
        case .taught: Words("有课程、有授课人", "With lessons and trainers")
        case .notTaught: Words("没有授课安排", "Without lessons")
        }
    }
}

extension CodeSeries {
    static let claim = CodeSeries(rawValue: "SB")
}
