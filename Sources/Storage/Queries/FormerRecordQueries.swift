public import Records
public import Store
public import Vocabulary

extension Reading {
    /// Units and people as they stood by the end of a day, where they have been changed since (docs/decisions/0135).
    ///
    /// That something ended, and nothing else, is no such change: the record itself tells when its end was recorded.
    public func formerRecords(knownAt day: Day) throws -> FormerRecords {
        let rows = try connection.rows(
            """
            select kind, code, state_before from record_changes r
            where recorded_day > $1 and state_before is not null and not exists (
                select 1 from record_changes e
                where e.kind = r.kind and e.code = r.code and e.recorded_day > $1 and e.seq < r.seq)
            """, [SQLValue(day)]
        ) { row in
            (
                kind: try row.code("kind") as PeopleRecordKind, code: try row.text("code"),
                state: try row.text("state_before")
            )
        }
        var former = FormerRecords()
        for row in rows {
            switch row.kind {
            case .unit: former.units[row.code] = try OrgUnit(told: row.state)
            case .person: former.persons[row.code] = try Person(told: row.state)
            case .appointment: former.appointments[row.code] = try changed(row.code, row.state, since: day)
            case .categoryHolding: former.categories[row.code] = try changed(row.code, row.state, since: day)
            case .team: former.teams[row.code] = try changed(row.code, row.state, since: day)
            case .membership: former.memberships[row.code] = try changed(row.code, row.state, since: day)
            case .roster: former.rosters[row.code] = try Roster(told: row.state)
            case .rosterEntry: former.rosterEntries[row.code] = try changed(row.code, row.state, since: day)
            case .merger: break
            }
        }
        let same = try samePersons(knownAt: day)
        if try same != samePersons() { former.samePersons = same }
        return former
    }

    /// Nil where nothing but an end came since.
    private func changed<Record: SpanRecord>(_ code: String, _ state: String, since day: Day) throws -> Record? {
        let former = try Record(told: state)
        guard var now = try record(Record.self, code: code), let ended = now.dated.endRecorded, ended > day else {
            return former
        }
        now.dated = Dated(from: now.dated.span.from, recorded: now.dated.recorded)
        return now == former ? nil : former
    }
}
