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

/// A membership as this desk reads it, of a branch or of a leadership team.
struct TeamPlace: Noun {
    var code: String
    var team: String
    var person: String
    var role: String
    var from: Day
    var until: Day?

    static let table = Table<TeamPlace>(
        "team_memberships", Column("code") { $0.code }, Column("team") { $0.team }, Column("person") { $0.person },
        Column("team_role") { $0.role }, Column("from_day") { $0.from }, Column("until_day") { $0.until },
        make: TeamPlace.init)
    static let reach = Reach.everybody

    /// Of teams of a kind, on a day; `unit`: nil for those of every unit.
    static func on(_ day: Day, _ kind: TeamKind, of unit: String? = nil) -> SQL {
        let teams: SQL =
            unit.map { "select code from teams where kind = \(kind.rawValue) and unit = \($0)" }
            ?? "select code from teams where kind = \(kind.rawValue)"
        return "team in (\(teams)) and from_day <= \(day) and (until_day is null or until_day >= \(day))"
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
    func members(ofBranch unit: String, on day: Day) throws -> [TeamPlace] {
        var seen: Set<String> = []
        return try all(TeamPlace.self, for: .everybody, where: TeamPlace.on(day, .branch, of: unit)).filter {
            seen.insert($0.person).inserted
        }.sorted { ($0.isSecretary ? 0 : 1, $0.code) < ($1.isSecretary ? 0 : 1, $1.code) }
    }

    /// Of so many people, those who are leading officials on a day: members of a leadership team (领导干部), under whatever staff
    /// number the team has them.
    func leaders(among people: [String], on day: Day) throws -> [String] {
        guard !people.isEmpty else { return [] }
        let same = try samePersons()
        let codes = people.map { same.codes(of: same.whose($0)) }
        var found: Set<String> = []
        let asked = Array(Set(codes.flatMap(\.self)))
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: asked.count, by: 500) {
            let part = Array(asked[start..<min(start + 500, asked.count)])
            found.formUnion(
                try all(
                    TeamPlace.self, for: .everybody,
                    where: "\(TeamPlace.on(day, .leadershipTeam)) and person in (\(list: part))"
                ).map(\.person))
        }
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

extension TeamPlace {
    var isSecretary: Bool { role == TeamRole.secretary.rawValue }
}

extension Reader {
    /// Whether they keep a branch: they act for the branch itself, or for the unit right above it.
    func keeps(_ branch: Branch) -> Bool { unit == branch.code || unit != nil && unit == branch.parent }
}
