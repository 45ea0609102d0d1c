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
    /// From a row that has the columns of its table.
    init(_ row: any SQLRow) throws
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
    case unit, person, appointment, categoryHolding, team, membership, roster, rosterEntry, merger

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
        case .merger: .personMergers
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

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), name: try row.text("name"), kind: try row.code("kind"),
            parent: try row.textOrNil("parent"),
            span: DaySpan(from: try row.day("from_day"), until: try row.dayOrNil("until_day")),
            recorded: try row.day("recorded_day"))
    }
}

extension Person: PeopleRecord {
    public static let recordKind = PeopleRecordKind.person
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(name), SQLValue(sex), SQLValue(birthMonth), SQLValue(recorded)]
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), name: try row.text("name"), sex: try row.code("sex"),
            birthMonth: try row.text("birth_month"), recorded: try row.day("recorded_day"))
    }
}

extension Appointment: PeopleRecord {
    public static let recordKind = PeopleRecordKind.appointment
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(person), SQLValue(unit), SQLValue(post), SQLValue(rank)] + SQLValue.dated(dated)
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), person: try row.text("person"), unit: try row.text("unit"),
            post: try row.textOrEmpty("post"), rank: try row.textOrEmpty("person_rank"), dated: try row.dated())
    }
}

extension CategoryHolding: PeopleRecord {
    public static let recordKind = PeopleRecordKind.categoryHolding
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(person), SQLValue(category)] + SQLValue.dated(dated)
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), person: try row.text("person"), category: try row.code("category"),
            dated: try row.dated())
    }
}

extension Team: PeopleRecord {
    public static let recordKind = PeopleRecordKind.team
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(name), SQLValue(kind), SQLValue(unit)] + SQLValue.dated(dated)
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), name: try row.text("name"), kind: try row.code("kind"),
            unit: try row.text("unit"), dated: try row.dated())
    }
}

extension TeamMembership: PeopleRecord {
    public static let recordKind = PeopleRecordKind.membership
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(team), SQLValue(person), SQLValue(role)] + SQLValue.dated(dated)
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), team: try row.text("team"), person: try row.text("person"),
            role: try row.code("team_role"), dated: try row.dated())
    }
}

extension Roster: PeopleRecord {
    public static let recordKind = PeopleRecordKind.roster
    public var columnValues: [SQLValue] { [SQLValue(code), SQLValue(name), SQLValue(keeper), SQLValue(recorded)] }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), name: try row.text("name"), keeper: try row.text("keeper"),
            recorded: try row.day("recorded_day"))
    }
}

extension RosterEntry: PeopleRecord {
    public static let recordKind = PeopleRecordKind.rosterEntry
    public var columnValues: [SQLValue] {
        [SQLValue(code), SQLValue(roster), SQLValue(person)] + SQLValue.dated(dated)
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), roster: try row.text("roster"), person: try row.text("person"),
            dated: try row.dated())
    }
}

extension PersonMerger: PeopleRecord {
    public static let recordKind = PeopleRecordKind.merger
    public var columnValues: [SQLValue] {
        [
            SQLValue(code), SQLValue(person), SQLValue(kept),
            SQLValue(doubles.isEmpty ? nil : doubles.joined(separator: " ")),
            SQLValue(recorded),
        ]
    }

    public init(_ row: any SQLRow) throws {
        self.init(
            code: try row.text("code"), person: try row.text("person"), kept: try row.text("kept"),
            doubles: try row.textOrEmpty("doubles").split(separator: " ").map(String.init),
            recorded: try row.day("recorded_day"))
    }
}
