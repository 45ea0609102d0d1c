import Store
import Vocabulary

/// A list as it answers one request, whoever found its rows: as a page, and the same rows as a file.
struct ListAnswer<Row: Sendable> {
    let ask: Ask
    let address: String
    /// What its files are called.
    let file: String
    let words: Words
    let columns: [ListColumn<Row>]
    let fields: [ListField]
    let hasAsOf: Bool
    var actions = HTML.nothing
    /// What to say where there is none at all; nil: whoever finds the rows says it.
    var none: Words?
    var found: FoundRows<Row>

    private var context: PageContext { ask.context }

    /// `table`: how a page of the rows is laid out, where not as a plain table.
    func page(problem: Words? = nil, _ table: (([Row]) throws -> HTML)? = nil) throws -> Page {
        let place = ListPlace(context, count: found.count)
        let rows = found.count == 0 ? [] : try found.part(place.first, place.size)
        let listed = try table.map { try $0(rows) } ?? found.picks.map { try picked(rows, $0) } ?? self.table(rows)
        var page = Page(
            found.title ?? words, crumbs: found.crumbs, actions: actions, hasAsOf: hasAsOf, hasErrors: problem != nil,
            ErrorSummary(errors: problem.map { [FieldError(field: "bulk", $0)] } ?? []).html,
            .sheet(
                try narrowing,
                .section(
                    found.remark, found.count == 0 ? nothing : .group([listed, place.pager(context), files]))))
        page.slips = found.slips + place.slips
        return page
    }

    /// What the list can be narrowed by, and what it is narrowed by; a list that stays as it is has neither.
    private var narrowing: HTML {
        get throws {
            guard !fields.allSatisfy({ $0.control == nil }) || !found.chips.isEmpty else { return .nothing }
            return .section(
                .narrowing(context, to: address, chips: found.chips, .each(try fields.map { try $0.html(ask) }) { $0 }))
        }
    }

    private var nothing: HTML {
        if let empty = found.empty, found.slips.isEmpty {
            return .emptyState(empty.title, .words(empty.advice), acts: empty.acts)
        }
        guard let none, found.chips.isEmpty, found.slips.isEmpty else {
            return .emptyState(
                Words("没有符合条件的记录", "Nothing fits these conditions"),
                .say("可去掉上面的条件再看。", "Take out a condition above to see more."))
        }
        return .emptyState(none, .nothing, acts: actions)
    }

    /// The table with boxes, within the form that asks for where those ticked are taken.
    private func picked(_ rows: [Row], _ picks: FoundPicks<Row>) throws -> HTML {
        .form(
            .attribute("method", "get"), .action(picks.address),
            .travelling,
            .div(.class("bulk"), .button(.class("btn"), .type("submit"), .words(picks.words))),
            try table(rows) { row in
                picks.key(row).map { .tick(picks.field, $0, of: picks.name(row), ask) } ?? .nothing
            })
    }

    func table(_ rows: [Row]) throws -> HTML { try table(rows, pick: nil) }

    /// `pick`: the box to tick before each row.
    func table(_ rows: [Row], pick: ((Row) throws -> HTML)?) throws -> HTML {
        let columns = columns.filter { $0.place != .file && !found.without.contains($0.key) }
        let box = DataHead(.span(.class("unseen"), .say("选择", "Choose")), .pick)
        return .data(
            .words(found.title ?? words),
            (pick == nil ? [] : [box]) + columns.map { $0.head(ask, sorts: !found.unsorted.contains($0.key)) },
            try rows.map { row in
                try (pick.map { [try $0(row)] } ?? []) + columns.map { try $0.cell(row, ask) }
            }, count: found.count, class: "even")
    }

    private var files: HTML {
        guard found.count <= ListFile.mostRows else { return .p(.class("quiet"), .words(Self.tooMany)) }
        return .p(
            .class("quiet no-print"), .say("导出：", "Save as "),
            .each(ListFile.allCases) { file in
                .group([.a(.href(context.same("\(address).\(file.rawValue)")), .words(file.words)), "　"])
            })
    }

    static var tooMany: Words {
        Words(
            "超过\(ListFile.mostRows / 10_000)万条，请先筛选再导出。",
            "More than \(ListFile.mostRows) rows: narrow the list before saving it.")
    }
}

extension HTML {
    /// The box to tick before a row.
    static func tick(_ field: String, _ key: String, of title: String, _ ask: Ask) -> HTML {
        .input(
            .type("checkbox"), .name(field), .value(key), .ariaLabel(ask.say("选择\(title)", "Choose \(title)")))
    }
}
