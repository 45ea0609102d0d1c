public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// A collective of a unit begins (设立集体).
public struct AddTeam: Act {
    public static let right = Right.plan
    public static let words = Words("设立集体", "Team added")
    public var name: String
    public var kind: TeamKind
    public var of: String
    public var from: Day

    public init(_ name: String, _ kind: TeamKind, of unit: String, from: Day) {
        self.name = name
        self.kind = kind
        of = unit
        self.from = from
    }

    public func unit(in reading: some Reading) throws -> String? { of }

    public func perform(in t: ActTransaction) throws -> Team {
        var texts = PeopleTexts()
        let name = texts.spelled(name, .name, PeopleRules.unitName)
        texts.day(from, .from, today: t.today)
        texts.add(try t.problem(with: of, on: from))
        let same = try t.teams(of: of).first { $0.name.reads(as: name) && $0.dated.span.until == nil }
        if same != nil { texts.add(.sameName(name, unit: try t.unit(code: of)?.name ?? of)) }
        try texts.refuse(in: t)
        let team = Team(
            code: try t.nextCode(.team), name: name, kind: kind, unit: of,
            dated: Dated(from: from, recorded: t.today))
        try t.keep(team, in: \.teams, about: .team, team.code)
        return team
    }
}

/// Somebody becomes a member of a team (加入集体).
public struct JoinTeam: Act {
    public static let right = Right.report
    public static let words = Words("加入集体", "Joined")
    public var team: String
    public var person: String
    public var role: TeamRole
    public var from: Day

    public init(_ team: String, _ person: String, as role: TeamRole = .member, from: Day) {
        self.team = team
        self.person = person
        self.role = role
        self.from = from
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.team(code: team)?.unit }

    public func perform(in t: ActTransaction) throws -> TeamMembership {
        guard let held = try t.team(code: team) else { try t.refuse(PeopleProblem.unknown(.team, team)) }
        var texts = PeopleTexts()
        if try t.person(code: person) == nil { texts.add(.unknown(.person, person)) }
        texts.day(from, .from, today: t.today)
        if !held.dated.span.contains(from) { texts.add(.unitClosed(held.name, on: from, .from)) }
        let span = DaySpan(from: from)
        let same = try t.memberships(of: team).first { $0.person == person && $0.dated.span.overlaps(span) }
        if let same { texts.add(.isMember(same.dated.span.from)) }
        try texts.refuse(in: t)
        let membership = TeamMembership(
            code: try t.nextCode(.membership), team: team, person: person, role: role,
            dated: Dated(from: from, recorded: t.today))
        try t.keep(membership, in: \.memberships, about: .team, team)
        return membership
    }
}

/// A member's last day (退出集体).
public struct LeaveTeam: Act {
    public static let right = Right.report
    public static let words = Words("退出集体", "Left")
    public var membership: String
    public var until: Day

    public init(_ membership: String, until: Day) {
        self.membership = membership
        self.until = until
    }

    public func unit(in reading: some Reading) throws -> String? {
        try reading.membership(code: membership).flatMap { try reading.team(code: $0.team) }?.unit
    }

    public func perform(in t: ActTransaction) throws -> TeamMembership {
        guard let before = try t.membership(code: membership) else {
            try t.refuse(PeopleProblem.unknown(.team, membership))
        }
        return try t.end(before, on: until, in: \.memberships, about: .team, before.team)
    }
}
