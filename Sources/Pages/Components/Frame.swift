import Vocabulary

/// The frame around every page: menu, head with title and as-of day, the page's own content.
public struct Frame: Equatable, Sendable {
    public var title: String
    /// From the widest to the page's parent; the page itself is the title.
    public var crumbs: [Crumb] = []
    /// A quiet line above the title, where there is no path to show.
    public var remark: Crumb?
    /// What can be done from this page.
    public var actions: HTML = .nothing
    /// No entry of the menu leads to this page, such as an error.
    public var isApart = false
    /// Pages that do not depend on a day have no as-of field.
    public var hasAsOf = true
    /// Set where something was refused: the title says so first, as a screen reader reads it.
    public var hasErrors = false

    public init(
        title: String, crumbs: [Crumb] = [], remark: Crumb? = nil, actions: HTML = .nothing, isApart: Bool = false,
        hasAsOf: Bool = true, hasErrors: Bool = false
    ) {
        self.title = title
        self.crumbs = crumbs
        self.remark = remark
        self.actions = actions
        self.isApart = isApart
        self.hasAsOf = hasAsOf
        self.hasErrors = hasErrors
    }

    public struct Crumb: Equatable, Sendable {
        public var text: String
        public var address: String

        public init(text: String, address: String) {
            self.text = text
            self.address = address
        }
    }

    public func html(_ context: PageContext, _ content: HTML...) -> HTML {
        let errorPrefix = hasErrors ? context.say("有误：", "Error: ") : ""
        let page = HTML.element(
            "html",
            [
                .attribute("lang", context.language == .zh ? "zh-CN" : "en"),
                .element(
                    "head",
                    [
                        .element("meta", [.attribute("charset", "utf-8")]),
                        .element(
                            "meta",
                            [.name("viewport"), .attribute("content", "width=device-width, initial-scale=1")]),
                        .element("title", [.text("\(errorPrefix)\(title) · \(context.say("行知", "Xingzhi"))")]),
                        .element(
                            "link", [.attribute("rel", "stylesheet"), .href(Stylesheet.address)]),
                        .element(
                            "link", [.attribute("rel", "icon"), .href("data:,")]),
                    ]),
                .element(
                    "body",
                    [
                        .a(.class("skip"), .href("#content"), .text(context.say("跳到正文", "Skip to content"))),
                        .div(
                            .class("frame"), context.menu.html(context, isApart: isApart),
                            .div(
                                .class("page"), head(context),
                                .element(
                                    "main",
                                    [
                                        .class("main"), .id("content"), Notices.html(context, hasAsOf: hasAsOf),
                                        .group(content),
                                    ]),
                                foot(context))),
                    ]),
            ])
        return page.read(by: context.travel)
    }

    private func head(_ context: PageContext) -> HTML {
        .element(
            "header",
            [
                .class("top"),
                .div(
                    .class("grow"),
                    .when(
                        !crumbs.isEmpty,
                        .nav(
                            .class("crumb"), .ariaLabel(context.say("位置", "Breadcrumb")),
                            .each(crumbs) { crumb in
                                .group([.a(.href(crumb.address), .text(crumb.text)), .span(.text(" / "))])
                            })),
                    remark.map { .p(.class("crumb"), .a(.href($0.address), .text($0.text))) } ?? .nothing,
                    .h1(.text(title))),
                hasAsOf ? AsOfPicker.html(context) : .nothing,
                // On paper no field says of which day it is.
                .when(hasAsOf, .p(.class("paper"), .text(onPaper(context)))),
                actions,
            ])
    }

    private func onPaper(_ context: PageContext) -> String {
        context.say("截至\(context.asOf.iso)", "As of \(context.asOf.iso)")
            + (context.knownAt.map { context.say("，登记截至\($0.iso)", ", known at \($0.iso)") } ?? "")
    }

    private func foot(_ context: PageContext) -> HTML {
        .element(
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
