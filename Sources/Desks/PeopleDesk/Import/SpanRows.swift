import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Rows of posts: who held which, from when to when.
final class AppointmentRows: RowPlanner {
    private let desk: PlanningDesk
    private var rows: [(person: Person, post: PostRow)?] = []
    private var held: [String: [Appointment]] = [:]
    private var met: Set<String> = []

    init(_ desk: PlanningDesk) { self.desk = desk }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let person = try desk.person(cells, &line, narrowedByUnit: false)
        let unit = try desk.unit(cells, .unit, &line)
        if unit == nil, line.fate != .wrong { line.wrong(.unit, Words("请填任职单位", "Give the unit")) }
        let post = try line.taking(.post) { try cells.spelled(.post, PeopleRules.post) }
        let rank = try line.taking(.rank) { try cells.spelled(.rank, PeopleRules.rank) }
        let (from, until) = try desk.days(cells, &line)
        if let person { desk.refuse(from, bornIn: person.birthMonth, &line) }
        guard line.fate != .wrong, let person, let unit else { return rows.append(nil) }
        rows.append((person, PostRow(unit: unit, post: post, rank: rank, from: from, until: until)))
    }

    /// Of each person by days: an earlier post is there before the one that follows it.
    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index] else { continue }
            let key = "\(row.person.code) \(row.post.from?.iso ?? row.post.unit.code)"
            let content = [row.post.unit.code, row.post.post?.folded, row.post.rank?.folded, row.post.until?.iso]
            _ = twins.isTwin(key, content, &lines[index], at: index)
        }
        twins.settle(&lines)
        let order = lines.indices.filter { lines[$0].fate != .wrong }.sorted { a, b in
            (rows[a]?.post.from ?? desk.today, a) < (rows[b]?.post.from ?? desk.today, b)
        }
        for index in order {
            guard let row = rows[index] else { continue }
            let person = row.person.code
            var posts = held[person] ?? desk.records.appointments[person] ?? []
            let count = posts.count
            try desk.decide(row.post, of: person, held: &posts, &lines[index], isNew: false)
            if posts.count > count, lines[index].fate != .wrong { lines[index].fate = .new }
            if lines[index].fate != .wrong { held[person] = posts }
            met.insert(person)
        }
    }

    func left() -> [String] { desk.peopleLeft(besides: met) }
}

/// Rows of categories: who belongs to which, from when to when.
final class CategoryRows: RowPlanner {
    private let desk: PlanningDesk
    private var rows: [(person: Person, category: PersonCategory, from: Day?, until: Day?)?] = []
    private var held: [String: [CategoryHolding]]
    private var met: Set<String> = []

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        held = Dictionary(grouping: try desk.reading.categoryHoldings()) { "\($0.person) \($0.category)" }
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let person = try desk.person(cells, &line, narrowedByUnit: true)
        let category = try line.taking(.category) {
            try cells.choice(.category, KnownWords.categories, PersonCategory.builtIn.map { Words($0.zh, $0.en) })
        }
        if category == nil, line.fate != .wrong { line.wrong(.category, Words("请填干部类别", "Give the category")) }
        let (from, until) = try desk.days(cells, &line)
        if let person { desk.refuse(from, bornIn: person.birthMonth, &line) }
        guard line.fate != .wrong, let person, let category else { return rows.append(nil) }
        rows.append((person, category, from, until))
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index] else { continue }
            let key = "\(row.person.code) \(row.category)"
            met.insert(key)
            if twins.isTwin("\(key) \(row.from?.iso ?? "")", [row.until?.iso], &lines[index], at: index) { continue }
            let edit = try desk.decide(
                &lines[index], from: row.from, until: row.until, held: &held[key, default: []]
            ) { [desk] dated in
                CategoryHolding(
                    code: desk.placeholder(.categoryHolding), person: row.person.code, category: row.category,
                    dated: dated)
            }
            if let edit { lines[index].edits.categories = [edit] }
        }
        twins.settle(&lines)
    }

    func left() -> [String] { desk.left(of: held, besides: met, \.person) }
}

/// Rows of members of teams.
final class MembershipRows: RowPlanner {
    private let desk: PlanningDesk
    private let teams: KnownTeams
    private var rows: [(person: Person, team: Team, role: TeamRole?, from: Day?, until: Day?)?] = []
    private var held: [String: [TeamMembership]]
    private var met: Set<String> = []

    init(_ desk: PlanningDesk) throws {
        self.desk = desk
        teams = try KnownTeams(desk)
        held = Dictionary(grouping: try desk.reading.teamMemberships()) { "\($0.team) \($0.person)" }
    }

    func take(_ cells: ImportCells, _ line: inout ImportLine) throws {
        let person = try desk.person(cells, &line, narrowedByUnit: true)
        let role = try line.taking(.role) {
            try cells.choice(.role, KnownWords.teamRoles, TeamRole.allCases.map(\.words))
        }
        let (from, until) = try desk.days(cells, &line)
        if let person { desk.refuse(from, bornIn: person.birthMonth, &line) }
        let team = try teams.team(cells, &line)
        if team == nil { line.missing(.team, Words("请填集体", "Give the team")) }
        guard line.fate != .wrong, let person, let team else { return rows.append(nil) }
        rows.append((person, team, role, from, until))
    }

    func decide(_ lines: inout [ImportLine]) throws {
        var twins = RowTwins()
        for index in lines.indices {
            guard let row = rows[index] else { continue }
            let key = "\(row.team.code) \(row.person.code)"
            met.insert(key)
            let content = [row.until?.iso, row.role?.rawValue]
            if twins.isTwin("\(key) \(row.from?.iso ?? "")", content, &lines[index], at: index) { continue }
            let before = held[key]?.last?.role
            let edit = try desk.decide(
                &lines[index], from: row.from, until: row.until, held: &held[key, default: []],
                refine: { if let role = row.role { $0.role = role } }
            ) { [desk] dated in
                TeamMembership(
                    code: desk.placeholder(.membership), team: row.team.code, person: row.person.code,
                    role: row.role ?? .member, dated: dated)
            }
            guard let edit else { continue }
            lines[index].edits.memberships = [edit]
            if edit.before != nil {
                lines[index].change(PeopleProblem.Field.role.words, before?.words.zh ?? "", edit.after.role.words.zh)
            }
        }
        twins.settle(&lines)
    }

    func left() -> [String] { desk.left(of: held, besides: met, \.person) }
}
