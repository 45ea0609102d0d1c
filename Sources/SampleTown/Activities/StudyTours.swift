import Records
import Vocabulary

/// Study tours: filed ahead, approved, reported afterwards; some late, some without a report.
extension TownDiary {
    mutating func studyTours() {
        for year in calendar.years {
            for unit in units.of(.county, .department, .enterprise, .partySchool) where likes(unit, 780) {
                for _ in 0..<random.int(1...2) { tour(unit, year) }
            }
        }
    }

    private mutating func tour(_ unit: Int, _ year: Int) {
        let month = random.int(3...11)
        let day = workday(year, month)
        let days = random.int(3...7)
        let end = day + (days - 1)
        let careless = isInTrouble(unit, year, month)
        let careful = units[unit].diligence == .diligent
        let lead = random.chance(careless ? 600 : careful ? 0 : 150) ? random.int(3...11) : random.int(17...40)
        let filed = calendar.workday(day - lead - 2)
        let approved = random.chance(careless ? 250 : careful ? 0 : 40) ? nil : min(day - 1, filed + random.int(2...9))
        let reported: Day? =
            random.chance(careless ? 400 : careful ? 0 : 100)
            ? nil : end + (random.chance(careless ? 400 : careful ? 0 : 150) ? random.int(18...60) : random.int(4...14))
        var attachments: [Attachment] = []
        if random.chance(careless ? 700 : careful ? 1000 : 950) { attachments.append(Attachment("考察学习方案", on: filed)) }
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
