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
    /// From when a noun is in it, where it tells of today whatever the day.
    public var since: ListedSince?
    /// Whether it speaks of a day, which its head then shows.
    public var hasAsOf = false
    /// Where it stands, where that follows from what it is narrowed to; nil: where the menu has it.
    public var crumbs: (@Sendable (Ask) throws -> [Frame.Crumb])?
    /// Columns that say the same in each row, as it is narrowed: the page leaves them out.
    public var without: (@Sendable (Ask) -> Set<String>)?
    /// The sentence above the list.
    public var sentence: (@Sendable (Ask) throws -> HTML)?
    /// What can be done with several rows at once.
    public var bulk: [BulkAct<N>] = []
    /// Those of them that would be refused to every row, as the list is narrowed: they are not offered.
    public var bulkWithout: (@Sendable (Ask) throws -> Set<String>)?

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
    }

    /// What narrows it whatever is chosen.
    func always(_ ask: Ask) throws -> SQL {
        let base = try base?(ask) ?? .always
        return since.map { "(\(base)) and \($0.narrowing(ask))" } ?? base
    }

    /// How many the list has under a condition that it is narrowed by itself: what a figure says that opens it, for whatever day
    /// the address asks.
    public func count(_ ask: Ask, where condition: SQL = .always) throws -> Int {
        try ask.reading.count(N.self, for: ask.reader, where: "(\(condition)) and (\(try always(ask)))")
    }

    /// The same as the nouns themselves.
    public func all(_ ask: Ask, where condition: SQL = .always, order: String = "") throws -> [N] {
        try ask.all(N.self, where: "(\(condition)) and (\(try always(ask)))", order: order)
    }

    /// - Parameter besides: the name of a filter that is left aside.
    func narrowed(_ ask: Ask, besides name: String? = nil) throws -> Narrowed {
        var result = Narrowed(order: order)
        result.condition = try always(ask)
        for filter in filters where filter.name != name {
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
            if let sort = ListColumn.sorted(by: wanted, among: columns)?.sort {
                result.order = sort + (wanted.hasPrefix("-") ? " desc" : "")
            } else {
                result.slips.append(.unknownOrder(wanted))
            }
        }
        return result
    }

    /// The list as an address asks for it.
    func answer(_ ask: Ask, address: String, actions: HTML = .nothing) throws -> ListAnswer<N> {
        let narrowed = try narrowed(ask)
        let (reading, reader) = (ask.reading, ask.reader)
        var found = FoundRows(count: try reading.count(N.self, for: reader, where: narrowed.condition)) { first, most in
            try reading.all(
                N.self, for: reader, where: narrowed.condition, order: narrowed.order, limit: most, offset: first)
        }
        found.each = { take in
            try reading.each(N.self, for: reader, where: narrowed.condition, order: narrowed.order, take)
        }
        found.crumbs = try crumbs?(ask) ?? []
        found.chips = narrowed.chips
        found.slips = narrowed.slips
        return ListAnswer(
            ask: ask, address: address, file: String(address.split(separator: "/").last ?? "list"), words: words,
            columns: columns, fields: filters.map(\.field), hasAsOf: hasAsOf, actions: actions, none: empty,
            found: found)
    }

    /// Some of its columns as a table on another page. `more` stands behind the last cell of a row: what can be done with it.
    public func table(
        _ rows: [N], columns keys: [String], _ ask: Ask, more: (N) throws -> HTML = { _ in .nothing }
    ) throws -> HTML {
        let shown = keys.compactMap { key in columns.first { $0.key == key } }.map { column in
            var column = column
            if column.place == .off { column.place = .meta }
            return column
        }
        return .data(
            .words(words), shown.map { $0.head(ask, sorts: false) },
            try rows.map { row in
                let cells = try shown.map { try $0.cell(row, ask) }
                let (last, more) = (cells.last ?? .nothing, try more(row))
                return cells.dropLast() + [more == .nothing ? last : .group([last, " ", more])]
            })
    }

    /// `problem`: why what was asked of several rows was not begun.
    func page(_ ask: Ask, address: String, actions: HTML, problem: Words? = nil) throws -> Page {
        var answer = try answer(ask, address: address, actions: actions)
        answer.found.without.formUnion(without?(ask) ?? [])
        var page = try answer.page(problem: problem) { try rowsWithActs($0, answer) }
        page.sentence = .group(
            [try sentence?(ask) ?? .nothing, since?.said(ask) ?? .nothing].filter { $0 != .nothing })
        return page
    }
}
