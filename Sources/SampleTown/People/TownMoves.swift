import Records
import Vocabulary

/// What happens to people over the three years: new entrants, transfers, promotions, retirements, successions.
extension TownHiring {
    static let size = 4000

    mutating func live() {
        let months = calendar.months
        let entrants = max(0, Self.size - staff.persons.count)
        for (place, (year, month)) in months.enumerated() {
            dayOfMonth = 1
            retire(year, month)
            let share = entrants * (place + 1) / months.count - entrants * place / months.count
            for _ in 0..<share { enter(date(year, month)) }
            for _ in 0..<random.int(2...5) { transfer(date(year, month)) }
            for _ in 0..<random.int(3...5) { promoteToSection(date(year, month)) }
            if random.chance(700) { moveLeader(date(year, month)) }
            succeed(date(year, month))
        }
    }

    /// Days within a month only move on, so that no change undoes one that comes after it.
    private mutating func date(_ year: Int, _ month: Int) -> Day {
        dayOfMonth = min(26, dayOfMonth + random.int(0...3))
        return min(calendar.workday(year, month, dayOfMonth), calendar.until)
    }

    /// The office learns of most changes within two weeks, of some after months.
    private mutating func learned(_ day: Day) -> Day {
        let late = random.chance(90) ? random.int(40...110) : random.int(1...14)
        return min(calendar.until, calendar.workday(day + late))
    }

    private mutating func enter(_ day: Day) {
        let places = units.of(.county, .department, .township, .institution, .enterprise)
        let index = random.pick(places)
        let kind = units[index].unit.kind
        let professional = kind == .institution || kind == .enterprise || random.chance(300)
        let recorded = learned(day)
        let person = hire(at: index, professional ? .professional : .official, on: day, recorded: recorded)
        if let branch = units[index].branches.first.flatMap({ staff.branchTeam[$0] }), random.chance(400) {
            staff.join(person, branch, as: .member, from: day, recorded: recorded)
        }
    }

    private mutating func transfer(_ day: Day) {
        let places = units.of(.county, .department, .township)
        let from = random.pick(places)
        let to = random.pick(places.filter { $0 != from })
        let movable = staff.staff(of: from, on: day).filter {
            staff.settled($0, on: day) && !staff.isMember($0, of: .leadershipTeam)
                && !staff.holds($0, .villageSecretary)
                && staff.role($0, in: .branch) != .secretary
        }
        guard !movable.isEmpty else { return }
        let person = random.pick(movable)
        guard let post = staff.post(of: person) else { return }
        let recorded = learned(day)
        let wasMember = staff.isMember(person, of: .branch)
        staff.endPost(person, on: day, recorded: recorded)
        staff.leave(person, [.branch], on: day, recorded: recorded)
        staff.appoint(person, .init(unit: to, post: post.post, rank: post.rank), from: day, recorded: recorded)
        if wasMember, let branch = units[to].branches.last.flatMap({ staff.branchTeam[$0] }) {
            staff.join(person, branch, as: .member, from: day, recorded: recorded)
        }
        if units[to].unit.kind == .township {
            staff.give(person, .grassRoots, from: day, recorded: recorded)
        } else if units[from].unit.kind == .township {
            staff.end(person, [.grassRoots], on: day, recorded: recorded)
        }
    }

    private mutating func promoteToSection(_ day: Day) {
        let index = random.pick(units.of(.county, .department))
        let candidates = staff.staff(of: index, on: day).filter {
            staff.settled($0, on: day) && staff.holds($0, .civilServant) && !staff.holds($0, .sectionLevel)
                && !staff.holds($0, .leadingOfficial)
        }
        guard !candidates.isEmpty else { return }
        let person = random.pick(candidates)
        let recorded = learned(day)
        staff.endPost(person, on: day, recorded: recorded)
        staff.appoint(person, .init(unit: index, post: "科长", rank: "正科级"), from: day, recorded: recorded)
        staff.give(person, .sectionLevel, from: day, recorded: recorded)
        staff.give(person, .newSectionChief, from: day, until: day.adding(months: 12) - 1, recorded: recorded)
    }

    /// A leader other than the secretary goes to another unit of the same kind.
    private mutating func moveLeader(_ day: Day) {
        let kind = random.pick([UnitKind.department, .department, .county, .township])
        let places = units.of(kind)
        let from = random.pick(places)
        let to = random.pick(places.filter { $0 != from })
        let movable = staff.staff(of: from, on: day).filter {
            staff.settled($0, on: day) && staff.role($0, in: .leadershipTeam) == .member
        }
        guard movable.count > 5 else { return }
        let person = random.pick(movable)
        guard let post = staff.post(of: person) else { return }
        let recorded = learned(day)
        staff.endPost(person, on: day, recorded: recorded)
        staff.leave(person, [.leadershipTeam, .studyGroup, .branch], on: day, recorded: recorded)
        staff.appoint(person, .init(unit: to, post: post.post, rank: post.rank), from: day, recorded: recorded)
        lead(person, to, secretary: false, from: day, recorded: recorded)
        if let branch = units[to].branches.first.flatMap({ staff.branchTeam[$0] }) {
            staff.join(person, branch, as: .member, from: day, recorded: recorded)
        }
    }

    /// Everybody retires in the month after turning sixty.
    private mutating func retire(_ year: Int, _ month: Int) {
        let born = month == 1 ? "\(year - 61)-12" : "\(year - 60)-\(month < 11 ? "0" : "")\(month - 1)"
        let day = min(calendar.workday(year, month, 1), calendar.until)
        for (person, facts) in staff.persons.enumerated() where facts.birthMonth == born {
            guard staff.post(of: person) != nil else { continue }
            let recorded = learned(day)
            staff.endPost(person, on: day, recorded: recorded)
            staff.end(person, nil, on: day, recorded: recorded)
            staff.leave(person, Set(TeamKind.allCases), on: day, recorded: recorded)
            staff.endRosterEntries(person, on: day, recorded: recorded)
        }
    }

    /// Fills what has become vacant: a secretary from the team, a small team from its section chiefs, a branch
    /// secretary from the branch.
    private mutating func succeed(_ day: Day) {
        for index in units.main {
            guard let team = staff.leadershipTeam[index] else { continue }
            let members = staff.members(of: team, on: day)
            if let heir = members.first, staff.settled(heir, on: day), staff.role(heir, in: .leadershipTeam) == .member
            {
                promoteToSecretary(heir, index, day)
            } else if members.count < 6 {
                promoteToLeader(index, day)
            }
            for branch in units[index].branches.compactMap({ staff.branchTeam[$0] }) {
                let present = staff.members(of: branch, on: day)
                if let first = present.first, staff.role(first, in: .branch) != .secretary {
                    chooseSecretary(of: branch, on: day, recorded: learned(day))
                }
            }
        }
    }

    private mutating func promoteToSecretary(_ person: Int, _ index: Int, _ day: Day) {
        let kind = units[index].unit.kind
        let recorded = learned(day)
        staff.endPost(person, on: day, recorded: recorded)
        staff.leave(person, [.leadershipTeam, .studyGroup], on: day, recorded: recorded)
        staff.appoint(
            person, .init(unit: index, post: Self.leadersPost(kind, true), rank: Self.leadersRank(kind, true)),
            from: day, recorded: recorded)
        lead(person, index, secretary: true, from: day, recorded: recorded)
    }

    private mutating func promoteToLeader(_ index: Int, _ day: Day) {
        let kind = units[index].unit.kind
        let chiefs = staff.staff(of: index, on: day).filter {
            staff.settled($0, on: day) && staff.holds($0, .sectionLevel) && !staff.isMember($0, of: .leadershipTeam)
        }
        guard !chiefs.isEmpty else { return }
        let person = random.pick(chiefs)
        let recorded = learned(day)
        staff.endPost(person, on: day, recorded: recorded)
        if kind != .township { staff.end(person, [.sectionLevel, .young], on: day, recorded: recorded) }
        staff.appoint(
            person, .init(unit: index, post: Self.leadersPost(kind, false), rank: Self.leadersRank(kind, false)),
            from: day, recorded: recorded)
        lead(person, index, secretary: false, from: day, recorded: recorded)
    }
}
