public import Vocabulary

/// What a page needs to know of its request: language, as-of day, and how to make links that keep both.
public struct PageContext: Equatable, Sendable {
    public var language: Language
    public var asOf: Day
    /// Only where the reader asked for what was known on a day.
    public var knownAt: Day?
    public var today: Day
    public var path: String
    public var query: Query
    /// Where the plan, the town and the records stand; shown in the frame.
    public var town: String
    /// What the address asks for and cannot be followed; shown in the frame.
    public var slips: [AddressSlip] = []
    /// The database is still being checked.
    public var isUnchecked = false
    /// Where the frame leads to.
    public var menu: Menu
    /// Who may use it, at the foot of every page.
    public var usage = Usage.thisMachine
    /// When it was asked for, in seconds since 1970 (UTC): for what is bound to the minute, not to the day.
    public var moment = 0.0
    /// When this browser asked for it first, where the address counts by its moment.
    public var opened = 0.0
    /// How others reach the site: `https://xz.example.cn`.
    public var origin = ""
    /// Addresses beneath it count by the moment at which they are opened first (docs/decisions/0150).
    public static let countsByMoment = "/me/in/"
    /// The only addresses that the reader may open, where they are few: what leads elsewhere is a text. Nil: all.
    public var opensOnly: Set<String>?

    public init(
        language: Language, asOf: Day, knownAt: Day? = nil, today: Day, path: String, query: Query, town: String,
        menu: Menu = Menu()
    ) {
        self.language = language
        self.asOf = asOf
        self.knownAt = knownAt
        self.today = today
        self.path = path
        self.query = query
        self.town = town
        self.menu = menu
    }

    /// The text in the reader's language.
    public func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// What travels from page to page: both days and the language, where they are not today's and Chinese.
    public var travelling: [(String, String)] {
        var items: [(String, String)] = []
        if asOf != today { items.append(("asOf", asOf.iso)) }
        if let knownAt { items.append(("knownAt", knownAt.iso)) }
        if language == .en { items.append(("lang", "en")) }
        return items
    }

    /// An address within the site that keeps both days and the language.
    public func link(_ path: String, _ parameters: (String, String?)...) -> String { link(path, parameters) }

    public func link(_ path: String, _ parameters: [(String, String?)]) -> String {
        var query = Query(parameters.compactMap { name, value in value.map { (name, $0) } })
        for (name, value) in travelling { query.set(name, value) }
        guard !query.isEmpty else { return path }
        // The path may bring a condition or a place of its own: `/tours/T1?saved=1#measures`.
        let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let place = parts.count > 1 ? "#\(parts[1])" : ""
        return "\(parts[0])\(parts[0].contains("?") ? "&" : "?")\(query.text)\(place)"
    }

    /// The same narrowing on another address: of a list its file.
    public func same(_ path: String) -> String {
        var query = query
        query.set("page", nil)
        query.set("size", nil)
        return query.isEmpty ? path : "\(path)?\(query.text)"
    }

    /// The same page with some parameters changed.
    public func here(_ changes: (String, String?)...) -> String {
        var query = query
        for (name, value) in changes { query.set(name, value) }
        return query.isEmpty ? path : "\(path)?\(query.text)"
    }
}

/// Who may use the pages, as their foot says.
public enum Usage: Equatable, Sendable {
    /// Whoever sits at this machine.
    case thisMachine
    /// Whoever is signed in.
    case signedIn
}
