import Pages
import Records
import Storage
import Store
import Vocabulary

/// A branch as this desk reads it (党支部): a unit of that kind, whose members are those of its team. Both are kept with the people.
struct Branch: Noun {
    var code: String
    var name: String
    var unitKind: String
    /// The unit above it, which its plans and records go to.
    var parent: String
    var from: Day
    var until: Day?

    static let table = Table<Branch>(
        "units", Column("code") { $0.code }, Column("name") { $0.name }, Column("kind") { $0.unitKind },
        Column("parent") { $0.parent }, Column("from_day") { $0.from }, Column("until_day") { $0.until },
        make: Branch.init)
    static let reach = Reach.unit("code")

    static let isOne: SQL = "kind = \(UnitKind.branch.rawValue)"

    static func open(on day: Day) -> SQL {
        "\(isOne) and from_day <= \(day) and (until_day is null or until_day >= \(day))"
    }

    func isOpen(on day: Day) -> Bool { DaySpan(from: from, until: until).contains(day) }

    /// Why nothing is done with it: acts on any unit would find it by its code.
    func notOpen(on today: Day) -> BranchProblem? {
        guard unitKind == UnitKind.branch.rawValue else { return .notBranch }
        return isOpen(on: today) ? nil : .branchNotOpen(today)
    }
}

extension Reading {
    func branch(_ code: String, for reader: Reader) throws -> Branch? {
        try all(Branch.self, for: reader, where: "\(Branch.isOne) and code = \(code)").first
    }

    /// The team that holds a branch's members.
    func team(ofBranch unit: String, on day: Day) throws -> String? {
        try teams(of: unit).first { $0.kind == .branch && $0.dated.span.contains(day) }?.code
    }

    /// Who belonged to a branch on a day, its secretary first.
    func members(ofBranch unit: String, on day: Day) throws -> [TeamMembership] {
        try members(ofTeams: .branch, at: unit, on: day)
    }

    /// Of so many people, those who are leading officials on a day: members of a leadership team (领导干部), under whatever staff
    /// number the team has them.
    func leaders(among people: [String], on day: Day) throws -> [String] {
        guard !people.isEmpty else { return [] }
        let same = try samePersons()
        let codes = people.map { same.codes(of: same.whose($0)) }
        let asked = Array(Set(codes.flatMap(\.self)))
        // Engines take so many values in one statement.
        let found = Set(
            try stride(from: 0, to: asked.count, by: 500).flatMap { start in
                try members(
                    ofTeams: .leadershipTeam, among: Array(asked[start..<min(start + 500, asked.count)]), on: day
                ).map(\.person)
            })
        return zip(people, codes).filter { $1.contains(where: found.contains) }.map(\.0)
    }

    /// The branch that somebody belongs to on a day.
    func branch(of person: String, on day: Day) throws -> Branch? {
        let codes = try codes(of: person)
        return try all(
            Branch.self, for: .everybody,
            where: """
                \(Branch.isOne) and code in (
                    select t.unit from teams t join team_memberships m on m.team = t.code
                    where t.kind = \(TeamKind.branch.rawValue) and m.person in (\(list: codes))
                    and m.from_day <= \(day) and (m.until_day is null or m.until_day >= \(day)))
                """, order: "code"
        ).first
    }
}

extension TeamMembership {
    var isSecretary: Bool { role == .secretary }
}

extension Reader {
    /// Whether they keep a branch: they act for the branch itself, or for the unit right above it.
    func keeps(_ branch: Branch) -> Bool { unit == branch.code || unit != nil && unit == branch.parent }
}
