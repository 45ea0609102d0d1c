import Records
import Vocabulary

/// Lectures, themed days and education sessions in units and their branches.
extension TownDiary {
    mutating func organisationLife() {
        for unit in units.main where !units[unit].branches.isEmpty {
            for year in calendar.years {
                leadersLectures(unit, year)
                invitedLectures(unit, year)
                themedDays(unit, year)
                educationSessions(unit, year)
                meetings(unit, year)
                for branch in units[unit].branches { branchLectures(branch, year) }
            }
        }
    }

    /// A handful of the people of a unit, as they gather for most occasions.
    private mutating func gathering(_ unit: Int, _ day: Day, _ size: ClosedRange<Int>) -> [Int] {
        some(size, of: staff.staff(of: unit, on: day))
    }

    /// Leaders speak in their own branch, most of them each year.
    private mutating func leadersLectures(_ unit: Int, _ year: Int) {
        guard let team = staff.leadershipTeam[unit] else { return }
        let leaders = staff.members(of: team, on: Day(year: year, month: 6, day: 30) ?? calendar.start)
        for leader in leaders where does(unit, ordinarily: 915) {
            let day = workday(year, random.int(3...11))
            let branch = random.pick(units[unit].branches)
            let audience = staff.branchTeam[branch].map { staff.members(of: $0, on: day) } ?? []
            hold(
                Plan(
                    kind: .partyLecture, title: "\(staff.persons[leader].name)在\(units[branch].unit.name)讲党课",
                    unit: branch, team: staff.branchTeam[branch], from: day, hours: 1.5,
                    topics: random.chance(300) ? [.theory, .localExperience] : [.theory]),
                attendees: some(8...16, of: audience), speakers: [leader])
        }
    }

    /// Branch secretaries and ordinary members: short lectures, several speakers to a session.
    private mutating func branchLectures(_ branch: Int, _ year: Int) {
        guard let team = staff.branchTeam[branch] else { return }
        for half in 0..<2 where does(branch, ordinarily: 700) {
            let day = workday(year, half * 6 + random.int(2...5))
            let members = staff.members(of: team, on: day)
            guard let secretary = members.first, members.count > 3 else { continue }
            var speakers = call(random.int(4...7), from: Array(members.dropFirst()), for: "speech\(team)-\(year)")
            if half == 0 { speakers.insert(secretary, at: 0) }
            hold(
                Plan(
                    kind: .partyLecture, title: "\(units[branch].unit.name)\(year)年第\(half + 1)期党员微党课",
                    unit: branch, team: team, from: day, hours: 2, topics: [.theory]),
                attendees: some(4...9, of: members), speakers: speakers)
        }
    }

    /// Once a year an expert on the party's history, once a year a role model; speakers from outside are not persons
    /// of the town.
    private mutating func invitedLectures(_ unit: Int, _ year: Int) {
        let name = units[unit].unit.name
        if units[unit].unit.kind != .township, does(unit, ordinarily: 900) {
            let day = workday(year, random.int(4...10))
            hold(
                Plan(
                    kind: .partyLecture, title: "\(name)党史党情专题党课（特邀专家）", unit: unit, from: day, hours: 2,
                    topics: [.partyHistory]), attendees: gathering(unit, day, 14...26))
        }
        if does(unit, ordinarily: 910) {
            let day = workday(year, random.int(3...12))
            hold(
                Plan(
                    kind: .partyLecture, title: "\(name)先进典型专题党课", unit: unit, from: day, hours: 2,
                    topics: [.roleModel]), attendees: gathering(unit, day, 14...26))
        }
    }

    private mutating func themedDays(_ unit: Int, _ year: Int) {
        let name = units[unit].unit.name
        let campaign: [Topic] = [.originalAspiration, .redClassic, .roleModel]
        let set: [(ActivityKind, String, Double, [Topic])] = [
            (.reading, "共读一本红色经典", 2, campaign),
            (.filmShowing, "集体观影", 2, campaign),
            (.lecture, "初心使命专题讲座", 2, [.originalAspiration]),
            (.fieldTeaching, "赴现场教学点开展现场教学", 4, campaign),
            (.politicalBirthday, "集体过政治生日", 1, campaign),
        ]
        for (kind, title, hours, topics) in set where does(unit, ordinarily: 890) {
            let day = workday(year, random.int(1...12))
            hold(
                Plan(
                    kind: kind, title: "\(name)\(title)", unit: unit, team: nil, from: day, hours: hours, topics: topics
                ),
                attendees: gathering(unit, day, 12...26))
        }
        for month in [1, 7] where does(unit, ordinarily: 900) {
            let day = workday(year, month)
            hold(
                Plan(kind: .themedDay, title: "\(name)\(year)年\(month)月主题党日", unit: unit, from: day, hours: 2),
                attendees: gathering(unit, day, 12...24))
        }
    }

    private mutating func educationSessions(_ unit: Int, _ year: Int) {
        let set: [(String, [Topic])] = [
            ("革命传统教育", [.redClassic]), ("形势政策教育", [.theory]), ("先进典型教育", [.roleModel]), ("警示教育", []),
        ]
        for (title, topics) in set where does(unit, ordinarily: 520) {
            let day = workday(year, random.int(2...12))
            hold(
                Plan(
                    kind: .educationSession, title: "\(units[unit].unit.name)\(title)", unit: unit, from: day, hours: 2,
                    topics: topics), attendees: gathering(unit, day, 14...30))
        }
    }

    private mutating func meetings(_ unit: Int, _ year: Int) {
        guard does(unit, ordinarily: 920), let team = staff.leadershipTeam[unit] else { return }
        let day = workday(year, random.pick([1, 12]))
        hold(
            Plan(
                kind: .meeting, title: "\(units[unit].unit.name)领导班子\(year)年度民主生活会", unit: unit, team: team, from: day,
                hours: 4), attendees: staff.members(of: team, on: day))
    }
}
