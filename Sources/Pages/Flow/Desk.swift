public import Store
public import Vocabulary

/// What one group of people works at: its nouns, its place in the menu and its addresses (docs/decisions/0101).
public struct Desk: Sendable {
    public let words: Words
    public let nouns: [any Noun.Type]
    /// The steps of the schema that its tables come from.
    public let migrations: [Migration]
    public let entries: [Menu.Entry]
    /// What it has done beside its pages.
    public let jobs: [any Job.Type]
    public let routes: [Route]
    /// The same by the first part of their path: a page asks for those of its address several times.
    private let routesBeneath: [Substring: [Route]]
    /// What is done elsewhere than at its addresses: by jobs and commands.
    public let acts: [any Act.Type]
    /// What of it waits for a reader (待办).
    public let waiting: @Sendable (Ask) throws -> [Waiting]
    /// What others did to its records within a reader's reach, since one row of the journal.
    public let changed: @Sendable (Ask, _ since: Int) throws -> [Changed]
    /// What a leader is told of it since a day, as a section; nil: nothing.
    public let told: @Sendable (Ask, Day) throws -> HTML?
    /// What it holds about one person, for that person to read.
    public let held: @Sendable (Ask, _ person: String) throws -> [Held]
    /// Its record with which an activity was posted, where the activity is taken back with that record alone.
    public let keeps: @Sendable (Ask, _ activity: String) throws -> FormOption?
    /// What it has planned with somebody in some days, and has not put on record yet; the person by all their staff numbers.
    public let ahead: @Sendable (Ask, _ person: [String], _ from: Day, _ to: Day) throws -> [Ahead]
    /// What of it a search finds, by what was typed.
    public let found: @Sendable (Ask, String) throws -> [Found]

    public init(
        _ words: Words, nouns: [any Noun.Type], migrations: [Migration] = [], entries: [Menu.Entry],
        jobs: [any Job.Type] = [], acts: [any Act.Type] = [],
        waiting: @escaping @Sendable (Ask) throws -> [Waiting] = { _ in [] },
        changed: @escaping @Sendable (Ask, _ since: Int) throws -> [Changed] = { _, _ in [] },
        told: @escaping @Sendable (Ask, Day) throws -> HTML? = { _, _ in nil },
        held: @escaping @Sendable (Ask, _ person: String) throws -> [Held] = { _, _ in [] },
        keeps: @escaping @Sendable (Ask, _ activity: String) throws -> FormOption? = { _, _ in nil },
        ahead: @escaping @Sendable (Ask, _ person: [String], _ from: Day, _ to: Day) throws -> [Ahead] = { _, _, _, _ in
            []
        },
        found: @escaping @Sendable (Ask, String) throws -> [Found] = { _, _ in [] },
        _ describe: (inout Routes) -> Void
    ) {
        var routes = Routes()
        describe(&routes)
        self.words = words
        self.nouns = nouns
        self.migrations = migrations
        self.jobs = jobs
        self.acts = acts
        self.entries = entries
        self.routes = routes.all
        routesBeneath = Dictionary(grouping: routes.all) { $0.parts.first ?? "" }
        self.waiting = waiting
        self.changed = changed
        self.told = told
        self.held = held
        self.keeps = keeps
        self.ahead = ahead
        self.found = found
    }

    /// Its routes for an address that was split at its slashes.
    func routes(at parts: [Substring]) -> [Route] {
        routesBeneath[parts.first ?? ""]?.filter { $0.matches(parts) } ?? []
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

    /// `/tours/:code`; its first part is a word.
    public let path: String
    /// The same, split at its slashes.
    let parts: [Substring]
    public let right: Right
    /// The act that it is for, which may touch the whole town; nil: it only shows.
    public let act: (any Act.Type)?
    /// Whether it shows a form of which a draft is kept.
    public let keepsDraft: Bool
    /// Its form may bring a file, which is read while it comes in.
    public let takesFiles: Bool
    /// Of these also tables of text, JSON and XML, which are no papers.
    public let takesTables: Bool
    public let door: Door
    public let answer: Answer
    public let about: RouteAbout

    init(
        path: String, right: Right, act: (any Act.Type)? = nil, keepsDraft: Bool = false, takesFiles: Bool = false,
        takesTables: Bool = false, door: Door = .plain, answer: Answer, about: RouteAbout
    ) {
        self.path = path
        parts = path.split(separator: "/")
        self.right = right
        self.act = act
        self.keepsDraft = keepsDraft
        self.takesFiles = takesFiles
        self.takesTables = takesTables
        self.door = door
        self.answer = answer
        self.about = about
    }

    /// Whether an address, split at its slashes, is one of these.
    func matches(_ address: [Substring]) -> Bool {
        address.count == parts.count && zip(address, parts).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
    }

    /// Throws `NotAllowed`.
    func require(of reader: Reader) throws {
        // An act may be allowed by other rights besides.
        guard let act else { return try reader.require(right) }
        try act.require(of: reader)
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
    /// A file of the server's, by its path.
    case stored(String, type: String, name: String, shown: String)
    case goTo(String)
}

/// The addresses of a desk in the making.
public struct Routes {
    var all: [Route] = []

    /// `words`: what it shows, for other programs.
    public mutating func page(
        _ path: String, _ words: Words, right: Right = .see, door: Door = .plain,
        _ page: @escaping @Sendable (Ask) throws -> Page
    ) {
        look(path, RouteAbout(words), right: right, door: door) { .page(try page($0)) }
    }

    /// What is looked at, and changes nothing; the answer may be another than a page that is there.
    public mutating func look(
        _ path: String, _ about: RouteAbout, right: Right = .see, door: Door = .plain,
        _ look: @escaping @Sendable (Ask) throws -> Answered
    ) {
        all.append(Route(path: path, right: right, door: door, answer: .look(look), about: about))
    }

    /// What a button on a page does at once.
    public mutating func take(
        _ path: String, _ words: Words, right: Right = .see,
        _ answer: @escaping @Sendable (Sent) throws -> Answered
    ) {
        all.append(Route(path: path, right: right, answer: .take(answer), about: RouteAbout(words)))
    }

    /// The same, of an act that is all there is to it.
    public mutating func take<A: Act>(
        _ path: String, _ words: Words, _ act: A.Type,
        _ answer: @escaping @Sendable (Sent) throws -> Answered
    ) {
        all.append(Route(path: path, right: act.right, act: act, answer: .take(answer), about: RouteAbout(words)))
    }

    /// A list at an address, and the same as files beside it.
    public mutating func list<N: Noun>(
        _ path: String, _ listing: Listing<N>, right: Right = .see,
        actions: @escaping @Sendable (Ask) -> HTML = { _ in .nothing }
    ) {
        all.append(
            Route(
                path: path, right: right,
                answer: .look { .page(try listing.page($0, address: path, actions: actions($0))) },
                about: listing.about(nil)))
        for act in listing.bulk {
            let flow = BulkFlow(listing: listing, act: act, list: path, path: "\(path)/bulk/\(act.name)")
            form(flow.path, act.type, flow.about, look: { try flow.begun($0) }, take: { try flow.taken($0) })
        }
        for file in ListFile.allCases {
            all.append(
                Route(
                    path: "\(path).\(file.rawValue)", right: right,
                    answer: .look { try listing.answer($0, address: path).file(file) }, about: listing.about(file)))
        }
    }

    /// A form at an address: it is asked for, and sent.
    mutating func form(
        _ path: String, _ act: any Act.Type, _ about: RouteAbout, look: @escaping @Sendable (Ask) throws -> Answered,
        take: @escaping @Sendable (Sent) throws -> Answered, keepsDraft: Bool = false, takesFiles: Bool = false,
        takesTables: Bool = false,
        door: Door = .plain
    ) {
        all.append(
            Route(
                path: path, right: act.right, act: act, keepsDraft: keepsDraft, door: door, answer: .look(look),
                about: RouteAbout(about.words)))
        all.append(
            Route(
                path: path, right: act.right, act: act, takesFiles: takesFiles, takesTables: takesTables,
                answer: .take(take), about: about))
    }
}
