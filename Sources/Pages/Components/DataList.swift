public import Vocabulary

/// Where a cell of a list stands on a phone, where a record is two lines and never a list of labels.
public enum CellPlace: String, Sendable {
    /// First line: what the record is called.
    case lead
    /// First line, right end: its standing.
    case end
    /// Second line: day, unit, figures.
    case meta
    /// Second line: a day, which is not broken.
    case day = "date meta"
    /// A line of its own.
    case below
    /// Before all: a box to tick.
    case pick
    /// Not on a phone.
    case off = "meta off"
}

/// The head of a column.
public struct DataHead: Equatable, Sendable {
    public var title: HTML
    public var place: CellPlace
    public var isNumber: Bool
    /// What follows a figure on a phone, where the head is not seen: 人, 学时.
    public var unit: Words?
    /// `ascending`, `descending`, where the list is sorted by it.
    public var order: String?

    public init(
        _ title: HTML, _ place: CellPlace, isNumber: Bool = false, unit: Words? = nil, order: String? = nil
    ) {
        self.title = title
        self.place = place
        self.isNumber = isNumber
        self.unit = unit
        self.order = order
    }

    /// The head of a column that sorts by address, first upward, then downward.
    public init(
        _ title: HTML, _ place: CellPlace, sortedBy key: String, _ context: PageContext, isNumber: Bool = false,
        unit: Words? = nil
    ) {
        let wanted = context.query["sort"]
        let order = wanted == key ? "ascending" : wanted == "-" + key ? "descending" : nil
        let next = order == "ascending" ? "-" + key : key
        self.init(
            .a(.class("sort"), .href(context.here(("sort", next), ("page", nil))), title), place, isNumber: isNumber,
            unit: unit, order: order)
    }

    fileprivate var classes: HTML { .class(isNumber ? "num \(place.rawValue)" : place.rawValue) }
}

/// Rows of a list that belong together.
public struct DataGroup: Equatable, Sendable {
    /// Nil: the list has one group, and no heading.
    public var title: Words?
    public var rows: [[HTML]]
    /// How many it has, where some of the rows are none of them.
    public var count: Int

    public init(_ title: Words?, _ rows: [[HTML]], count: Int? = nil) {
        self.title = title
        self.rows = rows
        self.count = count ?? rows.count
    }
}

extension HTML {
    /// A list of records. Roles are written out, because on a phone the table is laid out as something else and would lose
    /// them. `count`: how many records the list has in all, where it shows a page of them.
    public static func data(
        _ caption: HTML, _ heads: [DataHead], _ rows: [[HTML]], count: Int? = nil, foot: [HTML] = [],
        class names: String = ""
    ) -> HTML {
        data(caption, heads, [DataGroup(nil, rows)], count: count, foot: foot, class: names)
    }

    /// The same with plain heads, in the reader's language already: the first column leads; `figures` are columns of figures.
    public static func data(
        _ caption: String, _ titles: [String], figures: Set<Int> = [], _ rows: [[HTML]]
    ) -> HTML {
        data(
            .text(caption),
            titles.enumerated().map { index, title in
                let isFigure = figures.contains(index)
                return DataHead(
                    .text(title), index == 0 ? .lead : .meta, isNumber: isFigure,
                    unit: isFigure ? Words(title, title) : nil)
            }, rows, class: "even wrap")
    }

    /// The same in groups, each under its own heading row, which says how many it has; empty ones are left out.
    public static func data(
        _ caption: HTML, _ heads: [DataHead], _ groups: [DataGroup], count: Int? = nil, foot: [HTML] = [],
        class names: String = ""
    ) -> HTML {
        func line(_ cells: [HTML]) -> HTML {
            .tr(
                .attribute("role", "row"),
                .each(zip(heads, cells)) { head, cell in
                    .td(
                        .attribute("role", "cell"), head.classes,
                        head.unit.map { .spokenAttribute("data-t", $0) } ?? .nothing, cell)
                })
        }
        return .table(
            .class(names.isEmpty ? "data" : "data \(names)"), .attribute("role", "table"),
            count.map { .attribute("data-list", String($0)) } ?? .nothing,
            .element("caption", [.class("unseen"), caption]),
            .thead(
                .attribute("role", "rowgroup"),
                .tr(
                    .attribute("role", "row"),
                    .each(heads) { head in
                        .th(
                            .attribute("scope", "col"), .attribute("role", "columnheader"), head.classes,
                            head.order.map { .attribute("aria-sort", $0) } ?? .nothing, head.title)
                    })),
            .each(groups.filter { $0.title == nil || !$0.rows.isEmpty }) { group in
                .tbody(
                    .attribute("role", "rowgroup"),
                    group.title.map { title in
                        .tr(
                            .attribute("role", "row"), .class("group"),
                            .th(
                                .attribute("scope", "rowgroup"), .attribute("role", "rowheader"),
                                .attribute("colspan", String(heads.count)), .words(title),
                                .small(.text(String(group.count)))))
                    } ?? .nothing, .each(group.rows, line))
            },
            foot.isEmpty ? .nothing : .element("tfoot", [.attribute("role", "rowgroup"), line(foot)]))
    }
}
