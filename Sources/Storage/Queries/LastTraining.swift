import Records
public import Store
public import Vocabulary

extension Reading {
    /// The last day of the newest activity of these kinds that each of these people attended to its end, by what stands on
    /// record to date; who has none is not in it.
    public func lastTraining(of people: [String], in kinds: some Collection<ActivityKind>) throws -> [String: Day] {
        let same = try samePersons()
        var owners: [String: String] = [:]
        for person in people { for code in same.codes(of: person) { owners[code] = person } }
        var last: [String: Day] = [:]
        let codes = owners.keys.sorted()
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: codes.count, by: 500) where !kinds.isEmpty {
            let piece = codes[start..<min(start + 500, codes.count)]
            var arguments = [SQLValue(knownAt: nil), SQLValue(ParticipationRole.attendee.rawValue)]
            func places(_ values: some Collection<String>) -> String {
                values.map { value in
                    arguments.append(SQLValue(value))
                    return "$\(arguments.count)"
                }.joined(separator: ", ")
            }
            let (wanted, whose) = (places(kinds.map(\.rawValue)), places(piece))
            let rows = try connection.rows(
                """
                select p.person as person, max(a.to_day) as last_day
                from participations p join activities a on a.code = p.activity
                where a.kind in (\(wanted)) and p.person in (\(whose)) and p.completed = 1 and p.part = $2
                    and \(stands("p", .participation, knownAt: 1)) and \(stands("a", .activity, knownAt: 1))
                group by p.person
                """, arguments
            ) { (person: try $0.text("person"), day: try $0.day("last_day")) }
            for row in rows {
                guard let person = owners[row.person] else { continue }
                last[person] = max(last[person] ?? row.day, row.day)
            }
        }
        return last
    }
}
