/// Whether the schema of a file is the one that this program's migrations make.
extension Schema {
    /// The newest step that was applied. A file of ours has its schema from its first moment: one without tables is not.
    ///
    /// Throws `SchemaTooNew`, or `DatabaseDamaged` where the file is another program's.
    func applied(in connection: any SQLConnection, path: String) throws -> Int {
        let names = try objects(connection).keys
        guard connection.dialect != .sqlite || names.contains("schema_migrations") else {
            throw DatabaseDamaged(path: path, faults: [.foreign(tables: Array(names.sorted().prefix(5)))])
        }
        let steps = try connection.rows("select number, name from schema_migrations order by number") {
            (number: try $0.integer("number"), name: try $0.text("name"))
        }
        if let last = steps.last, last.number > count { throw SchemaTooNew(found: last.number, known: count) }
        let isOurs = steps.elementsEqual(migrations.prefix(steps.count)) {
            $0.number == $1.number && $0.name == $1.name
        }
        guard isOurs, !steps.isEmpty else {
            throw DatabaseDamaged(
                path: path, faults: [.schema(SchemaFault(object: "schema_migrations", why: .altered))])
        }
        return steps.count
    }

    /// Every object that differs from what the first `count` steps make. A server's schema is its administrator's.
    func faults(in connection: any SQLConnection, after count: Int) throws -> [SchemaFault] {
        guard connection.dialect == .sqlite else { return [] }
        let expected = try expectedObjects(after: count)
        let found = try objects(connection)
        var faults: [SchemaFault] = []
        for (name, text) in expected where found[name] != text {
            faults.append(SchemaFault(object: name, why: found[name] == nil ? .missing : .altered))
        }
        for name in found.keys where expected[name] == nil { faults.append(SchemaFault(object: name, why: .unknown)) }
        return faults.sorted { $0.object < $1.object }
    }

    private func expectedObjects(after count: Int) throws -> [String: String] {
        let model = try SQLiteDriver()
        try Schema(migrations: Array(migrations.prefix(count))).apply(to: model)
        var expected: [String: String] = [:]
        try model.read { expected = try objects($0) }
        try model.close()
        return expected
    }

    /// The text of every object by its name; those that the engine keeps for itself are left out.
    private func objects(_ connection: any SQLConnection) throws -> [String: String] {
        var objects: [String: String] = [:]
        guard connection.dialect == .sqlite else { return objects }
        try connection.query(connection.dialect.schemaQuery, []) {
            let name = try $0.text("name")
            if !name.hasPrefix("sqlite_") { objects[name] = try $0.text("definition") }
        }
        return objects
    }
}
