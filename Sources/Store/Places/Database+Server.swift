extension Database {
    /// Opens a database on a PostgreSQL server, named as libpq takes it, `postgres://user@host/database`, and brings its
    /// schema up to date; an empty one is given it. Any number of processes may do so.
    ///
    /// Throws `SQLFailure`, `UnfitDatabase`, `SchemaTooNew`, or `DatabaseDamaged` where it is another program's.
    public static func open(server address: String, schema: Schema) throws -> Database {
        try open(server: address, schema: schema, clock: systemClock)
    }

    package static func open(
        server address: String, schema: Schema, clock: @escaping @Sendable () -> String
    ) throws -> Database {
        let database = Database(
            engine: try PostgresDriver(address: address), path: DatabasePlace.server(address).name,
            schema: schema, clock: clock)
        do {
            // Who only looks need not wait for whoever is writing.
            if try database.read({ try $0.steps(schema, path: database.path) }) < schema.count {
                try schema.apply(to: database.engine)
            }
            try schema.settle(database)
            return database
        } catch {
            try? database.close()
            throw error
        }
    }

    /// The same for reading only. Throws `SchemaTooOld` where somebody has to open it for writing first.
    public static func openForReading(server address: String, schema: Schema) throws -> Database {
        let database = Database(
            engine: try PostgresDriver(address: address, isReadOnly: true), path: DatabasePlace.server(address).name,
            schema: schema)
        do {
            try schema.requireWhole(try database.read { try $0.steps(schema, path: database.path) })
            return database
        } catch {
            try? database.close()
            throw error
        }
    }

    /// True where the server's database has our tables. Throws where it cannot be asked, or has somebody else's.
    static func exists(server address: String, schema: Schema) throws -> Bool {
        let database = Database(
            engine: try PostgresDriver(address: address, isReadOnly: true), path: DatabasePlace.server(address).name,
            schema: schema)
        defer { try? database.close() }
        return try database.read { try $0.steps(schema, path: database.path) } > 0
    }

    static func size(server address: String) throws -> Int {
        let engine = try PostgresDriver(address: address, isReadOnly: true)
        defer { try? engine.close() }
        var size = 0
        try engine.read { connection in
            size =
                try connection.first("select pg_database_size(current_database()) as bytes") {
                    try $0.integer("bytes")
                } ?? 0
        }
        return size
    }
}

extension Reading {
    /// How many steps of the schema a server's database has; 0 where it is empty.
    func steps(_ schema: Schema, path: String) throws -> Int {
        let tables = try connection.rows(connection.dialect.tableQuery, []) { try $0.text("name") }
        if tables.isEmpty { return 0 }
        guard tables.contains("schema_migrations") else {
            throw DatabaseDamaged(path: path, faults: [.foreign(tables: Array(tables.prefix(5)))])
        }
        return try schema.applied(in: connection, path: path)
    }
}
