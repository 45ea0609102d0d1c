public import Records
public import Vocabulary

/// Units and teams by code: few enough to stay in memory.
public struct UnitDirectory: Sendable {
    /// In order of code.
    public let units: [OrgUnit]
    public let teams: [Team]
    /// Those that stand beneath none; more than one where several towns are in one book.
    public let roots: [OrgUnit]
    private let unitNumbers: [String: Int]
    private let teamNumbers: [String: Int]
    private let childrenByUnit: [String: [Int]]
    private let teamsByUnit: [String: [Int]]

    public init(units said: [OrgUnit], teams: [Team]) {
        let tree = UnitTree(said)
        // As the ledger has it: what has no parent in the tree is a root, and every walk upwards ends.
        let units = zip(said, tree.parents).map { unit, parent in
            var unit = unit
            if parent < 0 { unit.parent = nil }
            return unit
        }
        self.units = units
        self.teams = teams
        roots = units.filter { $0.parent == nil }
        unitNumbers = Self.numbers(units.lazy.map(\.code))
        teamNumbers = Self.numbers(teams.lazy.map(\.code))
        childrenByUnit = Self.groups(units.lazy.map { $0.parent ?? "" })
        teamsByUnit = Self.groups(teams.lazy.map(\.unit))
    }

    /// By what was known on a day; nil: to date.
    public func roots(knownAt: Day?) -> [OrgUnit] { roots.filter { $0.isKnown(at: knownAt) } }
    /// What the whole of the book is divided into: the units right beneath its one root, or its roots.
    public var divisions: [OrgUnit] { roots.count == 1 ? children(of: roots[0].code) : roots }

    public func unit(_ code: String) -> OrgUnit? { unitNumbers[code].map { units[$0] } }
    public func team(_ code: String) -> Team? { teamNumbers[code].map { teams[$0] } }
    public func children(of unit: String) -> [OrgUnit] { (childrenByUnit[unit] ?? []).map { units[$0] } }
    public func teams(of unit: String) -> [Team] { (teamsByUnit[unit] ?? []).map { teams[$0] } }

    private static func numbers(_ codes: some Sequence<String>) -> [String: Int] {
        Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func groups(_ owners: some Sequence<String>) -> [String: [Int]] {
        var groups: [String: [Int]] = [:]
        for (index, owner) in owners.enumerated() { groups[owner, default: []].append(index) }
        return groups
    }
}

extension OrgUnit {
    /// Whether the unit was there on a day, by what was known on another.
    public func stands(on day: Day, knownAt: Day?) -> Bool { span.contains(day) && isKnown(at: knownAt) }

    public func isKnown(at knownAt: Day?) -> Bool { Directory.known(recorded, knownAt) }
}
