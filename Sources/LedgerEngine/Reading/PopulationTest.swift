import Plans
import Records
import Vocabulary

/// A population put to the columns: who belongs to it on a day.
struct PopulationTest: Sendable {
    /// By number, which units and teams are of a wanted kind.
    private let units: [Bool]
    private let teams: [Bool]
    private let asksTeam: Bool
    private let teamRole: TeamRole?
    private let categories: UInt64?
    private let roster: Int32?
    private let unknownRoster: Bool
    private let sex: Sex?

    init(_ population: Population, in columns: RecordColumns) {
        units = columns.unitRows.map { population.unitKinds.isEmpty || population.unitKinds.contains($0.kind) }
        teams = columns.teamRows.map { population.teamKinds.isEmpty || population.teamKinds.contains($0.kind) }
        asksTeam = !population.teamKinds.isEmpty || population.teamRole != nil
        teamRole = population.teamRole
        categories =
            population.categories.isEmpty
            ? nil : columns.categories.mask(population.categories.lazy.map(\.rawValue))
        roster = population.roster.flatMap { columns.rosters[$0] }
        unknownRoster = population.roster != nil && roster == nil
        sex = population.sex
    }

    func holds(unit: Int32, on day: Int32, at moment: Moment) -> Bool {
        let row = moment.columns.unitRows[Int(unit)]
        return row.recorded.number <= moment.knownAt && row.span.contains(Day(number: day)) && units[Int(unit)]
    }

    func holds(team: Int32, on day: Int32, at moment: Moment) -> Bool {
        let row = moment.columns.teamRows[Int(team)]
        guard row.unit >= 0, row.dated.holds(on: day, knownAt: moment.knownAt) else { return false }
        return teams[Int(team)] && units[Int(row.unit)]
    }

    func holds(person: Int32, on day: Int32, at moment: Moment) -> Bool {
        guard !unknownRoster else { return false }
        let columns = moment.columns
        let unit = moment.unit(of: person, on: day)
        guard unit >= 0, units[Int(unit)] else { return false }
        if let sex, columns.sexes[Int(person)] != sex { return false }
        let knownAt = moment.knownAt
        if let categories {
            let isHeld = columns.holdings.contains(Int(person)) {
                $0.category < 64 && categories & (1 << UInt64($0.category)) != 0
                    && $0.dated.holds(on: day, knownAt: knownAt)
            }
            guard isHeld else { return false }
        }
        if let roster {
            let isListed = columns.rosterEntries.contains(Int(person)) {
                $0.roster == roster && $0.dated.holds(on: day, knownAt: knownAt)
            }
            guard isListed else { return false }
        }
        if asksTeam {
            return columns.memberships.contains(Int(person)) {
                teams[Int($0.team)] && (teamRole == nil || $0.role == teamRole)
                    && $0.dated.holds(on: day, knownAt: knownAt)
                    && columns.teamRows[Int($0.team)].dated.holds(on: day, knownAt: knownAt)
            }
        }
        return true
    }
}
