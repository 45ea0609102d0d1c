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

    private init(
        name: String, owner: String, journaled: @escaping @Sendable (Value) -> JournalValue,
        remake: @escaping @Sendable (inout Value, JournalValue) throws -> Void,
        insert: @escaping @Sendable (Value, String, any SQLConnection) throws -> Void,
        remove: @escaping @Sendable (String, any SQLConnection) throws -> Void,
        fill: @escaping @Sendable (inout [Value], [String], any SQLConnection) throws -> Void
    ) {
        self.name = name
        self.owner = owner
        self.journaled = journaled
        self.remake = remake
        self.insert = insert
        self.remove = remove
        self.fill = fill
    }

    /// The same list, for which the journal vouches without telling it: in its lines stands the digest of the rows with a salt
    /// that the value keeps and the journal does not (docs/decisions/0192). Where there is no salt it is told in full.
    public func sealed(by salt: @escaping @Sendable (Value) -> String) -> NounList {
        NounList(
            name: name, owner: owner,
            journaled: { [journaled] value in
                let (told, salt) = (journaled(value), salt(value))
                guard !salt.isEmpty else { return told }
                return .text(SHA256.hex(Array("\(salt) \(told.digested)".utf8)))
            }, remake: remake, insert: insert, remove: remove, fill: fill)
    }

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

extension JournalValue {
    /// The value as one text: equal values are equal texts, and others are others.
    fileprivate var digested: String {
        switch self {
        case .none: "-"
        case .number(let number): "\(number)"
        case .text(let text): "\(text.utf8.count):\(text)"
        case .list(let values): "[\(values.map(\.digested).joined(separator: ","))]"
        case .row(let row):
            "{\(row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.digested)" }.joined(separator: ","))}"
        }
    }
}
