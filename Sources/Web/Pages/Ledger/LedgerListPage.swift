import Exchange
import LedgerEngine
import Plans
import Records
import Vocabulary

extension LedgerListModel {
    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("台账", "Ledger"), crumbs: crumbs(context), room: .ledger,
            actions: a(.class("btn"), .href(csvAddress(context)), .text(context.say("导出 CSV", "Export CSV")))
        ).html(
            context,
            card(
                nil, filters(context),
                .when(
                    isSummed,
                    p(
                        .class("quiet"),
                        .text(
                            context.say(
                                "条目太多，单个对象按下属单位汇总；选择单位后可看到单个对象。",
                                "Too many to list: the units right beneath stand for single subjects. Choose a unit to see them."
                            )))),
                tableOfEntries(context).html(context, caption: context.say("台账条目", "Ledger entries"))))
    }

    private func crumbs(_ context: PageContext) -> [Frame.Crumb] {
        guard let id = filter.obligation, let obligation = view.obligation(id) else { return [] }
        return [
            .init(text: view.sentence(obligation, context.language), address: context.link("/plan") + "#clause-\(id)")
        ]
    }

    private func csvAddress(_ context: PageContext) -> String {
        let text = context.query.text
        return text.isEmpty ? "/ledger.csv" : "/ledger.csv?\(text)"
    }

    private func filters(_ context: PageContext) -> HTML {
        let standings: [(value: String, text: String)] =
            [
                ("", context.say("全部", "All")), ("owed", context.say("应完成的", "Owed")),
                ("late", context.say("滞后和逾期", "Behind or overdue")),
            ]
            + Standing.allCases.map { ($0.rawValue, LedgerText.standing($0, in: context.language)) }
        let tasks: [(value: String, text: String)] =
            [("", context.say("全部", "All"))]
            + view.edition.tasks.filter { !$0.obligations.isEmpty }.map {
                ($0.number, "\($0.number) \($0.title.prefix(14))")
            }
        let kinds: [(value: String, text: String)] =
            [("", context.say("单位、集体、个人等", "Single subjects"))]
            + [Subject.Kind.programme, .unit, .team, .person, .activity, .rollUp].map {
                ($0.rawValue, LedgerText.subjectKind($0, in: context.language))
            }
        return form(
            .class("filters"), .attribute("method", "get"), .attribute("action", "/ledger"),
            .each(context.query.items.filter { ["asOf", "knownAt", "lang", "obligation", "due"].contains($0.name) }) {
                input(.type("hidden"), .name($0.name), .value($0.value))
            },
            label(.text(context.say("进度状态", "Standing")), choice("standing", standings, chosen: filter.standing ?? "")),
            label(.text(context.say("任务", "Task")), choice("task", tasks, chosen: filter.task ?? "")),
            label(
                .text(context.say("单位", "Unit")),
                unitChoice(view.directory, chosen: filter.unit, all: context.say("全部", "All"))),
            label(.text(context.say("对象", "Subject")), choice("kind", kinds, chosen: filter.kind?.rawValue ?? "")),
            label(
                .text(context.say("周期", "Window")),
                choice(
                    "window",
                    [("current", context.say("本期", "Current")), ("all", context.say("历期全部", "All so far"))],
                    chosen: filter.current ? "current" : "all")),
            button(.class("btn primary small"), .type("submit"), .text(context.say("筛选", "Filter"))),
            a(.class("quiet"), .href(context.link("/ledger")), .text(context.say("清除", "Clear"))))
    }

    /// What the page and the file show, in the order asked for.
    func tableOfEntries(_ context: PageContext) -> DataTable<LedgerEntry> {
        let view = view
        let language = context.language
        return DataTable<LedgerEntry>(
            columns: [
                .init(
                    key: "standing", title: context.say("状态", "Standing"),
                    sort: { StandingMark.rank($0.standing) < StandingMark.rank($1.standing) },
                    cell: { StandingMark.word($0.standing, language) }),
                .init(
                    key: "obligation", title: context.say("量化要求", "Obligation"),
                    sort: { $0.obligation < $1.obligation },
                    cell: { entry in
                        a(
                            .href(context.link(to: entry)),
                            .text(
                                view.obligation(entry.obligation).map { view.short($0, context.language) }
                                    ?? entry.obligation))
                    }),
                .init(
                    key: "subject", title: context.say("对象", "Subject"), sort: { $0.subject.code < $1.subject.code },
                    cell: { entry in .text(view.name(of: entry.subject, language)) }),
                .init(
                    key: "unit", title: context.say("单位", "Unit"), sort: { $0.unit < $1.unit },
                    cell: { entry in
                        a(.href(context.link(toUnit: entry.unit)), .text(view.directory.unitName(entry.unit)))
                    }),
                .init(
                    key: "done", title: context.say("完成", "Done"), isNumber: true,
                    sort: { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) },
                    cell: { entry in a(.href(context.link(to: entry)), .text(view.figure(entry, language))) }),
                .init(
                    key: "window", title: context.say("周期", "Window"), sort: { $0.from < $1.from },
                    cell: { entry in span(.class("quiet"), .text(view.windowText(entry, context))) }),
            ], rows: entries,
            empty: emptyState(
                context.say("没有符合条件的条目", "No entry fits"),
                context.say("请放宽筛选条件，或换一个截至日期。", "Widen the filter, or choose another day.")))
    }
}
