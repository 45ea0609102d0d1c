/// One column of a noun's table: its name, and where its value stands.
public struct Column<Value, Field: Stored>: Sendable {
    let name: String
    let get: @Sendable (Value) -> Field

    public init(_ name: String, _ get: @escaping @Sendable (Value) -> Field) {
        self.name = name
        self.get = get
    }
}

/// How a value lies in a table: the columns in order, and how a row becomes a value. Said once for each noun; reading,
/// writing and the journal follow from it (docs/decisions/0096).
public struct Table<Value: Sendable>: Sendable {
    public let name: String
    /// The first is the key.
    public let columns: [String]
    let values: @Sendable (Value) -> [SQLValue]
    /// The first of them, without the others: keys are asked for of every row that is read.
    let keyValue: @Sendable (Value) -> SQLValue
    let journaled: @Sendable (Value) -> [String: JournalValue]
    let make: @Sendable ([SQLValue]) throws -> Value
    /// The way back from `journaled`; what is not named there is empty.
    let remade: @Sendable ([String: JournalValue]) throws -> Value

    /// `make` takes the columns' values in their order: the compiler holds number, order and types of both together.
    public init<each Field: Stored>(
        _ name: String, _ columns: repeat Column<Value, each Field>,
        make: @escaping @Sendable (repeat each Field) -> Value
    ) {
        var names: [String] = []
        var stored: [@Sendable (Value) -> SQLValue] = []
        var kept: [@Sendable (Value) -> JournalValue] = []
        // Laid out once: going through the pack of columns for each row takes longer than their values do.
        for column in repeat each columns {
            names.append(column.name)
            stored.append { column.get($0).stored }
            kept.append { column.get($0).journaled }
        }
        self.name = name
        self.columns = names
        values = { [stored] value in stored.map { $0(value) } }
        keyValue = stored.first ?? { _ in .null }
        journaled = { [names, kept] value in
            var row: [String: JournalValue] = [:]
            for (name, column) in zip(names, kept) { row[name] = column(value) }
            return row
        }
        self.make = { [names] row in
            var place = 0
            func next<Kept: Stored>(_ type: Kept.Type) throws -> Kept {
                defer { place += 1 }
                do { return try Kept(stored: row[place]) } catch let fault as UnexpectedRow {
                    throw UnexpectedRow("\(name).\(names[place])", expected: fault.expected)
                }
            }
            return make(repeat try next((each Field).self))
        }
        remade = { [names] row in
            var place = 0
            func next<Kept: Stored>(_ type: Kept.Type) throws -> Kept {
                defer { place += 1 }
                return try Kept(journaled: row[names[place]] ?? .none)
            }
            return make(repeat try next((each Field).self))
        }
    }

    package var key: String { columns[0] }
    var list: String { columns.joined(separator: ", ") }

    func decoded(_ row: any SQLRow) throws -> Value { try make(columns.map(row.value)) }

    /// `insert` of one row, its parameters in the order of the columns.
    var insertion: String {
        "insert into \(name) (\(list)) values (\(columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))"
    }

    /// `update` of the row with the key, which is the first parameter.
    var change: String {
        // A noun may be nothing but its key and its lists.
        let changed = columns.count > 1 ? columns.indices.dropFirst() : columns.indices[...]
        let changes = changed.map { "\(columns[$0]) = $\($0 + 1)" }
        return "update \(name) set \(changes.joined(separator: ", ")) where \(key) = $1"
    }
}
