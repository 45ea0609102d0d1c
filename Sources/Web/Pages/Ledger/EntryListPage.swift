import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

extension EntryListModel {
    func html(_ context: PageContext) -> HTML {
        let subject = entry.view.name(of: entry.entry.subject, context.language)
        return Frame(
            title: which.title(of: self, context),
            crumbs: [
                .init(text: context.say("台账", "Ledger"), address: context.link("/ledger")),
                .init(
                    text: context.say("\(entry.obligation.id)：\(subject)", "\(entry.obligation.id): \(subject)"),
                    address: context.link(to: entry.entry)),
            ]
        ).html(
            context,
            card(
                nil, p(.text(entry.view.sentence(entry.obligation, context.language))), remark(context),
                table(context).html(context, caption: which.title(of: self, context))))
    }

    /// Why the list is as it is, where that is not plain.
    private func remark(_ context: PageContext) -> HTML {
        func quiet(_ zh: String, _ en: String) -> HTML { p(.class("quiet"), .text(context.say(zh, en))) }
        return .group([
            .when(entry.isUnnamed, p(.class("quiet"), .text(Self.whyUnnamed(context)))),
            .when(
                total != rows.count,
                quiet("人数较多，已按单位汇总，共\(total)。", "Too many to name: so many in each unit, \(total) in all.")),
            .when(
                entry.explanation.cut?.records == true && (which == .counted || which == .notCounted),
                quiet("记录较多，这里只列出一部分；请到下属单位的条目中查看。", "Too many records: some of them. See the units beneath.")),
        ])
    }

    /// Decision 0006, in the reader's words.
    static func whyUnnamed(_ context: PageContext) -> String {
        context.say(
            "本条要求只统计数量，不列参加或未参加人员名单（思想政治内容、组织生活和按名册确定对象的要求均如此）；计入和未计入的活动照常列出。",
            "Of this requirement only numbers are kept, no list of who took part or did not, as of all that concern ideological "
                + "topics, organisation life or people on a list. The activities are listed, with what counted and what did not."
        )
    }

    private func table(_ context: PageContext) -> DataTable<Row> {
        DataTable(
            columns: columns(context), rows: rows,
            empty: emptyState(
                context.say("没有内容", "Nothing here"),
                entry.isUnnamed
                    ? Self.whyUnnamed(context) : context.say("这一项下没有可列的内容。", "There is nothing of that kind.")))
    }

    private func columns(_ context: PageContext) -> [DataTable<Row>.Column] {
        switch which {
        case .parts, .open: entryColumns(context)
        case .history: historyColumns(context)
        case .counted, .notCounted: recordColumns(context)
        case .excused, .outstanding: subjectColumns(context)
        }
    }

    private func entryColumns(_ context: PageContext) -> [DataTable<Row>.Column] {
        let view = entry.view
        return [
            .init(
                key: "standing", title: context.say("状态", "Standing"), place: .end,
                sort: { $0.isOrdered($1) { $0.standing.rank < $1.standing.rank } },
                cell: { $0.ofEntry { StandingMark.word($0.standing, context.language) } }),
            .init(
                key: "subject", title: context.say("对象", "Subject"),
                sort: { $0.isOrdered($1) { $0.subject.code < $1.subject.code } },
                cell: {
                    $0.ofEntry { a(.href(context.link(to: $0)), .text(view.name(of: $0.subject, context.language))) }
                }),
            .init(
                key: "unit", title: context.say("单位", "Unit"), sort: { $0.isOrdered($1) { $0.unit < $1.unit } },
                cell: {
                    $0.ofEntry { a(.href(context.link(toUnit: $0.unit)), .text(view.directory.unitName($0.unit))) }
                }),
            figureColumn(context),
        ]
    }

    private func historyColumns(_ context: PageContext) -> [DataTable<Row>.Column] {
        let view = entry.view
        return [
            .init(
                key: "window", title: context.say("周期", "Window"), sort: { $0.isOrdered($1) { $0.from < $1.from } },
                cell: { $0.ofEntry { a(.href(context.link(to: $0)), .text(view.windowText($0, context))) } }),
            figureColumn(context),
            .init(
                key: "standing", title: context.say("状态", "Standing"), place: .end,
                sort: { $0.isOrdered($1) { $0.standing.rank < $1.standing.rank } },
                cell: { $0.ofEntry { StandingMark.word($0.standing, context.language) } }),
        ]
    }

    private func figureColumn(_ context: PageContext) -> DataTable<Row>.Column {
        let view = entry.view
        return .init(
            key: "done", title: context.say("完成", "Done"), isNumber: true,
            sort: { $0.isOrdered($1) { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) } },
            cell: { $0.ofEntry { .text(view.figure($0, context.language)) } })
    }

    private func recordColumns(_ context: PageContext) -> [DataTable<Row>.Column] {
        let entry = entry
        return [
            .init(
                key: "day", title: context.say("日期", "Day"), place: .meta, sort: { $0.day < $1.day },
                cell: { span(.class("nowrap"), .text($0.day.iso)) }),
            .init(
                key: "record", title: context.say("记录", "Record"),
                cell: { row in
                    switch row {
                    case .record(let record, _, _): entry.link(record, context)
                    case .activity(let activity): entry.link(RecordReference(.activity, activity.code), context)
                    default: .nothing
                    }
                }),
            .init(
                key: "what",
                title: which == .notCounted
                    ? context.say("原因", "Reason")
                    : entry.countedActivities == nil
                        ? context.say("计入数", "Counted as") : context.say("计入人次", "Participations"),
                isNumber: which == .counted,
                cell: { row in
                    switch row {
                    case .record(_, _, let text): .text(text)
                    case .activity(let activity): .text(String(activity.records))
                    default: .nothing
                    }
                }),
        ]
    }

    private func subjectColumns(_ context: PageContext) -> [DataTable<Row>.Column] {
        let entry = entry
        return [
            .init(
                key: "subject", title: context.say("对象", "Subject"),
                cell: { row in
                    switch row {
                    case .subject(let subject, _): entry.link(subject, context)
                    case .left(let unit, let count):
                        .group([
                            a(.href(context.link(toUnit: unit)), .text(entry.view.directory.unitName(unit))),
                            .text(context.say("（\(count)）", " (\(count))")),
                        ])
                    default: .nothing
                    }
                }),
            .init(
                key: "unit", title: context.say("单位", "Unit"),
                cell: { row in
                    guard case .subject(let subject, _) = row else { return .nothing }
                    return .text(entry.unitName(of: subject))
                }),
        ]
            + (which == .excused
                ? [
                    .init(
                        key: "reason", title: context.say("原因", "Reason"), place: .below,
                        cell: { row in
                            guard case .subject(_, let reason) = row else { return .nothing }
                            return .text(reason)
                        })
                ] : [])
    }
}

extension EntryListModel.Which {
    func title(of list: EntryListModel, _ context: PageContext) -> String {
        switch self {
        case .parts: context.say("分项情况", "Parts")
        case .open: context.say("未完成的分项", "Parts not met")
        case .counted:
            list.entry.countedActivities == nil
                ? context.say("计入的记录", "Counted records") : context.say("计入的活动", "Counted activities")
        case .notCounted: context.say("未计入的记录及原因", "Not counted, and why")
        case .excused: context.say("不计入应训人数", "Excused")
        case .outstanding: context.say("尚未完成", "Still to do")
        case .history: context.say("往期", "Earlier periods")
        }
    }
}

extension EntryListModel.Row {
    fileprivate var day: Day {
        switch self {
        case .record(_, let day, _): day
        case .activity(let activity): activity.day
        case .entry(let entry): entry.from
        case .left, .subject: Day(number: 0)
        }
    }

    fileprivate func ofEntry(_ cell: (LedgerEntry) -> HTML) -> HTML {
        if case .entry(let entry) = self { cell(entry) } else { .nothing }
    }

    fileprivate func isOrdered(_ other: Self, _ precedes: (LedgerEntry, LedgerEntry) -> Bool) -> Bool {
        guard case .entry(let one) = self, case .entry(let two) = other else { return false }
        return precedes(one, two)
    }
}
