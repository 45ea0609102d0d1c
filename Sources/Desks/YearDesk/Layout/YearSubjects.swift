import Books
import LedgerEngine
import Records
import Vocabulary

/// Units, teams and the whole as a year asks for them: looked up once, however many obligations ask.
struct YearSubjects: Sendable {
    struct Subject: Sendable {
        let code: String
        /// The unit that it belongs to.
        let unit: String
        /// The number by which the ledger's bare figures know it.
        let number: Int32
        /// The place of its unit in the directory; negative where it is not there.
        let place: Int32
    }

    let units: [Subject]
    let teams: [Subject]
    /// By a unit's place in the directory: the place of the unit above it; negative for roots.
    let parents: [Int32]
    private let places: [String: Int32]
    private let teamNumbers: [String: Int32]

    /// Of the whole town.
    init(_ directory: UnitDirectory, _ live: LiveLedger) {
        self.init(directory, live, units: directory.units, teams: directory.teams)
    }

    /// Of one unit and its teams alone; its place is the first.
    init(_ unit: OrgUnit, teams: [Team], _ live: LiveLedger) {
        self.init(UnitDirectory(units: [unit], teams: teams), live, units: [unit], teams: teams)
    }

    private init(_ directory: UnitDirectory, _ live: LiveLedger, units: [OrgUnit], teams: [Team]) {
        let places = Dictionary(
            directory.units.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        parents = directory.units.map { $0.parent.flatMap { places[$0] } ?? -1 }
        // Units stand in the order of the directory.
        self.units = zip(units.indices, live.numbers(of: .unit, units.map(\.code))).map { place, number in
            Subject(code: units[place].code, unit: units[place].code, number: number, place: Int32(place))
        }
        self.teams = zip(teams, live.numbers(of: .team, teams.map(\.code))).map { team, number in
            Subject(code: team.code, unit: team.unit, number: number, place: places[team.unit] ?? -1)
        }
        teamNumbers = Dictionary(
            teams.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    func place(of unit: String) -> Int32? { places[unit] }

    /// Which of its kind a subject is; nil where it is none of them.
    func number(of subject: LedgerEngine.Subject) -> Int32? {
        switch subject.kind {
        case .unit: places[subject.code]
        case .team: teamNumbers[subject.code]
        case .programme: 0
        default: nil
        }
    }

    func of(_ kind: LedgerEngine.Subject.Kind) -> [Subject] {
        switch kind {
        case .unit: units
        case .team: teams
        default: []
        }
    }
}
