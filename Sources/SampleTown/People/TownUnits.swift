import Records
import Vocabulary

/// How a unit goes about its duties. It shows in what is held, how many come and how late it is written down.
enum Diligence {
    case diligent, ordinary, lagging
}

/// What an ordinary unit never quite gets round to in time.
enum Slip: Hashable {
    /// The study group begins the year a session late and makes up for it in December.
    case studies
    /// The same with its seminars.
    case seminars
    /// Leaders are not spared for the month-long courses.
    case leaders
}

/// A unit of the town with what the generator must know about it.
struct TownUnit {
    var unit: OrgUnit
    var diligence = Diligence.ordinary
    var slips: Set<Slip> = []
    /// Why it lags, where it does; before that began it was an ordinary unit.
    var trouble: TownTrouble?
    /// Positions of its branches in the list of units; empty for a branch.
    var branches: [Int] = []
}

/// The 60 units, the 100 branches beneath them after these, and who beneath whom.
struct TownUnits {
    private(set) var all: [TownUnit] = []
    /// Units that are not branches.
    let main: Range<Int>
    let calendar: TownCalendar

    static let counties = ["云岭县", "西渡县", "东山区", "松河县", "石桥区"]
    static let departments = [
        "市委办公室", "市委组织部", "市委宣传部", "市委统战部", "市委政法委", "市委直属机关工委", "市委巡察办", "市纪委监委", "市政府办公室",
        "市发展改革委", "市教育局", "市科技局", "市工业和信息化局", "市公安局", "市民政局", "市司法局", "市财政局", "市人社局", "市自然资源局",
        "市生态环境局", "市住建局", "市交通运输局", "市水务局", "市农业农村局", "市卫生健康委", "市应急管理局", "市国资委", "市总工会",
    ]
    static let institutions = ["市中心医院", "市职业技术学院", "市第一中学", "市农业科学研究所", "市图书馆", "市疾病预防控制中心"]
    static let enterprises = ["市城市建设投资集团", "市水务集团", "市公共交通集团", "市粮食储备公司", "市文化旅游集团", "市产业发展公司"]
    static let townships = [
        ("河口镇", 0), ("青杨镇", 0), ("白石乡", 0), ("沙渠镇", 1), ("柳湾镇", 1), ("红柳乡", 1), ("东关街道", 2), ("新桥街道", 2),
        ("松林镇", 3), ("上河乡", 3), ("石桥街道", 4), ("南坡镇", 4), ("双泉镇", 4),
    ]

    init(calendar: TownCalendar, random: inout TownRandom) {
        self.calendar = calendar
        func unit(_ code: String, _ name: String, _ kind: UnitKind, under parent: String?) -> TownUnit {
            TownUnit(
                unit: OrgUnit(
                    code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: calendar.start - 3650),
                    recorded: calendar.start))
        }
        var units = [unit("C00", "青岚市委", .city, under: nil)]
        for (n, name) in Self.counties.enumerated() { units.append(unit("X0\(n + 1)", name, .county, under: "C00")) }
        for (n, name) in Self.departments.enumerated() {
            units.append(unit("D" + Self.two(n + 1), name, .department, under: "C00"))
        }
        units.append(unit("S01", "市委党校", .partySchool, under: "C00"))
        for (n, name) in Self.institutions.enumerated() {
            units.append(unit("I0\(n + 1)", name, .institution, under: "C00"))
        }
        for (n, name) in Self.enterprises.enumerated() {
            units.append(unit("E0\(n + 1)", name, .enterprise, under: "C00"))
        }
        for (n, (name, county)) in Self.townships.enumerated() {
            units.append(unit("T" + Self.two(n + 1), name, .township, under: "X0\(county + 1)"))
        }
        main = 0..<units.count

        units[0].diligence = .diligent
        for trouble in TownTrouble.all(calendar) {
            for index in main where units[index].unit.name == trouble.unit {
                units[index].diligence = .lagging
                units[index].trouble = trouble
            }
        }
        let others = random.shuffled(main.filter { $0 > 0 && units[$0].trouble == nil })
        for index in others.prefix(Self.diligent) { units[index].diligence = .diligent }
        for (place, index) in others.dropFirst(Self.diligent).enumerated() {
            units[index].slips = Self.slips(place, units[index].unit.kind, &random)
        }

        for index in main {
            let owner = units[index]
            for n in 0..<Self.branchCount(of: owner.unit.kind) {
                units[index].branches.append(units.count)
                var branch = unit(
                    "\(owner.unit.code)-B\(n + 1)", "\(owner.unit.name)第\(Self.ordinals[n])党支部", .branch,
                    under: owner.unit.code)
                branch.diligence = owner.diligence
                branch.trouble = owner.trouble
                units.append(branch)
            }
        }
        all = units
    }

    /// Four in ten are on course with everything.
    private static let diligent = 25

    private static func slips(_ place: Int, _ kind: UnitKind, _ random: inout TownRandom) -> Set<Slip> {
        // Team members are leaders of the city, counties, departments and townships.
        let sendsLeaders = [UnitKind.county, .department, .township].contains(kind)
        let possible: [Slip] = sendsLeaders ? [.studies, .seminars, .leaders] : [.studies, .seminars]
        var slips: Set = [possible[place % possible.count]]
        if random.chance(250) { slips.insert(random.pick(possible)) }
        return slips
    }

    subscript(index: Int) -> TownUnit { all[index] }

    /// Positions of all units of a kind.
    func of(_ kinds: UnitKind...) -> [Int] { main.filter { kinds.contains(all[$0].unit.kind) } }

    /// Position of a unit by name; the city where there is none.
    func named(_ name: String) -> Int { main.first { all[$0].unit.name == name } ?? 0 }

    private static let ordinals = ["一", "二", "三", "四"]

    private static func branchCount(of kind: UnitKind) -> Int {
        switch kind {
        case .city, .village, .branch: 0
        case .county: 4
        case .department: 1
        case .partySchool, .institution, .enterprise, .township: 2
        }
    }

    private static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
