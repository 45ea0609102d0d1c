public import Records
import Vocabulary

/// A record book laid out for counting: codes as dense numbers in order of code, days as `Int32`, topics as bits.
///
/// Built once for a book; every edition and every day is judged from the same columns. A class, so that handing them
/// around costs one reference, not one for each column.
public final class RecordColumns: Sendable {
    let book: RecordBook

    let units: Ranking
    let unitRows: [OrgUnit]
    let parents: [Int32]
    /// Parents before children.
    let unitOrder: [Int32]
    let root: Int32

    let persons: Ranking
    let sexes: [Sex]
    let appointments: Grouped<(unit: Int32, dated: DatedRow)>
    let categories: Ranking
    let holdings: Grouped<(category: Int32, dated: DatedRow)>
    let teams: Ranking
    let teamRows: [(kind: TeamKind, unit: Int32, dated: DatedRow)]
    /// By person.
    let memberships: Grouped<(team: Int32, role: TeamRole, dated: DatedRow)>
    /// By team.
    let members: Grouped<(person: Int32, role: TeamRole, dated: DatedRow)>
    let rosters: Ranking
    let rosterEntries: Grouped<(roster: Int32, dated: DatedRow)>

    let kinds: Ranking
    let topics: Ranking
    let activityCodes: Ranking
    /// In order of code.
    let activities: [ActivityRow]
    let activityBooks: [Int]
    /// The activities that each takes the place of, in order of code.
    let predecessors: Grouped<Int32>
    /// Activities in order of first day, then code.
    let byDay: [Int32]
    let participationCodes: Ranking
    let participations: [ParticipationRow]
    /// Participation numbers by the activity they were recorded for.
    let byActivity: Grouped<Int32>
    /// Participation numbers by person.
    let byPerson: Grouped<Int32>
    let sites: [SiteRow]

    struct SiteRow: Sendable {
        var code: String
        var unit: Int32
        var topics: UInt64
        var dated: DatedRow
        var voidedOn: Int32
        var replacedOn: Int32
        var replacement: String
    }

    public init(_ book: RecordBook) {
        self.book = book
        let units = Ranking(book.units.lazy.map(\.code))
        let persons = Ranking(book.persons.lazy.map(\.code))
        let teams = Ranking(book.teams.lazy.map(\.code))
        let rosters = Ranking(book.rosters.lazy.map(\.code))
        let categories = Ranking(
            Set(book.categories.lazy.map(\.category.rawValue)).union(
                book.activities.lazy.flatMap(\.audience).map(\.rawValue)))
        let topics = Ranking(
            Set(book.activities.lazy.flatMap(\.topics).map(\.rawValue)).union(
                book.sites.lazy.flatMap(\.topics).map(\.rawValue)))

        var unitRows = book.units
        unitRows.sort { $0.code < $1.code }
        let parents = unitRows.map { $0.parent.flatMap { units[$0] } ?? -1 }
        self.units = units
        self.unitRows = unitRows
        self.parents = parents
        unitOrder = Self.parentsFirst(parents)
        root = Int32(parents.firstIndex(of: -1) ?? 0)

        self.persons = persons
        var sexes = [Sex](repeating: .female, count: persons.count)
        for person in book.persons { if let number = persons[person.code] { sexes[Int(number)] = person.sex } }
        self.sexes = sexes
        appointments = Grouped(
            owners: persons.count,
            book.appointments.sorted { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }.compactMap {
                guard let person = persons[$0.person], let unit = units[$0.unit] else { return nil }
                return (Int(person), (unit, DatedRow($0.dated)))
            })
        self.categories = categories
        holdings = Grouped(
            owners: persons.count,
            book.categories.compactMap {
                guard let person = persons[$0.person], let category = categories[$0.category.rawValue] else {
                    return nil
                }
                return (Int(person), (category, DatedRow($0.dated)))
            })
        self.teams = teams
        teamRows = book.teams.sorted { $0.code < $1.code }.map { ($0.kind, units[$0.unit] ?? -1, DatedRow($0.dated)) }
        let memberRows = book.memberships.compactMap {
            row -> (person: Int32, team: Int32, role: TeamRole, dated: DatedRow)? in
            guard let person = persons[row.person], let team = teams[row.team] else { return nil }
            return (person, team, row.role, DatedRow(row.dated))
        }
        memberships = Grouped(owners: persons.count, memberRows.map { (Int($0.person), ($0.team, $0.role, $0.dated)) })
        members = Grouped(owners: teams.count, memberRows.map { (Int($0.team), ($0.person, $0.role, $0.dated)) })
        self.rosters = rosters
        rosterEntries = Grouped(
            owners: persons.count,
            book.rosterEntries.compactMap {
                guard let person = persons[$0.person], let roster = rosters[$0.roster] else { return nil }
                return (Int(person), (roster, DatedRow($0.dated)))
            })

        let kinds = Ranking(book.activities.lazy.map(\.kind.rawValue))
        self.kinds = kinds
        self.topics = topics
        let laid = ActivityLayout(
            book, units: units, teams: teams, persons: persons, kinds: kinds, topics: topics, categories: categories)
        activityCodes = laid.activityCodes
        activities = laid.activities
        activityBooks = laid.positions
        predecessors = laid.predecessors
        byDay = laid.byDay
        participationCodes = laid.participationCodes
        participations = laid.participations
        byActivity = laid.byActivity
        byPerson = laid.byPerson
        sites = laid.sites
    }

    private static func parentsFirst(_ parents: [Int32]) -> [Int32] {
        let depths = parents.indices.map { start -> Int in
            var depth = 0
            var unit = parents[start]
            while unit >= 0, depth <= parents.count {
                depth += 1
                unit = parents[Int(unit)]
            }
            return depth
        }
        return parents.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }.map { Int32($0) }
    }
}
