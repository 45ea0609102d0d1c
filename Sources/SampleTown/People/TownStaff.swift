import Records
import Vocabulary

/// Everybody in the town with posts, categories and memberships over the years, as the generator keeps them:
/// persons and units by position, dated facts in the order they were begun.
struct TownStaff {
    struct Fact<Value> {
        var person: Int
        var value: Value
        var dated: Dated

        func holds(on day: Day) -> Bool { dated.span.contains(day) }
    }

    struct Post: Equatable {
        var unit: Int
        var post: String
        var rank: String
    }

    struct Membership: Equatable {
        var team: Int
        var role: TeamRole
    }

    struct TownTeam {
        var team: Team
        var unit: Int
    }

    private(set) var persons: [Person] = []
    private(set) var posts: [Fact<Post>] = []
    private(set) var categories: [Fact<PersonCategory>] = []
    private(set) var memberships: [Fact<Membership>] = []
    private(set) var rosterEntries: [Fact<Int>] = []
    private(set) var teams: [TownTeam] = []

    /// Positions of facts, for looking up: per unit, category, team and person.
    private var postsByUnit: [[Int]]
    private var holdings: [PersonCategory: [Int]] = [:]
    private var membershipsByTeam: [[Int]] = []
    private var openPosts: [Int?] = []
    private var openCategories: [[Int]] = []
    private var openMemberships: [[Int]] = []
    /// Leadership team, study group and branch team of each unit.
    private(set) var leadershipTeam: [Int?]
    private(set) var studyGroup: [Int?]
    private(set) var branchTeam: [Int?]

    init(units: Int) {
        postsByUnit = Array(repeating: [], count: units)
        leadershipTeam = Array(repeating: nil, count: units)
        studyGroup = leadershipTeam
        branchTeam = leadershipTeam
    }

    // MARK: Writing

    mutating func add(_ team: Team, unit: Int) {
        let index = teams.count
        teams.append(TownTeam(team: team, unit: unit))
        membershipsByTeam.append([])
        switch team.kind {
        case .leadershipTeam: leadershipTeam[unit] = index
        case .studyGroup: studyGroup[unit] = index
        case .branch: branchTeam[unit] = index
        }
    }

    mutating func add(_ person: Person) -> Int {
        persons.append(person)
        openPosts.append(nil)
        openCategories.append([])
        openMemberships.append([])
        return persons.count - 1
    }

    mutating func appoint(_ person: Int, _ post: Post, from: Day, recorded: Day) {
        postsByUnit[post.unit].append(posts.count)
        openPosts[person] = posts.count
        posts.append(Fact(person: person, value: post, dated: Dated(from: from, recorded: recorded)))
    }

    mutating func give(_ person: Int, _ category: PersonCategory, from: Day, until: Day? = nil, recorded: Day) {
        guard !holds(person, category) else { return }
        holdings[category, default: []].append(categories.count)
        if until == nil { openCategories[person].append(categories.count) }
        categories.append(
            Fact(person: person, value: category, dated: Dated(from: from, until: until, recorded: recorded)))
    }

    mutating func join(_ person: Int, _ team: Int, as role: TeamRole, from: Day, recorded: Day) {
        membershipsByTeam[team].append(memberships.count)
        openMemberships[person].append(memberships.count)
        memberships.append(
            Fact(
                person: person, value: Membership(team: team, role: role), dated: Dated(from: from, recorded: recorded))
        )
    }

    mutating func list(_ person: Int, from: Day, recorded: Day) {
        rosterEntries.append(Fact(person: person, value: 0, dated: Dated(from: from, recorded: recorded)))
    }

    mutating func endPost(_ person: Int, on day: Day, recorded: Day) {
        guard let open = openPosts[person] else { return }
        posts[open].dated.end(on: day, recorded: recorded)
        openPosts[person] = nil
    }

    mutating func end(_ person: Int, _ ended: Set<PersonCategory>?, on day: Day, recorded: Day) {
        openCategories[person].removeAll { index in
            guard ended?.contains(categories[index].value) ?? true else { return false }
            categories[index].dated.end(on: day, recorded: recorded)
            return true
        }
    }

    mutating func leave(_ person: Int, _ kinds: Set<TeamKind>, on day: Day, recorded: Day) {
        openMemberships[person].removeAll { index in
            guard kinds.contains(teams[memberships[index].value.team].team.kind) else { return false }
            memberships[index].dated.end(on: day, recorded: recorded)
            return true
        }
    }

    mutating func endRosterEntries(_ person: Int, on day: Day, recorded: Day) {
        for index in rosterEntries.indices where rosterEntries[index].person == person {
            rosterEntries[index].dated.end(on: day, recorded: recorded)
        }
    }

    // MARK: Reading

    func post(of person: Int) -> Post? { openPosts[person].map { posts[$0].value } }

    /// False for somebody whose post begins only on this day: one change a day is enough.
    func settled(_ person: Int, on day: Day) -> Bool {
        openPosts[person].map { posts[$0].dated.span.from < day } ?? false
    }

    func holds(_ person: Int, _ category: PersonCategory) -> Bool {
        openCategories[person].contains { categories[$0].value == category }
    }

    func isMember(_ person: Int, of kind: TeamKind) -> Bool {
        openMemberships[person].contains { teams[memberships[$0].value.team].team.kind == kind }
    }

    func role(_ person: Int, in kind: TeamKind) -> TeamRole? {
        openMemberships[person].first { teams[memberships[$0].value.team].team.kind == kind }
            .map { memberships[$0].value.role }
    }

    /// Positions of those who are at a unit on a day, each once.
    func staff(of unit: Int, on day: Day) -> [Int] {
        var seen: Set<Int> = []
        return postsByUnit[unit].compactMap { index in
            let fact = posts[index]
            return fact.holds(on: day) && seen.insert(fact.person).inserted ? fact.person : nil
        }
    }

    func holders(of category: PersonCategory, on day: Day) -> [Int] {
        (holdings[category] ?? []).compactMap { categories[$0].holds(on: day) ? categories[$0].person : nil }
    }

    /// Members of a team on a day, the secretary first.
    func members(of team: Int, on day: Day) -> [Int] {
        let present = membershipsByTeam[team].filter { memberships[$0].holds(on: day) }
        return
            (present.filter { memberships[$0].value.role == .secretary }
            + present.filter { memberships[$0].value.role == .member }).map { memberships[$0].person }
    }

    func listed(on day: Day) -> [Int] { rosterEntries.filter { $0.holds(on: day) }.map(\.person) }
}

extension Dated {
    /// The last day is the one before; a fact that ends before it begins lasts its one day.
    fileprivate mutating func end(on day: Day, recorded: Day) {
        guard span.until == nil else { return }
        span.until = max(span.from, day - 1)
        endRecorded = max(recorded, self.recorded)
    }
}
