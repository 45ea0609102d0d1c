public import Store

/// The database of this program, as `Database` opens any.
extension Database {
    public static func open(directory: String) throws -> Database { try open(directory: directory, schema: .xingzhi) }

    /// `clock` gives the moment of each change as `2026-09-30T08:15:30.125Z`.
    public static func open(directory: String, clock: @escaping @Sendable () -> String) throws -> Database {
        try open(directory: directory, schema: .xingzhi, clock: clock)
    }

    public static func openForReading(directory: String) throws -> Database {
        try openForReading(directory: directory, schema: .xingzhi)
    }

    public static func openBackup(_ path: String) throws -> Database { try openBackup(path, schema: .xingzhi) }

    public static func make(directory: String, by: String, _ fill: (WriteTransaction) throws -> Void) throws {
        try make(directory: directory, schema: .xingzhi, by: by, fill)
    }

    public static func restore(
        _ backup: String, to directory: String, replacing: Bool = false, at moment: String? = nil
    ) throws -> (copied: Copied, aside: String?) {
        try restore(backup, to: directory, schema: .xingzhi, replacing: replacing, at: moment)
    }

    public static func backup(
        ofDirectory directory: String, to place: String, replacing: Bool = false
    ) throws -> Copied {
        try backup(ofDirectory: directory, schema: .xingzhi, to: place, replacing: replacing)
    }

    public static func faults(inDirectory directory: String) throws -> [DatabaseFault] {
        try faults(inDirectory: directory, schema: .xingzhi)
    }

    public static func verifyJournal(inDirectory directory: String, head: String? = nil) throws -> JournalReport {
        try verifyJournal(inDirectory: directory, schema: .xingzhi, head: head)
    }

    public static func open(server address: String) throws -> Database { try open(server: address, schema: .xingzhi) }

    public static func openForReading(server address: String) throws -> Database {
        try openForReading(server: address, schema: .xingzhi)
    }
}

extension DatabasePlace {
    /// For writing, made where there is none; brought up to date.
    public func open() throws -> Database { try open(schema: .xingzhi) }

    public func openForReading() throws -> Database { try openForReading(schema: .xingzhi) }

    public func exists() throws -> Bool { try exists(schema: .xingzhi) }

    public func faults() throws -> [DatabaseFault] { try faults(schema: .xingzhi) }

    public func verifyJournal(head: String? = nil) throws -> Database.JournalReport {
        try verifyJournal(schema: .xingzhi, head: head)
    }
}
