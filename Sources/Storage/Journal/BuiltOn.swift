import Records
public import Store
import Vocabulary

/// What stands in the way of taking a change of units and people back: what came later and builds on it.
public enum BuiltOn: Hashable, Sendable {
    /// A record that it touched, or a post beside one, was changed since by a row of the journal.
    case changed(PeopleRecordKind, code: String, seq: Int)
    /// Rows of a table name records that it brought; some of these.
    case named(PeopleRecordKind, by: String, rows: Int, of: [String])
    /// What would be restored belongs to a unit that has ended since.
    case ended(unit: String, PeopleRecordKind, code: String)
    /// A unit of that name stands in its old place.
    case sameName(unit: String, as: String)
    /// Training that was recorded since of somebody who was two people before: nobody knows of which.
    case trained(person: String, records: Int)
    /// Somebody else was merged with one of these people since.
    case merged(person: String, into: String)
}

extension Reading {
    /// Everything that builds on an import, as much of each as anybody reads.
    public func builtOn(_ past: ImportPast, most: Int = 20) throws -> [BuiltOn] {
        try builtOn(change: past.seq, most: most)
    }

    /// Everything that builds on the change of a row of the journal.
    public func builtOn(change seq: Int, most: Int = 20) throws -> [BuiltOn] {
        var found = try changedSince(seq, most)
        for kind in PeopleRecordKind.allCases { found += try naming(seq, kind) }
        found += try mergedOrTrainedSince(seq)
        if found.isEmpty { found += try endedSince(seq) }
        return found
    }

    private func mergedOrTrainedSince(_ seq: Int) throws -> [BuiltOn] {
        let new = Set(try touched(by: seq, .merger).filter { $0.before == nil }.map(\.code))
        guard !new.isEmpty else { return [] }
        let all = try mergers()
        return try all.filter { new.contains($0.code) }.flatMap { merger -> [BuiltOn] in
            let later = try connection.rows(
                """
                select m.person as person, m.kept as kept from person_mergers m
                join record_changes r on r.kind = 'merger' and r.code = m.code and r.state_before is null
                where r.seq > $1 and (m.kept = $2 or m.person = $2) order by m.person
                """, [SQLValue(seq), SQLValue(merger.kept)]
            ) { BuiltOn.merged(person: try $0.text("person"), into: try $0.text("kept")) }
            let records =
                try connection.first(
                    """
                    select count(*) as rows from participations p where p.person = $2 and (
                        exists (select 1 from fact_changes f where f.kind = 'activity' and f.code = p.activity and f.seq > $1)
                        or exists (
                            select 1 from corrections c join fact_changes f on f.kind = 'correction' and f.code = c.code
                            where c.activity_replacement = p.activity and f.seq > $1))
                    """, [SQLValue(seq), SQLValue(merger.kept)]
                ) { try $0.integer("rows") } ?? 0
            return later + (records > 0 ? [.trained(person: merger.kept, records: records)] : [])
        }
    }

    private func changedSince(_ change: Int, _ most: Int) throws -> [BuiltOn] {
        let itself = """
            select l.kind as kind, l.code as code, l.seq as seq from record_changes m
            join record_changes l on l.kind = m.kind and l.code = m.code and l.seq > m.seq where m.seq = $1
            """
        // Of what holds from a day to a day another of the same person counts too: they follow one another.
        let beside = [
            (PeopleRecordKind.appointment, "o.person = t.person"), (.categoryHolding, "o.person = t.person"),
            (.membership, "o.team = t.team and o.person = t.person"),
            (.rosterEntry, "o.roster = t.roster and o.person = t.person"),
        ].map { kind, same in
            """
            select l.kind as kind, l.code as code, l.seq as seq from record_changes m
            join \(kind.table.rawValue) t on t.code = m.code
            join \(kind.table.rawValue) o on \(same) and o.code <> t.code
            join record_changes l on l.kind = m.kind and l.code = o.code and l.seq > m.seq
            where m.seq = $1 and m.kind = '\(kind.rawValue)'
            """
        }
        return try connection.rows(
            ([itself] + beside).joined(separator: "\nunion\n") + "\norder by seq, kind, code limit $2",
            [SQLValue(change), SQLValue(most)]
        ) { row in
            .changed(try row.code("kind"), code: try row.text("code"), seq: try row.integer("seq"))
        }
    }

    /// What names records that are new with it, and is no part of it.
    private func naming(_ change: Int, _ kind: PeopleRecordKind) throws -> [BuiltOn] {
        let new =
            "select code from record_changes where seq = $1 and kind = '\(kind.rawValue)' and state_before is null"
        let isAny = try connection.first("\(new) limit 1", [SQLValue(change)]) { _ in true } ?? false
        guard isAny else { return [] }
        let referrers = try connection.rows(connection.dialect.referrers, [SQLValue(kind.table.rawValue)]) { row in
            (table: try row.text("child"), column: try row.text("named_by"))
        }
        return try referrers.filter { $0.table != "folded_names" }.compactMap { referrer in
            let own = PeopleRecordKind.allCases.first { $0.table.rawValue == referrer.table }
            let others =
                own.map {
                    """
                     and not exists (
                        select 1 from record_changes x where x.seq = $1 and x.kind = '\($0.rawValue)' and x.code = r.code)
                    """
                } ?? ""
            let rows = "from \(referrer.table) r where r.\(referrer.column) in (\(new))\(others)"
            let count = try connection.first("select count(*) as rows \(rows)", [SQLValue(change)]) {
                try $0.integer("rows")
            }
            guard let count, count > 0 else { return nil }
            let some = try connection.rows(
                "select distinct r.\(referrer.column) as code \(rows) order by code limit 5", [SQLValue(change)]
            ) { try $0.text("code") }
            return .named(kind, by: referrer.table, rows: count, of: some)
        }
    }

    /// What would come back to a unit that has ended, or beside one of its name.
    private func endedSince(_ change: Int) throws -> [BuiltOn] {
        let later = Set(
            try connection.rows(
                "select distinct code from record_changes where kind = 'unit' and seq > $1", [SQLValue(change)]
            ) { try $0.text("code") })
        guard !later.isEmpty else { return [] }
        let units = try units().filter { later.contains($0.code) }
        let ended = Dictionary(
            units.compactMap { unit in unit.span.until.map { (unit.code, $0) } }, uniquingKeysWith: { a, _ in a })
        var found: [BuiltOn] = []
        for kind in [PeopleRecordKind.unit, .appointment, .team] {
            for record in try touched(by: change, kind) {
                guard let before = record.before else { continue }
                if let unit = before["unit"] ?? before["parent"], let end = ended[unit],
                    before["until_day"].flatMap({ Day(iso: $0) }).map({ $0 > end }) ?? true
                {
                    found.append(.ended(unit: unit, kind, code: record.code))
                }
                if kind == .unit,
                    let other = units.first(where: {
                        $0.parent == before["parent"] && $0.span.until == nil && $0.name == before["name"]
                            && $0.code != record.code
                    })
                {
                    found.append(.sameName(unit: record.code, as: other.code))
                }
            }
        }
        return Array(found.prefix(20))
    }

    /// The records of a kind that it touched, and as what each stood before; nil where it was new.
    func touched(by change: Int, _ kind: PeopleRecordKind) throws -> [(code: String, before: [String: String]?)] {
        try connection.rows(
            "select code, state_before from record_changes where seq = $1 and kind = $2 order by code",
            [SQLValue(change), SQLValue(kind)]
        ) { row in
            (
                try row.text("code"),
                try row.textOrNil("state_before").map { try StoredJSON.value([String: String].self, from: $0) }
            )
        }
    }
}
