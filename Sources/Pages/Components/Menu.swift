public import Store
public import Vocabulary

/// Where a reader can go from every page, in groups. Whoever puts the site together makes it; the frame shows it.
public struct Menu: Equatable, Sendable {
    public var groups: [Group]
    /// Who is signed in, and the way out.
    public var reader: HTML
    /// Where everything can be searched; nil: nowhere.
    public var search: String?

    public struct Group: Equatable, Sendable {
        public var title: Words?
        public var entries: [Entry]

        public init(_ title: Words? = nil, _ entries: [Entry]) {
            self.title = title
            self.entries = entries
        }
    }

    /// The groups that desks put their entries into, as they stand in the menu: by what people come for, not by desk.
    public enum Section: CaseIterable, Sendable {
        case daily, classes, library, people, administration

        public var words: Words {
            switch self {
            case .daily: Words("日常工作", "Daily work")
            case .classes: Words("计划与办班", "Programme and classes")
            case .library: Words("师资与课程", "Trainers and courses")
            case .people: Words("组织与人员", "Units and people")
            case .administration: Words("账号与审计", "Accounts and audit")
            }
        }
    }

    public struct Entry: Equatable, Sendable {
        public var address: String
        public var words: Words
        /// How much waits there for the reader; nothing is shown for 0.
        public var waiting: Int
        /// Who has it not is not led there.
        public var right: Right
        /// Of no use to those who see one unit only.
        public var isTownWide: Bool
        /// The group that it stands in.
        public var section: Section

        public init(
            _ address: String, _ words: Words, in section: Section = .daily, waiting: Int = 0, right: Right = .see,
            isTownWide: Bool = false
        ) {
            self.address = address
            self.words = words
            self.section = section
            self.waiting = waiting
            self.right = right
            self.isTownWide = isTownWide
        }
    }

    public init(_ groups: [Group] = [], reader: HTML = .nothing) {
        self.groups = groups
        self.reader = reader
    }

    /// As far as it leads where a reader may go.
    public func seen(by reader: Reader) -> Menu {
        var menu = self
        for place in menu.groups.indices {
            menu.groups[place].entries.removeAll {
                !reader.may($0.right) || $0.isTownWide && reader.unit != nil
            }
        }
        menu.groups.removeAll { $0.entries.isEmpty }
        // Whoever sees their own only has nothing to search in.
        if !reader.may(.see) { menu.search = nil }
        return menu
    }

    public func leads(to address: String) -> Bool { groups.contains { $0.entries.contains { $0.address == address } } }

    /// How much waits where an entry leads to.
    public mutating func setWaiting(_ count: Int, at address: String) {
        for group in groups.indices {
            for entry in groups[group].entries.indices where groups[group].entries[entry].address == address {
                groups[group].entries[entry].waiting = count
            }
        }
    }

    /// The entry that a page belongs to: the nearest one above its address.
    func entry(above path: String) -> Entry? {
        groups.flatMap(\.entries)
            .filter { $0.address == path || $0.address != "/" && path.hasPrefix($0.address + "/") }
            .max { $0.address.utf8.count < $1.address.utf8.count }
    }

    /// Where a page stands that names no place of its own: the group that leads to it, else the office.
    func place(_ context: PageContext, isApart: Bool) -> Frame.Crumb {
        let here = isApart ? nil : entry(above: context.path)
        let group = here.flatMap { here in groups.first { $0.entries.contains(here) }?.title }
        let office = context.town.isEmpty ? Words("行知", "Xingzhi") : Words(context.town, context.town)
        return Frame.Crumb(group ?? office)
    }

    func html(_ context: PageContext, isApart: Bool) -> HTML {
        let here = isApart ? nil : entry(above: context.path)
        let other: Language = context.language == .zh ? .en : .zh
        return .nav(
            .class("side"), .id("menu"), .ariaLabel(Words("主菜单", "Main menu")),
            .div(
                .class("brand"), .link("/", .b(.say("行知", "Xingzhi"))), .small(.text(context.town))),
            .a(.class("open"), .href("#menu"), .say("菜单", "Menu")), finder(context),
            .a(.class("shut"), .href("#content"), .say("收起", "Close")),
            .each(groups) { group in
                .group([
                    group.title.map { .p(.class("group"), .words($0)) } ?? .nothing,
                    .ul(
                        .each(group.entries) { entry in
                            .li(
                                .link(
                                    entry.address, entry == here ? .attribute("aria-current", "page") : .nothing,
                                    .words(entry.words), badge(entry.waiting)))
                        }),
                ])
            },
            .div(
                .class("who"), reader,
                .a(
                    .href(context.here(("lang", other.rawValue))),
                    .attribute("lang", other == .en ? "en" : "zh-CN"),
                    .attribute("hreflang", other == .en ? "en" : "zh-CN"), .text(other == .en ? "English" : "中文"))))
    }

    private func finder(_ context: PageContext) -> HTML {
        guard let search else { return .nothing }
        return .form(
            .class("find no-print"), .attribute("role", "search"), .attribute("method", "get"), .action(search),
            .travelling,
            .input(
                .class("field"), .id("find"), .name("q"), .type("search"),
                .value(context.path == search ? context.query["q"] ?? "" : ""),
                .ariaLabel(Words("搜索", "Search")),
                .placeholder(Words("搜人员、单位、活动", "People, units, records")),
                .attribute("autocomplete", "off")))
    }

    private func badge(_ waiting: Int) -> HTML {
        guard waiting > 0 else { return .nothing }
        return .b(.text(String(waiting)), .span(.class("unseen"), .say(" 件待办", " waiting")))
    }
}
