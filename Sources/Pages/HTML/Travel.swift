public import Vocabulary

/// For whom a page is written: the language, and what goes along with every link.
public struct Travel: Equatable, Sendable {
    public var language: Language
    /// Both days and the language, where they are not today's and Chinese.
    public var items: [Query.Item]

    public init(_ language: Language = .zh, _ items: [Query.Item] = []) {
        self.language = language
        self.items = items
    }

    /// An address of this site with all that goes along; what it names itself stays.
    public func address(_ address: String) -> String {
        let place = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let halves = place[0].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let own = Query(parsing: halves.count > 1 ? halves[1] : "")
        let all = (own.items + items.filter { !own.holds($0.name) }).map { ($0.name, $0.value) }
        let query = all.isEmpty ? "" : "?\(Query(all).text)"
        return halves[0] + query + (place.count > 1 ? "#\(place[1])" : "")
    }
}

extension PageContext {
    public var travel: Travel { Travel(language, travelling.map { Query.Item(name: $0, value: $1) }) }
}
