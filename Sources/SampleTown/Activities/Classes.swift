import Records
import Vocabulary

/// The city's classes: main, demonstration, special, rank and professional, for the newly appointed, courses online.
extension TownDiary {
    mutating func classes() {
        for year in calendar.years {
            mainClasses(year)
            specialClasses(year)
            headCountClasses(year)
            cityLectures(year)
            onlineCourses(year)
        }
    }

    private var school: Int { units.named("市委党校") }
    private var organisation: Int { units.named("市委组织部") }

    private mutating func mainClasses(_ year: Int) {
        for (n, month) in [2, 5, 8, 11].enumerated() {
            teach(
                .mainClass, "\(year)年第\(n + 1)期市管干部进修班", school, year, month, days: 12...19, seats: 20...26,
                of: [.cityManaged], topics: [.theory], withProofs: true)
        }
        for (n, month) in [2, 5, 9].enumerated() {
            teach(
                .mainClass, "\(year)年第\(n + 1)期中青年干部培训班", school, year, month, days: 26...40, seats: 78...88,
                of: [.young], mostly: .sectionLevel, topics: [.theory], withProofs: true, filled: true)
        }
        for (n, month) in [2, 5, 8, 10].enumerated() {
            teach(
                .demonstrationClass, "\(year)年第\(n + 1)期基层党员干部示范培训班", organisation, year, month, days: 3...5,
                seats: 55...75, of: [.grassRoots], topics: [.theory])
        }
        teach(
            .mainClass, "\(year)年村（社区）党组织书记轮训班", school, year, 7, days: 3...4, seats: 45...55,
            of: [.villageSecretary], audience: [.villageSecretary, .grassRoots], topics: [.localExperience],
            withProofs: true)
        for (n, month) in [1, 3, 6, 9].enumerated() { theoryCourse(year, n, month) }
        let day = workday(year, 6)
        let listed = callEvenly(random.int(28...36), from: staff.listed(on: day), on: day, for: "roster")
        hold(
            Plan(
                kind: .mainClass, title: "\(year)年党外干部培训班", unit: school, from: day, days: 5, hours: 30,
                topics: [.theory], filed: day - 20), attendees: listed)
    }

    /// A month and more, so not every unit spares its leaders: those that do send all of them in the three years.
    private mutating func theoryCourse(_ year: Int, _ n: Int, _ month: Int) {
        let day = workday(year, month, within: 3...12)
        let members = staff.holders(of: .teamMember, on: day)
        let hesitant = Set(units.main.filter { units[$0].slips.contains(.leaders) || units[$0].trouble != nil })
        let sparing = units.main.filter { !hesitant.contains($0) }.flatMap { staff.staff(of: $0, on: day) }
        let waiting = uncalled(sparing.filter(Set(members).contains), for: "theoryCourse").count
        // Somewhat more than an even share of those who wait, so that the last courses are classes too, and no unit is late.
        let left = (calendar.years.upperBound - year) * 4 + 4 - n
        let called = callEvenly(
            min(random.int(33...38), (waiting * 13 + left * 10 - 1) / (left * 10)), from: members, on: day,
            for: "theoryCourse"
        ) { [hesitant] unit, share in share <= (hesitant.contains(unit) ? 0.55 : 1) }
        let length = random.int(31...35)
        let title = "\(year)年第\(n + 1)期领导班子成员系统理论教育"
        let draft = hold(
            Plan(
                kind: .theoryCourse, title: title, unit: school, from: day, days: length,
                hours: Double((length - length / 7 * 2) * 6), topics: [.theory], audience: [.teamMember],
                filed: day - random.int(18...30), reported: day + length + random.int(2...9)),
            attendees: called, staffed: some(1...2, of: staff.staff(of: school, on: day)), everybodyCame: true)
        if let draft { addProofs(of: draft, title, [.theory]) }
    }

    private mutating func specialClasses(_ year: Int) {
        let subjects = [
            "项目谋划", "数字政府", "基层治理", "招商引资", "财税金融", "城市更新", "水利建设", "安全生产", "依法行政", "营商环境", "文旅融合", "绿色发展",
        ]
        let places = ["", "（省城高校承办）", "（外地干部学院承办）"]
        for n in 1...random.int(33...36) {
            let unit = random.pick(units.of(.department))
            teach(
                .specialClass, "\(year)年第\(n)期“\(random.pick(subjects))”靶向培训班\(random.pick(places))", unit, year,
                1 + n * 11 / 34, days: 3...6, seats: 46...62, of: [.sectionLevel, .civilServant], audience: [],
                topics: [.targeted, .businessKnowledge])
        }
        for n in 1...random.int(6...7) {
            teach(
                .specialClass, "\(year)年第\(n)期“三条生命线”专题培训班", school, year, min(12, n * 2 - 1), days: 2...3,
                seats: 36...50,
                of: [.civilServant], audience: [], topics: [.lifelines])
        }
        for n in 1...random.int(1...2) {
            teach(
                .specialClass, "\(year)年第\(n)期市属国有企业领导人员专题研讨班", units.named("市国资委"), year, 4 + n * 3, days: 3...5,
                seats: 30...36, of: [.soeLeader], topics: [.enterprise])
        }
        teach(
            .demonstrationClass, "\(year)年国有企业党组织书记示范培训班", units.named("市国资委"), year, 9, days: 3...4,
            seats: 20...26, of: [.soeLeader], topics: [.enterprise])
        teach(
            .newChiefsClass, "\(year)年新任科长培训班", school, year, random.pick([5, 9]),
            days: year.isMultiple(of: 3) ? 10...12 : 15...18, seats: 40...60, of: [.newSectionChief], topics: [.theory],
            withProofs: true)
    }

    /// The classes that the yearly head counts are met by, many small ones over the year.
    private mutating func headCountClasses(_ year: Int) {
        let personnel = units.named("市人社局")
        for n in 1...random.int(23...24) {
            teach(
                .professionalTraining, "\(year)年第\(n)期科级干部专业化能力培训班", organisation, year, 1 + n * 11 / 25,
                days: n == 4 ? 3...3 : 5...7,
                seats: 48...56, of: [.sectionLevel], topics: [.businessKnowledge], filled: true)
        }
        for n in 1...random.int(19...20) {
            teach(
                .trainingClass, "\(year)年第\(n)期急需紧缺人才和专业人才研修班", personnel, year, 1 + n * 10 / 20,
                days: 3...6, seats: 52...62, of: [.scarceTalent],
                topics: [.businessKnowledge], filled: true)
        }
        for n in 1...random.int(10...11) {
            teach(
                .trainingClass, "\(year)年第\(n)期高层次骨干专业技术人才研修班", personnel, year, n,
                days: 3...5, seats: 50...60, of: [.seniorProfessional], topics: [.businessKnowledge], filled: true)
        }
        for n in 1...2 {
            teach(
                .rankTraining, "\(year)年第\(n)期领导干部任职培训班", school, year, n * 5, days: 8...10, seats: 28...36,
                of: [.leadingOfficial], topics: [.theory])
        }
        for n in 1...2 {
            teach(
                .trainingClass, "\(year)年第\(n)期事业单位领导人员培训班", organisation, year, 3 + n * 3, days: 5...6,
                seats: 22...30, of: [.institutionLeader], topics: [.theory])
        }
        for n in 1...random.int(3...5) {
            teach(
                .trainingClass, "\(year)年第\(n)期基层干部能力提升班", organisation, year, 1 + n * 2, days: 2...4, seats: 48...60,
                of: [.grassRoots], topics: [.localExperience])
        }
    }

    /// One class: filed about three weeks ahead, mostly; seats go to those who had the fewest before. One that is `filled`
    /// gives a seat that falls free to somebody else.
    private mutating func teach(
        _ kind: ActivityKind, _ title: String, _ unit: Int, _ year: Int, _ month: Int, days: ClosedRange<Int>,
        seats: ClosedRange<Int>, of pool: [PersonCategory], mostly: PersonCategory? = nil,
        audience: [PersonCategory]? = nil, topics: [Topic],
        withProofs: Bool = false, filled: Bool = false
    ) {
        let day = workday(year, month, within: 2...18)
        let length = random.int(days)
        var seen: Set<Int> = []
        let candidates = pool.flatMap { staff.holders(of: $0, on: day) }.filter { seen.insert($0).inserted }
        // What is filled reaches as many people as it can within the year; elsewhere places go round over the years.
        let purpose = "\(kind)-\(pool.map(\.rawValue).joined(separator: "+"))\(filled ? "-\(year)" : "")"
        let count = random.int(seats)
        var called: [Int] = []
        if let mostly {
            let holders = Set(staff.holders(of: mostly, on: day))
            called = call(count * 7 / 8, from: candidates.filter(holders.contains), for: purpose)
        }
        called += call(count - called.count, from: candidates.filter { !called.contains($0) }, for: purpose)
        let end = day + (length - 1)
        let taught = length - length / 7 * 2
        guard
            let draft = hold(
                Plan(
                    kind: kind, title: title, unit: unit, from: day, days: length, hours: Double(taught * 6),
                    topics: topics, audience: audience ?? pool,
                    filed: day - (random.chance(80) ? 6 : random.int(15...30)),
                    reported: random.chance(850) ? end + random.int(3...14) : nil), attendees: called,
                staffed: some(1...2, of: staff.staff(of: unit, on: day)), everybodyCame: filled)
        else { return }
        if withProofs { addProofs(of: draft, title, topics) }
    }

    /// Towards the end of a party-school class: done or not done, the texts themselves are kept nowhere.
    private mutating func addProofs(of draft: Int, _ title: String, _ topics: [Topic]) {
        let held = drafts[draft]
        let trainees = held.parts.filter { $0.role == .attendee && $0.completed }.map(\.person)
        let set: [(ActivityKind, String, Double, [Topic], Int)] = [
            (.selfReview, "党性剖析", 2, [], 985), (.reading, "精读经典著作", 4, [.theory], 975),
            (.exam, "基本要义知识测试", 1.5, [.theory], 990), (.essay, "撰写心得体会", 2, [], 940),
        ]
        for (kind, name, hours, topics, done) in set {
            let plan = Plan(
                kind: kind, title: "\(title)·\(name)", unit: held.unit,
                from: calendar.workday(max(held.activity.from, held.activity.to - random.int(1...4))), hours: hours,
                topics: topics, audience: held.activity.audience)
            hold(plan, attendees: trainees.filter { _ in random.chance(done) }, everybodyCame: true)
        }
    }

    private mutating func cityLectures(_ year: Int) {
        let hall = units.named("市委宣传部")
        for n in 1...random.int(6...7) {
            let day = workday(year, min(12, n * 2 - 1), within: 2...18)
            let pool = staff.holders(of: .civilServant, on: day)
            hold(
                Plan(
                    kind: .lectureHall, title: "\(year)年第\(n)期理论大讲堂", unit: hall, from: day, hours: 2.5,
                    topics: [.theory]), attendees: some(90...140, of: pool),
                staffed: some(2...3, of: staff.staff(of: hall, on: day)))
        }
    }

    /// Taken at the desk over some weeks; not everybody finishes.
    private mutating func onlineCourses(_ year: Int) {
        for (n, month) in [2, 3, 5, 6, 8, 9, 10, 11].enumerated() {
            let day = workday(year, month)
            let pool = staff.holders(of: .civilServant, on: day) + staff.holders(of: .professional, on: day)
            var seen: Set<Int> = []
            hold(
                Plan(
                    kind: .onlineCourse, title: "\(year)年网络学院第\(n + 1)期课程", unit: organisation, from: day, days: 28,
                    hours: 8, topics: n.isMultiple(of: 2) ? [.theory] : [.businessKnowledge]),
                attendees: some(700...980, of: pool.filter { seen.insert($0).inserted }))
        }
    }
}
