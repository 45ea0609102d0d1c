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
                for branch in units[unit].branches { branchLectures(branch, of: unit, year) }
            }
            troubleMeeting(unit)
        }
    }

    /// A handful of the people of a unit, as they gather for most occasions.
    private mutating func gathering(_ unit: Int, _ day: Day, _ size: ClosedRange<Int>) -> [Int] {
        some(size, of: staff.staff(of: unit, on: day))
    }

    /// What brought a unit far behind begins with a meeting.
    private mutating func troubleMeeting(_ unit: Int) {
        guard let trouble = units[unit].trouble else { return }
        hold(
            Plan(kind: .meeting, title: trouble.meeting, unit: unit, from: trouble.from, hours: 2),
            attendees: gathering(unit, trouble.from, 12...20))
    }

    /// Leaders speak in their own branch each year; those who came in the course of it, in September.
    private mutating func leadersLectures(_ unit: Int, _ year: Int) {
        guard let team = staff.leadershipTeam[unit] else { return }
        let early = staff.members(of: team, on: calendar.workday(year, 3, 1))
        for leader in staff.members(of: team, on: calendar.workday(year, 8, 31)) {
            let month = early.contains(leader) ? month(unit, 3...8, orUntil: 10) : 9
            guard does(unit, year, month) else { continue }
            let day = workday(year, month, within: 2...17)
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

    /// Branch secretaries and ordinary members: short lectures, half of the branch to a session. Whoever has not
    /// spoken by September does so then, save a few here and there, who follow late in the year.
    private mutating func branchLectures(_ branch: Int, of unit: Int, _ year: Int) {
        guard let team = staff.branchTeam[branch] else { return }
        let purpose = "speech-\(year)"
        let stragglers = units[unit].diligence != .diligent && random.chance(220) ? random.int(1...3) : 0
        for (place, month) in [4, 9, 11].enumerated() {
            let day = workday(year, month, within: 3...16)
            let members = staff.members(of: team, on: day)
            let open = uncalled(members.filter { !staff.isMember($0, of: .leadershipTeam) }, for: purpose)
            let wanted = place == 0 ? (members.count + 1) / 2 : place == 1 ? open.count - stragglers : open.count
            guard min(wanted, open.count) > 0, does(branch, year, month, ordinarily: 1000) else { continue }
            var speakers = call(wanted, from: open, for: purpose)
            if place == 0, let secretary = members.first, !speakers.contains(secretary) { speakers.append(secretary) }
            hold(
                Plan(
                    kind: .partyLecture, title: "\(units[branch].unit.name)\(year)年第\(place + 1)期党员微党课",
                    unit: branch, team: team, from: day, hours: 2, topics: [.theory]),
                attendees: some(2...5, of: members), speakers: speakers)
        }
    }

    /// Once a year an expert on the party's history, once a year a role model; speakers from outside are not persons
    /// of the town.
    private mutating func invitedLectures(_ unit: Int, _ year: Int) {
        let name = units[unit].unit.name
        if units[unit].unit.kind != .township, case let month = month(unit, 3...8, orUntil: 10),
            does(unit, year, month, ordinarily: 980)
        {
            let day = workday(year, month, within: 2...20)
            hold(
                Plan(
                    kind: .partyLecture, title: "\(name)党史党情专题党课（特邀专家）", unit: unit, from: day, hours: 2,
                    topics: [.partyHistory]), attendees: gathering(unit, day, 14...26))
        }
        let month = month(unit, 3...8, orUntil: 11)
        if does(unit, year, month, ordinarily: 980) {
            let day = workday(year, month, within: 2...20)
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
        for (kind, title, hours, topics) in set {
            let month = month(unit, 1...8, orUntil: 12)
            guard does(unit, year, month, ordinarily: 970) else { continue }
            let day = workday(year, month)
            hold(
                Plan(
                    kind: kind, title: "\(name)\(title)", unit: unit, team: nil, from: day, hours: hours, topics: topics
                ),
                attendees: gathering(unit, day, 10...22))
        }
        for month in [1, 7] where likes(unit, 700) {
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
        for (title, topics) in set where likes(unit, 360) {
            let day = workday(year, random.int(2...12))
            hold(
                Plan(
                    kind: .educationSession, title: "\(units[unit].unit.name)\(title)", unit: unit, from: day, hours: 2,
                    topics: topics), attendees: gathering(unit, day, 14...30))
        }
    }

    private mutating func meetings(_ unit: Int, _ year: Int) {
        guard likes(unit, 920), let team = staff.leadershipTeam[unit] else { return }
        let day = workday(year, random.pick([1, 12]))
        hold(
            Plan(
                kind: .meeting, title: "\(units[unit].unit.name)领导班子\(year)年度民主生活会", unit: unit, team: team, from: day,
                hours: 4), attendees: staff.members(of: team, on: day))
    }
}
