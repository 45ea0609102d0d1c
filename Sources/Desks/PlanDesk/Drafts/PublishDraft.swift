import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// From when a draft is in force, and whether what stays in it goes on.
struct PublishScheme: Sendable, Hashable {
    enum Way: String, Named {
        case amends, begins

        var words: Words {
            switch self {
            case .amends: Words("修订现行方案（未变的要求周期接续）", "Amends the plan in force (what stays goes on)")
            case .begins: Words("新方案（全部要求重新起算）", "A new plan (all begins anew)")
            }
        }
    }

    var inForce = Day.unset
    var way = Way.amends

    static let form = Form<PublishScheme>(
        .init(
            Words("发布", "Publishing"),
            .day(
                \.inForce, "inForce", Words("生效日期", "In force from"),
                hint: Words(
                    "这一天起按新版计算；此前各日的台账不变。年度要求宜从1月1日起",
                    "From this day on the ledger is counted by it; of days before nothing changes. Yearly duties are best begun on 1 January"
                )),
            .choice(\.way, "way", Words("性质", "What it is"))))
}

/// Publishes a draft as the next edition (发布方案).
struct PublishDraft: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("发布方案", "Plan published")
    static let title = Words("发布方案", "Publish the plan")
    static let button = Words("发布", "Publish")
    static let step = "publish"
    static let settles = true
    var record: String
    var scheme: PublishScheme

    static func notNow(
        _ draft: PlanDraft, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { draft.stage == .open ? nil : PlanProblem.isClosed(draft.stage) }

    func perform(on draft: PlanDraft, in t: ActTransaction) throws -> PlanDraft {
        guard let text = try t.one(PlanDraftText.self, draft.code, for: t.reader)?.body else {
            try t.refuse(PlanProblem.gone)
        }
        let answers = try PlanAnswers(text: draft.answers)
        let edition = try t.telling {
            try PublishPlan(
                plan: Array(text.utf8), lexicon: answers.lexicon, bindings: answers.bindings, inForce: scheme.inForce,
                amends: scheme.way == .amends
            ).perform(in: t)
        }
        var draft = draft
        draft.stage = .published
        draft.edition = edition.number
        try t.update(draft)
        return draft
    }
}

/// Puts a draft aside, with the reason (放弃); it stays in the list.
struct DiscardDraft: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("放弃方案稿", "Draft put aside")
    static let title = Words("放弃方案稿", "Put the draft aside")
    static let button = Words("放弃", "Put aside")
    static let step = "discard"
    var record: String
    var reason: String

    static func notNow(
        _ draft: PlanDraft, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { draft.stage == .open ? nil : PlanProblem.isClosed(draft.stage) }

    func perform(on draft: PlanDraft, in t: ActTransaction) throws -> PlanDraft {
        var draft = draft
        draft.stage = .discarded
        draft.remark = reason
        try t.update(draft)
        return draft
    }
}
