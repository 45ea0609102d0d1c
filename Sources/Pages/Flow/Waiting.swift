public import Store
public import Vocabulary

/// Things of one kind that wait for a reader, as their own desk tells of them: the first few, and the list that has all.
public struct Waiting: Equatable, Sendable {
    public var words: Words
    /// How many there are; the list at `address` has exactly these.
    public var count: Int
    public var address: String
    public var items: [Item]
    /// They were the reader's already, and came back to be put right.
    public var isReturned: Bool

    /// As many as a desk shows of one kind.
    public static let mostItems = 5

    public init(_ words: Words, count: Int, address: String, _ items: [Item], isReturned: Bool = false) {
        self.words = words
        self.count = count
        self.address = address
        self.items = items
        self.isReturned = isReturned
    }

    /// One of them: what it is, what is the matter with it, and the act that settles it.
    public struct Item: Equatable, Sendable {
        public var name: String
        public var address: String
        public var remark: HTML
        public var act: Words
        public var actAddress: String
        /// What can be done with it besides, such as a button that marks it as read.
        public var also = HTML.nothing

        public init(_ name: String, _ address: String, remark: HTML, act: Words, at actAddress: String) {
            self.name = name
            self.address = address
            self.remark = remark
            self.act = act
            self.actAddress = actAddress
        }
    }

    /// Nouns of a list under a condition that the list itself narrows by; nothing where there is none.
    public static func some<N: Noun>(
        _ words: Words, _ type: N.Type, where condition: SQL, order: String, address: String, isReturned: Bool = false,
        _ ask: Ask, _ item: (N) throws -> Item
    ) throws -> [Waiting] {
        let (count, first) = try ask.few(type, mostItems, where: condition, order: order)
        guard count > 0 else { return [] }
        return [Waiting(words, count: count, address: address, try first.map(item), isReturned: isReturned)]
    }
}
