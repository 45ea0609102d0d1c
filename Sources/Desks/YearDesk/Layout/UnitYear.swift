import Books
import LedgerEngine
import Pages
import Plans
import Records
import Store
import Vocabulary

/// The year of one unit: what it owes itself, what its teams owe, and what it answers for to the whole.
struct UnitYear {
    struct Line {
        let lane: YearLane
        let subject: Subject
        let slots: [YearSlot]
        /// How many the ledger counts, and how many slots the year has.
        let held: Int
        let asked: Int

        var isTeam: Bool { subject.kind == .team }
    }

    let unit: OrgUnit
    let year: Int
    let view: LedgerView
    let lines: [Line]

    init(_ unit: OrgUnit, _ year: Int, _ view: LedgerView, _ ask: Ask) throws {
        self.unit = unit
        self.year = year
        self.view = view
        // By whose slots they are, as the town's picture has them: a team may have come from another unit since.
        let teams = view.directory.teams(of: unit.code)
        let changes = YearChanges(
            try ask.reading.slotChanges(
                in: year, of: [unit.code, view.live.wholeSubject.code] + teams.map(\.code), knownAt: ask.context.knownAt
            ))
        let subjects = YearSubjects(unit, teams: teams, view.live)
        lines = YearLayout(live: view.live).lanes(of: year, among: subjects).flatMap { lane in
            lane.subjects.filter { lane.unit(of: $0) == unit.code }.map { place in
                let subject = Subject(lane.kind, lane.code(of: place))
                let figure = lane.figure(of: place)
                return Line(
                    lane: lane, subject: subject, slots: lane.slots(of: place, changes.of(lane)?[subject] ?? []),
                    held: figure.held, asked: figure.asked)
            }
        }
    }

    var slots: [YearSlot] { lines.flatMap(\.slots) }
    func count(_ state: SlotState) -> Int { slots.count { $0.state == state } }
    func slot(_ key: SlotKey) -> YearSlot? { slots.first { $0.key == key } }

    /// The records that the ledger counts in the window that begins on a day, oldest first: the n-th of them fills the slot that
    /// says so.
    func records(of line: Line, from: Day) -> [CountedRecord] {
        let limit = ExplanationLimit(count: Self.mostRecords, units: view.records.index)
        let why = view.live.explain(
            obligation: line.lane.obligation.id, subject: line.subject, from: from, limit: limit)
        // Slots are laid out by the first of several figures any of which does.
        return (why?.choice(0) ?? why)?.counted.filter { $0.record.kind == .activity }.sorted {
            ($0.day, $0.record.code) < ($1.day, $1.record.code)
        } ?? []
    }

    private static let mostRecords = 100
}

extension Ask {
    /// The year that an address asks for, else that of the as-of day.
    var askedYear: Int { query.number("year").flatMap { Self.years.contains($0) ? $0 : nil } ?? context.asOf.year }

    static var years: ClosedRange<Int> { 2000...2099 }

    /// What the door of the ledger opens, one for a page, for it keeps what it has looked up.
    var yearTown: TownPage { get throws { try naming.once("year town") { try town } } }

    /// The ledger of the address's days, looked up once for a page.
    var yearView: LedgerView { get throws { try naming.once("year ledger") { try yearTown.view(context) } } }

    /// A unit within the reader's reach. Throws `NotAllowed`, `NothingThere`.
    func unitOfYear(_ code: String) throws -> OrgUnit {
        guard let unit = try yearTown.directory.unit(code), unit.isKnown(at: context.knownAt) else {
            throw NothingThere(context: context, what: .unit(code))
        }
        guard try reading.isWithinReach(code, of: reader) else { throw NotAllowed(right: .see, unit: reader.unit) }
        return unit
    }
}
