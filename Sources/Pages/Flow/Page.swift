/// What a page of a desk shows; the frame around it is the site's.
public struct Page {
    public var title: String
    /// From the widest to the page's parent.
    public var crumbs: [Frame.Crumb] = []
    /// What can be done here.
    public var actions: HTML
    /// The one sentence that says how it stands.
    public var sentence: HTML = .nothing
    public var content: HTML
    /// What of the address cannot be followed.
    public var slips: [AddressSlip] = []
    public var hasErrors = false

    public init(_ title: String, actions: HTML = .nothing, _ content: HTML...) {
        self.title = title
        self.actions = actions
        self.content = .group(content)
    }

    func html(_ context: PageContext) -> HTML {
        Frame(title: title, crumbs: crumbs, actions: actions, hasAsOf: false, hasErrors: hasErrors)
            .html(context.with(slips), sentence == .nothing ? .nothing : .p(.class("say"), sentence), content)
    }
}
