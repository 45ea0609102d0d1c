public import Vocabulary

/// A page as a value: where it stands, what it is called, what can be done from it, what it says; in both languages at once.
public struct Page: Equatable, Sendable {
    public var title: Words
    /// From the widest to the page's parent. Empty: the group of the menu that leads here.
    public var crumbs: [Frame.Crumb]
    public var actions: HTML
    /// Whether what it says depends on a day: then the day stands in its head, and can be changed there.
    public var hasAsOf: Bool
    /// Set where something was refused: the title says so first, as a screen reader reads it.
    public var hasErrors: Bool
    /// No entry of the menu leads here, such as to an error.
    public var isApart: Bool
    public var content: HTML

    /// The one sentence that says how it stands; above the content, on the ground.
    public var sentence: HTML = .nothing
    /// What of the address cannot be followed.
    public var slips: [AddressSlip] = []
    /// Seconds after which it is asked for again by itself; nil: it stays as it is.
    public var refresh: Int?
    /// A whole screen by itself, without the frame: what the stylesheet calls it; nil: a page in the frame.
    public var shape: String?
    /// Whether rows of it can be dragged where there is a script; without one the same is done by a form.
    public var isDragged = false
    /// False where it tells of what no mark of a page holds: then it is made each time.
    public var isKept = true

    public init(
        _ title: Words, crumbs: [Frame.Crumb] = [], actions: HTML = .nothing, hasAsOf: Bool = false,
        hasErrors: Bool = false, isApart: Bool = false, _ content: HTML...
    ) {
        self.title = title
        self.crumbs = crumbs
        self.actions = actions
        self.hasAsOf = hasAsOf
        self.hasErrors = hasErrors
        self.isApart = isApart
        self.content = .group(content)
    }

    /// A name, which is the same in both languages.
    public init(_ title: String, actions: HTML = .nothing, _ content: HTML...) {
        self.init(Words(title, title), actions: actions, .group(content))
    }

    /// The whole page for one reader.
    public func html(_ context: PageContext) -> HTML {
        let context = context.with(slips)
        let page = whole(context).read(by: context.travel)
        return context.opensOnly.map { page.leading(onlyTo: $0) } ?? page
    }

    /// What it says, as lines: its title, its place, its acts, its content.
    public func text(_ language: Language = .zh) -> String {
        HTML.group([.ol(.each(crumbs, \.html)), .h1(.words(title)), .div(actions), opening, content])
            .text(Travel(language))
    }

    private func whole(_ context: PageContext) -> HTML {
        .element(
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
                        .element(
                            "title",
                            [hasErrors ? .say("有误：", "Error: ") : .nothing, .words(title), .say(" · 行知", " · Xingzhi")]),
                        .element("link", [.attribute("rel", "stylesheet"), .href(Stylesheet.address)]),
                        .element("link", [.attribute("rel", "icon"), .href("data:,")]),
                        .when(isDragged, Dragging.script),
                    ]),
                shape.map { .element("body", [.class($0), content]) }
                    ?? .element(
                        "body",
                        [
                            .a(.class("skip"), .href("#content"), .say("跳到正文", "Skip to content")), Mark.sprite,
                            .div(
                                .class("frame"), context.menu.html(context, isApart: isApart),
                                .div(
                                    .class("page"), head(context),
                                    .element(
                                        "main",
                                        [
                                            .class("main"), .id("content"), .attribute("tabindex", "-1"),
                                            Notices.html(context, hasAsOf: hasAsOf), opening, content,
                                        ]),
                                    foot(context))),
                        ]),
            ])
    }

    /// One height on every page: place, title on one line, day and acts at the right.
    private func head(_ context: PageContext) -> HTML {
        .element(
            "header",
            [
                .class("top"),
                .div(
                    .class("name"),
                    .nav(
                        .ariaLabel(Words("位置", "Breadcrumb")),
                        .ol(
                            .class("crumb"),
                            .each(crumbs.isEmpty ? [context.menu.place(context, isApart: isApart)] : crumbs, \.html),
                            .when(
                                hasAsOf,
                                .li(
                                    .class("when"),
                                    .a(.href("#asof-form"), .say("截至 ", "As of "), .text(context.asOf.iso)))))),
                    .h1(isLong(in: context.language) ? .class("long") : .nothing, .words(title))),
                hasAsOf ? AsOfPicker.html(context) : .nothing,
                // On paper no field says of which day it is.
                .when(hasAsOf, .p(.class("paper"), onPaper(context))),
                actions == .nothing ? .nothing : .div(.class("btns"), actions),
            ])
    }

    /// What has no room on one line stands smaller, on two.
    private func isLong(in language: Language) -> Bool {
        title.in(language).reduce(0) { $0 + ($1.isHan ? 2 : 1) } > 64
    }

    private var opening: HTML { sentence == .nothing ? .nothing : .opening(sentence) }

    private func onPaper(_ context: PageContext) -> HTML {
        .group([
            .say("截至\(context.asOf.iso)", "As of \(context.asOf.iso)"),
            context.knownAt.map { .say("，登记截至\($0.iso)", ", known at \($0.iso)") } ?? .nothing,
        ])
    }

    private func foot(_ context: PageContext) -> HTML {
        .element(
            "footer",
            [
                .class("foot"), .say("今天：\(context.today.iso)。", "Today: \(context.today.iso). "),
                .when(
                    context.usage == .thisMachine,
                    .say("未启用登录，仅供本机使用。", "No log-in; use on this computer only.")),
                .when(
                    context.isUnchecked,
                    .say("数据库正在检查，尚未查完。", " The database is being checked; that is not over yet.")),
            ])
    }
}
