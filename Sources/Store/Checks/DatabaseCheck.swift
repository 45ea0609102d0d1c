extension Database {
    /// Checks the whole: pages and indexes, references, schema, journal, and the records against the journal.
    ///
    /// Empty where all of it is sound. What is not there any more because it is damaged cannot be looked into: then the
    /// first faults are all that is told. Takes as long as reading the file a few times.
    public func faults() throws -> [DatabaseFault] {
        do { return try Self.namingDamage(path) { try findFaults() } } catch let damage as DatabaseDamaged {
            return damage.faults
        }
    }

    private func findFaults() throws -> [DatabaseFault] {
        let structure = try engine.structureFaults(limit: 10)
        guard structure.isEmpty else { return structure.map { .structure($0) } }
        return try read { try schema.contentFaults($0, path: path) }
    }
}

extension Schema {
    /// What is wrong with the schema, with references, with the journal, and with the records.
    func contentFaults(_ reading: ReadTransaction, path: String) throws -> [DatabaseFault] {
        let connection = reading.connection
        let steps = try applied(in: connection, path: path)
        let schema = try faults(in: connection, after: steps)
        guard !schema.contains(where: { $0.why != .unknown }) else { return schema.map { .schema($0) } }
        var faults: [DatabaseFault] = schema.map { .schema($0) } + (try connection.referenceFaults())
        // An older schema has no feed and no head yet; the next start of the program gives it both.
        guard steps == count else { return faults }
        var facts = contentCheck(reading)
        var kept = NounsCheck(nouns)
        let verdict = try reading.journalVerdict { row in
            try facts.take(row)
            try kept.take(row)
        }
        if case .broken(let rows) = verdict {
            // Without a journal that holds there is nothing to hold the records against.
            return faults + rows.map { .journal($0) }
        }
        try facts.finish()
        faults += (facts.faults + (try kept.faults(in: reading))).map { .facts($0) }
        return faults
    }
}

extension SQLConnection {
    /// Rows that name others which are not there.
    func referenceFaults() throws -> [DatabaseFault] {
        guard let question = dialect.referenceQuery else { return [] }
        return try rows(question) { row in
            .reference(
                table: try row.text("child"), parent: try row.text("parent"), rows: try row.integer("broken"))
        }
    }
}
