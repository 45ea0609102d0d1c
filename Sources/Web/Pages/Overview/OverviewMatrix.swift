import Books
import Exchange
import LedgerEngine
import Pages
import Vocabulary

extension OverviewModel {
    /// Units by tasks, those that need attention first. On a phone each unit is two lines: its name with its figures, and
    /// its marks beneath the tasks' numbers, which stay in sight.
    func matrix(_ context: PageContext) -> HTML {
        guard !units.isEmpty else {
            return .emptyState(
                Words("还没有单位", "No units yet"),
                .say("请由组织部管理员导入本单位的数据。", "Ask the office to bring in the units."))
        }
        return .group([
            .details(
                .class("phone"), .summary(.say("各列是哪项任务", "Which task each column is")),
                .ul(
                    .class("notes"),
                    .each(zip(tasks, taskTitles)) { number, title in
                        .li(.link("/plan#task-\(number)", .text("\(number) \(title)")))
                    })),
            .table(
                .class("slots tight"), .element("caption", [.class("unseen"), .say("单位 × 任务", "Units by tasks")]),
                .thead(
                    .tr(
                        .th(.attribute("scope", "col"), .class("corner"), .say("单位", "Unit")),
                        .each(zip(tasks, taskTitles)) { number, title in
                            .th(
                                .attribute("scope", "col"), .class("s"),
                                .a(
                                    .href(context.link("/plan#task-\(number)")), .attribute("title", title),
                                    .text(number + " "), .span(.class("upright"), .text(title))))
                        }, .th(.class("num"), .attribute("scope", "col"), .say("完成", "Met")))),
                .each(Group.allCases) { rows(of: $0, context) }),
            StandingMark.legend(context.language),
            .p(
                .class("quiet"),
                .say(
                    "“完成”栏为“本期已完成 / 适用”的要求条数；汇总下属单位、集体或个人的要求，按1条计。",
                    "“Met”: requirements met of those that apply this period; one that is summed over others counts once."
                )),
        ])
    }

    private func rows(of group: Group, _ context: PageContext) -> HTML {
        let members = units.filter { $0.group == group }
        guard !members.isEmpty else { return .nothing }
        // Of a part of the units the group is counted over all of the part, not over the page of it that is shown.
        let count = part.map { $0.groupCounts[group] ?? 0 } ?? members.count
        return .tbody(
            .tr(
                .class("group"),
                .th(
                    .attribute("colspan", String(tasks.count + 2)), .attribute("scope", "rowgroup"),
                    .words(group.words), .say("，", ", "),
                    .figureLink(
                        count, context.link("/units", ("group", String(group.rawValue)), ("under", part?.code))),
                    .say("个单位", count == 1 ? " unit" : " units"))),
            .each(members) { unit in
                .tr(
                    .th(
                        .attribute("scope", "row"), .a(.href(context.link(toUnit: unit.code)), .text(unit.name)),
                        .when(part?.deeper.contains(unit.code) ?? false, beneath(unit, context))),
                    .each(zip(tasks, unit.cells)) { task, cell in self.cell(unit, task, cell, context) },
                    .td(
                        .class("num"), .figureLink(unit.met, context.rollUps(of: unit.code, "met")), "/",
                        .figureLink(unit.applicable, context.rollUps(of: unit.code, "owed"))))
            })
    }

    private func beneath(_ unit: UnitRow, _ context: PageContext) -> HTML {
        .group([
            " ",
            .a(
                .class("quiet"), .href(context.here(("under", unit.code), ("page", nil))),
                .span(.class("unseen"), .say("\(unit.name)的下属单位", "Units beneath \(unit.name)")),
                .span(.attribute("aria-hidden", "true"), "▸")),
        ])
    }

    private func cell(_ unit: UnitRow, _ task: String, _ cell: Cell?, _ context: PageContext) -> HTML {
        func mark(_ standing: Standing, _ label: String? = nil) -> HTML {
            .span(
                .class("st \(standing.rawValue)"), StandingMark.shape(standing, context.language, label: label))
        }
        guard let cell else { return .td(.class("s"), mark(.doesNotApply)) }
        let standing = LedgerText.standing(cell.standing, in: context.language)
        return .td(
            .class("s"),
            .a(
                .href(
                    context.ledger(
                        ("unit", unit.code), ("task", task), ("kind", "rollUp"), ("window", "current"),
                        ("standing", "owed"))), .count(cell.applicable),
                // By keyboard a unit's row is one stop: its page has the same figures by task.
                .attribute("tabindex", "-1"),
                mark(
                    cell.standing,
                    context.say("\(unit.name)任务\(task)\(standing)", "\(unit.name), task \(task): \(standing)"))))
    }
}
