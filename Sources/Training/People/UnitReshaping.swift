public import Records
import Storage
public import Store
public import Vocabulary

/// People, teams and units beneath who go from one unit to another on one day, in one change: posts in service end the day before
/// and go on there.
struct UnitReshaping {
    private(set) var edits = PeopleEdits()
    private let t: ActTransaction
    /// The first day on which it is so.
    private let from: Day

    init(_ t: ActTransaction, from: Day) {
        self.t = t
        self.from = from
    }

    mutating func move(_ post: Appointment, to unit: String) throws {
        guard post.dated.span.from < from else {
            // It had not begun: it begins there.
            var moved = post
            moved.unit = unit
            edits.appointments.append(.init(moved, before: post))
            return
        }
        edits.appointments.append(.init(post.ended(on: from - 1, recorded: t.today), before: post))
        edits.appointments.append(
            .init(
                Appointment(
                    code: try t.nextCode(.appointment), person: post.person, unit: unit, post: post.post,
                    rank: post.rank, dated: Dated(from: from, until: post.dated.span.until, recorded: t.today))))
    }

    mutating func move(_ team: Team, to unit: String) {
        var moved = team
        moved.unit = unit
        edits.teams.append(.init(moved, before: team))
    }

    mutating func move(_ child: OrgUnit, beneath unit: String?) {
        var moved = child
        moved.parent = unit
        edits.units.append(.init(moved, before: child))
    }

    mutating func move(_ roster: Roster, to unit: String) {
        var moved = roster
        moved.keeper = unit
        edits.rosters.append(.init(moved, before: roster))
    }

    mutating func add(_ unit: OrgUnit) { edits.units.append(.init(unit)) }

    /// Its last day is the day before.
    mutating func end(_ unit: OrgUnit) {
        var ended = unit
        ended.span.until = from - 1
        edits.units.append(.init(ended, before: unit))
    }
}

extension Reading {
    /// What belongs to a unit on a day or later: it has a place of its own when the unit is reshaped.
    public func belongings(of unit: String, from day: Day) throws -> UnitBelongings {
        func holds(_ span: DaySpan) -> Bool { span.until.map { $0 >= day } ?? true }
        return UnitBelongings(
            posts: try appointments(at: unit).filter { holds($0.dated.span) },
            teams: try teams(of: unit).filter { holds($0.dated.span) },
            units: try units(under: unit).filter { holds($0.span) },
            rosters: try rosters().filter { $0.keeper == unit })
    }
}

/// Posts in service at a unit, its teams, the units right beneath it, and the rosters that it keeps.
public struct UnitBelongings: Sendable {
    public var posts: [Appointment]
    public var teams: [Team]
    public var units: [OrgUnit]
    public var rosters: [Roster]
}

extension PeopleTexts {
    /// That a unit can be reshaped from a day on.
    mutating func reshaping(_ unit: OrgUnit, from: Day) {
        if let ended = unit.span.until { add(.hasEnded(ended)) }
        if unit.parent == nil { add(.isTop(unit.name)) }
        if from <= unit.span.from { add(.notLaterThanUnit(unit.name, unit.span.from)) }
    }
}
