/// A step of the schema: frozen once released, numbered, never renumbered.
public struct Migration: Sendable {
    public var number: Int
    public var name: String
    /// One statement each, in the portable subset.
    public var statements: [String]
    /// Tables whose rows are never altered, from this step on.
    public var final: [String]
    /// Fills what the statements made from what stands already.
    var fill: (@Sendable (any SQLConnection) throws -> Void)?
    /// Tables whose rows stand beneath one another by `parent`, never beneath themselves, from this step on.
    var trees: [String]
    /// Whether the ledger's facts lie otherwise after this step: what was laid out from them before is of no use then.
    package var changesFacts: Bool

    public init(
        number: Int, name: String, statements: [String], final: [String] = [],
        fill: (@Sendable (any SQLConnection) throws -> Void)? = nil, trees: [String] = [], changesFacts: Bool = false
    ) {
        self.number = number
        self.name = name
        self.statements = statements
        self.final = final
        self.fill = fill
        self.trees = trees
        self.changesFacts = changesFacts
    }
}

/// That the data was written by a later version of the program.
public struct SchemaTooNew: Error, Hashable, CustomStringConvertible {
    public var found: Int
    public var known: Int
    public var description: String { "schema \(found) is later than this program's \(known)" }
}

extension Schema {
    /// Brings an empty or older schema up to date, all steps in one transaction.
    package func apply(to engine: any SQLEngine) throws { try engine.write { try apply(in: $0) } }

    /// The same within a transaction.
    package func apply(in connection: any SQLConnection) throws {
        let dialect = connection.dialect
        try connection.execute(
            """
            create table if not exists schema_migrations (
                number integer not null primary key,
                name text not null
            )
            """)
        let last =
            try connection.first(
                "select coalesce(max(number), 0) as last from schema_migrations"
            ) { try $0.integer("last") } ?? 0
        guard last <= count else { throw SchemaTooNew(found: last, known: count) }
        for migration in migrations where migration.number > last {
            for statement in migration.statements { try connection.execute(statement) }
            try migration.fill?(connection)
            for table in migration.final {
                for statement in dialect.finality(of: table) { try connection.execute(statement) }
            }
            for table in migration.trees {
                for statement in dialect.treeShape(of: table) { try connection.execute(statement) }
            }
            try connection.execute(
                "insert into schema_migrations (number, name) values ($1, $2)",
                [SQLValue(migration.number), SQLValue(migration.name)])
        }
    }
}
