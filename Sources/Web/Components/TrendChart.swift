import Books
import Exchange
import Pages
import Vocabulary

/// The year's way so far against the expected pace, drawn on the server, with its table behind it.
struct TrendChart: Equatable, Sendable {
    var points: [TrendPoint]
    var year: Int
    /// Whether the ledger lists the entries behind a day: of a province it would list sums.
    var isListed = true

    func html(_ context: PageContext) -> HTML {
        guard let last = points.last else { return .nothing }
        let percent = Figure.percent(last.done)
        let expected = Figure.percent(last.expected)
        let title = context.say(
            "\(year)年完成进度：到\(LedgerText.date(last.day, .zh))完成\(percent)%，时间已过\(expected)%",
            "\(year): \(percent)% done by \(last.day.iso), \(expected)% of the year gone")
        return .group([
            .svg(
                .class("trend"), .attribute("viewBox", "0 0 320 168"), .attribute("role", "img"), .ariaLabel(title),
                .each([0.0, 0.5, 1.0]) { share in
                    .group([
                        .element(
                            "line",
                            [
                                .class("grid"), .attribute("x1", "38"), .attribute("x2", "312"),
                                .attribute("y1", y(share)), .attribute("y2", y(share)),
                            ]),
                        svgText("0", number(Double(y(share)).map { $0 + 4 } ?? 0), "\(Int(share * 100))%"),
                    ])
                },
                .each([0, 3, 6, 9, 11]) { month in
                    svgText(
                        number(38 + Double(month) * 274 / 12), "164",
                        context.say("\(month + 1)月", "\(month + 1)"))
                },
                .element(
                    "line",
                    [
                        .class("pace"), .attribute("x1", "38"), .attribute("y1", y(0)), .attribute("x2", "312"),
                        .attribute("y2", y(1)),
                    ]),
                .element("polyline", [.class("done"), .attribute("points", path)]),
                .element(
                    "circle",
                    [
                        .class("dot"), .attribute("cx", x(last.expected)), .attribute("cy", y(last.done)),
                        .attribute("r", "4"),
                    ])),
            .p(
                .class("quiet"), .text(title + context.say("（虚线）。", " (dotted).")),
                .text(forecast(last, context))),
            .p(
                .class("quiet"),
                .text(
                    context.say(
                        "完成进度：各年度条目完成比例（最高100%）的平均值。",
                        "Done: of every entry that is counted by the year the share that is done, at most all of it; the mean of these."
                    ))),
            .details(
                .summary(.say("数据表", "As a table")),
                .figures(
                    Words("全年进度", "The year so far"),
                    [Words("截至", "As of"), Words("已完成", "Done"), Words("序时进度", "Year gone")],
                    points.map { [.day($0.day), done($0, context), .text(Figure.percent($0.expected) + "%")] })),
        ])
    }

    private func done(_ point: TrendPoint, _ context: PageContext) -> HTML {
        let text = Figure.percent(point.done) + "%"
        guard isListed else { return .text(text) }
        let at = point.day == context.asOf ? nil : point.day.iso
        return .figureLink(
            point.entries, context.ledger(("yearly", String(year)), ("at", at), ("window", "all")), text)
    }

    private func forecast(_ last: TrendPoint, _ context: PageContext) -> String {
        guard last.expected >= 1.0 / 12, last.expected < 1 else { return "" }
        let end = Figure.percent(min(1, last.done / last.expected))
        return context.say(
            "按目前进度，年末约\(end)%（估计）。", " At this pace about \(end)% by the end of the year (an estimate).")
    }

    private var path: String {
        ([TrendPoint(day: Day(number: 0), done: 0, expected: 0)] + points)
            .map { "\(x($0.expected)),\(y($0.done))" }.joined(separator: " ")
    }

    private func x(_ share: Double) -> String { number(38 + share * 274) }
    private func y(_ share: Double) -> String { number(140 - share * 120) }
    private func number(_ value: Double) -> String { Figure.tenths(value) }

    private func svgText(_ x: String, _ y: String, _ text: String) -> HTML {
        .element("text", [.attribute("x", x), .attribute("y", y), .text(text)])
    }
}
