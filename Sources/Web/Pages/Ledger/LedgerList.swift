import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// The entries of the ledger, narrowed and ordered by address; of a file every line tells all of its entry.
let ledgerList = FoundList<LedgerRow>(
    Words("台账", "Ledger"), file: "ledger", columns: columns,
    fields: [
        .choice("standing", Words("进度状态", "Standing")) { _ in
            [
                ("owed", Words("应完成的", "All that apply")), ("late", Words("滞后和逾期", "Behind or overdue")),
            ] + Standing.allCases.map { ($0.rawValue, $0.words) }
        },
        .choice("task", Words("任务", "Task")) { ask in
            try ask.view.edition.tasks.filter { !$0.obligations.isEmpty }.map { task in
                let name = "\(task.number) \(task.title.prefix(14))"
                return (task.number, Words(name, name))
            }
        }, .knownUnit(Words("单位", "Unit")),
        .choice("kind", Words("对象", "Subject"), all: Words("单位、集体、个人等", "Single subjects")) { _ in
            LedgerFilter.aboutChoices
        },
        ListField("window", Words("周期", "Window")) { _, chosen in
            .choice(
                "window", [("current", Words("本期", "Current")), ("all", Words("全部周期", "All so far"))],
                chosen: chosen == "all" ? "all" : "current")
        },
        ListField("obligation", Words("量化要求", "Obligation")), ListField("due", Words("到期天数", "Due within days")),
        ListField("ends", Words("期末天数", "Ending within days")),
        ListField("from", Words("周期起始日期", "First day of the window"), kind: .day),
        ListField("yearly", Words("年度", "Year")), ListField("at", Words("较早日期", "Earlier day"), kind: .day),
    ]
) { ask in
    let model = try ask.listedLedger
    var found = FoundRows(model.rows)
    found.chips = model.filter.chips(model.view, ask.context)
    found.slips = model.filter.slips
    found.empty = model.nothing(ask)
    if let id = model.filter.obligation, let obligation = model.view.obligation(id) {
        let sentence = model.view.sentence(obligation, ask.context.language)
        found.crumbs = [Frame.Crumb(Words(sentence, sentence), "/plan#clause-\(id)")]
        let reminding = ask.context.reminding(obligation, in: model.view)
        if reminding != .nothing { found.remark = .acts(reminding) }
    }
    if model.isSummed {
        let summed = HTML.p(
            .class("quiet"),
            .say(
                "条目较多，已按单位汇总：下列\(model.rows.count)行共\(model.total)项；选定单位后可查看明细。",
                "Too many to list: these \(model.rows.count) rows stand for \(model.total) entries. Choose a unit to see them."
            ))
        found.remark = .group([summed, found.remark])
    } else {
        found.without = ["entries"]
    }
    return found
}

private let columns: [ListColumn<LedgerRow>] = [
    ListColumn(
        "standing", Words("状态", "Standing"), .end, sort: "standing",
        text: { row, ask in LedgerText.standing(row.entry.standing, in: ask.context.language) }
    ) { row, ask in StandingMark.word(row.entry.standing, ask.context.language) },
    // A bare 13.10 would become the number 13.1.
    ListColumn(
        "number", Words("编号", "Number"), .file,
        text: { row, ask in ask.say("第\(row.entry.obligation)条", "No. \(row.entry.obligation)") }),
    ListColumn(
        "obligation", Words("量化要求", "Obligation"), .lead, as: .longText, sort: "obligation",
        text: { row, ask in
            let view = try ask.listedLedger.view
            return view.obligation(row.entry.obligation).map { view.sentence($0, ask.context.language) } ?? ""
        }
    ) { row, ask in
        let model = try ask.listedLedger
        let name = model.view.obligation(row.entry.obligation).map { model.view.short($0, ask.context.language) }
        return .a(.href(model.link(to: row, ask)), .text(name ?? row.entry.obligation))
    },
    ListColumn(
        "kind", Words("对象类别", "Kind of subject"), .file,
        text: { row, ask in LedgerText.subjectKind(row.entry.subject.kind, in: ask.context.language) }),
    ListColumn("code", Words("对象编号", "Code"), .file, text: { row, _ in row.entry.subject.code }),
    ListColumn(
        "subject", Words("对象", "Subject"), sort: "subject",
        text: { row, ask in try ask.listedLedger.view.name(of: row.entry.subject, ask.context.language) }
    ) { row, ask in try .text(ask.listedLedger.name(of: row, ask)) },
    ListColumn(
        "unit", Words("单位", "Unit"), .off, sort: "unit",
        text: { row, ask in try ask.townPage.directory.unitName(row.entry.unit) }
    ) { row, ask in try ask.link(toUnit: row.entry.unit) },
    ListColumn("from", Words("起", "From"), .file, as: .day, text: { row, _ in row.entry.from.iso }),
    ListColumn("to", Words("止", "To"), .file, as: .day, text: { row, _ in row.entry.to?.iso ?? "" }),
    ListColumn(
        "required", Words("应完成", "Required"), .file, as: .number, text: { row, _ in Figure.amount(row.entry.required) }),
    ListColumn(
        "done", Words("已完成", "Done"), .figure, sort: "done", text: { row, _ in Figure.amount(row.entry.done) }
    ) { row, ask in
        let model = try ask.listedLedger
        let figure = model.view.figure(row.entry, ask.context.language)
        // A sum of one says less than that one: 0 / 1 where 10 of 12 were held.
        let own = model.view.best(row.entry)
        let more = own == row.entry ? nil : model.view.figure(own, ask.context.language)
        return .group([
            .a(.href(model.link(to: row, ask)), model.filter.at == nil ? .entry(figure) : .nothing, .text(figure)),
            .when(
                more != nil && more != figure,
                .small(.class("quiet"), .text(ask.say("（\(more ?? "")）", " (\(more ?? ""))")))),
        ])
    },
    ListColumn(
        "population", Words("人数", "Population"), .file, as: .number,
        text: { row, _ in row.entry.population.map(String.init) ?? "" }),
    ListColumn(
        "entries", Words("代表条目数", "Entries"), .file, as: .number, text: { row, _ in String(row.count) }),
    // 12天或90学时: one row is in days, the next in hours.
    ListColumn(
        "countedIn", Words("计量单位", "Counted in"), .file,
        text: { row, ask in
            guard let obligation = try ask.listedLedger.view.obligation(row.entry.obligation) else { return "" }
            let unit = LedgerText.unit(of: obligation, row.entry)
            return ask.say(LedgerText.unitZh(unit), LedgerText.unitEn(unit, plural: true))
        }),
    ListColumn(onPage: "window", Words("周期", "Window"), sort: "window") { row, ask in
        .span(.class("quiet nw"), .text(try ask.listedLedger.view.windowText(row.entry, ask.context)))
    },
]

extension LedgerListModel {
    /// An entry of an earlier day opens as of that day.
    fileprivate func link(to row: LedgerRow, _ ask: Ask) -> String {
        var then = ask.context
        then.asOf = filter.at ?? then.asOf
        return then.link(to: row.entry)
    }

    /// Whom a line is about; where it stands for others, how many they are.
    fileprivate func name(of row: LedgerRow, _ ask: Ask) -> String {
        let name = view.name(of: row.entry.subject, ask.context.language)
        guard row.count > 1 || row.isOwn || isSummed && row.entry.subject.kind == .rollUp else { return name }
        return row.isOwn
            ? ask.say("\(name)本级：\(row.count)项", "\(name) itself: \(row.count) entries")
            : ask.say("\(name)：\(row.count)项", "\(name): \(row.count) entries")
    }

    /// Why nothing is listed, and what to do.
    fileprivate func nothing(_ ask: Ask) -> FoundRows<LedgerRow>.Empty {
        if case .kind(.person) = filter.about, !hasEntriesOfPersons {
            return .init(
                Words("没有按个人列出的条目", "No entry is kept person by person"),
                Words(
                    "方案中涉及个人的要求不逐人建账，只按单位汇总；个人的情况见人员页面。",
                    "What the plan asks of people is kept by unit only; how a person stands is told on the person's page."
                ),
                acts: .a(
                    .class("btn"), .href(ask.context.here(("kind", "rollUp"), ("page", nil))),
                    .say("查看汇总", "See the roll-ups")))
        }
        return .init(
            Words("没有符合条件的条目", "No entry fits"),
            Words("请放宽筛选条件，或改换统计日期。", "Widen the filter, or choose another day."))
    }

    private var hasEntriesOfPersons: Bool {
        view.edition.obligations.contains { view.live.singleKind(of: $0.id) == .person }
    }
}
