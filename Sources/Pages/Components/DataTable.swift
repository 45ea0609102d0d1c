import Vocabulary

/// A table that sorts and pages by address, so that a view can be sent to a colleague.
public struct DataTable<Row> {
    public var columns: [Column]
    public var rows: [Row]
    /// What to say, and to do, where there is nothing.
    public var empty: HTML
    /// Where `rows` are the ones shown, in order, already: how many there are in all.
    public var count: Int?
    /// Names the list on a page that has several, for links that lead to it.
    public var id: StaticName?

    public init(columns: [Column], rows: [Row], empty: HTML, count: Int? = nil, id: StaticName? = nil) {
        self.columns = columns
        self.rows = rows
        self.empty = empty
        self.count = count
        self.id = id
    }

    public struct Column {
        public var key: String
        public var title: String
        public var isNumber: Bool
        /// Nil: the first column without figures leads, all others stand in the second line.
        public var place: CellPlace?
        /// What follows a figure on a phone; nil: the column's title.
        public var unit: String?
        /// Sorts by this; nil: the column does not sort.
        public var sort: ((Row, Row) -> Bool)?
        public var cell: (Row) -> HTML

        public init(
            key: String, title: String, isNumber: Bool = false, place: CellPlace? = nil, unit: String? = nil,
            sort: ((Row, Row) -> Bool)? = nil, cell: @escaping (Row) -> HTML
        ) {
            self.key = key
            self.title = title
            self.isNumber = isNumber
            self.place = place
            self.unit = unit
            self.sort = sort
            self.cell = cell
        }
    }

    public static var pageSizes: [Int] { [20, 50, 100] }

    public func html(_ context: PageContext, caption: String) -> HTML {
        let all = count ?? rows.count
        let (page, pages, size) = Self.place(context, count: all)
        let sorted = count == nil ? ordered(context) : rows
        let first = count == nil ? (page - 1) * size : 0
        let shown = sorted[min(sorted.count, first)..<min(sorted.count, first + size)]
        let anchor = id.map { HTML.id($0.text) } ?? .nothing
        guard !rows.isEmpty else { return .div(anchor, slips(context, pages: pages), empty) }
        return .group([
            slips(context, pages: pages),
            .div(
                .class("scroll"), anchor, .attribute("tabindex", "0"), .attribute("role", "region"),
                .ariaLabel(caption),
                .data(
                    .text(caption), heads(context), shown.map { row in columns.map { $0.cell(row) } }, count: all,
                    class: "even wrap")),
            pager(context, page: page, pages: pages, size: size, all: all),
        ])
    }

    /// The page asked for, how many there are, and the rows on each.
    public static func place(_ context: PageContext, count: Int) -> (page: Int, pages: Int, size: Int) {
        let size = context.query.number("size").flatMap { pageSizes.contains($0) ? $0 : nil } ?? 20
        let pages = max(1, (count + size - 1) / size)
        return (min(max(1, context.query.number("page") ?? 1), pages), pages, size)
    }

    /// What of the address this table cannot follow, and does without.
    private func slips(_ context: PageContext, pages: Int) -> HTML {
        var said: [String] = []
        if let wanted = context.query["sort"], !Self.sorts(wanted, columns) {
            let wanted = AddressSlip.shown(wanted)
            said.append(
                context.say(
                    "不能按“\(wanted)”排序，现按原来的顺序排列。",
                    "There is no order \u{201C}\(wanted)\u{201D}; this is the list's own."))
        }
        if let wanted = context.query["page"], !(context.query.number("page").map { (1...pages).contains($0) } ?? false)
        {
            let wanted = AddressSlip.shown(wanted)
            said.append(
                context.say(
                    "没有第“\(wanted)”页，共\(pages)页。", "There is no page \u{201C}\(wanted)\u{201D}; there are \(pages)."))
        }
        if let wanted = context.query["size"],
            !(context.query.number("size").map { Self.pageSizes.contains($0) } ?? false)
        {
            let wanted = AddressSlip.shown(wanted)
            said.append(
                context.say(
                    "每页不能显示“\(wanted)”条，现每页20条。", "A page cannot have \u{201C}\(wanted)\u{201D} rows; it has 20."))
        }
        guard !said.isEmpty else { return .nothing }
        return .p(.class("warn"), .attribute("role", "status"), .text(said.joined(separator: context.say("", " "))))
    }

    /// Whether a column sorts by that name, up or down.
    public static func sorts(_ wanted: String, _ columns: [Column]) -> Bool {
        columns.contains { $0.sort != nil && (wanted == $0.key || wanted == "-" + $0.key) }
    }

    /// The rows in the order that the address asks for; of equals the one that came first stays first.
    public func ordered(_ context: PageContext) -> [Row] {
        guard let wanted = context.query["sort"], Self.sorts(wanted, columns) else { return rows }
        let descending = wanted.hasPrefix("-")
        guard let sort = columns.first(where: { $0.key == wanted.drop { $0 == "-" } })?.sort else { return rows }
        return descending ? rows.sorted { sort($1, $0) } : rows.sorted(by: sort)
    }

    private func heads(_ context: PageContext) -> [DataHead] {
        let lead = columns.contains { $0.place == .lead } ? nil : columns.firstIndex { !$0.isNumber && $0.place == nil }
        return columns.enumerated().map { index, column in
            let unit = column.unit ?? column.title
            return DataHead(
                heading(column, context), column.place ?? (index == lead ? .lead : .meta), isNumber: column.isNumber,
                unit: column.isNumber ? Words(unit, unit) : nil, order: order(column, context))
        }
    }

    private func order(_ column: Column, _ context: PageContext) -> String? {
        let current = context.query["sort"]
        if current == column.key { return "ascending" }
        return current == "-" + column.key ? "descending" : nil
    }

    private func heading(_ column: Column, _ context: PageContext) -> HTML {
        guard column.sort != nil else { return .text(column.title) }
        let next = order(column, context) == "ascending" ? "-" + column.key : column.key
        return .a(.class("sort"), .href(context.here(("sort", next), ("page", nil))), .text(column.title))
    }

    private func pager(_ context: PageContext, page: Int, pages: Int, size: Int, all: Int) -> HTML {
        func link(_ target: Int, _ words: Words) -> HTML {
            (1...pages).contains(target) && target != page
                ? .a(.href(context.here(("page", String(target)))), .words(words))
                : .span(.class("off"), .words(words))
        }
        return .nav(
            .class("pager"), .ariaLabel(Words("分页", "Pages")),
            .span(.say("共\(all)条", "\(all) in all")),
            .when(
                pages > 1,
                .span(
                    link(1, Words("首页", "First")), " ", link(page - 1, Words("上一页", "Previous")), " ",
                    .span(.say("第\(page)/\(pages)页", "Page \(page) of \(pages)")), " ",
                    link(page + 1, Words("下一页", "Next")), " ", link(pages, Words("末页", "Last")))),
            .when(
                all > Self.pageSizes[0],
                .span(
                    .class("right"), .say("每页 ", "Per page "),
                    .each(Self.pageSizes) { choice in
                        choice == size
                            ? .group([.b(.attribute("aria-current", "true"), .text(String(choice))), " "])
                            : .group([
                                .a(
                                    .href(context.here(("size", String(choice)), ("page", nil))),
                                    .text(String(choice))), " ",
                            ])
                    })))
    }
}
