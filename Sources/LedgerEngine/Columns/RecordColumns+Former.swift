public import Records
import Vocabulary

extension RecordColumns {
    /// The same records with other units, teams and persons in their place: the same codes, and nothing more.
    ///
    /// Shares its memory with these columns: it is of no use any more once they take something in.
    public func restoring(units: [OrgUnit], teams: [Team], persons: [PersonFacts]) -> RecordColumns {
        let rows = Dictionary(teams.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let restored = RecordColumns(
            ColumnParts(
                units: self.units, unitRows: units.sorted { $0.code < $1.code }, teams: self.teams,
                teamRows: teamRows.indices.map { number in
                    rows[self.teams[Int32(number)]].map { TeamRow($0, among: self.units) } ?? teamRows[number]
                },
                rosters: rosters, persons: self.persons, sexes: Column(sexes), appointments: appointments,
                holdings: holdings, memberships: memberships, members: members, rosterEntries: rosterEntries,
                kinds: kinds, topics: topics, categories: categories, activityCodes: activityCodes,
                activities: activities, byKind: byKind, byUnit: byUnit, laidOut: Int(laidOut), twins: twins,
                predecessors: predecessors, attachments: attachments, attachmentNames: attachmentNames, lines: lines,
                sites: sites, voidReasons: voidReasons))
        restored.arrivals = arrivals
        for facts in persons where self.persons[facts.person] != nil { _ = restored.replace(facts) }
        return restored
    }
}

extension RecordColumns.TeamRow {
    init(_ team: Team, among units: Ranking) {
        self.init(kind: team.kind, unit: units[team.unit] ?? -1, dated: DatedRow(team.dated))
    }
}
