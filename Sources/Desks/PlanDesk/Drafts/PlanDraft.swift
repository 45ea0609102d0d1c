import Formats
import Foundation
import Pages
import PlanLanguage
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// A plan that was handed in (方案稿): its text as it was read, and what has been answered of it, until it is published or put
/// aside.
struct PlanDraft: Noun {
    var code: String
    var title: String
    var source: PlanSourceKind
    /// Number of the edition that it is held against; nil: there was none.
    var against: Int?
    /// Lexicon and answers, as an edition keeps them.
    var answers: String
    /// What of the file is not in the text, as JSON.
    var leftOut: String
    var handed: Day
    var madeBy: String
    var stage: DraftStage
    /// The edition that it became.
    var edition: Int?
    var remark: String

    static let table = Table<PlanDraft>(
        "plan_drafts", Column("code") { $0.code }, Column("title") { $0.title }, Column("source") { $0.source },
        Column("against") { $0.against }, Column("answers") { $0.answers }, Column("left_out") { $0.leftOut },
        Column("handed_day") { $0.handed }, Column("made_by") { $0.madeBy }, Column("stage") { $0.stage },
        Column("edition") { $0.edition }, Column("remark") { $0.remark }, make: PlanDraft.init)
    static let reach = Reach.everybody
    static let searched = ["title", "code"]
}

/// The text of a draft, which nobody changes: whoever has another text hands it in.
struct PlanDraftText: Noun {
    var draft: String
    var body: String

    static let table = Table<PlanDraftText>(
        "plan_draft_texts", Column("draft") { $0.draft }, Column("body") { $0.body }, make: PlanDraftText.init)
    static let reach = Reach.through("draft", PlanDraft.self)
}

enum PlanSourceKind: String, Named, Stored {
    case file, pasted, edition

    var words: Words {
        switch self {
        case .file: Words("上传的文件", "A file")
        case .pasted: Words("粘贴的文字", "Pasted text")
        case .edition: Words("在已发布版本上修订", "An edition, revised")
        }
    }
}

enum DraftStage: String, Named, Stored {
    case open, published, discarded

    var words: Words {
        switch self {
        case .open: Words("待发布", "Not published yet")
        case .published: Words("已发布", "Published")
        case .discarded: Words("已放弃", "Put aside")
        }
    }

    var mark: Mark {
        switch self {
        case .open: .next
        case .published: .met
        case .discarded: .excused
        }
    }
}

enum PlanPaper: String, Named, Stored {
    case original, approval, other

    var words: Words {
        switch self {
        case .original: Words("方案原件", "The original")
        case .approval: Words("审定材料", "Approval")
        case .other: Words("其他", "Other")
        }
    }
}

extension PlanDraft: EvidenceBearer {
    typealias Document = PlanPaper

    /// What was published keeps its papers as they are.
    func ended(in reading: some Reading) throws -> Words? {
        stage == .open ? nil : Words("这份方案稿\(stage.words.zh)", "This draft is \(stage.words.en.lowercased())")
    }
}

extension PlanDraft: PagedNoun {
    static let path = "/plan/drafts/:code"
    static let acts: [any RecordAct<PlanDraft>.Type] = [PublishDraft.self, DiscardDraft.self]
    static let seeing = Words("查看方案稿", "See the draft")

    func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [
            Frame.Crumb(Words("方案", "Plan"), "/plan"), Self.home,
            Frame.Crumb(Words(title, title), address),
        ]
    }

    static let listing: Listing<PlanDraft> = {
        var listing = Listing<PlanDraft>(
            Words("方案稿", "Drafts of the plan"),
            columns: [
                ListColumn("title", Words("名称", "Title"), .lead, sort: "title", text: { draft, _ in draft.title }) {
                    draft, ask in .a(.href(ask.context.link(draft.address)), .text(draft.title))
                },
                ListColumn(
                    "source", Words("来源", "From"), .meta, sort: "source",
                    text: { draft, ask in ask.say(draft.source.words) }),
                .day("handed", Words("提交日期", "Handed in"), sort: "handed_day") { $0.handed },
                ListColumn("by", Words("提交人", "By"), .off, sort: "made_by", text: { draft, _ in draft.madeBy }),
                ListColumn(
                    "edition", Words("发布为", "Published as"), .meta, sort: "edition",
                    text: { draft, ask in draft.edition.map { ask.say("第\($0)版", "edition \($0)") } ?? "" }),
                .code(),
                ListColumn(
                    "state", Words("状态", "State"), .end, sort: "stage",
                    text: { draft, ask in ask.say(draft.stage.words) }
                ) {
                    draft, ask in .state(draft.stage.mark, ask.say(draft.stage.words))
                },
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), PlanDraft.self),
                .choice("state", Words("状态", "State"), DraftStage.self) { stage, _ in "stage = \(stage)" },
            ], order: "handed_day desc, code desc", empty: Words("没有方案稿", "There are no drafts"))
        listing.since = ListedSince(Words("提交", "handed in")) { "handed_day <= \($0)" }
        return listing
    }()
}

extension PlanDraft {
    var remainders: [PlanRemainder] {
        (try? JSONDecoder().decode([PlanRemainder].self, from: Data(leftOut.utf8))) ?? []
    }
}

/// What of a file is not in the text, as it is kept.
struct PlanRemainder: Codable, Hashable, Sendable {
    var kind: String
    var count: Int
    var excerpts: [String]

    init(_ remainder: DocumentRemainder) {
        (kind, count, excerpts) = (remainder.kind.rawValue, remainder.count, remainder.excerpts)
    }

    var words: Words {
        DocumentRemainder.Kind(rawValue: kind).map(\.words) ?? Words(kind, kind)
    }
}

extension CodeSeries {
    static let planDraft = CodeSeries(rawValue: "FA")
}
