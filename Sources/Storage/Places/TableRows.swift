/// A table as it is copied from one engine to another, row by row.
struct TableRows {
    var name: String
    /// In the order in which they stand in the schema.
    var columns: [(name: String, isText: Bool)]

    /// Tables that have rows from their first moment.
    static let madeWithSchema = ["schema_migrations", "journal_head"]

    /// Every table of this program's schema; those that others refer to come before them.
    static func all() throws -> [TableRows] {
        let model = try SQLiteDriver()
        try Migrations.apply(to: model)
        var tables: [TableRows] = []
        try model.read { connection in
            let names = try connection.rows(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by rowid", []
            ) { try $0.text("name") }
            for name in names where name != "schema_migrations" {
                let columns = try connection.rows(
                    "select name, type from pragma_table_info('\(name)') order by cid", []
                ) { (name: try $0.text("name"), isText: try $0.text("type").lowercased() == "text") }
                tables.append(TableRows(name: name, columns: columns))
            }
        }
        try model.close()
        return tables
    }

    private var list: String { columns.map(\.name).joined(separator: ", ") }

    /// Rows that stand beneath one another come from the top.
    var question: String {
        guard Migrations.all.contains(where: { $0.trees.contains(name) }) else { return "select \(list) from \(name)" }
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

extension SQLConnection {
    /// Copies the rows of every table; the other database has the schema and nothing in it.
    func copyRows(to other: any SQLConnection, _ progress: (_ done: Int, _ total: Int) -> Void) throws {
        let tables = try TableRows.all()
        var total = 0
        for table in tables {
            total += try first("select count(*) as rows from \(table.name)") { try $0.integer("rows") } ?? 0
        }
        var done = 0
        for table in tables {
            if TableRows.madeWithSchema.contains(table.name) { try other.execute("delete from \(table.name)") }
            let insert = try other.statement(table.insertion)
            try stream(table.question, []) { row in
                for (place, column) in table.columns.enumerated() {
                    let (from, to) = (Int32(place), Int32(place + 1))
                    if row.isNull(at: from) {
                        insert.bindNull(at: to)
                    } else if column.isText {
                        insert.bind(row.text(at: from), at: to)
                    } else {
                        insert.bind(row.integer(at: from), at: to)
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
