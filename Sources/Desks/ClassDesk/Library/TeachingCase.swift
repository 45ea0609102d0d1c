import Pages
import Spelling
import Store
import Vocabulary

/// A case to teach by (案例; work-classes 24): handed in, reviewed by at least two, and then in the library.
struct TeachingCase: LibraryNoun {
    var code: String
    var entry: CaseEntry
    /// The day on which it was handed in.
    var entered: Day
    var stop: LibraryStop?
    /// It is reviewed anew once it was revised.
    var round = 1
    var reviews: [CaseReview] = []

    init(code: String, entry: CaseEntry, entered: Day) {
        self.code = code
        self.entry = entry
        self.entered = entered
    }

    static let table = Table<TeachingCase>(
        "teaching_cases",
        Column("code") { $0.code }, Column("title") { $0.entry.title }, Column("field") { $0.entry.field },
        Column("level") { $0.entry.level }, Column("form") { $0.entry.medium }, Column("author") { $0.entry.author },
        Column("unit_name") { $0.entry.unit }, Column("summary") { $0.entry.summary }, Column("round") { $0.round },
        Column("entered_day") { $0.entered }, Column("stopped_day") { $0.stop?.day },
        Column("stop_reason") { $0.stop?.reason ?? "" }
    ) { code, title, field, level, medium, author, unit, summary, round, entered, stopped, reason in
        var entry = CaseEntry()
        (entry.title, entry.field, entry.level, entry.medium) = (title, field, level, medium)
        (entry.author, entry.unit, entry.summary) = (author, unit, summary)
        var made = TeachingCase(code: code, entry: entry, entered: entered)
        made.stop = LibraryStop(stopped, reason)
        made.round = round
        return made
    }
    static let lists = [
        NounList<TeachingCase>(
            \.reviews, owner: "teaching_case",
            Table(
                "case_reviews", Column("round") { $0.round }, Column("reviewer") { $0.reviewer },
                Column("verdict") { $0.verdict }, Column("remark") { $0.remark }, Column("day") { $0.day },
                make: CaseReview.init))
    ]
    static let searched = ["title", "code", "author", "field"]
    static let path = "/cases/:code"
    static let series = CodeSeries(rawValue: "AL")
    static let adding = Words("提交案例", "Hand in a case")
    static let condition = "case"
    static let acts: [any RecordAct<TeachingCase>.Type] = [
        ReviewCase.self, ChangeEntry<TeachingCase>.self, StopUsing<TeachingCase>.self, TakeUpAgain<TeachingCase>.self,
    ]
    static func used(in session: ClassSession) -> String? { session.caseCode }

    /// What was sent back comes to review again.
    mutating func noteChange() {
        if reviews.contains(where: { $0.round == round && $0.verdict != .accept }) { round += 1 }
    }

    func state(reviewers: Int) -> CaseState {
        if stop != nil { return .stopped }
        let now = reviews.filter { $0.round == round }
        if now.contains(where: { $0.verdict == .turnDown }) { return .turnedDown }
        if now.contains(where: { $0.verdict == .revise }) { return .toRevise }
        return now.count >= reviewers ? .inLibrary : .underReview
    }
}

/// At what scale a case looks (层次).
enum CaseLevel: String, Named, Stored {
    case macro, middle, micro

    var words: Words {
        switch self {
        case .macro: Words("宏观", "Large scale")
        case .middle: Words("中观", "Middle scale")
        case .micro: Words("微观", "Small scale")
        }
    }
}

/// As what a case is kept (载体).
enum CaseMedium: String, Named, Stored {
    case text, video, scene, data

    var words: Words {
        switch self {
        case .text: Words("文本", "Text")
        case .video: Words("视频", "Video")
        case .scene: Words("现场", "On the spot")
        case .data: Words("数据", "Data")
        }
    }
}

/// What one reviewer said of a case (评审意见).
struct CaseReview: Sendable, Hashable {
    var round = 1
    var reviewer = ""
    var verdict = CaseVerdict.accept
    var remark = ""
    var day = Day.unset
}

enum CaseVerdict: String, Named, Stored {
    case accept, revise, turnDown

    var words: Words {
        switch self {
        case .accept: Words("入库", "Take it in")
        case .revise: Words("修改", "Revise")
        case .turnDown: Words("退稿", "Turn it down")
        }
    }
}

struct CaseEntry: LibraryEntry {
    var title = ""
    var field = ""
    var level = CaseLevel.middle
    var medium = CaseMedium.text
    var author = ""
    var unit = ""
    var summary = ""

    static let form = Form<CaseEntry>(
        .init(
            Words("案例", "Case"), .text(\.title, "title", Words("案例名称", "Title")),
            .text(\.field, "field", Words("领域", "Field"), rule: .name), .choice(\.level, "level", Words("层次", "Scale")),
            .choice(\.medium, "medium", Words("载体", "Kept as")),
            .text(\.author, "author", Words("作者", "Author"), rule: .name),
            .text(\.unit, "unit", Words("作者单位", "Author's unit"), isRequired: false, rule: .name),
            .longText(
                \.summary, "summary", Words("摘要和思考题", "Summary and questions"), isRequired: false, limit: 4000, rows: 6)
        ))
}

/// Where a case stands.
enum CaseState: String, Stated {
    case underReview, toRevise, turnedDown, inLibrary, stopped

    static func state(of record: TeachingCase, _ ask: Ask) throws -> CaseState {
        record.state(reviewers: try ask.classRules.caseReviewers)
    }

    static let told: [CaseState] = [.underReview, .toRevise, .inLibrary, .stopped]

    var words: Words {
        switch self {
        case .underReview: Words("评审中", "Under review")
        case .toRevise: Words("待修改", "To be revised")
        case .turnedDown: Words("已退稿", "Turned down")
        case .inLibrary: Words("在库", "In use")
        case .stopped: Words("停用", "Out of use")
        }
    }

    var mark: Mark {
        switch self {
        case .underReview: .next
        case .toRevise: .behind
        case .turnedDown, .stopped: .excused
        case .inLibrary: .met
        }
    }

    func condition(_ ask: Ask) throws -> SQL { condition(reviewers: try ask.classRules.caseReviewers) }

    func condition(reviewers: Int) -> SQL {
        func count(_ verdict: CaseVerdict) -> SQL {
            """
            (select count(*) from case_reviews r where r.teaching_case = teaching_cases.code
                and r.round = teaching_cases.round and r.verdict = \(verdict))
            """
        }
        let isUsed: SQL = "stopped_day is null"
        let isWell: SQL = "\(isUsed) and \(count(.turnDown)) = 0 and \(count(.revise)) = 0"
        return switch self {
        case .stopped: "stopped_day is not null"
        case .turnedDown: "\(isUsed) and \(count(.turnDown)) > 0"
        case .toRevise: "\(isUsed) and \(count(.turnDown)) = 0 and \(count(.revise)) > 0"
        case .inLibrary: "\(isWell) and \(count(.accept)) >= \(reviewers)"
        case .underReview: "\(isWell) and \(count(.accept)) < \(reviewers)"
        }
    }
}

extension TeachingCase {
    static let listing = Listing<TeachingCase>(
        Words("案例库", "Cases"),
        columns: [
            .title(Words("案例名称", "Title"), sort: "title"), CaseEntry.form.column("field", of: \.entry, sort: "field"),
            CaseEntry.form.column("level", of: \.entry, sort: "level"),
            CaseEntry.form.column("medium", of: \.entry, .off, sort: "form"),
            CaseEntry.form.column("author", of: \.entry, sort: "author"),
            CaseEntry.form.column("unit", of: \.entry, .file),
            .day("entered", Words("提交", "Handed in"), .off, sort: "entered_day") { $0.entered },
            TeachingCase.usedColumn(Words("今年使用（次）", "Used this year")), .code(), CaseState.column(),
        ],
        filters: [
            .search(Words("名称、领域、作者", "Title, field, author"), TeachingCase.self),
            .choice("level", Words("层次", "Scale"), CaseLevel.self) { level, _ in "level = \(level)" }, CaseState.filter,
        ], order: "entered_day desc", empty: Words("案例库还没有案例", "There are no cases yet"),
        sentence: CaseState.sentence)
}

extension CaseEntry {
    var identity: String { "\(title)\u{1F}\(author)" }
    var told: String { "\(field)，\(level.words.zh)，\(author)" }

    static var example: CaseEntry {
        var entry = CaseEntry()
        (entry.title, entry.field, entry.author, entry.unit) = ("示例案例", "城市更新", "案例组", "市委党校")
        return entry
    }
}
