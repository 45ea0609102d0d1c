public import Vocabulary

extension HTML {
    /// A small table of figures, which stays a table on a phone: what they are of, then the figures.
    public static func figures(_ caption: Words, _ heads: [Words], _ rows: [[HTML]]) -> HTML {
        .table(
            .class("figures"), .element("caption", [.class("unseen"), .words(caption)]),
            .thead(
                .tr(
                    .each(heads.enumerated()) { index, head in
                        .th(.attribute("scope", "col"), index == 0 ? .nothing : .class("num"), .words(head))
                    })),
            .tbody(
                .each(rows) { row in
                    .tr(.each(row.enumerated()) { index, cell in .td(index == 0 ? .nothing : .class("num"), cell) })
                }))
    }

    /// Names side by side in as many columns as there is room for.
    public static func names(_ names: [HTML]) -> HTML { .ul(.class("names"), .each(names) { .li($0) }) }
}
