import Records
import Vocabulary

/// Records laid out for counting: codes as dense numbers, days as `Int32`, topics as bits, participations in 16 bytes
/// beside their code.
///
/// Every edition and every day is judged from the same columns. Units and teams are numbered in order of code, persons
/// by unit, activities by first day; those that came later follow. Only `LiveLedger` changes columns.
public final class RecordColumns: @unchecked Sendable {
    let units: Ranking
    let unitRows: [OrgUnit]
    /// When each unit stood.
    let unitDates: [DatedRow]
    let tree: UnitTree
    var parents: [Int32] { tree.parents }
    var root: Int32 { tree.root }

    /// By what the whole of the book is named: of the roots the first by code that was known of; where none was, the one
    /// recorded first.
    func wholeCode(knownAt: Int32) -> String {
        let roots = tree.roots.lazy.map { [unitRows] in unitRows[Int($0)] }
        let known = roots.first { $0.recorded.number <= knownAt }
        return (known ?? roots.min { $0.recorded < $1.recorded })?.code ?? ""
    }
    let teams: Ranking
    let teamRows: [TeamRow]
    let rosters: Ranking

    var persons: CodeColumn
    var sexes: Column<UInt8>
    /// In order of `from`, then code.
    var appointments: FactPool<AppointmentRow>
    var holdings: FactPool<HoldingRow>
    /// By person.
    var memberships: FactPool<MembershipRow>
    /// By team.
    var members: FactPool<MembershipRow>
    var rosterEntries: FactPool<RosterRow>

    var kinds: Interned
    var topics: Interned
    var categories: Interned
    var activityCodes: CodeColumn
    var activities: Column<ActivityRow>
    /// Activities by kind and by organiser, as laid out; those from `laidOut` on stand in `arrivals`.
    let byKind: Grouping
    let byUnit: Grouping
    let laidOut: Int32
    var arrivals = Arrivals()
    /// The others that say the same as an activity, itself included, in order of code.
    var twins: [Int32: [Int32]]
    /// The activities that one takes the place of, in order of code.
    var predecessors: [Int32: [Int32]]
    var attachments: FactPool<AttachmentRow>
    var attachmentNames: Interned
    var lines: Lines
    var sites: [SiteRow]
    var voidReasons: [RecordReference: String]

    struct TeamRow: Sendable {
        var kind: TeamKind
        var unit: Int32
        var dated: DatedRow
    }

    struct SiteRow: Sendable {
        var code: String
        var unit: Int32
        var topics: UInt64
        var dated: DatedRow
        var voidedOn: Int32
        var replacedOn: Int32
        var replacement: String
    }

    init(_ parts: ColumnParts) {
        units = parts.units
        unitRows = parts.unitRows
        unitDates = parts.unitRows.map {
            DatedRow(
                from: $0.span.from.placed, until: $0.span.until?.placed ?? never, recorded: $0.recorded.number,
                endRecorded: .min)
        }
        tree = UnitTree(parts.unitRows)
        teams = parts.teams
        teamRows = parts.teamRows
        rosters = parts.rosters
        persons = parts.persons
        sexes = parts.sexes
        appointments = parts.appointments
        holdings = parts.holdings
        memberships = parts.memberships
        members = parts.members
        rosterEntries = parts.rosterEntries
        kinds = parts.kinds
        topics = parts.topics
        categories = parts.categories
        activityCodes = parts.activityCodes
        activities = parts.activities
        byKind = parts.byKind
        byUnit = parts.byUnit
        laidOut = Int32(parts.laidOut)
        twins = parts.twins
        predecessors = parts.predecessors
        attachments = parts.attachments
        attachmentNames = parts.attachmentNames
        lines = parts.lines
        sites = parts.sites
        voidReasons = parts.voidReasons
    }

    /// Activities of a kind, those that came since included.
    @inline(__always)
    func eachActivity(ofKind kind: Int32, _ body: (Int32) -> Void) {
        byKind.each(kind, body)
        for number in arrivals.ofKind(kind) { body(number) }
    }

    func eachActivity(ofUnit unit: Int32, _ body: (Int32) -> Void) {
        byUnit.each(unit, body)
        for number in arrivals.ofUnit(unit) { body(number) }
    }

    static func number(_ sex: Sex) -> UInt8 { sex == .female ? 0 : 1 }

    /// Whether an activity begins before another, or on the same day with a lower code.
    func precedes(_ a: Int32, _ b: Int32) -> Bool {
        let (first, second) = (activities[a].from, activities[b].from)
        return first != second ? first < second : activityCodes.precedes(a, b)
    }
}

/// Everything that columns are made of, from a builder or from an image.
struct ColumnParts {
    var units: Ranking
    var unitRows: [OrgUnit]
    var teams: Ranking
    var teamRows: [RecordColumns.TeamRow]
    var rosters: Ranking
    var persons: CodeColumn
    var sexes: Column<UInt8>
    var appointments: FactPool<AppointmentRow>
    var holdings: FactPool<HoldingRow>
    var memberships: FactPool<MembershipRow>
    var members: FactPool<MembershipRow>
    var rosterEntries: FactPool<RosterRow>
    var kinds: Interned
    var topics: Interned
    var categories: Interned
    var activityCodes: CodeColumn
    var activities: Column<ActivityRow>
    var byKind: Grouping
    var byUnit: Grouping
    var laidOut: Int
    var twins: [Int32: [Int32]]
    var predecessors: [Int32: [Int32]]
    var attachments: FactPool<AttachmentRow>
    var attachmentNames: Interned
    var lines: Lines
    var sites: [RecordColumns.SiteRow]
    var voidReasons: [RecordReference: String]
}
