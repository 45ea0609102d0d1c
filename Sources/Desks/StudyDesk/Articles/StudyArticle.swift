import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What an article was published in.
enum Outlet: String, Named, Stored {
    case paper, journal, site, bulletin

    var words: Words {
        switch self {
        case .paper: Words("党报", "Paper")
        case .journal: Words("党刊", "Journal")
        case .site: Words("网络、新媒体", "On the net")
        case .bulletin: Words("内部刊物", "Internal bulletin")
        }
    }
}

/// An article that was published, as it is entered (发表文章): what a library card has, and nothing of what it says.
struct ArticleScheme: Sendable, Hashable {
    var unit = ""
    /// The study group that it is published for; empty: none.
    var team = ""
    var title = ""
    var outlet = Outlet.paper
    var publishedIn = ""
    var day = Day.unset
    var authors: [String] = []
    var link = ""

    static let form = Form<ArticleScheme>(
        .init(
            Words("文章", "The article"), .unit(\.unit, "unit", Words("单位", "Unit")), group,
            .text(\.title, "title", Words("题目", "Title")),
            .persons(\.authors, "authors", Words("作者", "Authors"), most: 20, onlyWithinReach: true)),
        .init(
            Words("发表", "Published"), .choice(\.outlet, "outlet", Words("类别", "Kind")),
            .text(\.publishedIn, "publishedIn", Words("报刊、网站名称", "Paper, journal or site"), rule: .name),
            .day(\.day, "day", Words("发表日期", "Published on")),
            .text(
                \.link, "link", Words("链接", "Link"),
                hint: Words(
                    "以http://或https://开头；内网打不开外部链接的，把剪报作为材料上传", "http:// or https://; hand a cutting in as well"),
                isRequired: false, rule: TextRule(limit: WebLink.limit))))

    private static let group = FormField<ArticleScheme>.option(
        \.team, "team", Words("中心组", "Study group"), none: Words("不以中心组名义", "for none"),
        among: { typed, naming in
            guard let unit = typed["unit"], let code = try naming.unit(typed: unit)?.code else { return [] }
            return try naming.once("groups of \(code)") {
                try naming.reading.all(
                    StudyGroup.self, for: .everybody, where: "\(StudyGroup.open(on: naming.today)) and unit = \(code)",
                    order: "code"
                ).map { FormOption($0.code, Words($0.name, $0.name)) }
            }
        }, unknown: { Words("“\($0)”不是这个单位的中心组", "“\($0)” is no study group of the unit") },
        named: { try $1.reading.team(code: $0)?.name })

    func problems(on today: Day) -> [StudyProblem] {
        var problems: [StudyProblem] = []
        if day > today { problems.append(.inTheFuture(day)) }
        if !link.isEmpty, !WebLink.isOne(link) { problems.append(.noLink) }
        return problems
    }
}

/// An address in the web as somebody pasted it: http or https to a named host, without a user's name before it and without
/// anything that a page would read as more than an address.
enum WebLink {
    static let limit = 500

    static func isOne(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard text.count <= limit, let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else {
            return false
        }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let isHost =
            !host.isEmpty && host.first != "." && host.first != ":"
            && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:".contains($0)) }
        return isHost && rest.allSatisfy { !$0.isWhitespace && !"\"'<>\\^`{|}".contains($0) }
    }
}

/// An article on record (发表文章).
struct StudyArticle: Noun {
    var code: String
    var scheme: ArticleScheme
    var entered: Day
    /// By which the ledger counts it (docs/decisions/0180).
    var activity: String
    var withdrawn: Day?
    var reason: String

    static let table = Table<StudyArticle>(
        "study_articles", Column("code") { $0.code }, Column("unit") { $0.scheme.unit },
        Column("team") { $0.scheme.team }, Column("title") { $0.scheme.title }, Column("outlet") { $0.scheme.outlet },
        Column("published_in") { $0.scheme.publishedIn }, Column("published_day") { $0.scheme.day },
        Column("link") { $0.scheme.link }, Column("entered_day") { $0.entered }, Column("activity") { $0.activity },
        Column("withdrawn_day") { $0.withdrawn }, Column("reason") { $0.reason }
    ) { code, unit, team, title, outlet, publishedIn, day, link, entered, activity, withdrawn, reason in
        StudyArticle(
            code: code,
            scheme: ArticleScheme(
                unit: unit, team: team, title: title, outlet: outlet, publishedIn: publishedIn, day: day, link: link),
            entered: entered, activity: activity, withdrawn: withdrawn, reason: reason)
    }
    static let lists = [
        NounList<StudyArticle>(
            \.scheme.authors, owner: "article",
            Table("study_article_authors", Column("person") { $0 }, make: { $0 }))
    ]
    static let reach = Reach.unit("unit")
    static let searched = ["title", "published_in", "code"]
    /// The page it leads to has the author's name; title and paper are public, and stand among the activities.
    static let personal: PersonalTexts? = PersonalTexts("link") { people in
        "code in (select article from study_article_authors where person in (\(list: people)))"
    }

    /// Those that stand, published in a year.
    static func published(in year: Int) -> SQL {
        "withdrawn_day is null and \(SQL.days(of: year, column: "published_day"))"
    }
}
