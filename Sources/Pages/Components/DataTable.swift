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
        /// Sorts by this; nil: the column does not sort.
        public var sort: ((Row, Row) -> Bool)?
        public var cell: (Row) -> HTML

        public init(
            key: String, title: String, isNumber: Bool = false, sort: ((Row, Row) -> Bool)? = nil,
            cell: @escaping (Row) -> HTML
        ) {
            self.key = key
            self.title = title
            self.isNumber = isNumber
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
                .table(
                    .class("data"), .attribute("data-list", String(all)),
                    .element("caption", [.class("unseen"), .text(caption)]),
                    .thead(.tr(.each(columns) { heading($0, context) })),
                    .tbody(
                        .each(shown) { row in
                            .tr(
                                .each(columns) { column in
                                    .td(
                                        .class(column.isNumber ? "num" : ""),
                                        .attribute("data-title", column.title), column.cell(row))
                                })
                        }))),
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

    private func heading(_ column: Column, _ context: PageContext) -> HTML {
        let current = context.query["sort"]
        let isSorted = current == column.key || current == "-" + column.key
        let descending = current == "-" + column.key
        return .th(
            .class(column.isNumber ? "num" : ""), .attribute("scope", "col"),
            isSorted ? .attribute("aria-sort", descending ? "descending" : "ascending") : .nothing,
            column.sort == nil
                ? .text(column.title)
                : .a(
                    .class("sort"),
                    .href(
                        context.here(
                            ("sort", isSorted && !descending ? "-" + column.key : column.key), ("page", nil))),
                    .text(column.title),
                    .span(
                        .attribute("aria-hidden", "true"),
                        .text(isSorted ? (descending ? " ↓" : " ↑") : ""))))
    }

    private func pager(_ context: PageContext, page: Int, pages: Int, size: Int, all: Int) -> HTML {
        func link(_ target: Int, _ text: String) -> HTML {
            (1...pages).contains(target) && target != page
                ? .a(.href(context.here(("page", String(target)))), .text(text))
                : .span(.class("off"), .text(text))
        }
        return .nav(
            .class("pager"), .ariaLabel(context.say("分页", "Pages")),
            .span(.text(context.say("共\(all)条", "\(all) in all"))),
            .when(
                pages > 1,
                .group([
                    link(1, context.say("首页", "First")), link(page - 1, context.say("上一页", "Previous")),
                    .span(.text(context.say("第\(page)/\(pages)页", "Page \(page) of \(pages)"))),
                    link(page + 1, context.say("下一页", "Next")), link(pages, context.say("末页", "Last")),
                ])),
            .when(
                all > Self.pageSizes[0],
                .span(
                    .class("sizes"), .text(context.say("每页 ", "Per page ")),
                    .each(Self.pageSizes) { choice in
                        choice == size
                            ? .b(.text(String(choice)), " ")
                            : .group([
                                .a(
                                    .href(context.here(("size", String(choice)), ("page", nil))),
                                    .text(String(choice))), " ",
                            ])
                    })))
    }
}
