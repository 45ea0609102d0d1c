public import Vocabulary

/// Where a reader can go from every page, in groups. Whoever puts the site together makes it; the frame shows it.
public struct Menu: Equatable, Sendable {
    public var groups: [Group]

    public struct Group: Equatable, Sendable {
        public var title: Words?
        public var entries: [Entry]

        public init(_ title: Words? = nil, _ entries: Entry..., and more: [Entry] = []) {
            self.title = title
            self.entries = entries + more
        }
    }

    public struct Entry: Equatable, Sendable {
        public var address: String
        public var words: Words

        public init(_ address: String, _ words: Words) {
            self.address = address
            self.words = words
        }
    }

    public init(_ groups: Group...) { self.groups = groups }

    /// The entry that a page belongs to: the nearest one above its address.
    func entry(above path: String) -> Entry? {
        groups.flatMap(\.entries)
            .filter { $0.address == path || $0.address != "/" && path.hasPrefix($0.address + "/") }
            .max { $0.address.utf8.count < $1.address.utf8.count }
    }

    func html(_ context: PageContext, isApart: Bool) -> HTML {
        let here = isApart ? nil : entry(above: context.path)
        return .nav(
            .class("side"), .ariaLabel(context.say("主菜单", "Main menu")),
            .div(
                .class("brand"), .a(.href(context.link("/")), .text(context.say("行知", "Xingzhi"))),
                .small(.text(context.town))),
            .each(groups) { group in
                .group([
                    group.title.map { .div(.class("group"), .text($0.in(context.language))) } ?? .nothing,
                    .each(group.entries) { entry in
                        .a(
                            .href(context.link(entry.address)),
                            entry == here ? .attribute("aria-current", "page") : .nothing,
                            .text(entry.words.in(context.language)))
                    },
                ])
            },
            .div(
                .class("who"),
                .a(
                    .href(context.here(("lang", context.language == .zh ? "en" : "zh"))),
                    .attribute("lang", context.language == .zh ? "en" : "zh-CN"),
                    .attribute("hreflang", context.language == .zh ? "en" : "zh-CN"),
                    .text(context.language == .zh ? "English" : "中文"))))
    }
}
