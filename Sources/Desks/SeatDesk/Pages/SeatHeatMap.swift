import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// Who is away when: units by week, those at their limit most often first; the figure stands in each cell.
struct SeatHeatMap {
    var picture: SeatPicture

    static let unitsOnPage = 20
    private static let week = 19.0
    private static let left = 132.0
    private static let head = 24.0
    private static let row = 22.0

    private struct Line {
        var unit: Int
        var weeksAtLimit: Int
        var most: Int
        var away: Int
    }

    /// On paper there is no second page to be called: all units are printed, up to so many.
    static let unitsOnPaper = 400

    func html(_ context: PageContext) -> HTML {
        let lines = lines
        guard !lines.isEmpty else { return .nothing }
        let pages = stride(from: 0, to: lines.count, by: Self.unitsOnPage).map {
            Array(lines[$0..<min(lines.count, $0 + Self.unitsOnPage)])
        }
        let page = min(max(1, context.query.number("units") ?? 1), pages.count)
        let isPrintedWhole = pages.count > 1 && lines.count <= Self.unitsOnPaper
        return .group([
            .div(
                .class(isPrintedWhole ? "scroll no-print" : "scroll"), .attribute("tabindex", "0"),
                .attribute("role", "region"), .ariaLabel(Self.title), chart(pages[page - 1])),
            .when(isPrintedWhole, .div(.class("paper"), .each(pages) { chart($0) })),
            keys, pager(page, of: pages.count, lines.count, context), table(pages[page - 1]),
        ])
    }

    private static let title = Words("各单位每周参训离岗人数", "People away, by unit and week")

    private func chart(_ shown: [Line]) -> HTML {
        let width = Self.left + Self.week * Double(SeatInstance.weeks) + 4
        let height = Self.head + Self.row * Double(shown.count) + 4
        return .svg(
            .class("chart"), .attribute("viewBox", "0 0 \(number(width)) \(number(height))"),
            .attribute("width", number(width)), .attribute("height", number(height)), .attribute("role", "img"),
            .ariaLabel(Self.title), head(height),
            .each(shown.indices) { line(shown[$0], y: Self.head + Self.row * Double($0)) })
    }

    private var lines: [Line] {
        let figures = picture.figures
        return figures.unitSize.indices.filter { figures.unitSize[$0] > 0 }.map { unit in
            let away = figures.away[unit * SeatInstance.weeks..<(unit + 1) * SeatInstance.weeks]
            let allowed = figures.unitAllowed[unit]
            return Line(
                unit: unit, weeksAtLimit: away.count { $0 > 0 && $0 >= allowed }, most: away.max() ?? 0,
                away: away.reduce(0, +))
        }.sorted { (-$0.weeksAtLimit, -$0.most, -$0.away, $0.unit) < (-$1.weeksAtLimit, -$1.most, -$1.away, $1.unit) }
    }

    private func head(_ height: Double) -> HTML {
        var parts = [text("0", "16", "faint", Words("单位（每周限额）", "Unit (allowed)"))]
        for week in stride(from: 0, to: SeatInstance.weeks, by: 4) {
            parts.append(text(number(left(week) + 2), "16", "faint", Words("\(week + 1)", "\(week + 1)")))
        }
        for quarter in 0...SeatInstance.quarters {
            let x = number(left(quarter * 13) - 1)
            parts.append(
                .element(
                    "line",
                    [
                        .class("edge"), .attribute("x1", x), .attribute("x2", x), .attribute("y1", "4"),
                        .attribute("y2", number(height)),
                    ]))
        }
        return .group(parts)
    }

    private func left(_ week: Int) -> Double { Self.left + Double(week) * Self.week }

    private func line(_ line: Line, y: Double) -> HTML {
        let allowed = picture.figures.unitAllowed[line.unit]
        return .group([
            text(
                "0", number(y + 15), "",
                Words("单位\(line.unit)（\(allowed)人）", "unit \(line.unit) (\(allowed))")),
            .each(0..<SeatInstance.weeks) { week in
                let away = picture.figures.away[line.unit * SeatInstance.weeks + week]
                guard away > 0 else { return .nothing }
                let isFull = away >= allowed
                let shade = isFull ? "full" : away * 3 > allowed * 2 ? "a3" : away * 3 > allowed ? "a2" : "a1"
                let x = left(week)
                return .group([
                    .element(
                        "rect",
                        [
                            .class(shade), .attribute("x", number(x + 1)), .attribute("y", number(y + 1)),
                            .attribute("width", number(Self.week - 2)), .attribute("height", number(Self.row - 2)),
                            .element(
                                "title",
                                [
                                    .say(
                                        "单位\(line.unit)第\(week + 1)周：离岗\(away)人，限额\(allowed)人",
                                        "unit \(line.unit), week \(week + 1): \(away) away of \(allowed) allowed")
                                ]),
                        ]),
                    text(
                        number(x + (away > 9 ? 3 : 6)), number(y + 15), isFull ? "strong" : "",
                        Words("\(away)", "\(away)")),
                ])
            },
        ])
    }

    private var keys: HTML {
        func key(_ name: String, _ words: Words) -> HTML {
            .span(
                .svg(
                    .class("chart inline"), .attribute("width", "18"), .attribute("height", "16"),
                    .attribute("aria-hidden", "true"),
                    .element(
                        "rect",
                        [
                            .class(name), .attribute("x", "1"), .attribute("y", "1"), .attribute("width", "16"),
                            .attribute("height", "14"),
                        ])), .words(words))
        }
        return .div(
            .class("keys"), key("a1", Words("限额的三分之一以内", "up to a third of the limit")),
            key("a2", Words("三分之一至三分之二", "up to two thirds")), key("a3", Words("三分之二以上", "above two thirds")),
            key("full", Words("已到限额（粗框、粗体）", "at the limit (framed, bold)")))
    }

    private func pager(_ page: Int, of pages: Int, _ count: Int, _ context: PageContext) -> HTML {
        func link(_ target: Int, _ words: Words) -> HTML {
            (1...pages).contains(target)
                ? .a(.href(context.here(("units", String(target))) + "#units"), .words(words))
                : .span(.class("off"), .words(words))
        }
        return .nav(
            .class("pager"), .ariaLabel(Words("单位分页", "Pages of units")),
            .span(.say("共\(count)个单位，达到限额周次多的在前", "\(count) units, those at their limit most often first")),
            .when(
                pages > 1,
                .group([
                    link(page - 1, Words("上一页", "Previous")),
                    .span(.class("no-print"), .say("第\(page)/\(pages)页", "Page \(page) of \(pages)")),
                    link(page + 1, Words("下一页", "Next")),
                ])))
    }

    private func table(_ lines: [Line]) -> HTML {
        let figures = picture.figures
        let caption = Words("数据表", "As a table")
        return .details(
            .class("no-print"), .summary(.words(caption)),
            .data(
                .words(caption),
                [
                    DataHead(.say("单位", "Unit"), .lead), .figure(Words("人员", "People")),
                    .figure(Words("已安排", "Seated")), .figure(Words("覆盖率", "Covered")),
                    .figure(Words("每周限额（人）", "Allowed")), .figure(Words("实际最多（人）", "Most away")),
                    DataHead(.say("达到限额的周次", "Weeks at limit"), .meta),
                ],
                lines.map { line in
                    let (covered, size) = (figures.unitCovered[line.unit], figures.unitSize[line.unit])
                    let weeks = weeksAtLimit(of: line.unit).map { String($0 + 1) }
                    return [
                        .link(
                            "\(picture.address)/people?unit=\(line.unit)", SeatPicture.words(unit: line.unit)),
                        .text(String(size)), .text(String(covered)),
                        .text(Figure.percent(Double(covered), of: Double(size)) + "%"),
                        .text(String(figures.unitAllowed[line.unit])), .text(String(line.most)),
                        weeks.isEmpty
                            ? "—" : .say(weeks.joined(separator: "、"), weeks.joined(separator: ", ")),
                    ]
                }, class: "even wrap"))
    }

    private func weeksAtLimit(of unit: Int) -> [Int] {
        let allowed = picture.figures.unitAllowed[unit]
        return (0..<SeatInstance.weeks).filter {
            let away = picture.figures.away[unit * SeatInstance.weeks + $0]
            return away > 0 && away >= allowed
        }
    }

    private func number(_ value: Double) -> String { Figure.tenths(value) }
    private func text(_ x: String, _ y: String, _ name: String, _ words: Words) -> HTML {
        .element("text", [.class(name), .attribute("x", x), .attribute("y", y), .words(words)])
    }
}
