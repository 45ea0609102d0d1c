import Records
import Vocabulary

/// Field-teaching sites: nine from the start, the others opened one by one.
enum TownSites {
    static func make(units: TownUnits, calendar: TownCalendar, random: inout TownRandom) -> [Site] {
        let names: [(String, String, [Topic])] = [
            ("云岭县", "云岭红军小道", [.redClassic, .originalAspiration]), ("云岭县", "云岭梯田合作社", [.localExperience]),
            ("西渡县", "西渡古渡口纪念馆", [.redClassic]), ("西渡县", "西渡枸杞产业园", [.localExperience]),
            ("东山区", "东山老厂房更新街区", [.localExperience]), ("东山区", "东关街道议事厅", [.localExperience]),
            ("松河县", "松河治沙林场", [.localExperience]), ("松河县", "松河支前陈列室", [.redClassic, .partyHistory]),
            ("石桥区", "石桥新时代讲习所", [.theory]), ("石桥区", "石桥智慧水务中心", [.localExperience]),
            ("市生态环境局", "青杨湿地保护站", [.localExperience]), ("市科技局", "创新驱动展示中心", [.localExperience]),
            ("市农业农村局", "高标准农田示范区", [.localExperience]), ("市纪委监委", "警示教育基地", []),
            ("市委党校", "党史学习教育馆", [.partyHistory]), ("市总工会", "劳模创新工作室", [.roleModel]),
            ("市国资委", "产业发展公司数字车间", [.enterprise, .localExperience]), ("市水务局", "河湖治理展示馆", [.localExperience]),
            ("市公安局", "枫桥式派出所", [.localExperience]), ("市教育局", "乡村教师之家", [.roleModel]),
        ]
        let sites = names.enumerated().map { place, item in
            let (owner, name, topics) = item
            let from =
                place < 9
                ? calendar.start - random.int(100...900)
                : calendar.workday(calendar.start + (place - 8) * 80 + random.int(0...30))
            return Site(
                code: "", name: name, unit: units[units.named(owner)].unit.code, topics: topics,
                dated: Dated(from: from, recorded: max(calendar.start, calendar.workday(from + random.int(1...12)))))
        }
        return sites.filter { $0.dated.recorded <= calendar.until }
    }
}
