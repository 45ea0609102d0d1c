import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

extension EntryModel {
    func html(_ context: PageContext) -> HTML {
        Frame(
            title: "\(obligation.id) \(view.sentence(obligation, context.language).trimmingStop)",
            crumbs: [
                .init(
                    text: context.say("台账", "Ledger"),
                    address: context.link("/ledger", ("obligation", obligation.id), ("window", "all"))),
                .init(
                    text: view.task(obligation.task).map { "\($0.number) \($0.title)" } ?? obligation.task,
                    address: context.link("/plan") + "#clause-\(obligation.id)"),
            ],
            actions: .when(
                context.mayReport,
                a(
                    .class("btn primary"), .href(context.link(toReport: entry, of: obligation)),
                    .text(context.say("填报活动", "Report an activity"))))
        ).html(
            context, standingCard(context), partsCard(context),
            .when(
                !explanation.counted.isEmpty || !explanation.notCounted.isEmpty || countedActivities != nil
                    || parts.isEmpty,
                div(.class("grid two"), countedCard(context), notCountedCard(context))), namesCards(context),
            historyCard(context))
    }

    private func standingCard(_ context: PageContext) -> HTML {
        let language = context.language
        let asOf = view.live.asOf
        let pace: Double? = entry.to.map { Double(min(asOf, $0) - entry.from + 1) / Double($0 - entry.from + 1) }
        return .sheet(
            .split(
                section(
                    p(.class("say"), b(subject(context)), .text(context.say("：", ": ") + story(context))),
                    p(
                        .class("quiet"), .text(context.say("依据：", "Source: ")),
                        a(
                            .href(context.link("/plan") + "#clause-\(obligation.id)"),
                            .text(context.say("方案任务\(obligation.task)", "task \(obligation.task)"))),
                        .text(context.say("“\(obligation.quote)”", " \u{201C}\(obligation.quote)\u{201D}")),
                        responsible(context), .text(context.say("；所在单位：", "; unit: ")),
                        a(.href(context.link(toUnit: entry.unit)), .text(view.directory.unitName(entry.unit)))),
                    explanation.workingYears.isEmpty
                        ? .nothing
                        : p(
                            .class("quiet"),
                            .text(context.say("工作日按：", "Working days by: ")),
                            .text(LedgerText.workingYears(explanation.workingYears, in: language))),
                    knownThen.map { then in
                        p(
                            .class("quiet"),
                            .text(
                                context.say(
                                    "后续变动：\(asOf.iso)当日台账为\(view.figure(then, language))（\(LedgerText.standing(then.standing, in: language))）；其后又登记、作废或更正了记录。",
                                    "Changed since: on \(asOf.iso) the ledger had \(view.figure(then, language)) (\(LedgerText.standing(then.standing, in: language))); records came in, were voided or corrected later."
                                )),
                            " ",
                            a(
                                .href(context.here(("knownAt", asOf.iso))),
                                .text(context.say("查看当日台账", "The ledger of that day"))))
                    } ?? .nothing),
                beside: section(
                    StandingMark.pill(entry.standing, language),
                    div(.class("n big"), .text(view.figure(entry, language))),
                    Bar.html(
                        done: entry.done, required: entry.required, expected: pace, standing: entry.standing,
                        label: context.say("进度", "Progress")),
                    LedgerText.aboutNote(obligation, in: language).map { div(.class("quiet"), .text($0)) } ?? .nothing,
                    div(.class("quiet"), .text(view.windowText(entry, context))),
                    entry.forecast.map { forecast in
                        div(
                            .class("quiet"),
                            .text(
                                context.say(
                                    "按目前进度，期末约\(estimate(forecast, language))（估计）",
                                    "at this pace about \(estimate(forecast, language)) by the end (an estimate)")))
                    } ?? .nothing)))
    }

    /// Whom the entry is about, with the way there.
    private func subject(_ context: PageContext) -> HTML {
        let name = view.name(of: entry.subject, context.language)
        return context.link(to: entry.subject, in: view).map { a(.href($0), .text(name)) } ?? .text(name)
    }

    private func responsible(_ context: PageContext) -> HTML {
        .each([
            (obligation.lead, context.say("；牵头单位：", "; lead unit: ")),
            (obligation.responsible, context.say("；责任单位：", "; responsible: ")),
        ]) { names, title in
            names.isEmpty ? .nothing : .text(title + names.joined(separator: context.say("、", ", ")))
        }
    }

    /// People and sessions are whole; days and hours may be parts.
    private func estimate(_ forecast: Double, _ language: Language) -> String {
        let unit = LedgerText.unit(of: obligation, subject: entry.subject.kind)
        let isWhole = unit != .hour && unit != .percent
        return LedgerText.amountText(isWhole ? forecast.rounded() : forecast, unit, in: language)
    }

    /// What is expected by now, what is missing, what would help.
    private func story(_ context: PageContext) -> String {
        let language = context.language
        var parts: [String] = []
        if entry.standing == .needsRuling {
            return obligation.question.map { QuestionText.sentence($0, in: language) } ?? ""
        }
        if let outside = explanation.outside { return LedgerText.outside(outside, in: language) }
        if entry.standing == .doesNotApply { return context.say("截至当日没有适用对象。", "It applies to nobody on this day.") }
        if entry.standing == .met { return context.say("本期已完成。", "Met in this window.") }
        if let due = explanation.nextDue {
            let unit = LedgerText.unit(of: obligation, subject: entry.subject.kind)
            let asOf = view.live.asOf
            let expected = entry.expected(by: asOf) ?? 0
            // Where more than one is missing the day of the next says too little.
            let isFarBehind = due < asOf && expected - entry.done > 1
            parts.append(
                (isFarBehind
                    ? LedgerText.behindPace(
                        expected: expected, short: expected - entry.done, on: asOf, unit, in: language)
                    : LedgerText.pace(due, unit, isPast: due < asOf, in: language)) + context.say("。", "."))
        }
        if let remedy = explanation.wouldHelp {
            parts.append(
                LedgerText.remedy(
                    remedy, unit: LedgerText.unit(of: obligation, subject: entry.subject.kind), in: language)
                    + context.say("。", "."))
        }
        return parts.joined(separator: context.say("", " "))
    }

    private func partsCard(_ context: PageContext) -> HTML {
        guard !parts.isEmpty else { return .nothing }
        let view = view
        let language = context.language
        return section(
            .class("card"),
            h2(
                .text(context.say("分项情况（共", "")), figureLink(parts.count, context.link(toList: .parts, of: entry)),
                .text(context.say("项，未完成", " parts, ")),
                figureLink(openParts.count, context.link(toList: .open, of: entry)),
                .text(context.say("项）", " not met"))),
            DataTable<LedgerEntry>(
                columns: [
                    .init(
                        key: "standing", title: context.say("状态", "Standing"), place: .end,
                        sort: { $0.standing.rank < $1.standing.rank },
                        cell: { StandingMark.word($0.standing, language) }),
                    .init(
                        key: "subject", title: context.say("对象", "Subject"),
                        sort: { $0.subject.code < $1.subject.code },
                        cell: { a(.href(context.link(to: $0)), .text(view.name(of: $0.subject, language))) }),
                    .init(
                        key: "unit", title: context.say("单位", "Unit"), sort: { $0.unit < $1.unit },
                        cell: { a(.href(context.link(toUnit: $0.unit)), .text(view.directory.unitName($0.unit))) }),
                    .init(
                        key: "done", title: context.say("完成", "Done"), isNumber: true,
                        sort: { $0.done / max(1, $0.required) < $1.done / max(1, $1.required) },
                        cell: { .text(view.figure($0, language)) }),
                ], rows: parts, empty: .nothing
            ).html(context, caption: context.say("分项情况", "Parts")))
    }

    /// Whether records were left out, there being too many.
    private var isCut: Bool {
        explanation.cut?.records ?? false || isUnnamed && countedActivities == nil && view.limit != nil
    }

    /// A sheet whose heading tells how many there are, and opens all of them.
    func counted(
        _ title: String, _ count: Int, _ which: EntryListModel.Which, _ context: PageContext, _ content: HTML
    ) -> HTML {
        section(
            .class("card"), h2(.text(title + " · "), figureLink(count, context.link(toList: which, of: entry))), content
        )
    }

    private func countedCard(_ context: PageContext) -> HTML {
        if let activities = countedActivities {
            return counted(
                context.say("计入的活动", "Counted activities"), activities.count, .counted, context,
                activities.isEmpty
                    ? nothingCounted(context)
                    : recordTable(
                        activities.reversed().map { (.init(.activity, $0.code), $0.day, String($0.records)) },
                        last: context.say("计入人次", "Participations"), isNumber: true, more: .counted, context))
        }
        let table = recordTable(
            explanation.countedByDay.reversed().map { ($0.record, $0.day, Figure.amount($0.amount)) },
            last: context.say("计入数", "Counted as"), isNumber: true, more: .counted, context)
        guard isCut else {
            return counted(
                context.say("计入的记录", "Counted"), explanation.counted.count, .counted, context,
                explanation.counted.isEmpty ? nothingCounted(context) : table)
        }
        return card(
            context.say("计入的记录（部分）", "Counted (some of them)"),
            explanation.counted.isEmpty
                ? p(
                    .class("quiet"),
                    .text(context.say("记录较多，请到下属单位的条目中查看。", "Too many to list: see the units or subjects beneath.")))
                : table)
    }

    private func nothingCounted(_ context: PageContext) -> HTML {
        explanation.notCounted.isEmpty
            ? emptyState(
                context.say("还没有计入的记录", "Nothing counted yet"),
                context.say("填报活动后会立即显示在这里。", "A reported activity shows here at once."))
            : emptyState(
                context.say("没有计入的记录", "Nothing counted"),
                context.say("原因见“未计入及原因”。", "See what was not counted, and why."))
    }

    private func notCountedCard(_ context: PageContext) -> HTML {
        let content =
            explanation.notCounted.isEmpty
            ? p(.class("quiet"), .text(context.say("没有未计入的记录。", "No record was left out.")))
            : recordTable(
                explanation.notCountedByDay.reversed().map {
                    ($0.record, $0.day, view.reason($0, of: obligation, context.language))
                }, last: context.say("原因", "Reason"), isNumber: false, more: .notCounted, context)
        return isCut
            ? card(context.say("未计入及原因（部分）", "Not counted, and why (some of them)"), content)
            : counted(
                context.say("未计入及原因", "Not counted, and why"), explanation.notCounted.count, .notCounted, context,
                content)
    }

    private func recordTable(
        _ rows: [(record: RecordReference, day: Day, text: String)], last: String, isNumber: Bool,
        more: EntryListModel.Which, _ context: PageContext
    ) -> HTML {
        let limit = 50
        return .group([
            plainTable(
                context.say("记录", "Records"), [context.say("日期", "Day"), context.say("记录", "Record"), last],
                numbers: isNumber ? [2] : [], lead: 1,
                rows.prefix(limit).map { [.day($0.day), link($0.record, context), .text($0.text)] }),
            .when(
                rows.count > limit,
                p(
                    a(
                        .href(context.link(toList: more, of: entry)), .count(rows.count),
                        .text(context.say("全部\(rows.count)条", "All \(rows.count)"))))),
        ])
    }

    func link(_ record: RecordReference, _ context: PageContext) -> HTML {
        switch record.kind {
        case .activity:
            return a(
                .href(context.link(toActivity: record.code)),
                .text(view.directory.heading(ofActivity: record.code)?.title ?? record.code))
        case .participation:
            guard let part = view.directory.participation(record.code) else { return .text(record.code) }
            let title = view.directory.heading(ofActivity: part.activity)?.title ?? part.activity
            let name = view.directory.person(part.person)?.name ?? part.person
            return .group([
                a(.href(context.link(toPerson: part.person)), .text(name)), " ",
                a(.href(context.link(toActivity: part.activity)), .text(title)),
            ])
        case .site: return .text(view.directory.siteName(record.code) ?? record.code)
        }
    }

    private func historyCard(_ context: PageContext) -> HTML {
        guard history.count > 1 else { return .nothing }
        let asOf = view.live.asOf
        return card(
            context.say("往期", "Earlier windows"),
            plainTable(
                context.say("往期", "Earlier windows"),
                [
                    context.say("周期", "Window"), context.say("完成", "Done"),
                    context.say("进度（竖线为序时进度）", "Progress (stroke: time gone)"), context.say("状态", "Standing"),
                ], end: 3,
                history.prefix(24).map { past in
                    let pace = past.to.map { Double(min(asOf, $0) - past.from + 1) / Double($0 - past.from + 1) }
                    return [
                        a(.href(context.link(to: past)), .text(view.windowText(past, context))),
                        a(
                            .href(context.link(to: past)), .entry(view.figure(past, context.language)),
                            .text(view.figure(past, context.language))),
                        Bar.html(
                            done: past.done, required: past.required, expected: pace, standing: past.standing,
                            label: context.say("进度", "Progress")),
                        StandingMark.word(past.standing, context.language),
                    ]
                }),
            .when(
                history.count > 24,
                p(
                    figureLink(
                        history.count, context.link(toList: .history, of: entry),
                        context.say("全部\(history.count)期", "All \(history.count)")))))
    }
}

extension String {
    /// A sentence as a title: without its full stop.
    fileprivate var trimmingStop: String { hasSuffix("。") || hasSuffix(".") ? String(dropLast()) : self }
}
