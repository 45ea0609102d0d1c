public import Records
public import Store
public import Vocabulary

/// People who turned out to be one (docs/decisions/0137).
extension Reading {
    public func mergers() throws -> [PersonMerger] { try records(PersonMerger.self) }

    /// The merger of a staff number that no longer stands by itself.
    public func merger(of person: String) throws -> PersonMerger? {
        try records(PersonMerger.self, where: "person", is: person).first
    }

    /// Every staff number of one human, to date: theirs first.
    public func codes(of person: String) throws -> [String] {
        [person] + (try records(PersonMerger.self, where: "kept", is: person).map(\.person))
    }

    /// Which staff numbers are one human's, by what was known on a day; nil: to date.
    public func samePersons(knownAt day: Day? = nil) throws -> SamePersons {
        let now = try mergers()
        guard let day else { return SamePersons(now) }
        var former: [String: PersonMerger] = [:]
        var touched: Set<String> = []
        for row in try statesBefore(since: day, of: .merger) {
            touched.insert(row.code)
            former[row.code] = try row.state.map { try PersonMerger(told: $0) }
        }
        let kept = now.filter { !touched.contains($0.code) && $0.recorded <= day }
        return SamePersons((kept + former.values).sorted { $0.code < $1.code })
    }

    /// The first change of each record after a day: as what it stood before, nil where it was new.
    func statesBefore(since day: Day, of kind: PeopleRecordKind) throws -> [(code: String, state: String?)] {
        try connection.rows(
            """
            select code, state_before from record_changes r
            where kind = $2 and recorded_day > $1 and not exists (
                select 1 from record_changes e
                where e.kind = r.kind and e.code = r.code and e.recorded_day > $1 and e.seq < r.seq)
            """, [SQLValue(day), SQLValue(kind)]
        ) { row in (code: try row.text("code"), state: try row.textOrNil("state_before")) }
    }
}
