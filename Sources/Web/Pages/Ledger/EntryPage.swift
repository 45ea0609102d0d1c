import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Vocabulary

extension EntryModel {
    func page(_ context: PageContext) -> Page {
        func title(_ language: Language) -> String {
            "\(obligation.id) \(view.sentence(obligation, language).trimmingStop)"
        }
        let task = view.task(obligation.task).map { "\($0.number) \($0.title)" } ?? obligation.task
        let hasRecords =
            !explanation.counted.isEmpty || !explanation.notCounted.isEmpty || countedActivities != nil || parts.isEmpty
        var page = Page(
            Words(title(.zh), title(.en)),
            crumbs: [
                Frame.Crumb(
                    Words("台账", "Ledger"), context.link("/ledger", ("obligation", obligation.id), ("window", "all"))),
                Frame.Crumb(Words(task, task), "/plan#clause-\(obligation.id)"),
            ],
            actions: .group([
                context.reminding(obligation, in: view),
                .when(
                    context.mayReport,
                    .act(context.link(toReport: entry, of: obligation), Words("填报活动", "Report an activity"), .primary)),
            ]),
            hasAsOf: true,
            .sheet(
                .split(.section(source(context), changes(context)), beside: .section(standing(context))),
                eitherPart(context), partsPart(context),
                .when(hasRecords, .halves(countedPart(context), notCountedPart(context))),
                .each(hasRecords ? [] : onlyPart) { .halves($0.countedPart(context), $0.notCountedPart(context)) },
                namesParts(context),
                historyPart(context)))
        page.sentence = .group([.b(subject(context)), .text(context.say("：", ": ") + story(context))])
        return page
    }

    /// Which clause asks for it, and of whom.
    private func source(_ context: PageContext) -> HTML {
        .group([
            .p(
                .say("依据：", "Source: "),
                .link(
                    "/plan#clause-\(obligation.id)", .say("方案任务\(obligation.task)", "task \(obligation.task)")),
                .say("“\(obligation.quote)”", " \u{201C}\(obligation.quote)\u{201D}"), responsible(context),
                .say("；所在单位：", "; unit: "),
                .a(.href(context.link(toUnit: entry.unit)), .text(view.directory.unitName(entry.unit)))),
            .when(
                !explanation.workingYears.isEmpty,
                .p(
                    .class("quiet"), .say("工作日按：", "Working days by: "),
                    .text(LedgerText.workingYears(explanation.workingYears, in: context.language)))),
        ])
    }

    /// What the ledger had on the day itself, where records came in later.
    private func changes(_ context: PageContext) -> HTML {
        guard let then = knownThen else { return .nothing }
        let (asOf, language) = (view.live.asOf, context.language)
        let stood = "\(view.figure(then, language))（\(LedgerText.standing(then.standing, in: language))）"
        return .p(
            .class("quiet"),
            .text(
                context.say(
                    "后续变动：\(asOf.iso)当日台账为\(stood)；其后又登记、作废或更正了记录。",
                    "Changed since: on \(asOf.iso) the ledger had \(view.figure(then, language)) (\(LedgerText.standing(then.standing, in: language))); records came in, were voided or corrected later."
                )), " ",
            .a(.href(context.here(("knownAt", asOf.iso))), .say("查看当日台账", "The ledger of that day")))
    }

    private func standing(_ context: PageContext) -> HTML {
        let language = context.language
        func quiet(_ text: String) -> HTML { .p(.class("quiet"), .text(text)) }
        return .group([
            StandingMark.pill(entry.standing, language),
            .div(.class("sum"), .span(.b(.text(view.figure(entry, language))))), bar(entry, context),
            .each(onlyPart) { part in
                .p(
                    .a(
                        .href(context.link(to: part.entry)), .text(view.name(of: part.entry.subject, language)), " ",
                        .text(view.figure(part.entry, language))))
            },
            LedgerText.aboutNote(obligation, in: language).map(quiet) ?? .nothing,
            quiet(view.windowText(entry, context)),
            entry.forecast.map { forecast in
                let about = estimate(forecast, language)
                return quiet(
                    context.say("按目前进度，期末约\(about)（估计）", "at this pace about \(about) by the end (an estimate)"))
            } ?? .nothing,
        ])
    }

    /// How far it has come, with a stroke at the part of its window that is gone.
    private func bar(_ entry: LedgerEntry, _ context: PageContext) -> HTML {
        let asOf = view.live.asOf
        let pace = entry.to.map { Double(min(asOf, $0) - entry.from + 1) / Double($0 - entry.from + 1) }
        return Bar.html(
            done: entry.done, required: entry.required, expected: pace, standing: entry.standing,
            label: context.say("进度", "Progress"))
    }

    /// Whom the entry is about, with the way there.
    private func subject(_ context: PageContext) -> HTML {
        let name = view.name(of: entry.subject, context.language)
        return context.link(to: entry.subject, in: view).map { .a(.href($0), .text(name)) } ?? .text(name)
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
        let unit = LedgerText.unit(of: obligation, entry)
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
            let unit = LedgerText.unit(of: obligation, entry)
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
                LedgerText.remedy(remedy, of: obligation, entry, in: language) + context.say("。", "."))
        }
        return parts.joined(separator: context.say("", " "))
    }

    private func partsPart(_ context: PageContext) -> HTML {
        guard !parts.isEmpty else { return .nothing }
        let view = view
        let language = context.language
        return .part(
            Words("分项情况", "Parts"),
            aside: .group([
                .say("共", ""), .figureLink(parts.count, context.link(toList: .parts, of: entry)),
                .say("项，未完成", " parts, "), .figureLink(openParts.count, context.link(toList: .open, of: entry)),
                .say("项", " not met"),
            ]),
            DataTable<LedgerEntry>(
                columns: [
                    .init(
                        key: "standing", title: context.say("状态", "Standing"), place: .end,
                        sort: LedgerOrder.standing.precedes(), cell: { StandingMark.word($0.standing, language) }),
                    .init(
                        key: "subject", title: context.say("对象", "Subject"), place: .lead,
                        sort: LedgerOrder.subject.precedes(),
                        cell: { .a(.href(context.link(to: $0)), .text(view.name(of: $0.subject, language))) }),
                    .init(
                        key: "unit", title: context.say("单位", "Unit"), sort: LedgerOrder.unit.precedes(),
                        cell: { .a(.href(context.link(toUnit: $0.unit)), .text(view.directory.unitName($0.unit))) }),
                    .init(
                        key: "done", title: context.say("完成", "Done"), isNumber: true, unit: "",
                        sort: LedgerOrder.done.precedes(), cell: { .text(view.figure($0, language)) }),
                ], rows: parts, empty: .nothing
            ).html(context, caption: context.say("分项情况", "Parts")),
            .when(
                explanation.counted.isEmpty && explanation.notCounted.isEmpty && onlyPart.isEmpty,
                .p(
                    .class("quiet"),
                    .say(
                        "计入的记录、未计入的记录和原因，在各分项的条目里。",
                        "What counted, what did not, and why, stands with each part."))))
    }

    /// Whether records were left out, there being too many.
    private var isCut: Bool {
        explanation.cut?.records ?? false || isUnnamed && countedActivities == nil && view.limit != nil
    }

    /// A section whose heading tells how many there are, and opens all of them.
    func counted(
        _ title: Words, _ count: Int, _ which: EntryListModel.Which, _ context: PageContext, _ content: HTML
    ) -> HTML {
        .part(
            title,
            aside: .group([
                .say("共", ""), .figureLink(count, context.link(toList: which, of: entry, choice: choice)),
                .say("条", " in all"),
            ]), content)
    }

    private func countedPart(_ context: PageContext) -> HTML {
        if let activities = countedActivities {
            return counted(
                Words("计入的活动", "Counted activities"), activities.count, .counted, context,
                activities.isEmpty
                    ? nothingCounted
                    : recordTable(
                        activities.reversed().map { (.init(.activity, $0.code), $0.day, String($0.records)) },
                        last: Words("计入人次", "Participations"), isNumber: true, more: .counted, context))
        }
        let table = recordTable(
            explanation.countedByDay.reversed().map { ($0.record, $0.day, Figure.amount($0.amount)) },
            last: Words("计入数", "Counted as"), isNumber: true, more: .counted, context)
        guard isCut else {
            return counted(
                Words("计入的记录", "Counted"), explanation.counted.count, .counted, context,
                explanation.counted.isEmpty ? nothingCounted : table)
        }
        return .part(
            Words("计入的记录（部分）", "Counted (some of them)"),
            explanation.counted.isEmpty
                ? .p(
                    .class("quiet"),
                    .say("记录较多，请到下属单位的条目中查看。", "Too many to list: see the units or subjects beneath."))
                : table)
    }

    private var nothingCounted: HTML {
        .p(
            .class("quiet"),
            explanation.notCounted.isEmpty
                ? .say(
                    "还没有计入的记录。填报活动后会立即显示在这里。", "Nothing counted yet. A reported activity shows here at once.")
                : .say("没有计入的记录，原因见“未计入及原因”。", "Nothing counted. See what was not counted, and why."))
    }

    private func notCountedPart(_ context: PageContext) -> HTML {
        let content =
            explanation.notCounted.isEmpty
            ? .p(.class("quiet"), .say("没有未计入的记录。", "No record was left out."))
            : recordTable(
                explanation.notCountedByDay.reversed().map {
                    ($0.record, $0.day, view.reason($0, of: obligation, context.language))
                }, last: Words("原因", "Reason"), isNumber: false, more: .notCounted, context)
        return isCut
            ? .part(Words("未计入及原因（部分）", "Not counted, and why (some of them)"), content)
            : counted(
                Words("未计入及原因", "Not counted, and why"), explanation.notCounted.count, .notCounted, context, content)
    }

    private func recordTable(
        _ rows: [(record: RecordReference, day: Day, text: String)], last: Words, isNumber: Bool,
        more: EntryListModel.Which, _ context: PageContext
    ) -> HTML {
        let limit = 50
        return .group([
            .data(
                .say("记录", "Records"),
                [
                    DataHead(.say("日期", "Day"), .day), DataHead(.say("记录", "Record"), .lead),
                    DataHead(.words(last), isNumber ? .meta : .below, isNumber: isNumber, unit: isNumber ? last : nil),
                ], rows.prefix(limit).map { [.day($0.day), link($0.record, context), .text($0.text)] }),
            .when(
                rows.count > limit,
                .p(
                    .a(
                        .href(context.link(toList: more, of: entry, choice: choice)), .count(rows.count),
                        .say("全部\(rows.count)条", "All \(rows.count)")))),
        ])
    }

    /// A record by its title, with the way to it and to whoever took part.
    func link(_ record: RecordReference, _ context: PageContext) -> HTML {
        let title = HTML.text(title(record))
        switch record.kind {
        case .activity: return .a(.href(context.link(toActivity: record.code)), title)
        case .participation:
            guard let part = view.directory.participation(record.code) else { return title }
            return .group([
                .a(.href(context.link(toPerson: part.person)), .text(person(of: part))), " ",
                .a(.href(context.link(toActivity: part.activity)), title),
            ])
        case .site: return title
        }
    }

    /// The same as a text.
    func name(_ record: RecordReference) -> String {
        let part = record.kind == .participation ? view.directory.participation(record.code) : nil
        return (part.map { person(of: $0) + " " } ?? "") + title(record)
    }

    private func title(_ record: RecordReference) -> String {
        let directory = view.directory
        switch record.kind {
        case .activity: return directory.heading(ofActivity: record.code)?.title ?? record.code
        case .participation:
            let activity = directory.participation(record.code)?.activity
            return activity.map { directory.heading(ofActivity: $0)?.title ?? $0 } ?? record.code
        case .site: return directory.siteName(record.code) ?? record.code
        }
    }

    private func person(of part: Participation) -> String { view.directory.person(part.person)?.name ?? part.person }

    private func historyPart(_ context: PageContext) -> HTML {
        guard history.count > 1 else { return .nothing }
        let limit = 24
        return .part(
            Words("往期", "Earlier windows"),
            .data(
                .say("往期", "Earlier windows"),
                [
                    DataHead(.say("周期", "Window"), .lead), DataHead(.say("完成", "Done"), .meta),
                    DataHead(.say("进度（竖线为序时进度）", "Progress (stroke: time gone)"), .meta),
                    DataHead(.say("状态", "Standing"), .end),
                ],
                history.prefix(limit).map { past in
                    let figure = view.figure(past, context.language)
                    return [
                        .a(.href(context.link(to: past)), .text(view.windowText(past, context))),
                        .a(.href(context.link(to: past)), .entry(figure), .text(figure)), bar(past, context),
                        StandingMark.word(past.standing, context.language),
                    ]
                }, class: "even"),
            .when(
                history.count > limit,
                .p(
                    .a(
                        .href(context.link(toList: .history, of: entry)), .count(history.count),
                        .say("全部\(history.count)期", "All \(history.count)")))))
    }
}

extension String {
    /// A sentence as a title: without its full stop.
    fileprivate var trimmingStop: String { hasSuffix("。") || hasSuffix(".") ? String(dropLast()) : self }
}
