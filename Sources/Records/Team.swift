public import Vocabulary

/// A collective that owes things of its own (领导班子, 理论学习中心组, 党支部).
public struct Team: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    public var kind: TeamKind
    public var unit: String
    public var dated: Dated

    public init(code: String, name: String, kind: TeamKind, unit: String, dated: Dated) {
        self.code = code
        self.name = name
        self.kind = kind
        self.unit = unit
        self.dated = dated
    }
}

public struct TeamMembership: Hashable, Sendable, Codable {
    public var code: String
    public var team: String
    public var person: String
    public var role: TeamRole
    public var dated: Dated

    public init(code: String, team: String, person: String, role: TeamRole, dated: Dated) {
        self.code = code
        self.team = team
        self.person = person
        self.role = role
        self.dated = dated
    }
}

/// A named list of persons, kept by the unit that answers for it, without a field saying why somebody is on it (名单).
public struct Roster: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    public var keeper: String
    public var recorded: Day

    public init(code: String, name: String, keeper: String, recorded: Day) {
        self.code = code
        self.name = name
        self.keeper = keeper
        self.recorded = recorded
    }
}

public struct RosterEntry: Hashable, Sendable, Codable {
    public var code: String
    public var roster: String
    public var person: String
    public var dated: Dated

    public init(code: String, roster: String, person: String, dated: Dated) {
        self.code = code
        self.roster = roster
        self.person = person
        self.dated = dated
    }
}
