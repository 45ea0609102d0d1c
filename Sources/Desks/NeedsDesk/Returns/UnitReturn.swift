import Store
import Vocabulary

/// What a unit needs (单位需求), or somebody above it asks for (组织需求).
struct ReturnDraft: Sendable, Hashable {
    var survey = ""
    var topic = ""
    var audience: [PersonCategory] = []
    var target = ""
    var heads = 0
    var days = 1
    /// From 1 to 12; 0: any.
    var month = 0
    var trainer = ""
    var reason = ""
    var contact = ""
    /// Of what the office notes: who asked for it, or by which paper.
    var source = ""
    var unit = ""
}

enum ReturnOrigin: String, Named, Stored {
    case unit, office
    var words: Words {
        switch self {
        case .unit: Words("单位需求", "Of a unit")
        case .office: Words("组织需求", "Of the office")
        }
    }
}

enum ReturnStage: String, Named, Stored {
    case filed, none, withdrawn
    var words: Words {
        switch self {
        case .filed: Words("已报送", "Filed")
        case .none: Words("无需求", "None needed")
        case .withdrawn: Words("已撤回", "Withdrawn")
        }
    }
}

/// One line of what is needed besides what people answer.
struct UnitReturn: Noun {
    var code: String
    var origin: ReturnOrigin
    var draft: ReturnDraft
    var filed: Day
    var stage: ReturnStage
    var remark = ""

    var survey: String { draft.survey }

    static let table = Table<UnitReturn>(
        "unit_returns", Column("code") { $0.code }, Column("survey") { $0.survey }, Column("origin") { $0.origin },
        Column("unit") { $0.draft.unit }, Column("source") { $0.draft.source }, Column("topic") { $0.draft.topic },
        Column("target") { $0.draft.target }, Column("heads") { $0.draft.heads }, Column("days") { $0.draft.days },
        Column("month") { $0.draft.month }, Column("trainer") { $0.draft.trainer },
        Column("reason") { $0.draft.reason }, Column("contact") { $0.draft.contact },
        Column("filed_day") { $0.filed }, Column("stage") { $0.stage }, Column("remark") { $0.remark }
    ) {
        code, survey, origin, unit, source, topic, target, heads, days, month, trainer, reason, contact, filed, stage,
        remark in
        UnitReturn(
            code: code, origin: origin,
            draft: ReturnDraft(
                survey: survey, topic: topic, target: target, heads: heads, days: days, month: month, trainer: trainer,
                reason: reason,
                contact: contact, source: source, unit: unit), filed: filed, stage: stage, remark: remark)
    }
    static let lists = [
        NounList<UnitReturn>(
            \.draft.audience, owner: "return_code",
            Table("return_audiences", Column("category") { $0.rawValue }, make: { PersonCategory(rawValue: $0) }))
    ]
    /// What the office notes belongs to no unit: only those whose reach is the whole town see it.
    static let reach = Reach.unit("unit")
    static let searched = ["topic", "code"]
}
