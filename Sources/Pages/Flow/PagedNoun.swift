public import Store
public import Vocabulary

/// A noun that has a page: what it is called there, where it stands, what can be done with it (docs/decisions/0147).
public protocol PagedNoun: Noun {
    /// The list that it is found in, which lies at the address above its page.
    static var listing: Listing<Self> { get }
    /// Of its page, with its key as `:code`: `/tours/:code`. What is done with it lies beneath.
    static var path: String { get }
    /// What its page offers, in this order.
    static var acts: [any RecordAct<Self>.Type] { get }
    /// What leads back to it: `查看这次考察`.
    static var seeing: Words { get }
    /// The one that an address names. Throws `NotFound` where there is none for the reader.
    static func asked(_ ask: Ask) throws -> Self
    var title: String { get }
    /// Where it is read: its page, or a place on another.
    var address: String { get }
    /// Its place, from the widest to itself.
    func crumbs(_ ask: Ask) throws -> [Frame.Crumb]
}

extension PagedNoun {
    public static var acts: [any RecordAct<Self>.Type] { [] }
    public static var seeing: Words { Words("查看这条记录", "See the record") }
    public static func asked(_ ask: Ask) throws -> Self { try ask.one(Self.self) }

    public var address: String { Self.address(of: key) }

    public func crumbs(_ ask: Ask) throws -> [Frame.Crumb] {
        [Self.home, Frame.Crumb(Words(title, title), address)]
    }

    /// In the place of a form whose act cannot be done now, whatever is filled in.
    public func closed(_ why: any Refusal, _ ask: Ask) throws -> Page {
        let leading = why as? any LeadingRefusal
        let title = leading?.title ?? Words("这一步现在不能办理", "This cannot be done now")
        let way = leading?.way ?? FormOption(address, Self.seeing)
        return Page(
            title, crumbs: try crumbs(ask),
            .sheet(.emptyState(title, .words(why.words), acts: .act(way.value, way.words, .primary))))
    }

    /// Where what is done with one of them lies.
    public static func address(of key: String) -> String { path.replacing(":code", with: Query.encoded(key)) }

    public static var listAddress: String { "/" + path.split(separator: "/").dropLast().joined(separator: "/") }

    /// The list, as the first step of the place of each.
    public static var home: Frame.Crumb { Frame.Crumb(listing.words, listAddress) }
}

extension Page {
    /// The page of a record: its title, its place, what can be done with it now.
    public init<N: PagedNoun>(of record: N, _ ask: Ask, _ content: HTML...) throws {
        self.init(record.title, actions: try ask.buttons(on: record), .group(content))
        crumbs = try record.crumbs(ask).dropLast()
    }
}

extension Routes {
    /// The list of what has pages, at its address, and the same as files.
    public mutating func list<N: PagedNoun>(
        _ type: N.Type, right: Right = .see, actions: @escaping @Sendable (Ask) -> HTML = { _ in .nothing }
    ) {
        list(N.listAddress, N.listing, right: right, actions: actions)
    }

    /// The page of each. `words`: what it shows, for other programs.
    public mutating func page<N: PagedNoun>(
        of type: N.Type, _ words: Words, right: Right = .see, door: Door = .plain,
        _ page: @escaping @Sendable (N, Ask) throws -> Page
    ) {
        self.page(N.path, words, right: right, door: door) { ask in try page(try N.asked(ask), ask) }
    }

    /// The form of an act on a record, beneath the record's page.
    public mutating func form<Draft, A: RecordAct>(_ flow: FormFlow<Draft, A>) {
        form("\(A.Record.path)/\(A.step)", flow)
    }
}
