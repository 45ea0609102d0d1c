import Records
public import Store
public import Vocabulary

/// How a change of units and people stands in the journal: the records in full where somebody changed a few by hand, the
/// file where one brought them; and by how much it moves the sums by which rows are held against the journal.
struct JournaledPeople: Codable {
    /// The day on which it was recorded, as ISO 8601 has it; a change of an earlier program tells none.
    var day: String?
    /// Whom alone it is about; nil where units, teams or several people changed.
    var person: String?
    /// By kind and code, the record by its columns; none of one that went.
    var records: [String: [String: String]]?
    var file: ImportedFile?
    /// Why something ended, or a change was taken back.
    var reason: String? = nil
    /// The journal's row of the change by hand that was taken back.
    var takesBack: Int? = nil
    /// Of the facts, as they differ.
    var sums: FactSums
    /// Of the rows of `record_changes` that belong to it.
    var touched: FactSum
}

extension WriteTransaction {
    /// Writes a change of units and people that is recorded on a day: the records, one row of the journal, one row of
    /// `record_changes` for each record touched, and what the ledger is to read anew. Writes nothing where there is nothing
    /// to change.
    ///
    /// `kind` and `code` are what the change is told about: a unit, a person, an import.
    public func write(
        _ edits: PeopleEdits, act: String, kind: String, code: String, on day: Day, file: ImportedFile? = nil,
        reason: String? = nil, progress: (_ done: Int) throws -> Void = { _ in }
    ) throws {
        // Of a file of activities it tells the file; each activity has a row of its own.
        guard !edits.isEmpty || file != nil else { return }
        try requireNotDestroyed(edits)
        var done = 0
        var log: [TouchedRecord] = []
        var sums = FactSums()
        var told: [String: [String: String]] = [:]

        func put<Record: PeopleRecord>(_ edits: [PeopleEdits.Edit<Record>], isNew: Bool) throws {
            let edits = edits.filter { ($0.before == nil) == isNew }
            guard !edits.isEmpty else { return }
            let table = Record.recordKind.table
            let before = try sum(of: table, codes: edits.lazy.map(\.after.code))
            let statement = try connection.statement(isNew ? table.insertion : table.change)
            for edit in edits {
                try statement.run(with: edit.after.columnValues)
                log.append(TouchedRecord(Record.recordKind, edit.after.code, before: try edit.before?.columnsText))
                if file == nil { told["\(Record.recordKind.rawValue) \(edit.after.code)"] = edit.after.columnsTold }
                done += 1
                if done.isMultiple(of: 2000) { try progress(done) }
            }
            try refold(edits)
            sums[table] = sums[table] + (try sum(of: table, codes: edits.lazy.map(\.after.code)) - before)
        }

        try put(
            edits.units.filter { $0.before == nil }.map(\.after).parentsFirst().map { PeopleEdits.Edit($0) },
            isNew: true)
        try put(edits.units, isNew: false)
        for isNew in [true, false] {
            try put(edits.persons, isNew: isNew)
            try put(edits.appointments, isNew: isNew)
            try put(edits.categories, isNew: isNew)
            try put(edits.teams, isNew: isNew)
            try put(edits.memberships, isNew: isNew)
            try put(edits.rosters, isNew: isNew)
            try put(edits.rosterEntries, isNew: isNew)
            try put(edits.mergers, isNew: isNew)
        }
        for record in edits.removed {
            let table = record.kind.table
            sums[table] = sums[table] - (try sum(of: table, codes: [record.code]))
            try connection.execute("delete from \(table.rawValue) where code = $1", [SQLValue(record.code)])
            log.append(TouchedRecord(record.kind, record.code, before: try StoredJSON.text(record.before)))
            told["\(record.kind.rawValue) \(record.code)"] = [:]
        }
        // Codes that a file brought are not handed out again.
        try raiseCounters(past: log.lazy.map(\.code))
        try tell(
            JournaledPeople(
                day: day.iso, person: edits.onlyPerson, records: file == nil ? told : nil, file: file,
                reason: reason, sums: sums, touched: log.sum), log, act: act, kind: kind, code: code, on: day,
            facts: edits.onlyPerson.map { .person($0) } ?? .everything)
    }

    /// An end of a post says nothing of who somebody is; a post that begins does.
    private func requireNotDestroyed(_ edits: PeopleEdits) throws {
        let touched =
            edits.persons.map(\.after.code)
            + edits.appointments.filter { !$0.after.post.isEmpty || $0.before == nil }.map(\.after.person)
        let problems = try destroyed(among: Set(touched)).sorted().map { PersonDestroyed(code: $0) }
        guard problems.isEmpty else { throw Refused(problems) }
    }

    private func destroyed(among codes: Set<String>) throws -> Set<String> {
        guard codes.count > 200 else { return try codes.filter { try person(code: $0)?.isDestroyed == true } }
        return codes.intersection(
            try connection.rows("select code from persons where birth_month = $1", [SQLValue(Person.noBirthMonth)]) {
                try $0.text("code")
            })
    }

    /// Journals such a change, with a row for each record that it touched. A file that touched none, such as one of
    /// activities, is told alone: the ledger has nothing to read anew for it.
    func tell(
        _ change: JournaledPeople, _ log: [TouchedRecord], act: String, kind: String, code: String, on day: Day,
        facts: FactChange.What
    ) throws {
        let after = try StoredJSON.text(change)
        guard !log.isEmpty else {
            try journal(act: act, kind: kind, code: code, after: after)
            return
        }
        let seq = try journal(act: act, kind: kind, code: code, after: after, facts: facts)
        let statement = try connection.statement(
            "insert into record_changes (seq, kind, code, state_before, recorded_day) values ($1, $2, $3, $4, $5)")
        for record in log {
            try statement.run(
                with: [
                    SQLValue(seq), SQLValue(record.kind), SQLValue(record.code), SQLValue(record.before), SQLValue(day),
                ])
        }
    }

    /// Search finds people by their folded names.
    private func refold<Record: PeopleRecord>(_ edits: [PeopleEdits.Edit<Record>]) throws {
        for edit in edits {
            guard let person = edit.after as? Person else { return }
            if let before = edit.before as? Person {
                guard before.name != person.name else { continue }
                try connection.execute("delete from folded_names where person = $1", [SQLValue(person.code)])
            }
            try connection.fold(person.name, of: person.code, into: .names)
        }
    }

    /// Of many rows the whole table is summed: what else lies in it falls out of the difference.
    func sum(of table: FactTable, codes: some Collection<String>) throws -> FactSum {
        guard codes.count <= 200 else { return try sum(of: table) }
        return try codes.reduce(into: FactSum()) {
            $0 = $0 + (try sum(of: table, "where code = $1", [SQLValue($1)]))
        }
    }
}

/// One record that a change touched, and the row that tells it.
struct TouchedRecord {
    var kind: PeopleRecordKind
    var code: String
    /// As it stood, by columns; nil where it is new.
    var before: String?

    init(_ kind: PeopleRecordKind, _ code: String, before: String?) {
        self.kind = kind
        self.code = code
        self.before = before
    }

    var sum: FactSum {
        let fields = TextFields([kind.rawValue, code, before ?? ""])
        var scratch = FactSum.Scratch()
        return FactSum(of: fields, count: 3, weighing: FactSum.weight(of: fields, keys: 2), by: &scratch)
    }
}

extension [TouchedRecord] {
    /// What their rows come to.
    var sum: FactSum { reduce(into: FactSum()) { $0 = $0 + $1.sum } }
}

/// Texts as the fields of a row, to be summed like one that was read.
private final class TextFields: SQLFields {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let places: [Range<Int>]

    init(_ texts: [String]) {
        var places: [Range<Int>] = []
        for text in texts {
            places.append((places.last?.upperBound ?? 0)..<((places.last?.upperBound ?? 0) + text.utf8.count))
        }
        self.places = places
        bytes = .allocate(capacity: max(1, places.last?.upperBound ?? 0))
        var place = 0
        for text in texts {
            for byte in text.utf8 {
                bytes[place] = byte
                place += 1
            }
        }
    }

    deinit { bytes.deallocate() }

    func integer(at place: Int32) -> Int64 { 0 }
    func isNull(at place: Int32) -> Bool { places[Int(place)].isEmpty }
    func letters(at place: Int32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(bytes)[places[Int(place)]])
    }
}
