import Vocabulary

/// What a page needs to know of its request: language, as-of day, and how to make links that keep both.
struct PageContext: Equatable, Sendable {
    var language: Language
    var asOf: Day
    /// Only where the reader asked for what was known on a day.
    var knownAt: Day?
    var today: Day
    var path: String
    var query: Query
    /// Where the plan, the town and the records stand; shown in the frame.
    var town: String

    /// The text in the reader's language.
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// An address within the site that keeps the as-of day and the language.
    func link(_ path: String, _ parameters: (String, String?)...) -> String {
        var query = Query(parameters.compactMap { name, value in value.map { (name, $0) } })
        if asOf != today { query.set("asOf", asOf.iso) }
        if let knownAt { query.set("knownAt", knownAt.iso) }
        if language == .en { query.set("lang", "en") }
        return query.isEmpty ? path : "\(path)?\(query.text)"
    }

    /// The same page with some parameters changed.
    func here(_ changes: (String, String?)...) -> String {
        var query = query
        for (name, value) in changes { query.set(name, value) }
        return query.isEmpty ? path : "\(path)?\(query.text)"
    }
}
