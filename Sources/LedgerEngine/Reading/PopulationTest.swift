import Plans
import Records
import Vocabulary

/// A population put to the columns: who belongs to it on a day.
struct PopulationTest: Sendable {
    /// By number, which units and teams are of a wanted kind.
    private let units: [Bool]
    private let teams: [Bool]
    private let asksTeam: Bool
    /// Nil where the role does not matter.
    private let asksSecretary: Bool?
    private let categories: UInt64?
    private let roster: Int32?
    private let unknownRoster: Bool
    private let sex: Sex?

    init(_ population: Population, in columns: RecordColumns) {
        units = columns.unitRows.map { population.unitKinds.isEmpty || population.unitKinds.contains($0.kind) }
        teams = columns.teamRows.map { population.teamKinds.isEmpty || population.teamKinds.contains($0.kind) }
        asksTeam = !population.teamKinds.isEmpty || population.teamRole != nil
        asksSecretary = population.teamRole.map { $0 == .secretary }
        categories =
            population.categories.isEmpty
            ? nil : columns.categories.mask(population.categories.lazy.map(\.rawValue))
        roster = population.roster.flatMap { columns.rosters[$0] }
        unknownRoster = population.roster != nil && roster == nil
        sex = population.sex
    }

    func holds(unit: Int32, on day: Int32, at moment: Moment) -> Bool {
        units[Int(unit)] && moment.columns.unitDates[Int(unit)].holds(on: day, knownAt: moment.knownAt)
    }

    func holds(team: Int32, on day: Int32, at moment: Moment) -> Bool {
        let row = moment.columns.teamRows[Int(team)]
        guard row.unit >= 0, row.dated.holds(on: day, knownAt: moment.knownAt) else { return false }
        return teams[Int(team)] && units[Int(row.unit)]
    }

    /// The one stretch of days in which a person belongs, where their facts are as simple as most people's are; nil
    /// where it takes a closer look. An empty stretch ends before it begins.
    @inline(__always)
    func stretch(of person: Int32, in columns: RecordColumns, knownAt: Int32) -> (from: Int32, until: Int32)? {
        if unknownRoster { return (0, -1) }
        if roster != nil || asksTeam { return nil }
        guard let post = columns.appointments.only(person) else {
            return columns.appointments.count(person) == 0 ? (0, -1) : nil
        }
        guard units[Int(post.unit)], post.dated.recorded <= knownAt else { return (0, -1) }
        if let sex, columns.sexes[person] != (sex == .female ? 0 : 1) { return (0, -1) }
        var from = post.dated.from
        var until = post.dated.end(knownAt: knownAt)
        guard let categories else { return (from, until) }
        var held = 0
        columns.holdings.each(person) {
            guard categories & columns.categories.bit($0.category) != 0, $0.dated.recorded <= knownAt else { return }
            held += 1
            from = max(from, $0.dated.from)
            until = min(until, $0.dated.end(knownAt: knownAt))
        }
        return held == 0 ? (0, -1) : held == 1 ? (from, until) : nil
    }

    func holds(person: Int32, on day: Int32, at moment: Moment) -> Bool {
        guard !unknownRoster else { return false }
        let columns = moment.columns
        let unit = moment.unit(of: person, on: day)
        guard unit >= 0, units[Int(unit)] else { return false }
        if let sex, columns.sexes[person] != (sex == .female ? 0 : 1) { return false }
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
