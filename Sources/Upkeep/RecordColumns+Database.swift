public import LedgerEngine
import Records
public import Storage
import Vocabulary

extension RecordColumns {
    /// Columns of everything in a database; the participations pass by row by row.
    public static func reading(_ records: some Reading) throws -> RecordColumns {
        let book = try records.recordBookWithoutParticipations()
        let builder = ColumnsBuilder(
            units: book.units, teams: book.teams, rosters: book.rosters, activities: book.activities.count,
            participations: try records.participationCount())
        for person in book.persons { builder.add(person) }
        for item in book.appointments.sorted(by: { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }) {
            builder.add(item)
        }
        for item in book.categories { builder.add(item) }
        for item in book.memberships { builder.add(item) }
        for item in book.rosterEntries { builder.add(item) }
        for item in book.activities { builder.add(item) }
        try records.eachParticipation { row in
            builder.add(
                participation: row.code, activity: row.activity, person: row.person, role: row.role,
                halfHours: row.halfHours, completed: row.completed, recorded: row.recorded)
        }
        return builder.finish(sites: book.sites, voidings: book.voidings, corrections: book.corrections)
    }
}
