public import Vocabulary

/// Values as they are shown everywhere.
extension HTML {
    /// Never broken across lines.
    public static func day(_ day: Day) -> HTML { .element("time", [.attribute("datetime", day.iso), .text(day.iso)]) }

    /// One thing a line.
    public static func lines(_ lines: [String]) -> HTML {
        lines.count == 1 ? .text(lines[0]) : .ul(.each(lines) { .li(.text($0)) })
    }

    /// Several lines of text to type.
    static func area(_ id: String, _ value: String, rows: Int) -> HTML {
        .textarea(
            .class("field"), .id(id), .name(id), .attribute("rows", String(rows)), .attribute("autocomplete", "off"),
            // A browser drops the first line break.
            .text("\n" + value))
    }

    /// The same control under a name of its own, where no label stands beside it.
    public func labelled(_ name: String) -> HTML {
        guard case .element(let element, let parts) = self else { return self }
        return .element(element, parts + [.ariaLabel(name)])
    }
}
