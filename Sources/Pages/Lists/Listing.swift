public import Store
public import Vocabulary

/// A list of nouns: columns, filters and order, described once for page and files.
public struct Listing<N: Noun>: Sendable {
    public var words: Words
    public var columns: [ListColumn<N>]
    public var filters: [ListFilter]
    /// Columns of the table, each perhaps with ` desc`.
    public var order: String
    /// What to say where there is none at all, and what can be done then.
    public var empty: Words
    /// What the list is narrowed by whatever the address says.
    public var base: (@Sendable (Ask) throws -> SQL)?
    /// Whether it speaks of a day, which its head then shows.
    public var hasAsOf = false
    /// The sentence above the list.
    public var sentence: (@Sendable (Ask) throws -> HTML)?
    /// What can be done with several rows at once.
    public var bulk: [BulkAct<N>] = []

    public init(
        _ words: Words, columns: [ListColumn<N>], filters: [ListFilter], order: String, empty: Words,
        sentence: (@Sendable (Ask) throws -> HTML)? = nil
    ) {
        self.words = words
        self.columns = columns
        self.filters = filters
        self.order = order
        self.empty = empty
        self.sentence = sentence
    }

    /// The conditions of an address, and what of it cannot be followed.
    struct Narrowed {
        var condition: SQL = .always
        var chips: [Chip] = []
        var slips: [AddressSlip] = []
        var order: String
        /// The order that was asked for, in words.
        var said: String?
    }

    func narrowed(_ ask: Ask) throws -> Narrowed {
        var result = Narrowed(order: order)
        if let base { result.condition = try base(ask) }
        for filter in filters {
            guard let typed = ask.query[filter.name] else { continue }
            if let (said, condition) = try filter.meant(ask, typed) {
                result.condition = "\(result.condition) and (\(condition))"
                result.chips.append(Chip("\(ask.say(filter.words))\(ask.say("：", ": "))\(said)", filter.name))
            } else {
                result.slips.append(.unknown(filter.name, typed, zh: filter.words.zh, en: filter.words.en.lowercased()))
                // A condition that cannot be followed lists nothing (docs/decisions/0088).
                result.condition = .never
            }
        }
        // A condition that is not known was meant to narrow the list: the whole would be more than was asked for.
        let unknown = AddressSlip.unknownNames(in: ask.query, besides: filters.map(\.name))
        if !unknown.isEmpty { result.condition = .never }
        result.slips += unknown
        if let wanted = ask.query["sort"] {
            let key = wanted.hasPrefix("-") ? String(wanted.dropFirst()) : wanted
            if let column = columns.first(where: { $0.key == key }), let sort = column.sort {
                result.order = sort + (wanted.hasPrefix("-") ? " desc" : "")
                result.said =
                    ask.say(column.words) + (wanted.hasPrefix("-") ? ask.say("（降序）", " (falling)") : "")
            } else {
                result.slips.append(.unknownOrder(wanted))
            }
        }
        return result
    }

    /// `problem`: why what was asked of several rows was not begun.
    func page(_ ask: Ask, address: String, actions: HTML, problem: Words? = nil) throws -> Page {
        let narrowed = try narrowed(ask)
        let count = try ask.reading.count(N.self, for: ask.reader, where: narrowed.condition)
        let place = ListPlace(ask.context, count: count)
        let rows = try ask.reading.all(
            N.self, for: ask.reader, where: narrowed.condition, order: narrowed.order, limit: place.size,
            offset: place.first)
        let isWhole = narrowed.chips.isEmpty && narrowed.slips.isEmpty
        var page = Page(ask.say(words), actions: actions)
        page.hasErrors = problem != nil
        page.slips = narrowed.slips + place.slips
        page.hasAsOf = hasAsOf
        page.sentence = try sentence?(ask) ?? .nothing
        page.content = .group([
            ErrorSummary(errors: problem.map { [FieldError(field: "bulk", $0)] } ?? []).html,
            .div(
                .class("sheet"),
                .section(
                    .narrowing(
                        ask.context, to: address, chips: narrowed.chips,
                        .group(
                            try filters.map { filter -> HTML in
                                guard let control = filter.control else { return .nothing }
                                return .label(
                                    .text(ask.say(filter.words)), try control(ask, ask.query[filter.name] ?? ""))
                            }))),
                .section(
                    count == 0
                        ? .emptyState(
                            isWhole
                                ? ask.say(empty) : ask.say("没有符合条件的记录", "Nothing fits these conditions"),
                            isWhole
                                ? "" : ask.say("可去掉上面的条件再看。", "Take out a condition above to see more."),
                            isWhole ? actions : .nothing)
                        : .group([
                            try rowsWithActs(rows, ask, address: address, count: count), place.pager(ask.context),
                            files(count, ask, address),
                        ]))),
        ])
        return page
    }

    private func files(_ count: Int, _ ask: Ask, _ address: String) -> HTML {
        guard count <= ListFile.mostRows else {
            return .p(.class("quiet"), .text(ask.say(Self.tooMany)))
        }
        return .p(
            .class("quiet no-print"), .text(ask.say("导出：", "Save as ")),
            .each(ListFile.allCases) { file in
                .group([
                    .a(.href(ask.context.same("\(address).\(file.rawValue)")), .text(ask.say(file.words))), "　",
                ])
            })
    }

    private static var tooMany: Words {
        Words(
            "超过\(ListFile.mostRows / 10_000)万条，请先筛选再导出。",
            "More than \(ListFile.mostRows) rows: narrow the list before saving it.")
    }

    /// The list as a file; what its address asks for and cannot be had is no file.
    func answer(_ file: ListFile, _ ask: Ask, address: String) throws -> Answered {
        let narrowed = try narrowed(ask)
        guard narrowed.slips.isEmpty, ask.context.slips.isEmpty else { throw NotFound(context: ask.context) }
        let count = try ask.reading.count(N.self, for: ask.reader, where: narrowed.condition)
        guard count <= ListFile.mostRows else {
            let back = HTML.a(
                .class("btn"), .href(ask.context.same(address)), .text(ask.say("返回列表", "Back to the list")))
            let page = Page(ask.say(words), .emptyState(ask.say(Self.tooMany), "", back))
            return .refused(page, isTooLong: true)
        }
        let name = String(address.split(separator: "/").last ?? "list")
        return .file(
            try bytes(file, ask, narrowed, count: count), type: file.type, name: "\(name).\(file.rawValue)",
            shown: "\(ask.say(words)).\(file.rawValue)")
    }

    func table(_ rows: [N], _ ask: Ask, count: Int, canPick: Bool) throws -> HTML {
        let pick = DataHead(.span(.class("unseen"), .text(ask.say("选择", "Choose"))), .pick)
        return .data(
            .text(ask.say(words)), (canPick ? [pick] : []) + columns.map { $0.head(ask) },
            try rows.map { row in
                try (canPick ? [self.pick(row, ask)] : []) + columns.map { try $0.cell(row, ask) }
            }, count: count, class: "even")
    }
}
