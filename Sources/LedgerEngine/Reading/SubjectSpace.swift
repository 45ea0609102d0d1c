import Plans
import Records
import Vocabulary

/// The subjects that an obligation may apply to, as dense numbers, and who is among them on a day.
struct SubjectSpace: Sendable {
    let kind: Subject.Kind
    private let test: PopulationTest
    /// Units or teams that bear a figure about persons: the population tells of the persons, not of the bearers.
    ///
    /// Nil where the population tells of the bearers; else which units or teams bear, by number.
    private let bearers: [Bool]?
    /// Whether an activity is credited to its organiser alone, not to the nearest unit above that bears the figure.
    let creditsOwn: Bool

    init(_ reading: RuleReading, in columns: RecordColumns) {
        let population = reading.binding.population
        kind = Self.kind(of: reading)
        test = reading.population
        creditsOwn = reading.binding.credit == .own
        bearers =
            switch kind {
            case .unit where population.subjects != .units:
                columns.unitRows.map {
                    population.unitKinds.isEmpty
                        ? $0.kind != .city && $0.kind != .branch : population.unitKinds.contains($0.kind)
                }
            case .team where population.subjects != .teams:
                columns.teamRows.map {
                    $0.unit >= 0 && (population.teamKinds.isEmpty || population.teamKinds.contains($0.kind))
                }
            default: nil
            }
    }

    /// The scheme decides before the bearer: what is asked of every activity is asked of activities, whoever owes it.
    private static func kind(of reading: RuleReading) -> Subject.Kind {
        switch (reading.scheme, reading.rule.bearer) {
        case (.reached, _):
            switch reading.binding.population.subjects {
            case .units: .unit
            case .teams: .team
            default: .person
            }
        case (.perActivity, _): .activity
        case (.turnout, _): .person
        case (.appointment, _): .person
        case (.amount, _) where reading.rule.measure == .share: .person
        case (.amount, .person): .person
        case (.amount, .team): .team
        case (.amount, .unit), (.sites, .unit): .unit
        default: .programme
        }
    }

    func count(in columns: RecordColumns) -> Int {
        switch kind {
        case .programme, .rollUp: 1
        case .unit: columns.units.count
        case .team: columns.teams.count
        case .person: columns.persons.count
        case .activity: columns.activities.count
        }
    }

    func code(_ subject: Int32, at moment: Moment) -> String {
        let columns = moment.columns
        return switch kind {
        case .programme, .rollUp: columns.wholeCode(knownAt: moment.knownAt)
        case .unit: columns.units[subject]
        case .team: columns.teams[subject]
        case .person: columns.persons[subject]
        case .activity: columns.activityCodes[subject]
        }
    }

    func number(of code: String, in columns: RecordColumns) -> Int32? {
        switch kind {
        case .programme, .rollUp: 0
        case .unit: columns.units[code]
        case .team: columns.teams[code]
        case .person: columns.persons[code]
        case .activity: columns.activityCodes[code]
        }
    }

    func holds(_ subject: Int32, on day: Int32, at moment: Moment) -> Bool {
        let columns = moment.columns
        switch kind {
        case .programme, .rollUp, .activity: return true
        case .person: return test.holds(person: subject, on: day, at: moment)
        case .unit:
            guard let bearers else { return test.holds(unit: subject, on: day, at: moment) }
            return bearers[Int(subject)]
                && columns.unitDates[Int(subject)].holds(on: day, knownAt: moment.knownAt)
        case .team:
            guard let bearers else { return test.holds(team: subject, on: day, at: moment) }
            return bearers[Int(subject)]
                && columns.teamRows[Int(subject)].dated.holds(on: day, knownAt: moment.knownAt)
        }
    }

    /// The unit that a subject belongs to on a day.
    func unit(of subject: Int32, on day: Int32, at moment: Moment) -> Int32 {
        switch kind {
        case .programme, .rollUp: moment.columns.root
        case .unit: subject
        case .team: moment.columns.teamRows[Int(subject)].unit
        case .person: moment.unit(of: subject, on: day)
        case .activity: moment.columns.activities[subject].unit
        }
    }

    /// The subject to which an activity is credited; -1 where there is none.
    func credited(_ row: ActivityRow, at moment: Moment) -> Int32 {
        switch kind {
        case .programme: return 0
        case .team:
            return row.team >= 0 && holds(row.team, on: row.from, at: moment) ? row.team : -1
        case .unit:
            var unit = row.unit
            while unit >= 0 {
                if holds(unit, on: row.from, at: moment) { return unit }
                if creditsOwn { return -1 }
                unit = moment.columns.parents[Int(unit)]
            }
            return -1
        case .person, .activity, .rollUp: return -1
        }
    }

    /// The days on which each unit or team bears the figure, by what was known; empty where others do.
    func bearing(at moment: Moment) -> Column<Stretch> {
        let columns = moment.columns
        func stretch(_ dated: DatedRow, _ bears: Bool) -> Stretch {
            bears && dated.recorded <= moment.knownAt
                ? Stretch(from: dated.from, until: dated.end(knownAt: moment.knownAt)) : .none
        }
        switch kind {
        case .unit:
            return Column(
                columns.unitDates.indices.map { stretch(columns.unitDates[$0], bearers?[$0] ?? test.units[$0]) })
        case .team:
            return Column(
                columns.teamRows.indices.map { team in
                    stretch(columns.teamRows[team].dated, bearers?[team] ?? test.holds(team: team, in: columns))
                })
        case .programme, .person, .activity, .rollUp: return Column()
        }
    }
}
