import Pages
import Storage
import Store
import Vocabulary

/// A year's secondments by kind against the plan: each figure opens what it was counted from.
enum SecondmentYear {
    static let address = "/secondments/year"
    static let words = Words("年度情况", "The year")

    static func page(_ ask: Ask) throws -> Page {
        let year = ask.query.number("year").flatMap { (1990...2099).contains($0) ? $0 : nil } ?? ask.today.year
        let rules = try ask.secondmentRules
        var page = Page(
            Words("\(year)年挂职情况", "Secondments of \(year)"), crumbs: [Secondment.home],
            .sheet(
                .section(
                    .p(
                        .each((0..<4).map { ask.today.year + 1 - $0 }) { other in
                            .group([
                                other == year
                                    ? .b(.text(String(other)))
                                    : .link("\(address)?year=\(other)", .text(String(other))), " ",
                            ])
                        })), .part(Words("分类情况", "By kind"), id: "kinds", try table(year, rules, ask)),
                .part(Words("去向", "What came of it"), id: "outcomes", try outcomes(year, ask))))
        page.sentence = .say(
            "按拟开始日期计入年度；计划人数在规则中设置。", "Counted in the year in which they begin; the plan's figures stand in the rules.")
        return page
    }

    private static func table(_ year: Int, _ rules: SecondmentRules, _ ask: Ask) throws -> HTML {
        let tolds: [SecondmentTold] = [.approved, .away, .ended, .extended, .early]
        let heads =
            [
                DataHead(.say("类别", "Kind"), .lead), figure(Words("计划", "Planned"), Words("人计划", "planned")),
                figure(Words("岗位", "Posts"), Words("个岗位", "posts")),
                figure(Words("岗位人数", "Places"), Words("人名额", "places")),
                figure(Words("推荐", "Recommended"), Words("人推荐", "recommended")),
            ] + tolds.map { figure($0.words, Words("人\($0.words.zh)", $0.words.en.lowercased())) } + [
                figure(Words("未满员岗位", "Places left"), Words("个未满员", "with places left"))
            ]
        let rows = try SecondmentKind.allCases.map { kind -> [HTML] in
            let from = SQL.days(of: year, column: "from_day")
            let posts: SQL = "kind = \(kind) and \(from)"
            let offered = try ask.all(SecondmentPost.self, where: posts)
            let open = PostState.unfilled.condition(ask)
            let left = try ask.reading.count(SecondmentPost.self, for: ask.reader, where: "\(posts) and \(open)")
            let recommended = try ask.reading.count(
                Nomination.self, for: ask.reader,
                where: "kind = \(kind) and \(SQL.days(of: year, column: "nominated_day"))")
            let planned = rules.planned(kind)
            let narrowed = "kind=\(kind.rawValue)&year=\(year)"
            return [
                .words(kind.words), planned == 0 ? "—" : .text(String(planned)),
                .figureLink(offered.count, "\(SecondmentPost.listAddress)?\(narrowed)"),
                .text(String(offered.reduce(0) { $0 + $1.scheme.places })),
                .figureLink(recommended, "\(Nomination.listAddress)?\(narrowed)"),
            ]
                + (try tolds.map { told in
                    let count = try ask.reading.count(
                        Secondment.self, for: ask.reader, where: "\(told.condition) and \(posts)")
                    return .figureLink(count, "\(Secondment.listAddress)?\(narrowed)&told=\(told.rawValue)")
                })
                + [.figureLink(left, "\(SecondmentPost.listAddress)?\(narrowed)&state=\(PostState.unfilled.rawValue)")]
        }
        return .data(.say("分类情况", "By kind"), heads, rows)
    }

    private static func figure(_ words: Words, _ unit: Words) -> DataHead {
        DataHead(.words(words), .meta, isNumber: true, unit: unit)
    }

    private static func outcomes(_ year: Int, _ ask: Ask) throws -> HTML {
        let from = SQL.days(of: year, column: "from_day")
        return .data(
            .say("去向", "What came of it"),
            [
                DataHead(.say("去向", "What came of it"), .lead),
                DataHead(.say("人数", "People"), .end, isNumber: true, unit: Words("人", "people")),
            ],
            try Outcome.allCases.map { outcome in
                let count = try ask.reading.count(
                    Secondment.self, for: ask.reader, where: "outcome = \(outcome) and \(from)")
                return [
                    .words(outcome.words),
                    .figureLink(count, "\(Secondment.listAddress)?year=\(year)&outcome=\(outcome.rawValue)"),
                ]
            })
    }
}
