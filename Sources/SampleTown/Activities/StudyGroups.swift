import Records
import Vocabulary

/// What study groups and leadership teams do: collective studies, seminars with keynotes, reading classes.
extension TownDiary {
    mutating func studyGroups() {
        for unit in units.main {
            guard let group = staff.studyGroup[unit], let team = staff.leadershipTeam[unit] else { continue }
            for year in calendar.years {
                collectiveStudies(unit, group, year)
                seminars(unit, group, year)
                readingClass(unit, team, year)
                studyPlan(unit, group, year)
            }
        }
    }

    /// Once a month; a member speaks each time, the secretary twice a year and more.
    private mutating func collectiveStudies(_ unit: Int, _ group: Int, _ year: Int) {
        var number = 0
        let late = slips(unit, .studies)
        let months = late ? Array(2...12) + [12] : Array(1...12) + [random.int(8...11)]
        for (place, month) in months.sorted().enumerated()
        where does(unit, year, month, ordinarily: 995, inTrouble: 250) {
            let day =
                late && place == 11 ? workday(year, 12, within: 22...27) : day(unit, year, month)
            let members = staff.members(of: group, on: day)
            guard let secretary = members.first else { continue }
            number += 1
            let topics: [Topic] =
                month % 3 == 2 ? [.lifelines, .theory] : random.chance(150) ? [.partyHistory, .theory] : [.theory]
            var keynotes = call(1, from: Array(members.dropFirst()), for: "keynote\(group)-\(year)")
            if month % 5 == 2 { keynotes.insert(secretary, at: 0) }
            hold(
                Plan(
                    kind: .collectiveStudy,
                    title: "\(units[unit].unit.name)理论学习中心组\(year)年第\(number)次集中学习", unit: unit, team: group,
                    from: day, hours: random.pick([2, 2, 2.5, 3]), topics: topics), attendees: members,
                keynotes: keynotes)
        }
    }

    /// Four a year; the secretary speaks at two of them, the others take turns.
    private mutating func seminars(_ unit: Int, _ group: Int, _ year: Int) {
        let name = units[unit].unit.name
        let subjects = ["基层治理", "营商环境", "生态保护", "乡村振兴", "民生实事", "产业升级", "风险防范", "作风建设"]
        let months = slips(unit, .seminars) ? [4, 7, 11, 12] : [2, 5, 8, 11]
        for (place, month) in months.enumerated() where does(unit, year, month, ordinarily: 995) {
            let day = slips(unit, .seminars) && place == 3 ? workday(year, 12, within: 20...27) : day(unit, year, month)
            let members = staff.members(of: group, on: day)
            guard let secretary = members.first else { continue }
            var keynotes = call(random.int(1...2), from: Array(members.dropFirst()), for: "keynote\(group)-\(year)")
            if place.isMultiple(of: 2) { keynotes.insert(secretary, at: 0) }
            let lifelines = place == 1
            hold(
                Plan(
                    kind: .seminar, title: "\(name)\(lifelines ? "“三条生命线”" : random.pick(subjects))专题研讨", unit: unit,
                    team: group, from: day, hours: random.pick([2.5, 3, 3.5]),
                    topics: lifelines ? [.lifelines] : [.theory]), attendees: members, keynotes: keynotes)
        }
    }

    private mutating func readingClass(_ unit: Int, _ team: Int, _ year: Int) {
        let month = random.pick([2, 7, 8])
        guard does(unit, year, month, ordinarily: 995, inTrouble: 350) else { return }
        let short =
            isInTrouble(unit, year, month)
            ? random.chance(600) : units[unit].diligence != .diligent && random.chance(100)
        let days = short ? 2 : random.int(3...5)
        let day = workday(year, month, within: 3...20)
        hold(
            Plan(
                kind: .readingClass, title: "\(units[unit].unit.name)领导班子\(year)年集中读书班", unit: unit, team: team,
                from: day, days: days, hours: Double(days * 6), topics: [.theory]),
            attendees: staff.members(of: team, on: day))
    }

    /// The year's study plan is a document: held by nobody, handed in on a day.
    private mutating func studyPlan(_ unit: Int, _ group: Int, _ year: Int) {
        let month = random.pick([1, 1, 2, 3])
        guard does(unit, year, month) else { return }
        let day = workday(year, month)
        hold(
            Plan(
                kind: .document, title: "\(units[unit].unit.name)理论学习中心组\(year)年度学习计划", unit: unit, team: group,
                from: day, hours: 0, topics: [.theory], filed: day, attachments: [Attachment("学习计划", on: day)]))
    }
}
