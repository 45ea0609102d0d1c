import Books
import Exchange
import LedgerEngine
import Pages
import Vocabulary

extension OverviewModel {
    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("全市概览", "Overview"),
            remark: .init(
                text: context.say(
                    "\(editionTitle)第\(editionNumber)版（\(inForce.iso)起生效）",
                    "\(editionTitle), edition \(editionNumber), in force from \(inForce.iso)"),
                address: context.link("/plan"))
        ).html(
            context, .opening(sentences(context)),
            .sheet(
                section(.class("figs"), .each(figures) { $0.html }),
                .split(
                    titledPart(
                        context.say("单位 × 任务", "Units by tasks"), partLine(context), matrix(context),
                        partPager(context), StandingMark.legend(context.language),
                        p(
                            .class("quiet"),
                            .text(
                                context.say(
                                    "“完成”栏为“本期已完成 / 适用”的要求条数；汇总下属单位、集体或个人的要求，按1条计。",
                                    "“Met”: requirements met of those that apply this period; one that is summed over others counts once."
                                )))),
                    beside: .group([
                        titledPart(
                            context.say("\(Self.daysAhead)天内到期", "Due within \(Self.daysAhead) days"),
                            dueList(context)), titledPart(context.say("全年进度", "The year so far"), trend.html(context)),
                    ]))))
    }

    private func sentences(_ context: PageContext) -> HTML {
        .group([
            grouping(context), .when(!laggards.isEmpty || !missed.isEmpty, furthestBehind(context)),
            .text(context.say("未来\(Self.daysAhead)天内到期、尚未完成的有", "Due within \(Self.daysAhead) days and not met: ")),
            figureLink(due.reduce(0) { $0 + $1.open }, context.ledger(("due", String(Self.daysAhead)))),
            .text(context.say("项。", ". ")),
            .when(
                openClauses > 0,
                .group([
                    .text(context.say("方案中还有", "")), figureLink(openClauses, context.link("/plan/questions")),
                    .text(
                        context.say(
                            "条要求口径待明确。", openClauses == 1 ? " clause needs clarifying." : " clauses need clarifying.")),
                ])),
        ])
    }

    /// How many units there are, and how many of each group.
    private func grouping(_ context: PageContext) -> HTML {
        func members(_ group: Group, _ count: Int, class names: String = "") -> HTML {
            figureLink(count, context.link("/units", ("group", String(group.rawValue))), class: names)
        }
        let units = figureLink(unitCount, context.link("/units"))
        let onCourse = count(.onCourse)
        let someBehind = count(.someBehind)
        let attention = count(.needsAttention)
        guard context.language == .zh else {
            return .group([
                "Of ", units, " units ", members(.onCourse, onCourse), " are on course, ",
                members(.someBehind, someBehind), " have something behind, ",
                members(.needsAttention, attention, class: "overdue"),
                " need attention (a third or more of their requirements are behind or overdue). ",
            ])
        }
        return .group([
            units, "个单位中，",
            onCourse > 0 ? .group([members(.onCourse, onCourse), "个全部进度正常，"]) : "没有单位全部进度正常，",
            someBehind > 0 ? .group([members(.someBehind, someBehind), "个有滞后，"]) : .nothing,
            attention > 0
                ? .group([
                    members(.needsAttention, attention, class: "overdue"), "个需重点关注（三分之一以上的要求滞后或逾期）。",
                ]) : "没有单位需重点关注。",
        ])
    }

    private func furthestBehind(_ context: PageContext) -> HTML {
        let isZh = context.language == .zh
        func list(_ items: [HTML], and last: String) -> HTML {
            .each(Array(items.enumerated())) { index, item in .group([index == 0 ? .nothing : .text(last), item]) }
        }
        let units = laggards.map { unit -> HTML in
            .group([
                a(.href(context.link(toUnit: unit.code)), .text(unit.name)), isZh ? "（" : " (",
                figureLink(unit.late, context.rollUps(of: unit.code, "late")), isZh ? "/" : " of ",
                figureLink(unit.applicable, context.rollUps(of: unit.code, "owed")), isZh ? "项，" : ", ",
                .text(Figure.percent(Double(unit.late), of: Double(unit.applicable)) + "%"), isZh ? "）" : ")",
            ])
        }
        let clauses = missed.map { item -> HTML in
            .group([
                a(
                    .href(context.ledger(("obligation", item.obligation), ("window", "current"))),
                    .text(isZh ? "“\(item.what)”" : "\u{201C}\(item.what)\u{201D}")), isZh ? "（" : " (",
                figureLink(
                    item.units,
                    context.ledger(
                        ("obligation", item.obligation), ("kind", "units"), ("standing", "late"),
                        ("window", "current"))), isZh ? "个单位）" : " units)",
            ])
        }
        return .group([
            .when(
                !units.isEmpty,
                .group([isZh ? "滞后比例最高的是" : "Furthest behind by share: ", list(units, and: isZh ? "、" : ", ")])),
            .when(!units.isEmpty && !clauses.isEmpty, isZh ? "；" : "; "),
            .when(
                !clauses.isEmpty,
                .group([
                    isZh ? "滞后单位最多的要求是" : "most units are behind with ", list(clauses, and: isZh ? "和" : " and "),
                ])), isZh ? "。" : ". ",
        ])
    }

    /// Whose units the picture shows, and the way up.
    private func partLine(_ context: PageContext) -> HTML {
        guard let part else { return .nothing }
        return p(
            .class("quiet"),
            .text(
                part.name.map { context.say("\($0)直属单位", "Units right beneath \($0): ") }
                    ?? context.say("全部单位", "All units: ")),
            figureLink(part.rows, context.link("/units", ("under", part.code))),
            .text(context.say("个，各含其下属。", ", each with all beneath it. ")),
            part.parent.map { parent in
                a(.href(context.here(("under", parent), ("page", nil))), .text(context.say("上一级", "One level up")))
            } ?? .nothing, " ",
            figureLink(
                unitCount, context.link("/units"), context.say("全部\(unitCount)个单位的列表", "List of all \(unitCount)")))
    }

    private func partPager(_ context: PageContext) -> HTML {
        guard let part, part.pages > 1 else { return .nothing }
        func link(_ target: Int, _ text: String) -> HTML {
            (1...part.pages).contains(target)
                ? a(.href(context.here(("page", String(target)))), .text(text)) : span(.class("off"), .text(text))
        }
        return nav(
            .class("pager"), .label(context.say("分页", "Pages")),
            link(part.page - 1, context.say("上一页", "Previous")),
            span(.text(context.say("第\(part.page)/\(part.pages)页", "Page \(part.page) of \(part.pages)"))),
            link(part.page + 1, context.say("下一页", "Next")))
    }

    private func matrix(_ context: PageContext) -> HTML {
        guard !units.isEmpty else {
            return emptyState(
                context.say("还没有单位", "No units yet"),
                context.say("用 xingzhi town make 生成样例市，或导入本单位的数据。", "Make the sample town with `xingzhi town make`."))
        }
        return div(
            .class("scroll"), .attribute("tabindex", "0"), .attribute("role", "region"),
            .label(context.say("单位 × 任务", "Units by tasks")),
            table(
                .class("matrix"),
                thead(
                    tr(
                        th(.attribute("scope", "col"), span(.class("unseen"), .text(context.say("单位", "Unit")))),
                        .each(Array(zip(tasks, taskTitles))) { number, title in
                            th(
                                .attribute("scope", "col"),
                                a(
                                    .href(context.link("/plan") + "#task-\(number)"), .attribute("title", title),
                                    .text(number + " "), span(.class("what"), .text(title))))
                        },
                        th(.class("num"), .attribute("scope", "col"), .text(context.say("完成", "Met"))))),
                .each(Group.allCases) { group in rows(of: group, context) }))
    }

    private func rows(of group: Group, _ context: PageContext) -> HTML {
        let members = units.filter { $0.group == group }
        guard !members.isEmpty else { return .nothing }
        // Of a part of the units the group is counted over all of the part, not over the page of it that is shown.
        let count = part.map { $0.groupCounts[group] ?? 0 } ?? members.count
        return tbody(
            tr(
                .class("group"),
                th(
                    .attribute("colspan", String(tasks.count + 2)), .attribute("scope", "colgroup"),
                    .text(group.name(context) + context.say("，", ", ")),
                    figureLink(
                        count, context.link("/units", ("group", String(group.rawValue)), ("under", part?.code))),
                    .text(context.say("个单位", count == 1 ? " unit" : " units")))),
            .each(members) { unit in
                tr(
                    th(
                        .attribute("scope", "row"), a(.href(context.link(toUnit: unit.code)), .text(unit.name)),
                        .when(
                            part?.deeper.contains(unit.code) ?? false,
                            .group([
                                " ",
                                a(
                                    .class("quiet"), .href(context.here(("under", unit.code), ("page", nil))),
                                    span(
                                        .class("unseen"),
                                        .text(context.say("\(unit.name)的下属单位", "Units beneath \(unit.name)"))),
                                    span(.attribute("aria-hidden", "true"), "▸")),
                            ]))),
                    .each(Array(zip(tasks, unit.cells))) { task, cell in self.cell(unit, task, cell, context) },
                    td(
                        .class("num quiet"),
                        figureLink(unit.met, context.rollUps(of: unit.code, "met")), "/",
                        figureLink(unit.applicable, context.rollUps(of: unit.code, "owed"))))
            })
    }

    private func cell(_ unit: UnitRow, _ task: String, _ cell: Cell?, _ context: PageContext) -> HTML {
        guard let cell else { return td(StandingMark.shape(.doesNotApply, context.language)) }
        let standing = LedgerText.standing(cell.standing, in: context.language)
        return td(
            a(
                .href(
                    context.ledger(
                        ("unit", unit.code), ("task", task), ("kind", "rollUp"), ("window", "current"),
                        ("standing", "owed"))), .count(cell.applicable),
                // By keyboard a unit's row is one stop: its page has the same figures by task.
                .attribute("tabindex", "-1"),
                StandingMark.shape(
                    cell.standing, context.language,
                    label: context.say(
                        "\(unit.name)任务\(task)\(standing)", "\(unit.name), task \(task): \(standing)"))
            ))
    }

    private func dueList(_ context: PageContext) -> HTML {
        let days = String(Self.daysAhead)
        let open = due.reduce(0) { $0 + $1.open }
        guard !due.isEmpty else {
            return emptyState(
                context.say("没有到期事项", "Nothing falls due"),
                context.say("未来\(days)天内到期的要求都已完成。", "Everything due within \(days) days is met."))
        }
        return .group([
            ul(
                .class("due"),
                .each(due.prefix(7)) { item in
                    li(
                        time(.attribute("datetime", item.day.iso), .text(String(item.day.iso.dropFirst(5)))),
                        span(
                            a(
                                .href(context.ledger(("obligation", item.obligation), ("due", days))),
                                .text(item.what)),
                            small(.class("quiet"), left(of: item, days, context))),
                        StandingMark.word(item.standing, context.language))
                }),
            .when(
                due.count > 7,
                p(
                    a(
                        .href(context.ledger(("due", days))), .count(open),
                        .text(context.say("全部\(open)项，涉及\(due.count)条要求", "All \(open), of \(due.count) requirements")))
                )),
        ])
    }

    private func left(of item: Due, _ days: String, _ context: PageContext) -> HTML {
        let all = figureLink(
            item.of, context.ledger(("obligation", item.obligation), ("ends", days), ("standing", "owed")))
        let left = figureLink(item.open, context.ledger(("obligation", item.obligation), ("due", days)))
        let counter = item.counter
        return context.language == .zh
            ? .group([all, .text("\(counter)中"), left, .text("\(counter)未完成")]) : .group([left, " of ", all, " open"])
    }
}

extension PageContext {
    /// The rows of a unit in the windows being worked in, by standing.
    func rollUps(of unit: String, _ standing: String) -> String {
        ledger(("unit", unit), ("kind", "rollUp"), ("standing", standing))
    }
}
