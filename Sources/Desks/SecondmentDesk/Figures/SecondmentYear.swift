import Pages
import Storage
import Store
import Vocabulary

/// A year's secondments by kind against the plan: each figure opens what it was counted from.
enum SecondmentYear {
    static let address = "/secondments/year"
    static let words = Words("年度情况", "The year")

    static func page(_ ask: Ask) throws -> Page {
        let year = ask.query.number("year").flatMap { (1990...2099).contains($0) ? $0 : nil } ?? ask.toldDay.year
        var page = Page(
            Words("\(year)年挂职情况", "Secondments of \(year)"), crumbs: [Secondment.home],
            actions: ask.button(
                SetSecondmentPlan.self, "\(address)/\(year)/plan", Words("年度计划", "Plan of the year")),
            hasAsOf: true,
            .sheet(
                .section(
                    .p(
                        .each((0..<4).map { ask.toldDay.year + 1 - $0 }) { other in
                            .group([
                                other == year
                                    ? .b(.text(String(other)))
                                    : .link("\(address)?year=\(other)", .text(String(other))), " ",
                            ])
                        })), .part(Words("分类情况", "By kind"), id: "kinds", try table(year, ask)),
                .part(Words("去向", "What came of it"), id: "outcomes", try outcomes(year, ask))))
        page.sentence = .group([
            .say(
                "岗位和挂职按拟开始日期、推荐按推荐日期计入年度。",
                "Posts and secondments count in the year in which they are to begin, recommendations in that in which they were made."
            ),
            // Plan and posts are the town's, whoever looks.
            ask.reader.unit == nil
                ? .nothing
                : .say(
                    "计划和岗位是全市的，推荐和挂职是您管理范围内的。",
                    " Plan and posts are the town's, recommendations and secondments those within your reach."),
            ask.isOfAnotherDay
                ? .say(
                    "挂职截至\(ask.toldDay.iso)；计划、岗位余额是今天的。",
                    " Secondments as of \(ask.toldDay.iso); plan and places left as of today.") : .nothing,
        ])
        return page
    }

    private static func table(_ year: Int, _ ask: Ask) throws -> HTML {
        let plan = try ask.reading.secondmentPlan(year)
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
            let offered = try SecondmentPost.listing.all(ask, where: posts)
            let open = PostState.unfilled
            let left = try SecondmentPost.listing.count(ask, where: "\(posts) and \(open.condition(ask))")
            let recommended = try Nomination.listing.count(
                ask, where: "kind = \(kind) and \(SQL.days(of: year, column: "nominated_day"))")
            let planned = plan.people(kind)
            func list(_ address: String, _ more: (String, String)...) -> String {
                let narrowed = [("kind", kind.rawValue), ("year", String(year))] + more
                return ask.context.link(address, narrowed.map { ($0.0, $0.1) })
            }
            return [
                .words(kind.words), planned == 0 ? "—" : .text(String(planned)),
                .figureLink(offered.count, list(SecondmentPost.listAddress)),
                .text(String(offered.reduce(0) { $0 + $1.scheme.places })),
                .figureLink(recommended, list(Nomination.listAddress)),
            ]
                + (try tolds.map { told in
                    let count = try Secondment.listing.count(
                        ask, where: "\(told.condition(on: ask.toldDay)) and \(posts)")
                    return .figureLink(count, list(Secondment.listAddress, ("told", told.rawValue)))
                })
                + [.figureLink(left, list(SecondmentPost.listAddress, ("state", open.rawValue)))]
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
                let count = try Secondment.listing.count(
                    ask, where: "\(outcome.condition(on: ask.toldDay)) and \(from)")
                return [
                    .words(outcome.words),
                    .figureLink(
                        count,
                        ask.context.link(
                            Secondment.listAddress, ("year", String(year)), ("outcome", outcome.rawValue))),
                ]
            })
    }
}
