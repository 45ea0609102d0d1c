import Books
import Exchange
import LedgerEngine
import Pages
import Vocabulary

extension OverviewModel {
    func page(_ context: PageContext) -> Page {
        var page = Page(
            Words("全市概览", "Overview"),
            crumbs: [
                Frame.Crumb(
                    Words(
                        "\(editionTitle)第\(editionNumber)版（\(inForce.iso)起生效）",
                        "\(editionTitle), edition \(editionNumber), in force from \(inForce.iso)"), "/plan")
            ], hasAsOf: true,
            .sheet(
                .headlines(figures),
                .split(
                    first: .group([
                        .part(
                            Words("\(Self.daysAhead)天内到期", "Due within \(Self.daysAhead) days"), dueList(context)),
                        .part(Words("全年进度", "The year so far"), trend.html(context)),
                    ]),
                    .part(
                        Words("单位 × 任务", "Units by tasks"), partLine(context), matrix(context), partPager(context)))))
        page.sentence = .group([
            grouping(context), .when(!laggards.isEmpty || !missed.isEmpty, furthestBehind(context)),
            .say("未来\(Self.daysAhead)天内到期、尚未完成的有", "Due within \(Self.daysAhead) days and not met: "),
            .figureLink(due.reduce(0) { $0 + $1.open }, context.ledger(("due", String(Self.daysAhead)))),
            .say("项。", ". "),
            .when(
                openClauses > 0,
                .group([
                    .say("方案中还有", ""), .figureLink(openClauses, context.link("/plan/questions")),
                    .say("条要求口径待明确。", openClauses == 1 ? " clause needs clarifying." : " clauses need clarifying."),
                ])),
        ])
        return page
    }

    /// How many units there are, and how many of each group.
    private func grouping(_ context: PageContext) -> HTML {
        func members(_ group: Group, class names: String = "") -> HTML {
            .figureLink(count(group), context.link("/units", ("group", String(group.rawValue))), class: names)
        }
        let units = HTML.figureLink(unitCount, context.link("/units"))
        guard context.language == .zh else {
            return .group([
                "Of ", units, " units ", members(.onCourse), " are on course, ", members(.someBehind),
                " have something behind, ", members(.needsAttention, class: "overdue"),
                " need attention (a third or more of their requirements are behind or overdue). ",
            ])
        }
        return .group([
            units, "个单位中，",
            count(.onCourse) > 0 ? .group([members(.onCourse), "个全部进度正常，"]) : "没有单位全部进度正常，",
            count(.someBehind) > 0 ? .group([members(.someBehind), "个有滞后，"]) : .nothing,
            count(.needsAttention) > 0
                ? .group([members(.needsAttention, class: "overdue"), "个需重点关注（三分之一以上的要求滞后或逾期）。"])
                : "没有单位需重点关注。",
        ])
    }

    private func furthestBehind(_ context: PageContext) -> HTML {
        func list(_ items: [HTML], and last: HTML) -> HTML {
            .each(items.enumerated()) { index, item in .group([index == 0 ? .nothing : last, item]) }
        }
        let units = laggards.map { unit -> HTML in
            .group([
                .a(.href(context.link(toUnit: unit.code)), .text(unit.name)), .say("（", " ("),
                .figureLink(unit.late, context.rollUps(of: unit.code, "late")), .say("/", " of "),
                .figureLink(unit.applicable, context.rollUps(of: unit.code, "owed")), .say("项，", ", "),
                .text(Figure.percent(Double(unit.late), of: Double(unit.applicable)) + "%"), .say("）", ")"),
            ])
        }
        let clauses = missed.map { item -> HTML in
            .group([
                .a(
                    .href(context.ledger(("obligation", item.obligation), ("window", "current"))),
                    .say("“\(item.what)”", "\u{201C}\(item.what)\u{201D}")), .say("（", " ("),
                .figureLink(
                    item.units,
                    context.ledger(
                        ("obligation", item.obligation), ("kind", "units"), ("standing", "late"),
                        ("window", "current"))), .say("个单位）", " units)"),
            ])
        }
        return .group([
            .when(
                !units.isEmpty,
                .group([.say("滞后比例最高的是", "Furthest behind by share: "), list(units, and: .say("、", ", "))])),
            .when(!units.isEmpty && !clauses.isEmpty, .say("；", "; ")),
            .when(
                !clauses.isEmpty,
                .group([.say("滞后单位最多的要求是", "most units are behind with "), list(clauses, and: .say("和", " and "))])),
            .say("。", ". "),
        ])
    }

    /// Whose units the picture shows, and the way up.
    private func partLine(_ context: PageContext) -> HTML {
        guard let part else { return .nothing }
        return .p(
            .class("quiet"),
            part.name.map { .say("\($0)直属单位", "Units right beneath \($0): ") } ?? .say("全部单位", "All units: "),
            .figureLink(part.rows, context.link("/units", ("under", part.code))),
            .say("个，各含其下属。", ", each with all beneath it. "),
            part.parent.map { parent in
                .a(.href(context.here(("under", parent), ("page", nil))), .say("上一级", "One level up"))
            } ?? .nothing, " ",
            .a(
                .href(context.link("/units")), .count(unitCount),
                .say("全部\(unitCount)个单位的列表", "List of all \(unitCount)")))
    }

    private func partPager(_ context: PageContext) -> HTML {
        guard let part, part.pages > 1 else { return .nothing }
        func link(_ target: Int, _ words: Words) -> HTML {
            (1...part.pages).contains(target)
                ? .a(.href(context.here(("page", String(target)))), .words(words))
                : .span(.class("off"), .words(words))
        }
        return .nav(
            .class("pager"), .ariaLabel(Words("分页", "Pages")), link(part.page - 1, Words("上一页", "Previous")),
            .span(.say("第\(part.page)/\(part.pages)页", "Page \(part.page) of \(part.pages)")),
            link(part.page + 1, Words("下一页", "Next")))
    }

    private func dueList(_ context: PageContext) -> HTML {
        let days = String(Self.daysAhead)
        let open = due.reduce(0) { $0 + $1.open }
        guard !due.isEmpty else {
            return .p(
                .class("quiet"), .say("\(days)天内到期的要求都已完成。", "Everything due within \(days) days is met."))
        }
        return .group([
            .narrowRows(
                due.prefix(7).map { item in
                    Row(
                        .group([
                            .a(
                                .href(context.ledger(("obligation", item.obligation), ("due", days))),
                                .text(item.what)),
                            .small(.day(item.day), .say("到期，", ": "), left(of: item, days, context)),
                        ]), act: StandingMark.word(item.standing, context.language))
                }),
            .when(
                due.count > 7,
                .p(
                    .a(
                        .href(context.ledger(("due", days))), .count(open),
                        .say("全部\(open)项，涉及\(due.count)条要求", "All \(open), of \(due.count) requirements")))),
        ])
    }

    private func left(of item: Due, _ days: String, _ context: PageContext) -> HTML {
        let all = HTML.figureLink(
            item.of, context.ledger(("obligation", item.obligation), ("ends", days), ("standing", "owed")))
        let left = HTML.figureLink(item.open, context.ledger(("obligation", item.obligation), ("due", days)))
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
