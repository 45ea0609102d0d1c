public import Store
public import Vocabulary

/// Things of one kind that a search found, as a desk tells of them: the first few, and the list that has all.
public struct Found: Equatable, Sendable {
    public var words: Words
    public var count: Int
    /// Nil where there is no list of its own: then the items are all.
    public var address: String?
    public var items: [Item]

    /// As many as are shown of one kind.
    public static let mostItems = 8

    public init(_ words: Words, count: Int, address: String?, _ items: [Item]) {
        self.words = words
        self.count = count
        self.address = address
        self.items = items
    }

    public struct Item: Equatable, Sendable {
        public var name: String
        public var address: String
        public var remark: HTML

        public init(_ name: String, _ address: String, remark: HTML = .nothing) {
            self.name = name
            self.address = address
            self.remark = remark
        }
    }

    /// Nouns under a condition that the list at `address` narrows by; nothing where there is none.
    public static func some<N: Noun>(
        _ words: Words, _ type: N.Type, where condition: SQL, order: String, address: String, _ ask: Ask,
        _ item: (N) throws -> Item
    ) throws -> [Found] {
        let (count, first) = try ask.few(type, mostItems, where: condition, order: order)
        guard count > 0 else { return [] }
        return [Found(words, count: count, address: address, try first.map(item))]
    }
}

extension PagedNoun {
    /// Those whose words were typed, and the list that has all.
    public static func found(_ ask: Ask, _ typed: String, remark: (Self) throws -> HTML) throws -> [Found] {
        try Found.some(
            listing.words, Self.self, where: .found(Self.self, by: typed), order: listing.order,
            address: ask.context.link(listAddress, ("q", typed)), ask
        ) {
            .init($0.title, $0.address, remark: try remark($0))
        }
    }
}
