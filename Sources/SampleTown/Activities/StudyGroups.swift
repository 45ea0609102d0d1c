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

    /// Once a month, and now and then once more; a member speaks each time, the secretary twice a year.
    private mutating func collectiveStudies(_ unit: Int, _ group: Int, _ year: Int) {
        var number = 0
        let busy = units[unit].diligence == .lagging ? [] : [random.int(3...6), random.int(8...11)]
        for month in (Array(1...12) + busy).sorted() where does(unit, ordinarily: 965) {
            let day = workday(year, month)
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
        for (place, month) in [3, 6, 9, 11].enumerated() where does(unit, ordinarily: 975) {
            let day = workday(year, month)
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
        guard does(unit, ordinarily: 970) else { return }
        let short = units[unit].diligence == .lagging ? random.chance(450) : random.chance(60)
        let days = short ? 2 : random.int(3...5)
        let day = workday(year, random.pick([2, 7, 8]), within: 3...20)
        hold(
            Plan(
                kind: .readingClass, title: "\(units[unit].unit.name)领导班子\(year)年集中读书班", unit: unit, team: team,
                from: day, days: days, hours: Double(days * 6), topics: [.theory]),
            attendees: staff.members(of: team, on: day))
    }

    /// The year's study plan is a document: held by nobody, handed in on a day.
    private mutating func studyPlan(_ unit: Int, _ group: Int, _ year: Int) {
        guard does(unit, ordinarily: 950) else { return }
        let day = workday(year, random.pick([1, 1, 2, 3]))
        hold(
            Plan(
                kind: .document, title: "\(units[unit].unit.name)理论学习中心组\(year)年度学习计划", unit: unit, team: group,
                from: day, hours: 0, topics: [.theory], filed: day, attachments: [Attachment("学习计划", on: day)]))
    }
}
