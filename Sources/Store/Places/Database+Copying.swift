import Foundation

extension Database {
    /// Copies everything that one consistent view of `source` holds into an empty place, of either engine, while others
    /// read and write the source. The copy is checked whole and compared before it is there: it is there whole or not at
    /// all, however the process ends.
    ///
    /// Throws `CopyRefused.notEmpty` where there is something already, `DatabaseDamaged` where what was copied is not sound.
    @discardableResult
    public static func copy(
        _ source: Database, to place: DatabasePlace, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Copied {
        switch place {
        case .directory(let directory): try copy(source, toDirectory: directory, progress)
        case .server(let address): try copy(source, toServer: address, progress)
        }
    }

    /// As a file of its own that takes its place when it is done.
    private static func copy(
        _ source: Database, toDirectory directory: String, _ progress: (Int, Int) -> Void
    ) throws -> Copied {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try RestoreInWaiting.finish(in: directory)
        let lock = try DirectoryLock(directory: directory)
        defer { lock.release() }
        guard !exists(directory: directory) else { throw CopyRefused.notEmpty(directory) }
        let place = file(in: directory)
        if let fault = DatabaseFile(path: place).fault { throw DatabaseDamaged(path: place, faults: [fault]) }
        let draft = place + ".new"
        defer { remove(draft) }
        remove(draft)
        let counts = try source.write(toFile: draft, progress)
        let copied = try inspect(draft, source.schema)
        guard copied.counts == counts else { throw CopyRefused.differs(directory) }
        try synchronise(draft)
        try put(draft, in: place)
        return copied.summary
    }

    /// In one transaction, schema and all.
    private static func copy(
        _ source: Database, toServer address: String, _ progress: (Int, Int) -> Void
    ) throws -> Copied {
        let name = DatabasePlace.server(address).name
        let target = Database(engine: try PostgresDriver(address: address), path: name, schema: source.schema)
        defer { try? target.close() }
        guard try target.read({ try $0.isUnused(source.schema, path: name) }) else { throw CopyRefused.notEmpty(name) }
        var copied: Copied?
        try source.engine.read { from in
            try target.engine.write { to in
                let (before, after) = (ReadTransaction(connection: from), ReadTransaction(connection: to))
                // Whoever waited for the same place finds it taken.
                guard try after.isUnused(source.schema, path: name) else { throw CopyRefused.notEmpty(name) }
                try source.schema.apply(in: to)
                try source.schema.copyRows(from, to: to, progress)
                let counts = try TableCounts(after)
                guard try counts == TableCounts(before) else { throw CopyRefused.differs(name) }
                let faults = try source.schema.contentFaults(after, path: name)
                guard faults.isEmpty else { throw DatabaseDamaged(path: name, faults: faults) }
                copied = Copied(counts, bytes: 0)
            }
        }
        guard let copied else { throw SQLFailure(.other, "the engine did not run the transaction") }
        return copied
    }

    /// Writes what one consistent view holds to a new file, and tells what the view held; safe on disk only once it is
    /// synchronised.
    func write(toFile draft: String, _ progress: (Int, Int) -> Void = { _, _ in }) throws -> TableCounts {
        let driver = try SQLiteDriver(making: draft)
        do {
            try schema.apply(to: driver)
            var counts: TableCounts?
            try engine.read { from in
                try driver.write { to in try schema.copyRows(from, to: to, progress) }
                counts = try TableCounts(ReadTransaction(connection: from))
            }
            try driver.close()
            guard let counts else { throw SQLFailure(.other, "the engine did not run the transaction") }
            return counts
        } catch {
            try? driver.close()
            throw error
        }
    }
}

extension Reading {
    /// True where nothing was ever recorded here: no tables at all, or ours as they are when they are made.
    fileprivate func isUnused(_ schema: Schema, path: String) throws -> Bool {
        guard try steps(schema, path: path) > 0 else { return true }
        return try TableCounts(self).rows.allSatisfy { $1 == 0 || TableRows.madeWithSchema.contains($0) }
            && revision() == 0
    }
}
