extension Reading {
    /// The nouns that a reader may see, narrowed, in order, and of those the ones from `offset` on.
    ///
    /// - Parameters:
    ///   - order: columns of the noun's table, each perhaps with ` desc`; the key decides between equals.
    ///   - limit: rows; nil: all.
    public func all<N: Noun>(
        _ type: N.Type, for reader: Reader, where condition: SQL = .always, order: String = "", limit: Int? = nil,
        offset: Int = 0
    ) throws -> [N] {
        let table = N.table
        var question: SQL = """
            select \(name: table.list) from \(name: table.name) where (\(condition)) and \(N.reach.condition(for: reader))
            order by \(name: try Self.ordered(type, order))
            """
        if let limit { question = "\(question) limit \(max(0, limit)) offset \(max(0, offset))" }
        var nouns = try connection.rows(question.text, question.values, table.decoded)
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: nouns.count, by: 500) where !N.lists.isEmpty {
            var page = Array(nouns[start..<min(start + 500, nouns.count)])
            let keys = page.map(\.key)
            for list in N.lists { try list.fill(&page, keys, connection) }
            nouns.replaceSubrange(start..<start + page.count, with: page)
        }
        return nouns
    }

    /// The same one after the other, piece by piece, so that of a long list little stands in memory.
    public func each<N: Noun>(
        _ type: N.Type, for reader: Reader, where condition: SQL = .always, order: String = "",
        _ take: (N) throws -> Void
    ) throws {
        let keys = try keys(type, for: reader, where: condition, order: order)
        for start in stride(from: 0, to: keys.count, by: 500) {
            let piece = Array(keys[start..<min(start + 500, keys.count)])
            for noun in try nouns(type, piece, for: reader, order: order) { try take(noun) }
        }
    }

    /// Those of so many keys that the reader may see; at most 500 are asked for at once.
    public func nouns<N: Noun>(
        _ type: N.Type, _ keys: [String], for reader: Reader, order: String = ""
    ) throws -> [N] {
        try all(type, for: reader, where: "\(name: N.table.key) in (\(list: keys))", order: order)
    }

    /// Their keys alone, in order.
    public func keys<N: Noun>(
        _ type: N.Type, for reader: Reader, where condition: SQL = .always, order: String = "", limit: Int? = nil
    ) throws -> [String] {
        let ordered = try Self.ordered(type, order)
        var question: SQL = """
            select \(name: N.table.key) from \(name: N.table.name)
            where (\(condition)) and \(N.reach.condition(for: reader)) order by \(name: ordered)
            """
        if let limit { question = "\(question) limit \(max(0, limit))" }
        return try connection.rows(question.text, question.values) { row in
            // A key may be a number, as of the journal's rows.
            if case .integer(let number) = try row.value(N.table.key) { return String(number) }
            return try row.text(N.table.key)
        }
    }

    /// An order of the table's own columns, the key last; nothing else comes into the statement.
    private static func ordered<N: Noun>(_ type: N.Type, _ order: String) throws -> String {
        let isKnown = order.split(separator: ",").allSatisfy { part in
            let words = part.split(separator: " ")
            return N.table.columns.contains { words.first == $0[...] } && (words.count == 1 || words[1...] == ["desc"])
        }
        guard isKnown else { throw UnexpectedRow(order, expected: "columns of \(N.table.name)") }
        return ((order.isEmpty ? [] : [order]) + [N.table.key]).joined(separator: ", ")
    }

    public func count<N: Noun>(_ type: N.Type, for reader: Reader, where condition: SQL = .always) throws -> Int {
        let question: SQL = """
            select count(*) as rows from \(name: N.table.name) where (\(condition)) and \(N.reach.condition(for: reader))
            """
        return try connection.first(question.text, question.values) { try $0.integer("rows") } ?? 0
    }

    /// Nil where there is none that the reader may see.
    public func one<N: Noun>(_ type: N.Type, _ key: String, for reader: Reader) throws -> N? {
        try all(type, for: reader, where: "\(name: N.table.key) = \(key)").first
    }

    /// Codes of the units within what a reader may see; nil: all are.
    public func unitsWithinReach(of reader: Reader) throws -> Set<String>? {
        guard let top = reader.unit else { return nil }
        let question = SQL.units(beneath: top)
        return Set(try connection.rows(question.text, question.values) { try $0.text("code") })
    }

    /// Whether a unit lies within what a reader may see.
    public func isWithinReach(_ unit: String, of reader: Reader) throws -> Bool {
        guard let top = reader.unit else { return true }
        let question: SQL =
            "select count(*) as rows from units where code = \(unit) and code in (\(SQL.units(beneath: top)))"
        return try connection.first(question.text, question.values) { try $0.integer("rows") } == 1
    }
}
