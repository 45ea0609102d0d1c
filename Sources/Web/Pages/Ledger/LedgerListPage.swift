import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

extension LedgerListModel {
    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("台账", "Ledger"), crumbs: crumbs(context),
            actions: .group([
                a(.class("btn"), .href(context.same("/ledger.xlsx")), .text(context.say("导出 Excel", "Export Excel"))),
                a(.class("btn"), .href(context.same("/ledger.csv")), .text(context.say("导出 CSV", "Export CSV"))),
            ])
        ).html(
            context, card(nil, filters(context), .when(isSummed, whySummed(context)), tableOfEntries(context)))
    }

    private func whySummed(_ context: PageContext) -> HTML {
        p(
            .class("quiet"),
            .text(
                context.say(
                    "条目较多，已按单位汇总：下列\(rows.count)行共\(total)项；选定单位后可查看明细。",
                    "Too many to list: these \(rows.count) rows stand for \(total) entries. Choose a unit to see them.")
            ))
    }

    private func crumbs(_ context: PageContext) -> [Frame.Crumb] {
        guard let id = filter.obligation, let obligation = view.obligation(id) else { return [] }
        return [
            .init(text: view.sentence(obligation, context.language), address: context.link("/plan") + "#clause-\(id)")
        ]
    }

    private func filters(_ context: PageContext) -> HTML {
        narrowing(context, to: "/ledger", chips: filter.chips(view, context), fields(context))
    }

    /// All conditions in words, those of the form's fields and the others.
    func conditions(_ context: PageContext) -> [String] {
        fields(context).conditionsInForce(context) + filter.chips(view, context).map(\.text)
    }

    private func fields(_ context: PageContext) -> HTML {
        let standings: [(value: String, text: String)] =
            [
                ("", context.say("全部", "All")), ("owed", context.say("应完成的", "All that apply")),
                ("late", context.say("滞后和逾期", "Behind or overdue")),
            ]
            + Standing.allCases.map { ($0.rawValue, LedgerText.standing($0, in: context.language)) }
        let tasks: [(value: String, text: String)] =
            [("", context.say("全部", "All"))]
            + view.edition.tasks.filter { !$0.obligations.isEmpty }.map {
                ($0.number, "\($0.number) \($0.title.prefix(14))")
            }
        return .group([
            label(.text(context.say("进度状态", "Standing")), choice("standing", standings, chosen: filter.standing ?? "")),
            label(.text(context.say("任务", "Task")), choice("task", tasks, chosen: filter.task ?? "")),
            label(
                .text(context.say("单位", "Unit")),
                unitChoice(view.directory, chosen: filter.unit, all: context.say("全部", "All"), knownAt: context.knownAt)
            ),
            label(
                .text(context.say("对象", "Subject")),
                choice("kind", LedgerFilter.aboutChoices(context), chosen: filter.aboutValue)),
            label(
                .text(context.say("周期", "Window")),
                choice(
                    "window",
                    [("current", context.say("本期", "Current")), ("all", context.say("全部周期", "All so far"))],
                    chosen: filter.current ? "current" : "all")),
        ])
    }

    private func tableOfEntries(_ context: PageContext) -> HTML {
        let view = view
        let language = context.language
        let isThen = filter.at != nil
        // An entry of an earlier day opens as of that day.
        var then = context
        then.asOf = filter.at ?? context.asOf
        let context = then
        func column(
            _ order: LedgerOrder, _ zh: String, _ en: String, isNumber: Bool = false,
            _ cell: @escaping (LedgerRow) -> HTML
        ) -> DataTable<LedgerRow>.Column {
            let precedes = order.precedes(view)
            return .init(
                key: order.rawValue, title: context.say(zh, en), isNumber: isNumber,
                place: order == .standing ? .end : order == .unit ? .off : nil,
                sort: { precedes($0.entry, $1.entry) }, cell: cell)
        }
        return DataTable<LedgerRow>(
            columns: [
                column(.standing, "状态", "Standing") { StandingMark.word($0.entry.standing, language) },
                column(.obligation, "量化要求", "Obligation") { row in
                    a(
                        .href(context.link(to: row.entry)),
                        .text(
                            view.obligation(row.entry.obligation).map { view.short($0, language) }
                                ?? row.entry.obligation))
                },
                column(.subject, "对象", "Subject") { .text(name(of: $0, context)) },
                column(.unit, "单位", "Unit") { row in
                    a(.href(context.link(toUnit: row.entry.unit)), .text(view.directory.unitName(row.entry.unit)))
                },
                column(.done, "完成", "Done", isNumber: true) { row in
                    let figure = view.figure(row.entry, language)
                    return a(
                        .href(context.link(to: row.entry)), isThen ? .nothing : .entry(figure), .text(figure))
                },
                column(.window, "周期", "Window") { row in
                    span(.class("quiet nowrap"), .text(view.windowText(row.entry, context)))
                },
            ], rows: rows,
            empty: nothingListed(context)
        ).html(context, caption: context.say("台账条目", "Ledger entries"))
    }

    /// Why nothing is listed, and what to do.
    private func nothingListed(_ context: PageContext) -> HTML {
        if filter.slips.isEmpty, !context.isUnknownCondition, case .kind(.person) = filter.about, !hasEntriesOfPersons {
            return emptyState(
                context.say("没有按个人列出的条目", "No entry is kept person by person"),
                context.say(
                    "方案中涉及个人的要求不逐人建账，只按单位汇总；个人的情况见人员页面。",
                    "What the plan asks of people is kept by unit only; how a person stands is told on the person's page."
                ),
                a(
                    .class("btn"), .href(context.here(("kind", "rollUp"), ("page", nil))),
                    .text(context.say("查看汇总", "See the roll-ups"))))
        }
        return emptyState(
            context.say("没有符合条件的条目", "No entry fits"),
            context.say("请放宽筛选条件，或改换统计日期。", "Widen the filter, or choose another day."))
    }

    private var hasEntriesOfPersons: Bool {
        view.edition.obligations.contains { view.live.singleKind(of: $0.id) == .person }
    }

    /// Whom a line is about; where it stands for others, how many they are.
    func name(of row: LedgerRow, _ context: PageContext) -> String {
        let name = view.name(of: row.entry.subject, context.language)
        guard row.count > 1 || row.isOwn || isSummed && row.entry.subject.kind == .rollUp else { return name }
        return row.isOwn
            ? context.say("\(name)本级：\(row.count)项", "\(name) itself: \(row.count) entries")
            : context.say("\(name)：\(row.count)项", "\(name): \(row.count) entries")
    }
}
