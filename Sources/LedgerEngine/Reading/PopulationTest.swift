import Plans
import Records
import Vocabulary

/// A population put to the columns: who belongs to it on a day.
struct PopulationTest: Sendable {
    private let unitKinds: Set<UnitKind>
    private let teamKinds: Set<TeamKind>
    private let teamRole: TeamRole?
    private let categories: UInt64?
    private let roster: Int32?
    private let unknownRoster: Bool
    private let sex: Sex?

    init(_ population: Population, in columns: RecordColumns) {
        unitKinds = Set(population.unitKinds)
        teamKinds = Set(population.teamKinds)
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
        return row.recorded.number <= moment.knownAt && row.span.contains(Day(number: day)) && allows(row.kind)
    }

    func holds(team: Int32, on day: Int32, at moment: Moment) -> Bool {
        let row = moment.columns.teamRows[Int(team)]
        guard row.unit >= 0, row.dated.holds(on: day, knownAt: moment.knownAt) else { return false }
        return (teamKinds.isEmpty || teamKinds.contains(row.kind))
            && allows(moment.columns.unitRows[Int(row.unit)].kind)
    }

    func holds(person: Int32, on day: Int32, at moment: Moment) -> Bool {
        guard !unknownRoster else { return false }
        let columns = moment.columns
        let unit = moment.unit(of: person, on: day)
        guard unit >= 0, allows(columns.unitRows[Int(unit)].kind) else { return false }
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
                let team = columns.teamRows[Int($0.team)]
                return (teamKinds.isEmpty || teamKinds.contains(team.kind)) && (teamRole == nil || $0.role == teamRole)
                    && $0.dated.holds(on: day, knownAt: knownAt) && team.dated.holds(on: day, knownAt: knownAt)
            }
        }
        return true
    }

    private var asksTeam: Bool { !teamKinds.isEmpty || teamRole != nil }

    private func allows(_ kind: UnitKind) -> Bool { unitKinds.isEmpty || unitKinds.contains(kind) }
}
