import Vocabulary

/// Which page of a list is shown, and how many there are.
public struct ListPlace {
    public let page: Int
    let pages: Int
    public let size: Int
    let count: Int
    /// The first row shown, from 0.
    public var first: Int { (page - 1) * size }
    var slips: [AddressSlip] = []

    public static let sizes = [20, 50, 100]

    public init(_ context: PageContext, count: Int, usualSize: Int = Self.sizes[0]) {
        let wantedSize = context.query.number("size")
        size = wantedSize.flatMap { Self.sizes.contains($0) ? $0 : nil } ?? usualSize
        pages = max(1, (count + size - 1) / size)
        let wanted = context.query.number("page")
        page = min(max(1, wanted ?? 1), pages)
        self.count = count
        if let typed = context.query["page"], wanted.map({ (1...pages).contains($0) }) != true {
            slips.append(
                AddressSlip(
                    name: "page", zh: "没有第“\(AddressSlip.shown(typed))”页，共\(pages)页。",
                    en: "There is no page \u{201C}\(AddressSlip.shown(typed))\u{201D}; there are \(pages)."))
        }
        if let typed = context.query["size"], wantedSize.map(Self.sizes.contains) != true {
            slips.append(
                AddressSlip(
                    name: "size", zh: "每页不能显示“\(AddressSlip.shown(typed))”条，现每页\(size)条。",
                    en: "A page cannot have \u{201C}\(AddressSlip.shown(typed))\u{201D} rows; it has \(size)."))
        }
    }

    func pager(_ context: PageContext) -> HTML {
        func link(_ target: Int, _ words: Words) -> HTML {
            (1...pages).contains(target) && target != page
                ? .a(.href(context.here(("page", String(target)))), .words(words))
                : .span(.class("off"), .words(words))
        }
        return .nav(
            .class("pager"), .ariaLabel(Words("分页", "Pages")), .span(.say("共\(count)条", "\(count) in all")),
            .when(
                pages > 1,
                .span(
                    link(1, Words("首页", "First")), " ", link(page - 1, Words("上一页", "Previous")), " ",
                    .span(.say("第\(page)/\(pages)页", "Page \(page) of \(pages)")), " ",
                    link(page + 1, Words("下一页", "Next")), " ", link(pages, Words("末页", "Last")))),
            .when(
                count > Self.sizes[0],
                .span(
                    .class("right"), .say("每页 ", "Per page "),
                    .each(Self.sizes) { choice in
                        choice == size
                            ? .group([.b(.attribute("aria-current", "true"), .text(String(choice))), " "])
                            : .group([
                                .a(.href(context.here(("size", String(choice)), ("page", nil))), .text(String(choice))),
                                " ",
                            ])
                    })))
    }
}
