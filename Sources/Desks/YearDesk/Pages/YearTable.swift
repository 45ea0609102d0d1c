import Pages
import Vocabulary

/// Rows of twelve months, each month by the worst that stands in it, with what the year comes to at the end. Each figure opens
/// the slots it was counted from.
struct YearTable {
    struct Line {
        let name: HTML
        /// The same for those who hear it, with each shape.
        let words: String
        let cells: YearCells
        /// The list of its slots, narrowed.
        let slots: ([(String, String?)]) -> String
    }

    let caption: Words
    let corner: Words
    /// The month that is going on.
    let now: Int?
    let lines: [Line]
    /// What is missing of all lines, month by month.
    var foot: Line?

    var html: HTML {
        .div(
            .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"), .ariaLabel(caption),
            .table(
                .class("slots"), .element("caption", [.class("unseen"), .words(caption)]),
                .thead(
                    .tr(
                        .th(.attribute("scope", "col"), .class("corner"), .words(corner)),
                        .each(1...12) { month in
                            .th(.attribute("scope", "col"), .class("s" + here(month)), .words(SlotWords.month(month)))
                        }, .th(.attribute("scope", "col"), .class("num"), .say("已办/应办", "Held / owed")))),
                .tbody(.each(lines, row)), foot.map { .element("tfoot", [missing($0)]) } ?? .nothing))
    }

    private func here(_ month: Int) -> String { month == now ? " now" : "" }

    private func row(_ line: Line) -> HTML {
        .tr(
            .th(.attribute("scope", "row"), line.name),
            .each(1...12) { month in .td(.class("s" + here(month)), cell(line, month)) },
            .td(.class("num"), sum(line)))
    }

    /// One cell, so that on a telephone it stands at the end of the name: `缺2　38/40`.
    private func sum(_ line: Line) -> HTML {
        let missing = line.cells.total(.missing)
        return .group([
            .when(
                missing > 0,
                .group([
                    .span(.class("st overdue"), .say("缺", "missing ")),
                    .figureLink(missing, line.slots([("state", SlotState.missing.name)]), class: "overdue"), "　",
                ])),
            .figureLink(line.cells.total(.held), line.slots([("state", SlotState.held.name)])), "/",
            .figureLink(line.cells.total(), line.slots([])),
        ])
    }

    /// The worst of a month as shape, word and, where there are several to be done, figure.
    private func cell(_ line: Line, _ month: Int) -> HTML {
        guard let (state, count) = line.cells.worst(month) else { return .nothing }
        let counted = SlotWords.counted(state, count, of: line.cells.total(month))
        let words = Words(
            "\(line.words) \(SlotWords.month(month).zh) \(counted.zh)",
            "\(line.words), \(SlotWords.month(month).en): \(counted.en)")
        return .a(
            .href(line.slots([("month", String(month)), ("state", state.name)])), .count(count),
            // By keyboard a row is one stop: its page has the same figures.
            .attribute("tabindex", "-1"),
            .span(
                .class("st \(state.mark.rawValue)"), .namedShape(state.mark, words),
                .when(count > 1 && state.isOpen && state != .toCome, .text(String(count)))))
    }

    private func missing(_ line: Line) -> HTML {
        .tr(
            .th(.attribute("scope", "row"), line.name),
            .each(1...12) { month in
                .td(
                    .class("s" + here(month)),
                    .figureLink(
                        line.cells.count(month, .missing),
                        line.slots([("month", String(month)), ("state", SlotState.missing.name)])))
            }, .td(.class("num")))
    }
}
