/// One headline figure: what it is, the figure, what it stands beside. The figure opens the list it was counted from.
public struct HeadlineFigure: Equatable, Sendable {
    public var name: String
    public var figure: String
    public var of: String
    public var remark: String
    /// What stands beneath, where it has figures of its own.
    public var more: HTML
    public var address: String
    /// How many rows the list has that it opens.
    public var count: Int?
    /// The figure of the entry that it opens.
    public var entry: String?

    public init(
        name: String, figure: String, of: String, remark: String = "", more: HTML = .nothing, address: String,
        count: Int? = nil, entry: String? = nil
    ) {
        self.name = name
        self.figure = figure
        self.of = of
        self.remark = remark
        self.more = more
        self.address = address
        self.count = count
        self.entry = entry
    }

    public var html: HTML {
        .div(
            .div(.class("quiet"), .text(name)),
            .a(
                .class("n"), .href(address), count.map { HTML.count($0) } ?? .nothing,
                entry.map { HTML.entry($0) } ?? .nothing,
                .text(figure), .element("i", [.text(of)])),
            .div(.class("quiet"), .text(remark), more))
    }
}

extension HTML {
    /// The headline figures of a page, side by side.
    public static func headlines(_ figures: [HeadlineFigure]) -> HTML {
        .section(.class("figs"), .each(figures, \.html))
    }
}
