import Plans
import Records
import Vocabulary

/// A population put to the columns: who belongs to it on a day.
struct PopulationTest: Sendable {
    /// By number, which units and teams are of a wanted kind.
    let units: Column<Bool>
    private let teams: [Bool]
    let asksTeam: Bool
    /// Nil where the role does not matter.
    private let asksSecretary: Bool?
    private let categories: UInt64?
    /// By number of category as known when this was made.
    let wantedCategories: Column<Bool>
    let roster: Int32?
    let unknownRoster: Bool
    let sex: Sex?
    var asksCategories: Bool { categories != nil }

    init(_ population: Population, in columns: RecordColumns) {
        units = Column(
            columns.unitRows.map { population.unitKinds.isEmpty || population.unitKinds.contains($0.kind) })
        teams = columns.teamRows.map { population.teamKinds.isEmpty || population.teamKinds.contains($0.kind) }
        asksTeam = !population.teamKinds.isEmpty || population.teamRole != nil
        asksSecretary = population.teamRole.map { $0 == .secretary }
        categories =
            population.categories.isEmpty
            ? nil : columns.categories.mask(population.categories.lazy.map(\.rawValue))
        let mask = categories ?? 0
        wantedCategories = Column(
            (0..<Int32(columns.categories.count)).map { mask & columns.categories.bit($0) != 0 })
        roster = population.roster.flatMap { columns.rosters[$0] }
        unknownRoster = population.roster != nil && roster == nil
        sex = population.sex
    }

    func holds(unit: Int32, on day: Int32, at moment: Moment) -> Bool {
        units[Int(unit)] && moment.columns.unitDates[Int(unit)].holds(on: day, knownAt: moment.knownAt)
    }

    func holds(team: Int32, on day: Int32, at moment: Moment) -> Bool {
        moment.columns.teamRows[Int(team)].dated.holds(on: day, knownAt: moment.knownAt)
            && holds(team: Int(team), in: moment.columns)
    }

    /// Whether a team is of a wanted kind, in a unit of a wanted kind.
    func holds(team: Int, in columns: RecordColumns) -> Bool {
        let unit = columns.teamRows[team].unit
        return unit >= 0 && teams[team] && units[Int(unit)]
    }

    func holds(person: Int32, on day: Int32, at moment: Moment) -> Bool {
        guard !unknownRoster else { return false }
        let columns = moment.columns
        let unit = moment.unit(of: person, on: day)
        guard unit >= 0, units[Int(unit)] else { return false }
        if let sex, columns.sexes[person] != RecordColumns.number(sex) { return false }
        let knownAt = moment.knownAt
        if let categories {
            let isHeld = columns.holdings.contains(person) {
                categories & columns.categories.bit($0.category) != 0
                    && $0.dated.holds(on: day, knownAt: knownAt)
            }
            guard isHeld else { return false }
        }
        if let roster {
            let isListed = columns.rosterEntries.contains(person) {
                $0.roster == roster && $0.dated.holds(on: day, knownAt: knownAt)
            }
            guard isListed else { return false }
        }
        if asksTeam {
            return columns.memberships.contains(person) {
                teams[Int($0.other)] && (asksSecretary == nil || asksSecretary == $0.isSecretary)
                    && $0.dated.holds(on: day, knownAt: knownAt)
                    && columns.teamRows[Int($0.other)].dated.holds(on: day, knownAt: knownAt)
            }
        }
        return true
    }
}
