/// A line of a short list: when, what, and what can be done.
public struct Row: Equatable, Sendable {
    public var when: HTML
    public var what: HTML
    public var act: HTML

    public init(_ what: HTML, when: HTML = .nothing, act: HTML = .nothing) {
        self.when = when
        self.what = what
        self.act = act
    }
}

extension HTML {
    /// When, what, act.
    public static func rows(_ rows: [Row]) -> HTML {
        list("rows", rows) { .li(.div($0.when), .div($0.what), .div($0.act)) }
    }

    /// What, and at its right a figure, a standing or an act.
    public static func narrowRows(_ rows: [Row]) -> HTML {
        list("rows narrow", rows) { .li(.div($0.what), .div($0.act)) }
    }

    /// What happened, the last first: time, what, who.
    public static func log(_ rows: [Row]) -> HTML {
        list("rows log", rows) { .li(.div($0.when), .div($0.what), .span(.class("quiet"), $0.act)) }
    }

    private static func list(_ names: String, _ rows: [Row], _ line: (Row) -> HTML) -> HTML {
        .ul(.class(names), .each(rows, line))
    }
}
