/// A consistent view of the data. The questions it answers are in `Queries/`, a file per room of nouns.
public protocol Reading {
    var connection: any SQLConnection { get }
    /// What the desks of the program keep.
    var nouns: [any Noun.Type] { get }
}

public struct ReadTransaction: Reading {
    public let connection: any SQLConnection
    public var nouns: [any Noun.Type] = []
}

/// One change in the making. Each of its methods writes and journals; nothing else can write.
public struct WriteTransaction: Reading {
    public let connection: any SQLConnection
    /// Who makes the change.
    public let by: String
    /// The moment of the change, UTC.
    public let at: String
    public let nouns: [any Noun.Type]
}
