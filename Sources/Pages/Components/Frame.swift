public import Vocabulary

/// The frame as the older pages ask for it, with texts of one language and whole addresses. New pages make a `Page`.
public struct Frame: Equatable, Sendable {
    public var title: String
    /// From the widest to the page's parent; the page itself is the title.
    public var crumbs: [Crumb]
    /// A quiet line above the title, where there is no path to show.
    public var remark: Crumb?
    /// What can be done from this page.
    public var actions: HTML
    /// No entry of the menu leads to this page, such as an error.
    public var isApart: Bool
    /// Pages that do not depend on a day have no as-of field.
    public var hasAsOf: Bool
    /// Set where something was refused: the title says so first, as a screen reader reads it.
    public var hasErrors: Bool

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

    /// A step of a page's place; one without an address is a name only.
    public struct Crumb: Equatable, Sendable {
        public var words: Words
        public var address: String?

        public init(_ words: Words, _ address: String? = nil) {
            self.words = words
            self.address = address
        }

        /// In the reader's language already.
        public init(text: String, address: String) { self.init(Words(text, text), address) }

        var html: HTML { .li(address.map { .link($0, words) } ?? .words(words)) }
    }

    public func html(_ context: PageContext, _ content: HTML...) -> HTML {
        Page(
            Words(title, title), crumbs: crumbs.isEmpty ? [remark].compactMap { $0 } : crumbs, actions: actions,
            hasAsOf: hasAsOf, hasErrors: hasErrors, isApart: isApart, .group(content)
        ).html(context)
    }
}
