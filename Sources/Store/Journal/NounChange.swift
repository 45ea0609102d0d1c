/// A change of a noun as the journal tells it: who did what, when, and what it was before and after.
public struct NounChange<N: Noun>: Sendable {
    public var row: JournalRow
    /// Nil: it was not there yet.
    public var before: N?
    public var after: N?
}

extension Reading {
    /// What was done to a noun, oldest first. What a column holds that came with a later step of the schema is not known of
    /// before; it is empty there.
    public func changes<N: Noun>(of type: N.Type, _ code: String) throws -> [NounChange<N>] {
        try journal(ofKind: N.kind, code: code).map { row in
            NounChange(
                row: row, before: try row.before.map { try N(journaled: $0) },
                after: try row.after.map { try N(journaled: $0) })
        }
    }
}

extension Noun {
    /// As the journal keeps it.
    public init(journaled text: String) throws {
        guard case .row(let row) = try StoredJSON.value(JournalValue.self, from: text) else {
            throw UnexpectedRow("journal", expected: "a row of \(Self.table.name)")
        }
        var noun = try Self.table.remade(row)
        for list in Self.lists { try list.remake(&noun, row[list.name] ?? .none) }
        self = noun
    }
}
