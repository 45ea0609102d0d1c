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
    /// How many rows a page of it has where the address does not say: what is printed is whole as a rule.
    public var usualSize: Int

    public init(
        columns: [Column], rows: [Row], empty: HTML, count: Int? = nil, id: StaticName? = nil,
        usualSize: Int = ListPlace.sizes[0]
    ) {
        self.usualSize = usualSize
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

    /// `isEven`: the columns share the width; else what a record is called has all that the others leave.
    public func html(_ context: PageContext, caption: String, isEven: Bool = true) -> HTML {
        let all = count ?? rows.count
        let place = ListPlace(context, count: all, usualSize: usualSize)
        let sorted = count == nil ? ordered(context) : rows
        let first = count == nil ? place.first : 0
        let shown = sorted[min(sorted.count, first)..<min(sorted.count, first + place.size)]
        let anchor = id.map { HTML.id($0.text) } ?? .nothing
        guard !rows.isEmpty else { return .div(anchor, slips(context, place), empty) }
        return .group([
            slips(context, place),
            .div(
                .class("scroll"), anchor, .attribute("tabindex", "0"), .attribute("role", "region"),
                .ariaLabel(caption),
                .data(
                    .text(caption), heads(context), shown.map { row in columns.map { $0.cell(row) } }, count: all,
                    class: isEven ? "even wrap" : "")),
            place.pager(context),
        ])
    }

    /// What of the address this table cannot follow, and does without.
    private func slips(_ context: PageContext, _ place: ListPlace) -> HTML {
        var slips = place.slips
        if let wanted = context.query["sort"], !Self.sorts(wanted, columns) {
            slips.insert(.unknownOrder(wanted), at: 0)
        }
        guard !slips.isEmpty else { return .nothing }
        let said = slips.map { context.say($0.zh, $0.en) }
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
            let place = column.place ?? (index == lead ? .lead : .meta)
            let unit = column.unit ?? column.title
            let words = column.isNumber ? Words(unit, unit) : nil
            guard column.sort != nil else {
                return DataHead(.text(column.title), place, isNumber: column.isNumber, unit: words)
            }
            return DataHead(
                .text(column.title), place, sortedBy: column.key, context, isNumber: column.isNumber, unit: words)
        }
    }
}
