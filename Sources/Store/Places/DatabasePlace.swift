/// Where a database is kept: in a directory of this machine, or on a PostgreSQL server.
public enum DatabasePlace: Hashable, Sendable {
    case directory(String)
    /// The server's address and the database's name as libpq takes them, `postgres://user@host/database`.
    case server(String)

    private static let schemes = ["postgres://", "postgresql://"]

    /// What names no server names a directory.
    public init(_ text: String) {
        self = Self.schemes.contains { text.hasPrefix($0) } ? .server(text) : .directory(text)
    }

    /// For people; without the password that an address may hold.
    public var name: String {
        switch self {
        case .directory(let directory): directory
        case .server(let address): Self.withoutPassword(address)
        }
    }

    /// What a fault or a copy is told of: the file, or the server's database.
    public var databaseName: String {
        switch self {
        case .directory(let directory): Database.file(in: directory)
        case .server: name
        }
    }

    /// For writing, made where there is none; brought up to date.
    public func open(schema: Schema) throws -> Database {
        switch self {
        case .directory(let directory): try Database.open(directory: directory, schema: schema)
        case .server(let address): try Database.open(server: address, schema: schema)
        }
    }

    /// Throws `SchemaTooOld` where it has to be opened for writing first.
    public func openForReading(schema: Schema) throws -> Database {
        switch self {
        case .directory(let directory): try Database.openForReading(directory: directory, schema: schema)
        case .server(let address): try Database.openForReading(server: address, schema: schema)
        }
    }

    /// True where `open` would find a database rather than make one.
    public func exists(schema: Schema) throws -> Bool {
        switch self {
        case .directory(let directory): Database.exists(directory: directory)
        case .server(let address): try Database.exists(server: address, schema: schema)
        }
    }

    /// Everything that is wrong with it; empty where it is sound.
    public func faults(schema: Schema) throws -> [DatabaseFault] {
        guard case .directory(let directory) = self else {
            let database = try openForReading(schema: schema)
            defer { try? database.close() }
            return try database.faults()
        }
        return try Database.faults(inDirectory: directory, schema: schema)
    }

    /// `head` is a hash that was written down elsewhere: the journal must go through its row.
    public func verifyJournal(schema: Schema, head: String? = nil) throws -> Database.JournalReport {
        guard case .directory(let directory) = self else {
            let database = try openForReading(schema: schema)
            defer { try? database.close() }
            return try database.journalReport(head: head)
        }
        return try Database.verifyJournal(inDirectory: directory, schema: schema, head: head)
    }

    /// How large it is, in bytes; 0 where there is none.
    public func size() throws -> Int {
        guard case .server(let address) = self else { return DatabaseFile.size(of: databaseName) }
        return try Database.size(server: address)
    }

    /// Leaves out `:password` before the `@`, and `password=...` among what follows.
    private static func withoutPassword(_ address: String) -> String {
        var text = address
        if let start = text.firstRange(of: "://")?.upperBound {
            let end = text[start...].firstIndex { $0 == "/" || $0 == "?" } ?? text.endIndex
            if let at = text[start..<end].lastIndex(of: "@"), let colon = text[start..<at].firstIndex(of: ":") {
                text.removeSubrange(colon..<at)
            }
        }
        for mark in ["?password=", "&password="] {
            guard let found = text.firstRange(of: mark) else { continue }
            let end = text[found.upperBound...].firstIndex(of: "&") ?? text.endIndex
            text.replaceSubrange(found.upperBound..<end, with: "...")
        }
        return text
    }
}

extension Database {
    /// Where files are kept that belong to it: beside the database's file. A server's database has them where its pages
    /// are served from.
    public var filesDirectory: String {
        isShared
            ? "./xingzhi-data/files"
            : (path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/"))
                + "/files"
    }
}
