import Records
public import Store
public import Vocabulary

extension WriteTransaction {
    /// Takes a change of units and people back: what was changed is as it stood before, what was new is no longer there. One
    /// row of the journal, one row of `record_changes` for each record, which holds what the change had made of it.
    ///
    /// Whoever calls it has seen that nothing builds on it: `builtOn`.
    public func takeBack(
        _ past: ImportPast, reason: String, on day: Day, progress: (_ done: Int) throws -> Void = { _ in }
    ) throws {
        let (sums, log) = try undo(change: past.seq, on: day, progress)
        try tell(
            JournaledPeople(day: day.iso, file: past.file, reason: reason, sums: sums, touched: log.sum), log,
            act: takingBackAct, kind: importedFileKind, code: past.code, on: day, facts: .everything)
    }

    /// The same of a change by hand. What went with it comes back as a new record.
    public func takeBack(_ past: ChangePast, reason: String, on day: Day) throws {
        let (sums, log) = try undo(change: past.seq, on: day) { _ in }
        try tell(
            JournaledPeople(day: day.iso, reason: reason, takesBack: past.seq, sums: sums, touched: log.sum), log,
            act: takingChangeBackAct, kind: past.kind.rawValue, code: past.code, on: day, facts: .everything)
    }

    private func undo(change seq: Int, on day: Day, _ progress: (_ done: Int) throws -> Void) throws
        -> (FactSums, [TouchedRecord])
    {
        var log: [TouchedRecord] = []
        var sums = FactSums()
        var done = 0
        let order: [PeopleRecordKind] = [
            .merger, .rosterEntry, .membership, .categoryHolding, .appointment, .roster, .team, .person, .unit,
        ]
        var touched: [PeopleRecordKind: [(code: String, before: [String: String]?)]] = [:]
        var gone: [PeopleRecordKind: [[String: String]]] = [:]
        for kind in order {
            let standing = try standing(by: seq, kind)
            var records: [(code: String, before: [String: String]?)] = []
            for record in try self.touched(by: seq, kind) {
                if let now = standing[record.code] {
                    records.append(record)
                    log.append(TouchedRecord(kind, record.code, before: try StoredJSON.text(now)))
                } else if let before = record.before, let series = kind.series {
                    var anew = before
                    anew["code"] = try nextCode(series, on: day)
                    anew["recorded_day"] = day.iso
                    anew["end_recorded_day"] = nil
                    gone[kind, default: []].append(anew)
                } else {
                    throw UnexpectedRow(kind.table.rawValue, expected: "a row \(record.code)")
                }
            }
            touched[kind] = records
            sums[kind.table] = FactSum() - (try sum(of: kind.table, codes: records.map(\.code)))
        }
        func step() throws {
            done += 1
            if done.isMultiple(of: 1000) { try progress(done) }
        }
        // Backwards: first what is restored no longer names what is new, then this goes, from the outermost inward.
        for kind in order.reversed() {
            try restore(touched[kind] ?? [], kind, step)
        }
        for kind in order {
            let new = (touched[kind] ?? []).filter { $0.before == nil }.map(\.code)
            let delete = try connection.statement("delete from \(kind.table.rawValue) where code = $1")
            for code in kind == .unit ? try innermostFirst(new) : new {
                if kind == .person { try unfold(code) }
                try delete.run(with: [SQLValue(code)])
                try step()
            }
            sums[kind.table] = sums[kind.table] + (try sum(of: kind.table, codes: (touched[kind] ?? []).map(\.code)))
        }
        for (kind, records) in gone {
            let table = kind.table
            for record in records {
                try connection.execute(
                    table.insertion, try table.columns.map { try table.value(of: $0, told: record[$0]) })
                let code = record["code"] ?? ""
                log.append(TouchedRecord(kind, code, before: nil))
                sums[table] = sums[table] + (try sum(of: table, codes: [code]))
            }
        }
        return (sums, log)
    }

    private func restore(
        _ records: [(code: String, before: [String: String]?)], _ kind: PeopleRecordKind, _ step: () throws -> Void
    ) throws {
        let table = kind.table
        if kind == .unit {
            // Two that change places would each stand beneath itself for a moment.
            for record in records where record.before?["parent"] != nil {
                try connection.execute("update units set parent = null where code = $1", [SQLValue(record.code)])
            }
        }
        let statement = try connection.statement(table.change)
        for record in records {
            guard let before = record.before else { continue }
            try statement.run(with: try table.columns.map { try table.value(of: $0, told: before[$0]) })
            if kind == .person, let name = before["name"] {
                try unfold(record.code)
                try connection.fold(name, of: record.code, into: .names)
            }
            try step()
        }
    }

    private func unfold(_ person: String) throws {
        try connection.execute("delete from folded_names where person = $1", [SQLValue(person)])
    }

    /// The records of a kind that a change touched, as they stand now.
    private func standing(by change: Int, _ kind: PeopleRecordKind) throws -> [String: [String: String]] {
        let columns = kind.table.columns
        let rows = try connection.rows(
            """
            select \(columns.map { "t.\($0) as \($0)" }.joined(separator: ", ")) from record_changes m
            join \(kind.table.rawValue) t on t.code = m.code where m.seq = $1 and m.kind = $2
            """, [SQLValue(change), SQLValue(kind)]
        ) { row in try Self.told(row, columns) }
        return Dictionary(rows.map { ($0["code"] ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// A row by its columns, as `columnsTold` tells a record: the only numbers among them are days.
    private static func told(_ row: any SQLRow, _ columns: [String]) throws -> [String: String] {
        var told: [String: String] = [:]
        for column in columns {
            switch try row.value(column) {
            case .null: break
            case .text(let text): told[column] = text
            case .integer(let number): told[column] = Int32(exactly: number).map { Day(number: $0).iso } ?? ""
            }
        }
        return told
    }

    private func innermostFirst(_ codes: [String]) throws -> [String] {
        let wanted = Set(codes)
        return try units().filter { wanted.contains($0.code) }.parentsFirst().reversed().map(\.code)
    }
}

extension FactTable {
    /// A column's value, as `columnsTold` told it.
    fileprivate func value(of column: String, told: String?) throws -> SQLValue {
        guard let told else { return .null }
        guard column.hasSuffix("_day") else { return SQLValue(told) }
        guard let day = Day(iso: told) else { throw UnexpectedRow("record_changes.state_before", expected: "a day") }
        return SQLValue(day)
    }
}

extension PeopleRecordKind {
    /// The series of codes of what holds from a day to a day; nil for what never goes.
    fileprivate var series: CodeSeries? {
        switch self {
        case .appointment: .appointment
        case .categoryHolding: .categoryHolding
        case .membership: .membership
        case .rosterEntry: .rosterEntry
        case .unit, .person, .team, .roster, .merger: nil
        }
    }
}
