public import Records
public import Store
public import Vocabulary

/// A record of a unit or of people: one that a later change may put another in the place of.
public protocol PeopleRecord: Hashable, Sendable {
    var code: String { get }
    /// What it is called in the journal and in `record_changes`.
    static var recordKind: PeopleRecordKind { get }
    /// In the order of `FactTable.columns`.
    var columnValues: [SQLValue] { get }
}

/// Such a record that holds from a day to a day.
public protocol SpanRecord: PeopleRecord {
    var dated: Dated { get set }
}

extension SpanRecord {
    /// The same with its last day, learned of on another.
    public func ended(on day: Day, recorded: Day) -> Self {
        var ended = self
        ended.dated = Dated(
            from: dated.span.from, until: day, recorded: dated.recorded, endRecorded: recorded)
        return ended
    }

    public var isOpen: Bool { dated.span.until == nil }
}

extension Appointment: SpanRecord {}
extension CategoryHolding: SpanRecord {}
extension Team: SpanRecord {}
extension TeamMembership: SpanRecord {}
extension RosterEntry: SpanRecord {}

/// The kinds of such records.
public enum PeopleRecordKind: String, CaseIterable, Sendable {
    case unit, person, appointment, categoryHolding, team, membership, roster, rosterEntry

    var table: FactTable {
        switch self {
        case .unit: .units
        case .person: .persons
        case .appointment: .appointments
        case .categoryHolding: .categoryHoldings
        case .team: .teams
        case .membership: .teamMemberships
        case .roster: .rosters
        case .rosterEntry: .rosterEntries
        }
    }
}

extension OrgUnit: PeopleRecord {
    public static let recordKind = PeopleRecordKind.unit
    public var columnValues: [SQLValue] {
        [
            SQLValue(code), SQLValue(name), SQLValue(kind), SQLValue(parent), SQLValue(span.from),
            SQLValue(span.until), SQLValue(recorded),
        ]
    }
}

extension Person: PeopleRecord {
    public static let recordKind = PeopleRecordKind.person
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(name), SQLValue(sex), SQLValue(birthMonth), SQLValue(recorded)]
    }
}

extension Appointment: PeopleRecord {
    public static let recordKind = PeopleRecordKind.appointment
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(person), SQLValue(unit), SQLValue(post), SQLValue(rank)] + SQLValue.dated(dated)
    }
}

extension CategoryHolding: PeopleRecord {
    public static let recordKind = PeopleRecordKind.categoryHolding
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(person), SQLValue(category)] + SQLValue.dated(dated)
    }
}

extension Team: PeopleRecord {
    public static let recordKind = PeopleRecordKind.team
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(name), SQLValue(kind), SQLValue(unit)] + SQLValue.dated(dated)
    }
}

extension TeamMembership: PeopleRecord {
    public static let recordKind = PeopleRecordKind.membership
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(team), SQLValue(person), SQLValue(role)] + SQLValue.dated(dated)
    }
}

extension Roster: PeopleRecord {
    public static let recordKind = PeopleRecordKind.roster
    public var columnValues: [SQLValue] { [SQLValue(code), SQLValue(name), SQLValue(keeper), SQLValue(recorded)] }
}

extension RosterEntry: PeopleRecord {
    public static let recordKind = PeopleRecordKind.rosterEntry
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(roster), SQLValue(person)] + SQLValue.dated(dated)
    }
}
