import Records
import Vocabulary

/// Study tours: filed ahead, approved, reported afterwards; some late, some without a report.
extension TownDiary {
    mutating func studyTours() {
        for year in calendar.years {
            for unit in units.of(.county, .department, .enterprise, .partySchool) where does(unit, ordinarily: 800) {
                for _ in 0..<random.int(1...2) { tour(unit, year) }
            }
        }
    }

    private mutating func tour(_ unit: Int, _ year: Int) {
        let day = workday(year, random.int(3...11))
        let days = random.int(3...7)
        let end = day + (days - 1)
        let careless = units[unit].diligence == .lagging
        let lead = random.chance(careless ? 600 : 120) ? random.int(3...13) : random.int(16...40)
        let filed = calendar.workday(day - lead - 2)
        let approved = random.chance(careless ? 250 : 30) ? nil : min(day - 1, filed + random.int(2...9))
        let reported: Day? =
            random.chance(careless ? 400 : 70)
            ? nil : end + (random.chance(careless ? 400 : 120) ? random.int(18...60) : random.int(4...14))
        var attachments: [Attachment] = []
        if random.chance(careless ? 700 : 960) { attachments.append(Attachment("考察学习方案", on: filed)) }
        if let reported { attachments.append(Attachment("考察成果报告", on: reported)) }
        let places = ["东部沿海城市", "省会", "先进县区", "产业园区", "相邻地市"]
        let team = staff.leadershipTeam[unit].map { staff.members(of: $0, on: day) } ?? []
        let chiefs = staff.staff(of: unit, on: day).filter { !team.contains($0) }
        hold(
            Plan(
                kind: .studyTour, title: "\(units[unit].unit.name)赴\(random.pick(places))学习考察", unit: unit, from: day,
                days: days, hours: Double(days * 6), topics: [.businessKnowledge], filed: filed, approved: approved,
                reported: reported, attachments: attachments),
            attendees: some(1...3, of: team) + some(3...7, of: chiefs), everybodyCame: true)
    }
}
