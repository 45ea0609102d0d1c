import Exchange
import Vocabulary

/// The frame around every page: menu, head with title and as-of day, the page's own content.
struct Frame: Equatable, Sendable {
    var title: String
    /// From the widest to the page's parent; the page itself is the title.
    var crumbs: [Crumb] = []
    /// A quiet line above the title, where there is no path to show.
    var remark: Crumb?
    /// The menu entry that this page belongs to; nil for a page that belongs to none, such as an error.
    var room: Room?
    var actions: HTML = .nothing
    /// Pages that do not depend on a day have no as-of field.
    var hasAsOf = true
    /// Set where something was refused: the title says so first, as a screen reader reads it.
    var hasErrors = false

    struct Crumb: Equatable, Sendable {
        var text: String
        var address: String
    }

    enum Room: String, CaseIterable, Sendable {
        case overview, plan, ledger, report, activities, seats, units, people
    }

    func html(_ context: PageContext, _ content: HTML...) -> HTML {
        let errorPrefix = hasErrors ? context.say("有误：", "Error: ") : ""
        let page = element(
            "html",
            [
                .attribute("lang", context.language == .zh ? "zh-CN" : "en"),
                element(
                    "head",
                    [
                        element("meta", [.attribute("charset", "utf-8")]),
                        element(
                            "meta",
                            [.name("viewport"), .attribute("content", "width=device-width, initial-scale=1")]),
                        element("title", [.text("\(errorPrefix)\(title) · \(context.say("行知", "Xingzhi"))")]),
                        element(
                            "link", [.attribute("rel", "stylesheet"), .href(Stylesheet.address)]),
                        element(
                            "link", [.attribute("rel", "icon"), .href("data:,")]),
                    ]),
                element(
                    "body",
                    [
                        a(.class("skip"), .href("#content"), .text(context.say("跳到正文", "Skip to content"))),
                        div(
                            .class("frame"), menu(context),
                            div(
                                .class("page"), head(context),
                                element(
                                    "main",
                                    [
                                        .class("main"), .id("content"), Notices.html(context, hasAsOf: hasAsOf),
                                        .group(content),
                                    ]),
                                foot(context))),
                    ]),
            ])
        return context.language == .en ? page.markingChinese() : page
    }

    private func menu(_ context: PageContext) -> HTML {
        func entry(_ room: Room, _ path: String, _ zh: String, _ en: String) -> HTML {
            a(
                .href(context.link(path)), room == self.room ? .attribute("aria-current", "page") : .nothing,
                .text(context.say(zh, en)))
        }
        return nav(
            .class("side"), .label(context.say("主菜单", "Main menu")),
            div(
                .class("brand"), a(.href(context.link("/")), .text(context.say("行知", "Xingzhi"))),
                small(.text(context.town))),
            entry(.overview, "/", "概览", "Overview"), entry(.plan, "/plan", "方案", "Plan"),
            entry(.ledger, "/ledger", "台账", "Ledger"),
            div(.class("group"), .text(context.say("日常工作", "Daily work"))),
            entry(.report, "/activities/new", "填报活动", "Report an activity"),
            entry(.activities, "/activities", "活动记录", "Activities"),
            entry(.seats, "/seats", "调训安排", "Seats"),
            div(.class("group"), .text(context.say("组织与人员", "Units and people"))),
            entry(.units, "/units", "单位", "Units"), entry(.people, "/people", "人员", "People"),
            div(
                .class("who"),
                a(
                    .href(context.here(("lang", context.language == .zh ? "en" : "zh"))),
                    .attribute("lang", context.language == .zh ? "en" : "zh-CN"),
                    .attribute("hreflang", context.language == .zh ? "en" : "zh-CN"),
                    .text(context.language == .zh ? "English" : "中文"))))
    }

    private func head(_ context: PageContext) -> HTML {
        element(
            "header",
            [
                .class("top"),
                div(
                    .class("grow"),
                    .when(
                        !crumbs.isEmpty,
                        nav(
                            .class("crumb"), .label(context.say("位置", "Breadcrumb")),
                            .each(crumbs) { crumb in
                                .group([a(.href(crumb.address), .text(crumb.text)), span(.text(" / "))])
                            })),
                    remark.map { p(.class("crumb"), a(.href($0.address), .text($0.text))) } ?? .nothing,
                    h1(.text(title))),
                hasAsOf ? AsOfPicker.html(context) : .nothing,
                actions,
            ])
    }

    private func foot(_ context: PageContext) -> HTML {
        element(
            "footer",
            [
                .class("foot"),
                .text(context.say("今天：\(context.today.iso)。", "Today: \(context.today.iso). ")),
                .text(
                    context.say(
                        "当前版本未启用登录，仅供本机使用。", "No log-in in this version; use on this computer only.")),
                .text(
                    context.isUnchecked
                        ? context.say(
                            "数据库正在检查，尚未查完。", " The database is being checked; that is not over yet.") : ""),
            ])
    }
}

/// The day a page speaks of; it travels in the address.
enum AsOfPicker {
    static func html(_ context: PageContext) -> HTML {
        form(
            .class("asof"), .attribute("method", "get"), .attribute("action", context.path),
            .each(context.query.items.filter { !["asOf", "page", "saved"].contains($0.name) }) {
                input(.type("hidden"), .name($0.name), .value($0.value))
            },
            label(
                .attribute("for", "asOf"), .text(context.say("截至", "As of"))),
            input(
                .class("field"), .id("asOf"), .type("date"), .name("asOf"), .value(context.asOf.iso),
                .flag("required")), button(.class("btn small"), .type("submit"), .text(context.say("查看", "Show"))),
            .when(
                context.asOf != context.today || context.knownAt != nil,
                a(
                    .class("quiet"), .href(context.here(("asOf", nil), ("knownAt", nil), ("page", nil))),
                    .text(context.say("回到今天", "Today")))))
    }
}
