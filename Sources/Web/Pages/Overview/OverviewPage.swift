import Exchange
import LedgerEngine
import Vocabulary

extension OverviewModel {
    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("全市概览", "Overview"),
            remark: .init(
                text: context.say(
                    "\(editionTitle) 第 \(editionNumber) 版（\(inForce.iso) 起执行）",
                    "\(editionTitle), edition \(editionNumber), in force from \(inForce.iso)"),
                address: context.link("/plan")), room: .overview
        ).html(
            context, card(nil, p(.class("say"), sentences(context))),
            section(.class("card figs"), .each(figures) { $0.html }),
            div(
                .class("grid wide"),
                card(
                    context.say("单位 × 任务", "Units by tasks"), partLine(context), matrix(context),
                    partPager(context), StandingMark.legend(context.language),
                    p(
                        .class("quiet"),
                        .text(
                            context.say(
                                "“完成”一栏：本期已完成的要求 / 适用的要求；由下属单位、集体或个人合计的要求算一项。",
                                "“Met”: obligations met of those that apply at present; one that is summed over others counts once."
                            )))),
                div(
                    .class("grid"), card(context.say("30 天内到期", "Due within 30 days"), dueList(context)),
                    card(context.say("全年进度", "The year so far"), trend.html(context)))))
    }

    private func sentences(_ context: PageContext) -> HTML {
        let attention = count(.needsAttention)
        func group(_ group: Group) -> HTML {
            a(.href(context.link("/units", ("group", String(group.rawValue)))), b(.text(String(count(group)))))
        }
        var parts: [HTML] =
            context.language == .zh
            ? [
                "\(unitCount) 个单位中，", group(.onCourse), " 个全部跟上进度，", group(.someBehind), " 个有滞后项，",
                attention > 0
                    ? .group([
                        a(
                            .class("overdue"), .href(context.link("/units", ("group", "0"))),
                            b(.text("\(attention)"))), " 个需要关注（三分之一以上的要求滞后或逾期）。",
                    ]) : "没有单位需要特别关注。",
            ]
            : [
                "Of \(unitCount) units ", group(.onCourse), " are on course, ", group(.someBehind),
                " have something behind, ",
                a(.class("overdue"), .href(context.link("/units", ("group", "0"))), b(.text("\(attention)"))),
                " need attention (a third or more of what they owe is behind or overdue). ",
            ]
        if !laggards.isEmpty {
            parts.append(.text(context.say("滞后最多的是", "Furthest behind: ")))
            for (index, unit) in laggards.enumerated() {
                if index > 0 { parts.append(.text(context.say("、", ", "))) }
                parts.append(a(.href(context.link(toUnit: unit.code)), .text(unit.name)))
                parts.append(.text(context.say("（\(unit.late) 项）", " (\(unit.late))")))
            }
            parts.append(.text(context.say("；", "; ")))
        }
        if !missed.isEmpty {
            parts.append(.text(context.say("差得最多的要求是", "most often missing: ")))
            for (index, item) in missed.enumerated() {
                if index > 0 { parts.append(.text(context.say("和", " and "))) }
                parts.append(
                    a(
                        .href(
                            context.link(
                                "/ledger", ("obligation", item.obligation), ("standing", "late"),
                                ("window", "current"))), .text("“\(item.what)”")))
                parts.append(.text(context.say("（\(item.units) 个单位）", " (\(item.units) units)")))
            }
            parts.append(.text(context.say("。", ". ")))
        }
        let open = due.reduce(0) { $0 + $1.open }
        parts.append(.text(context.say("未来 30 天有 ", "Within 30 days ")))
        parts.append(a(.href(context.link("/ledger", ("due", "30"))), b(.text("\(open)"))))
        parts.append(.text(context.say(" 项到期还没有完成。", " items fall due that are not met.")))
        if openClauses > 0 {
            parts.append(.text(context.say("方案中还有 ", " ")))
            parts.append(a(.href(context.link("/plan/questions")), b(.text("\(openClauses)"))))
            parts.append(.text(context.say(" 条要求待认定。", " clauses need a ruling.")))
        }
        return .group(parts)
    }

    /// Whose units the picture shows, and the way up.
    private func partLine(_ context: PageContext) -> HTML {
        guard let part else { return .nothing }
        return p(
            .class("quiet"),
            .text(
                context.say(
                    "\(part.name) 直属的 \(part.rows) 个单位，各含其下属。",
                    "The \(part.rows) units right beneath \(part.name), each with all beneath it. ")),
            part.parent.map { parent in
                a(.href(context.here(("under", parent), ("page", nil))), .text(context.say("上一级", "One level up")))
            } ?? .nothing, " ",
            a(.href(context.link("/units")), .text(context.say("全部 \(unitCount) 个单位的列表", "List of all \(unitCount)"))))
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
            span(.text(context.say("第 \(part.page) / \(part.pages) 页", "Page \(part.page) of \(part.pages)"))),
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
                                    .text(number)))
                        },
                        th(.class("num"), .attribute("scope", "col"), .text(context.say("完成", "Met"))))),
                .each(Group.allCases) { group in rows(of: group, context) }))
    }

    private func rows(of group: Group, _ context: PageContext) -> HTML {
        let members = units.filter { $0.group == group }
        guard !members.isEmpty else { return .nothing }
        let title =
            switch group {
            case .needsAttention: context.say("需要关注", "Needs attention")
            case .someBehind: context.say("有滞后项", "Something behind")
            case .onCourse: context.say("跟上进度", "On course")
            }
        return tbody(
            tr(
                .class("group"),
                th(
                    .attribute("colspan", String(tasks.count + 2)), .attribute("scope", "colgroup"),
                    .text(context.say("\(title) · \(members.count) 个单位", "\(title) · \(members.count) units")))),
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
                                    .label(context.say("\(unit.name) 的下属单位", "Units beneath \(unit.name)")),
                                    .text("▸")),
                            ]))),
                    .each(Array(zip(tasks, unit.cells))) { task, cell in self.cell(unit, task, cell, context) },
                    td(.class("num quiet"), .text("\(unit.met)/\(unit.applicable)")))
            })
    }

    private func cell(_ unit: UnitRow, _ task: String, _ cell: Cell?, _ context: PageContext) -> HTML {
        guard let cell else { return td(StandingMark.shape(.doesNotApply, context.language)) }
        let standing = LedgerText.standing(cell.standing, in: context.language)
        return td(
            a(
                .href(
                    context.link(
                        "/ledger", ("unit", unit.code), ("task", task), ("kind", "rollUp"), ("window", "current"))),
                StandingMark.shape(
                    cell.standing, context.language,
                    label: context.say("\(unit.name) 任务\(task) \(standing)", "\(unit.name), task \(task): \(standing)"))
            ))
    }

    private func dueList(_ context: PageContext) -> HTML {
        guard !due.isEmpty else {
            return emptyState(
                context.say("没有到期事项", "Nothing falls due"),
                context.say("未来 30 天内到期的要求都已完成。", "Everything due within 30 days is met."))
        }
        return .group([
            ul(
                .class("due"),
                .each(due.prefix(7)) { item in
                    li(
                        time(.attribute("datetime", item.day.iso), .text(String(item.day.iso.dropFirst(5)))),
                        span(
                            a(
                                .href(
                                    context.link(
                                        "/ledger", ("obligation", item.obligation), ("due", "30"))),
                                .text(item.what)),
                            small(
                                .class("quiet"),
                                .text(
                                    context.say("\(item.of) 个中 \(item.open) 个未完成", "\(item.open) of \(item.of) open")))),
                        StandingMark.word(item.standing, context.language))
                }),
            .when(
                due.count > 7,
                p(
                    a(
                        .href(context.link("/ledger", ("due", "30"))),
                        .text(context.say("全部 \(due.count) 项要求", "All \(due.count)"))))),
        ])
    }
}
