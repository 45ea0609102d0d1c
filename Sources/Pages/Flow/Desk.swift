public import Store
public import Vocabulary

/// What one group of people works at: its nouns, its place in the menu and its addresses (docs/decisions/0101).
public struct Desk: Sendable {
    public let words: Words
    public let nouns: [any Noun.Type]
    /// The steps of the schema that its tables come from.
    public let migrations: [Migration]
    public let entries: [Menu.Entry]
    public let routes: [Route]

    public init(
        _ words: Words, nouns: [any Noun.Type], migrations: [Migration] = [], entries: [Menu.Entry],
        _ describe: (inout Routes) -> Void
    ) {
        var routes = Routes()
        describe(&routes)
        self.words = words
        self.nouns = nouns
        self.migrations = migrations
        self.entries = entries
        self.routes = routes.all
    }
}

/// One address of a desk. What it takes is part of the value, so that a test can try every one as everybody.
public struct Route: Sendable {
    public enum Answer: Sendable {
        /// Looks, and changes nothing.
        case look(@Sendable (Ask) throws -> Answered)
        /// Takes what was sent.
        case take(@Sendable (Sent) throws -> Answered)
    }

    /// `/tours/:code`
    public let path: String
    public let right: Right
    /// The act that it is for, which may touch the whole town; nil: it only shows.
    public var act: (any Act.Type)?
    public var door = Door.plain
    public let answer: Answer

    /// Throws `NotAllowed`.
    func require(of reader: Reader) throws {
        try reader.require(right)
        try act?.require(of: reader)
    }
}

/// What comes back: a page, a file, or where to go on.
public enum Answered {
    case page(Page)
    /// The page again, with what is wrong: 422, or 413 where too much was sent.
    case refused(Page, isTooLong: Bool = false)
    /// A page in the place of what was asked for: there is no such thing.
    case missing(Page)
    /// The same where it ended, and nothing more can be done to it.
    case ended(Page)
    case file([UInt8], type: String, name: String, shown: String)
    case goTo(String)
}

/// The addresses of a desk in the making.
public struct Routes {
    var all: [Route] = []

    public mutating func page(
        _ path: String, right: Right = .see, door: Door = .plain, _ page: @escaping @Sendable (Ask) throws -> Page
    ) {
        look(path, right: right, door: door) { .page(try page($0)) }
    }

    /// The same where the answer may be another than a page that is there.
    public mutating func look(
        _ path: String, right: Right = .see, door: Door = .plain, _ look: @escaping @Sendable (Ask) throws -> Answered
    ) {
        all.append(Route(path: path, right: right, door: door, answer: .look(look)))
    }

    /// A list at an address, and the same as files beside it.
    public mutating func list<N: Noun>(
        _ path: String, _ listing: Listing<N>, right: Right = .see,
        actions: @escaping @Sendable (Ask) -> HTML = { _ in .nothing }
    ) {
        page(path, right: right) { try listing.page($0, address: path, actions: actions($0)) }
        for act in listing.bulk {
            let flow = BulkFlow(listing: listing, act: act, list: path, path: "\(path)/bulk/\(act.name)")
            all.append(Route(path: flow.path, right: act.right, answer: .look { try flow.begun($0) }))
            all.append(Route(path: flow.path, right: act.right, answer: .take { try flow.taken($0) }))
        }
        for file in ListFile.allCases {
            all.append(
                Route(
                    path: "\(path).\(file.rawValue)", right: right,
                    answer: .look { try listing.answer(file, $0, address: path) }))
        }
    }
}
