/// A list within a noun, in a table of its own: the noun's key, the place in the list from 0, and the item's columns.
public struct NounList<Value: Sendable>: Sendable {
    public let name: String
    /// The column with the noun's key.
    let owner: String
    let journaled: @Sendable (Value) -> JournalValue
    /// The way back from `journaled`.
    let remake: @Sendable (inout Value, JournalValue) throws -> Void
    let insert: @Sendable (Value, _ key: String, any SQLConnection) throws -> Void
    let remove: @Sendable (_ key: String, any SQLConnection) throws -> Void
    /// Puts into each value what the table has for its key.
    let fill: @Sendable (inout [Value], _ keys: [String], any SQLConnection) throws -> Void

    /// `owner` is the column with the noun's key. The first column of `table` need be no key.
    public init<Item: Sendable>(
        _ items: any WritableKeyPath<Value, [Item]> & Sendable, owner: String, _ table: Table<Item>
    ) {
        name = table.name
        self.owner = owner
        journaled = { value in .list(value[keyPath: items].map { .row(table.journaled($0)) }) }
        remake = { value, journaled in
            guard case .list(let rows) = journaled else { return }
            value[keyPath: items] = try rows.map { row in
                guard case .row(let columns) = row else { throw UnexpectedRow(table.name, expected: "rows") }
                return try table.remade(columns)
            }
        }
        insert = { value, key, connection in
            let places = table.columns.indices.map { "$\($0 + 3)" }.joined(separator: ", ")
            for (place, item) in value[keyPath: items].enumerated() {
                try connection.execute(
                    "insert into \(table.name) (\(owner), place, \(table.list)) values ($1, $2, \(places))",
                    [SQLValue(key), SQLValue(place)] + table.values(item))
            }
        }
        remove = { key, connection in
            try connection.execute("delete from \(table.name) where \(owner) = $1", [SQLValue(key)])
        }
        fill = { values, keys, connection in
            var found: [String: [Item]] = [:]
            let question: SQL = """
                select \(name: owner) as owner_key, \(name: table.list) from \(name: table.name)
                where \(name: owner) in (\(list: keys)) order by \(name: owner), place
                """
            try connection.query(question.text, question.values) { row in
                found[try row.text("owner_key"), default: []].append(try table.decoded(row))
            }
            for (place, key) in keys.enumerated() { values[place][keyPath: items] = found[key] ?? [] }
        }
    }
}
