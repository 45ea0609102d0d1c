import Books
import House
import LedgerEngine
import Pages
import Store
import Vocabulary

/// The first page of whoever leads and does not report: the figures of the overview, what changed in a month, who was
/// reminded (负责人的工作台).
struct LeaderDesk {
    let desk: MyDesk
    private var ask: Ask { desk.ask }

    /// Who signs for others' work, and does none of it.
    static func isFor(_ reader: Reader) -> Bool { reader.may(.lead) && !reader.may(.report) }

    /// Of the whole town; a unit's is the unit's desk with `month`.
    func page() throws -> Page {
        guard let view = try ask.town.ledger(asOf: ask.context.asOf, knownAt: ask.context.knownAt) else {
            return Page(
                MyDesk.words,
                .sheet(
                    .emptyState(
                        Words("还没有发布方案", "No plan is in force yet"),
                        .say("发布方案后，这里显示全市进展。", "Once there is one, how the town stands shows here."))))
        }
        let model = OverviewModel(view, trend: [], ask.context)
        let waiting = try desk.waiting()
        var page = Page(
            MyDesk.words, actions: .act("/", Words("全市概览", "Overview")), hasAsOf: true,
            .sheet(
                .section(.class("figs"), .each(model.figures, \.html)),
                .split(
                    try MonthBefore(ask, view)?.ofTown() ?? .nothing,
                    beside: .group([
                        .each(waiting, desk.section), try told(), try SinceLastVisit(ask, nil)?.html() ?? .nothing,
                    ]))))
        page.sentence = sentence(model)
        return page
    }

    private func sentence(_ model: OverviewModel) -> HTML {
        func units(_ group: UnitRow.Group, _ names: String = "") -> HTML {
            .figureLink(
                model.count(group), ask.context.link("/units", ("group", String(group.rawValue))), class: names)
        }
        return .group([
            .figureLink(model.unitCount, ask.context.link("/units")), .say("个单位中，", " units: "), units(.onCourse),
            .say("个全部进度正常，", " on course, "), units(.someBehind), .say("个有滞后，", " with something behind, "),
            units(.needsAttention, "overdue"), .say("个需重点关注。", " that need attention."),
        ])
    }

    /// What desks tell a leader of the last month.
    func told() throws -> HTML {
        .each(try desks.compactMap { try $0.told(ask, ask.today - 30) }) { $0 }
    }
}
