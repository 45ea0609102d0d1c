import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of an article.
enum ArticleDocument: String, Named, Stored {
    case cutting, text, other

    var words: Words {
        switch self {
        case .cutting: Words("剪报、网页截图", "Cutting")
        case .text: Words("文章", "The text")
        case .other: Words("其他", "Other")
        }
    }
}

extension StudyArticle: EvidenceBearer {
    typealias Document = ArticleDocument

    func ended(in reading: some Reading) throws -> Words? {
        withdrawn == nil ? nil : Words("这篇文章已经撤下", "The entry was withdrawn")
    }
}

extension StudyArticle: PagedNoun {
    static let path = "/study/articles/:code"
    static let acts: [any RecordAct<StudyArticle>.Type] = [ChangeArticle.self, WithdrawArticle.self]
    static let seeing = Words("查看这篇文章", "See the article")
    var title: String { scheme.title }

    static let listing: Listing<StudyArticle> = {
        var listing = Listing<StudyArticle>(
            Words("发表文章", "Articles"),
            columns: [
                .title(Words("题目", "Title"), sort: "title"),
                ListColumn(
                    "authors", Words("作者", "Authors"),
                    text: { try $0.scheme.authors.map($1.naming.personName).joined(separator: "、") }),
                ArticleScheme.form.column("publishedIn", of: \.scheme, sort: "published_in"),
                ArticleScheme.form.column("outlet", of: \.scheme, .off, sort: "outlet"),
                ArticleScheme.form.column("unit", of: \.scheme, sort: "unit"),
                ListColumn(
                    "group", Words("中心组", "Group"), .off, sort: "team",
                    text: { row, ask in row.scheme.team.isEmpty ? "" : try ask.groupName(row.scheme.team) }),
                ListColumn("link", Words("链接", "Link"), .off, text: { row, _ in row.scheme.link }) { row, _ in
                    row.outside(shown: "打开", "open")
                }, .code(), .day("day", Words("发表日期", "Published"), .end, sort: "published_day") { $0.scheme.day },
            ],
            filters: [
                .search(Words("题目、报刊或编号", "Title, paper or number"), StudyArticle.self),
                .unit(Words("单位", "Unit"), column: "unit"), .group,
                .choice("outlet", Words("类别", "Kind"), Outlet.self) { outlet, _ in "outlet = \(outlet)" },
                .year(Words("年度", "Year"), column: "published_day"),
            ], order: "published_day desc", empty: Words("还没有登记发表文章", "No article was entered yet"))
        listing.base = { _ in "withdrawn_day is null" }
        listing.since = ListedSince(Words("登记", "entered")) { "entered_day <= \($0)" }
        return listing
    }()

    /// The way out of the site; nothing is told to where it leads.
    func outside(shown zh: String, _ en: String) -> HTML {
        guard WebLink.isOne(scheme.link) else { return "–" }
        return .a(
            .href(scheme.link), .attribute("rel", "external noopener noreferrer nofollow"), .say(zh, en))
    }

    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                withdrawn.map { day in
                    .section(.p(.b(.say("已撤下（", "Withdrawn (")), .day(day), .say("）：", "): "), .text(reason)))
                } ?? .nothing, try ArticleScheme.form.facts(scheme, ask),
                scheme.link.isEmpty
                    ? .nothing : .section(.p(outside(shown: "打开链接（离开本系统）", "Open the link (leaves this site)"))),
                try ask.evidence(
                    of: self,
                    required: withdrawn == nil
                        ? [RequiredPaper(.cutting, why: Words("随登记归档", "With the entry"))] : []),
                try ask.history(ask.steps(of: StudyArticle.self, code, ArticleScheme.form, \.scheme) { _, _, _ in })))
        page.sentence = .group([
            .text(try ask.naming.unitName(scheme.unit)), .say("，", ", "), .text(scheme.publishedIn), " ",
            .day(scheme.day), .say("，计入 ", ", counted as "),
            .link("/activities/\(activity)", .text(activity)), .say("。", "."),
        ])
        return page
    }

    /// Where somebody is an author: for themselves.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        return [
            try .some(
                Words("发表文章", "Articles"), [Words("题目", "Title"), Words("报刊", "In"), Words("日期", "Day")],
                StudyArticle.self, where: StudyArticle.by(codes), order: "published_day desc", ask
            ) { [.text($0.title), .text($0.scheme.publishedIn), .day($0.scheme.day)] }
        ]
    }

    static func by(_ people: [String]) -> SQL {
        "withdrawn_day is null and code in (select article from study_article_authors where person in (\(list: people)))"
    }
}
