import Records
import Vocabulary

/// Fills the town with people as it stands on the first day.
struct TownHiring {
    let calendar: TownCalendar
    let units: TownUnits
    var random: TownRandom
    var staff: TownStaff
    var dayOfMonth = 1

    init(units: TownUnits, calendar: TownCalendar, random: TownRandom) {
        self.units = units
        self.calendar = calendar
        self.random = random
        staff = TownStaff(units: units.all.count)
    }

    /// How many of each a unit of a kind has: leaders (with the secretary), section level, village secretaries, other
    /// officials, professionals.
    struct Establishment {
        var leaders: ClosedRange<Int>
        var section: Int
        var secretaries = 0
        var officials: Int
        var professionals: Int
    }

    static func establishment(of kind: UnitKind) -> Establishment {
        switch kind {
        case .city: Establishment(leaders: 9...9, section: 4, officials: 8, professionals: 0)
        case .county: Establishment(leaders: 9...10, section: 110, officials: 25, professionals: 105)
        case .department: Establishment(leaders: 6...7, section: 13, officials: 4, professionals: 5)
        case .partySchool: Establishment(leaders: 6...6, section: 14, officials: 4, professionals: 36)
        case .institution: Establishment(leaders: 6...7, section: 15, officials: 3, professionals: 99)
        case .enterprise: Establishment(leaders: 6...7, section: 8, officials: 2, professionals: 44)
        case .township:
            Establishment(leaders: 7...8, section: 6, secretaries: 10, officials: 10, professionals: 11)
        case .village, .branch: Establishment(leaders: 0...0, section: 0, officials: 0, professionals: 0)
        }
    }

    mutating func fill() {
        for index in units.main { addTeams(of: index) }
        for index in units.main { fill(index) }
        for index in units.main { fillBranches(of: index) }
    }

    private mutating func addTeams(of index: Int) {
        let unit = units[index].unit
        let dated = Dated(from: calendar.start - 1800, recorded: calendar.start)
        staff.add(
            Team(
                code: "\(unit.code)-L", name: "\(unit.name)领导班子", kind: .leadershipTeam, unit: unit.code, dated: dated),
            unit: index)
        staff.add(
            Team(
                code: "\(unit.code)-G", name: "\(unit.name)理论学习中心组", kind: .studyGroup, unit: unit.code,
                dated: dated), unit: index)
        for branch in units[index].branches {
            let unit = units[branch].unit
            staff.add(
                Team(code: "\(unit.code)-T", name: unit.name, kind: .branch, unit: unit.code, dated: dated),
                unit: branch)
        }
    }

    private mutating func fill(_ index: Int) {
        let kind = units[index].unit.kind
        let numbers = Self.establishment(of: kind)
        for n in 0..<random.int(numbers.leaders) { hireLeader(at: index, secretary: n == 0) }
        for _ in 0..<numbers.section { hire(at: index, .section) }
        for _ in 0..<numbers.secretaries { hire(at: index, .villageSecretary) }
        for _ in 0..<numbers.officials { hire(at: index, .official) }
        for _ in 0..<numbers.professionals { hire(at: index, .professional) }
    }

    enum Standing { case section, villageSecretary, official, professional }

    mutating func hireLeader(at index: Int, secretary: Bool) {
        let kind = units[index].unit.kind
        let from = calendar.start - random.int(40...1800)
        let person = newPerson(born: secretary ? 1966...1976 : 1967...1984, recorded: calendar.start)
        staff.appoint(
            person,
            .init(unit: index, post: Self.leadersPost(kind, secretary), rank: Self.leadersRank(kind, secretary)),
            from: from, recorded: calendar.start)
        lead(person, index, secretary: secretary, from: from, recorded: calendar.start)
    }

    /// Puts a person into a unit's leadership team and study group, with the categories that go with it.
    mutating func lead(_ person: Int, _ index: Int, secretary: Bool, from: Day, recorded: Day) {
        let kind = units[index].unit.kind
        for team in [staff.leadershipTeam[index], staff.studyGroup[index]].compactMap({ $0 }) {
            staff.join(person, team, as: secretary ? .secretary : .member, from: from, recorded: recorded)
        }
        for category in Self.leadersCategories(kind, secretary: secretary) {
            staff.give(person, category, from: from, recorded: recorded)
        }
    }

    /// One person below the leaders; returns their position.
    @discardableResult
    mutating func hire(at index: Int, _ standing: Standing, on day: Day? = nil, recorded: Day? = nil) -> Int {
        let kind = units[index].unit.kind
        let recorded = recorded ?? calendar.start
        let from = day ?? calendar.start - random.int(40...4000)
        let born: ClosedRange<Int> =
            switch standing {
            case .section: 1968...1990
            case .villageSecretary: 1967...1993
            case .official, .professional: 1968...1999
            }
        let person = newPerson(born: day == nil ? born : 1994...2001, recorded: recorded)
        let (post, rank) = post(standing, kind)
        staff.appoint(person, .init(unit: index, post: post, rank: rank), from: from, recorded: recorded)
        for category in categories(standing, kind, person) {
            staff.give(person, category, from: from, recorded: recorded)
        }
        // Nothing else about a person depends on whether they are on this list, and nothing says why they are.
        if standing != .villageSecretary, random.chance(36) { staff.list(person, from: from, recorded: recorded) }
        return person
    }

    /// `years` of birth are those of a town whose books open in 2024; other towns are as much older or younger.
    private mutating func newPerson(born years: ClosedRange<Int>, recorded: Day) -> Int {
        let female = random.chance(420)
        let month = random.int(1...12)
        let number = String(staff.persons.count + 1)
        return staff.add(
            Person(
                code: "P" + String(repeating: "0", count: max(0, 5 - number.count)) + number,
                name: TownNames.make(female: female, &random), sex: female ? .female : .male,
                birthMonth: "\(random.int(years) + calendar.start.year - 2024)-\(month < 10 ? "0" : "")\(month)",
                recorded: recorded))
    }

    private mutating func post(_ standing: Standing, _ kind: UnitKind) -> (String, String) {
        switch (standing, kind) {
        case (.section, .institution), (.section, .enterprise): (random.pick(["部门主任", "部门副主任"]), "中层")
        case (.section, .township): (random.pick(["办公室主任", "站所负责人"]), "副科级")
        case (.section, _): random.chance(550) ? ("科长", "正科级") : ("副科长", "副科级")
        case (.villageSecretary, _): ("村（社区）党组织书记", "")
        case (.official, .institution), (.official, .enterprise): ("管理人员", "")
        case (.official, _): (random.pick(["一级科员", "二级科员", "四级主任科员"]), "科员")
        case (.professional, _): (random.pick(["高级工程师", "工程师", "讲师", "主治医师", "农艺师", "会计师"]), "")
        }
    }

    private mutating func categories(_ standing: Standing, _ kind: UnitKind, _ person: Int) -> [PersonCategory] {
        let born = Int(staff.persons[person].birthMonth.prefix(4)) ?? 1980
        let official = [UnitKind.city, .county, .department, .township].contains(kind)
        var found: [PersonCategory] = []
        switch standing {
        case .section:
            found = official ? [.sectionLevel, .civilServant] : [.sectionLevel]
            if kind == .institution || kind == .partySchool, random.chance(700) { found.append(.institutionLeader) }
            if kind == .enterprise, random.chance(600) { found.append(.soeLeader) }
            if kind == .institution || kind == .county, random.chance(450) { found.append(.professional) }
        case .villageSecretary: found = [.villageSecretary, .grassRoots]
        case .official: found = official ? [.civilServant] : []
        case .professional:
            found = [.professional]
            if random.chance(540) {
                found.append(.scarceTalent)
            } else if random.chance(610) {
                found.append(.seniorProfessional)
            }
            if kind == .institution, random.chance(180) { found.append(.institutionLeader) }
        }
        if kind == .township, standing != .villageSecretary { found.append(.grassRoots) }
        if kind == .county, standing != .section, random.chance(500) { found.append(.grassRoots) }
        if born >= calendar.start.year - (standing == .section ? 38 : 37),
            random.chance(standing == .professional ? 320 : 850)
        {
            found.append(.young)
        }
        return found
    }

    /// Members of a unit's branches: most of its people, its leaders among them as ordinary members.
    private mutating func fillBranches(of index: Int) {
        let branches = units[index].branches.compactMap { staff.branchTeam[$0] }
        guard !branches.isEmpty else { return }
        let listed = Set(staff.listed(on: calendar.start))
        var place = 0
        for person in staff.staff(of: index, on: calendar.start) where !listed.contains(person) {
            let leads = staff.isMember(person, of: .leadershipTeam)
            guard leads || random.chance(620) else { continue }
            staff.join(
                person, branches[place % branches.count], as: .member, from: calendar.start - random.int(40...1500),
                recorded: calendar.start)
            place += 1
        }
        for branch in branches { chooseSecretary(of: branch, on: calendar.start, recorded: calendar.start) }
    }

    /// A branch without a secretary takes one of its members who is not a leader already.
    mutating func chooseSecretary(of branch: Int, on day: Day, recorded: Day) {
        let members = staff.members(of: branch, on: day).filter { staff.role($0, in: .branch) == .member }
        guard let chosen = members.first(where: { staff.holds($0, .sectionLevel) }) ?? members.last else { return }
        staff.leave(chosen, [.branch], on: day, recorded: recorded)
        staff.join(chosen, branch, as: .secretary, from: day, recorded: recorded)
    }

    static func leadersPost(_ kind: UnitKind, _ secretary: Bool) -> String {
        switch kind {
        case .city: secretary ? "市委书记" : "市委常委"
        case .county: secretary ? "县（区）委书记" : "县（区）委常委"
        case .enterprise: secretary ? "党委书记、董事长" : "党委委员、副总经理"
        case .township: secretary ? "党（工）委书记" : "党（工）委委员"
        case .partySchool: secretary ? "常务副校长" : "副校长"
        default: secretary ? "党组（党委）书记" : "党组（党委）成员"
        }
    }

    static func leadersRank(_ kind: UnitKind, _ secretary: Bool) -> String {
        switch kind {
        case .city: secretary ? "正厅级" : "副厅级"
        case .township: secretary ? "正科级" : "副科级"
        case .enterprise: ""
        default: secretary ? "正处级" : "副处级"
        }
    }

    static func leadersCategories(_ kind: UnitKind, secretary: Bool) -> [PersonCategory] {
        switch kind {
        case .city: [.leadingOfficial, .teamMember, .civilServant]
        case .county, .department: [.leadingOfficial, .teamMember, .cityManaged, .civilServant]
        case .partySchool: [.leadingOfficial, .cityManaged, .institutionLeader]
        case .institution: [.leadingOfficial, .institutionLeader] + (secretary ? [.cityManaged] : [])
        case .enterprise: [.leadingOfficial, .soeLeader] + (secretary ? [.cityManaged] : [])
        case .township: [.leadingOfficial, .teamMember, .sectionLevel, .civilServant, .grassRoots]
        case .village, .branch: []
        }
    }
}
