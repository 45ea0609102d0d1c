/// A table as it is copied from one engine to another, row by row.
struct TableRows {
    var name: String
    /// In the order in which they stand in the schema.
    var columns: [(name: String, isText: Bool)]
    var isTree: Bool

    /// Tables that have rows from their first moment.
    static let madeWithSchema = ["schema_migrations", "journal_head"]

    /// Every table of this program's schema; those that others refer to come before them.
    static func all(of schema: Schema) throws -> [TableRows] {
        let model = try SQLiteDriver()
        try schema.apply(to: model)
        var tables: [TableRows] = []
        try model.read { connection in
            let names = try connection.rows(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by rowid", []
            ) { try $0.text("name") }
            let referred = try Dictionary(
                uniqueKeysWithValues: names.map { name in
                    let others = try connection.rows(
                        "select distinct \"table\" as other from pragma_foreign_key_list('\(name)')", []
                    ) { try $0.text("other") }
                    return (name, Set(others).subtracting([name]))
                })
            for name in ordered(names, behind: referred) where name != "schema_migrations" {
                let columns = try connection.rows(
                    "select name, type from pragma_table_info('\(name)') order by cid", []
                ) { (name: try $0.text("name"), isText: try $0.text("type").lowercased() == "text") }
                let isTree = schema.migrations.contains { $0.trees.contains(name) }
                tables.append(TableRows(name: name, columns: columns, isTree: isTree))
            }
        }
        try model.close()
        return tables
    }

    /// As they were made, but none before those that it refers to: a later migration may let an older table refer to a newer.
    private static func ordered(_ names: [String], behind referred: [String: Set<String>]) -> [String] {
        var (ordered, left): ([String], [String]) = ([], names)
        while let next = left.first(where: { referred[$0]?.isDisjoint(with: left) ?? true }) ?? left.first {
            ordered.append(next)
            left.removeAll { $0 == next }
        }
        return ordered
    }

    private var list: String { columns.map(\.name).joined(separator: ", ") }

    /// Rows that stand beneath one another come from the top.
    var question: String {
        guard isTree else { return "select \(list) from \(name)" }
        let own = columns.map { "\(name).\($0.name)" }.joined(separator: ", ")
        return """
            with recursive deep (top, depth) as (
                select code, 0 from \(name) where parent is null
                union all select \(name).code, deep.depth + 1 from \(name) join deep on \(name).parent = deep.top
            )
            select \(own) from \(name) join deep on deep.top = \(name).code order by deep.depth, \(name).code
            """
    }

    var insertion: String {
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        return "insert into \(name) (\(list)) values (\(places))"
    }
}

extension Schema {
    /// Copies the rows of every table; the other database has the schema and nothing in it.
    func copyRows(
        _ from: any SQLConnection, to other: any SQLConnection, _ progress: (_ done: Int, _ total: Int) -> Void
    ) throws {
        let tables = try TableRows.all(of: self)
        var total = 0
        for table in tables {
            total += try from.first("select count(*) as rows from \(table.name)") { try $0.integer("rows") } ?? 0
        }
        var done = 0
        for table in tables {
            if TableRows.madeWithSchema.contains(table.name) { try other.execute("delete from \(table.name)") }
            let insert = try other.statement(table.insertion)
            try from.stream(table.question, []) { row in
                for (place, column) in table.columns.enumerated() {
                    let (source, target) = (Int32(place), Int32(place + 1))
                    if row.isNull(at: source) {
                        insert.bindNull(at: target)
                    } else if column.isText {
                        insert.bind(row.text(at: source), at: target)
                    } else {
                        insert.bind(row.integer(at: source), at: target)
                    }
                }
                try insert.run()
                done += 1
                if done.isMultiple(of: 5000) { progress(done, total) }
            }
        }
        progress(total, total)
    }
}
