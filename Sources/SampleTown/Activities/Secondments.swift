import Records
import Vocabulary

/// Posts held elsewhere for some months, and the rounds in which the programme itself is looked at.
extension TownDiary {
    mutating func secondments() {
        for year in calendar.years {
            for _ in 0..<random.int(9...14) {
                let unit = random.pick(units.of(.department, .county))
                let day = workday(year, random.int(2...9))
                let pool = staff.staff(of: unit, on: day).filter { staff.holds($0, .young) }
                let place = random.pick(["上挂省直部门", "外派先进地区", "下派乡镇", "专项挂职重点项目"])
                let days = random.pick([91, 122, 182])
                hold(
                    Plan(
                        kind: .secondment, title: "\(units[unit].unit.name)干部\(place)挂职锻炼", unit: unit, from: day,
                        days: days, hours: Double(days * 5 / 7 * 7), approved: day - random.int(5...20)),
                    attendees: some(1...1, of: pool), everybodyCame: true)
            }
        }
    }

    mutating func inspections() {
        let office = units.named("市委办公室")
        for year in calendar.years {
            for (n, month) in [4, 7, 11].enumerated() {
                for county in units.of(.county) where random.chance(850) {
                    let day = workday(year, month)
                    hold(
                        Plan(
                            kind: .inspection, title: "\(year)年第\(n + 1)轮培训工作督查（\(units[county].unit.name)）",
                            unit: office,
                            from: day, days: 2, hours: 12, reported: day + random.int(6...25)),
                        staffed: some(2...4, of: staff.staff(of: office, on: day)))
                }
            }
        }
    }
}
