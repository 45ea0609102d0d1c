import Records
import Vocabulary

/// Practice at the post: exchanges each month, exams each quarter, a contest each year, now and then an exercise.
extension TownDiary {
    mutating func drills() {
        for unit in units.of(.county, .department, .partySchool, .institution, .enterprise) {
            for year in calendar.years {
                for month in 1...12 where does(unit, year, month, ordinarily: 992, inTrouble: 650) {
                    gather(unit, .exchange, "\(month)月业务技术讨论交流", year, month, 2, 3...7)
                }
                for quarter in 0..<4 {
                    let month = quarter * 3 + month(unit, 1...2, orUntil: 3)
                    guard does(unit, year, month, ordinarily: 992, inTrouble: 400) else { continue }
                    gather(unit, .exam, "第\(quarter + 1)季度政策业务知识考试", year, month, 1.5, 10...18)
                }
                let contest = month(unit, 5...8, orUntil: 10)
                if does(unit, year, contest, ordinarily: 970) {
                    gather(unit, .contest, "业务技能比武竞赛", year, contest, 6, 10...20)
                }
            }
        }
        for year in calendar.years {
            for _ in 0..<6 {
                let unit = random.pick(units.of(.department, .enterprise, .institution))
                gather(unit, .drill, "应急演练", year, random.int(3...11), 3, 15...28)
            }
        }
    }

    private mutating func gather(
        _ unit: Int, _ kind: ActivityKind, _ title: String, _ year: Int, _ month: Int, _ hours: Double,
        _ size: ClosedRange<Int>
    ) {
        let day = day(unit, year, month)
        hold(
            Plan(
                kind: kind, title: "\(units[unit].unit.name)\(year)年\(title)", unit: unit, from: day, hours: hours,
                topics: [.businessKnowledge]), attendees: some(size, of: staff.staff(of: unit, on: day)))
    }
}
