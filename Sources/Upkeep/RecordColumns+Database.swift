public import LedgerEngine
import Records
import Storage
public import Store
import Vocabulary

extension RecordColumns {
    /// Columns of everything in a database: each kind of record in turn, and the participations row by row, so that no more
    /// than one kind stands in memory as values.
    public static func reading(_ records: some Reading) throws -> RecordColumns {
        let builder = ColumnsBuilder(
            units: try records.units(), teams: try records.teams(), rosters: try records.rosters(),
            activities: try records.activityCount(), participations: try records.participationCount())
        for person in try records.persons() { builder.add(person) }
        let appointments = try records.appointments().sorted {
            ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code)
        }
        for item in appointments { builder.add(item) }
        for item in try records.categoryHoldings() { builder.add(item) }
        for item in try records.teamMemberships() { builder.add(item) }
        for item in try records.rosterEntries() { builder.add(item) }
        for item in try records.activities() { builder.add(item) }
        let same = try records.samePersons()
        try records.eachParticipation { row in
            guard same.isEmpty else { return builder.add(row, by: same) }
            builder.add(
                participation: row.code, activity: row.activity, person: row.person, role: row.role,
                halfHours: row.halfHours, completed: row.completed, recorded: row.recorded)
        }
        return builder.finish(
            sites: try records.sites(), voidings: try records.voidings(), corrections: try records.corrections())
    }
}

extension ColumnsBuilder {
    /// A participation where some people were merged: under the one kept, and none twice.
    fileprivate func add(_ row: ParticipationRow, by same: SamePersons) {
        guard !same.isDouble(String(decoding: row.code, as: UTF8.self)) else { return }
        var whose = same.whose(String(decoding: row.person, as: UTF8.self))
        whose.withUTF8 { letters in
            add(
                participation: row.code, activity: row.activity, person: letters, role: row.role,
                halfHours: row.halfHours, completed: row.completed, recorded: row.recorded)
        }
    }
}
