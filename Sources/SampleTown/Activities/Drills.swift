import Records
import Vocabulary

/// Practice at the post: exchanges each month, exams each quarter, a contest each year, now and then an exercise.
extension TownDiary {
    mutating func drills() {
        for unit in units.of(.county, .department, .partySchool, .institution, .enterprise) {
            for year in calendar.years {
                for month in 1...12 where does(unit, ordinarily: 925) {
                    gather(unit, .exchange, "\(month)月业务技术讨论交流", year, month, 2, 4...8)
                }
                for quarter in 0..<4 where does(unit, ordinarily: 930) {
                    gather(
                        unit, .exam, "第\(quarter + 1)季度政策业务知识考试", year, quarter * 3 + random.int(1...3), 1.5, 10...18)
                }
                if does(unit, ordinarily: 900) {
                    gather(unit, .contest, "业务技能比武竞赛", year, random.int(5...11), 6, 10...20)
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
        let day = workday(year, month)
        hold(
            Plan(
                kind: kind, title: "\(units[unit].unit.name)\(year)年\(title)", unit: unit, from: day, hours: hours,
                topics: [.businessKnowledge]), attendees: some(size, of: staff.staff(of: unit, on: day)))
    }
}
