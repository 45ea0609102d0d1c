import Pages
import Storage
import Store
import Vocabulary

/// What the school of a sample town has to choose from, and timetables made from it.
struct SampleLibrary {
    private(set) var trainers: [Trainer] = []
    private(set) var courses: [Course] = []
    private(set) var rooms: [Room] = []
    private(set) var sites: [TeachingSite] = []
    private(set) var cases: [TeachingCase] = []

    /// Entered by the school well before the classes of a town that ends on `until`.
    init(in database: Database, until: Day) throws {
        let (school, day) = (Reader(account: "市委党校教务处", rights: [.see, .report, .teach]), until - 320)
        func enter<N: LibraryNoun>(_ entries: [N.Entry]) throws -> [N] {
            try entries.map { try database.perform(EnterInLibrary<N>(entry: $0), by: school, on: day) }
        }
        trainers = try enter(Self.trainerEntries(until))
        courses = try enter(Self.courseEntries(trainers, until))
        rooms = try enter(Self.roomEntries)
        sites = try enter(Self.siteEntries(until))
        cases = try enter(Self.caseEntries)
        for (place, found) in cases.enumerated() where place < 8 {
            for (reviewer, name) in ["沈砚秋", "方既明"].enumerated() {
                let verdict: CaseVerdict = place == 7 ? .revise : .accept
                // One waits for its second review, one was sent back.
                if place >= 6, reviewer == 1 { continue }
                try database.perform(
                    ReviewCase(
                        record: found.code,
                        review: CaseReview(
                            reviewer: name, verdict: verdict, remark: verdict == .revise ? "请补充数据来源，思考题再具体一些" : "")),
                    by: school, on: day + 20)
            }
        }
        for found in trainers.suffix(1) {
            try database.perform(
                StopUsing<Trainer>(record: found.code, reason: "已调外省工作"), by: school, on: until - 60)
        }
        for found in rooms.suffix(1) {
            try database.perform(StopUsing<Room>(record: found.code, reason: "正在维修"), by: school, on: until - 30)
        }
    }

    /// Half-days of a class: lessons in the morning; in the afternoon the field, a case, party spirit or a discussion.
    func sessions(of scheme: ClassScheme, number: Int) -> [ClassSession] {
        let lessons = courses.filter { $0.entry.kind == (scheme.kind == .main ? .theory : .ability) }
        let spirit = courses.filter { $0.entry.kind == .partySpirit }
        guard let end = courses.last, !lessons.isEmpty, !spirit.isEmpty, rooms.count > 3 else { return [] }
        let days = Self.taughtDays(of: scheme)
        return days.enumerated().flatMap { place, day -> [ClassSession] in
            var morning = session(lessons[(number * 3 + place) % lessons.count], number, day, .morning, 8)
            var afternoon: ClassSession
            switch place % 4 {
            case _ where place == days.count - 1: afternoon = session(end, number, day, .afternoon, 6)
            case 1: afternoon = visit(sites[(number * 2 + place) % sites.count], day)
            case 2: afternoon = session(cases[(number + place) % 6], number, day)
            default: afternoon = session(spirit[(number + place) % spirit.count], number, day, .afternoon, 6)
            }
            // Not all that is taught comes from the library.
            if number == 4, place == 0 {
                morning = ClassSession(
                    day: day, half: .morning, course: "应急值守实务", trainer: "市应急指挥中心值班长", room: morning.room, halfHours: 8)
            }
            afternoon.halfHours = 6
            return [morning, afternoon]
        }
    }

    /// Nothing is taught on days off, unless there are no others.
    static func taughtDays(of scheme: ClassScheme) -> [Day] {
        let days = (0..<max(0, scheme.days)).map { scheme.opening + $0 }
        let worked = days.filter { WorkingCalendar.published.isWorked($0) }
        return worked.isEmpty ? days : worked
    }

    /// A class opens on a Monday, or the first worked day after it; where its state hangs on the very day, on that.
    static func opening(_ wanted: Day, isNear: Bool) -> Day {
        if isNear { return wanted }
        let week = (0..<7).map { wanted.monday + $0 }
        return week.first { WorkingCalendar.published.isWorked($0) } ?? wanted
    }

    private func session(_ course: Course, _ number: Int, _ day: Day, _ half: HalfDay, _ halfHours: Int) -> ClassSession
    {
        let room = rooms[number % 8]
        var made = ClassSession(
            day: day, half: half, course: course.entry.title, way: course.entry.way, room: room.entry.printed,
            halfHours: halfHours)
        (made.courseCode, made.roomCode) = (course.code, room.code)
        if let first = course.entry.trainers.first, let trainer = trainers.first(where: { $0.code == first.code }) {
            (made.trainer, made.trainerCode) = (trainer.entry.printed, trainer.code)
        }
        return made
    }

    private func session(_ found: TeachingCase, _ number: Int, _ day: Day) -> ClassSession {
        let (room, trainer) = (rooms[8 + number % 3], trainers[number % 6])
        var made = ClassSession(
            day: day, half: .afternoon, course: found.title, way: .discussion, trainer: trainer.entry.printed,
            room: room.entry.printed, halfHours: 6)
        (made.caseCode, made.roomCode, made.trainerCode) = (found.code, room.code, trainer.code)
        return made
    }

    private func visit(_ site: TeachingSite, _ day: Day) -> ClassSession {
        var made = ClassSession(
            day: day, half: .afternoon, course: site.entry.course, way: .field, room: site.title, halfHours: 6)
        made.siteCode = site.code
        return made
    }
}

extension SampleLibrary {
    private static func trainerEntries(_ until: Day) -> [TrainerEntry] {
        let inside = [
            ("沈砚秋", TitleBand.professor, "党的创新理论"), ("顾怀川", .associate, "公共管理"), ("韩予安", .associate, "数字治理"),
            ("白若溪", .lecturer, "党史党建"), ("孟知微", .lecturer, "经济学"), ("严可为", .associate, "法治建设"),
            ("丁望舒", .assistant, "社会治理"), ("陆清和", .professor, "党性教育"), ("祝长风", .lecturer, "应急管理"),
            ("温如许", .associate, "领导科学"),
        ]
        let outside: [(String, String, String, TitleBand, String)] = [
            ("方既明", "省委党校", "教授", .professor, "习近平法治思想"), ("林述之", "省社会科学院", "研究员", .professor, "区域经济"),
            ("许闻道", "云川大学", "教授", .professor, "城市规划"), ("周以宁", "云川大学", "副教授", .associate, "公共财政"),
            ("钟灵毓", "省农业科学院", "院士", .academician, "种业"), ("高望远", "市委组织部", "副部长", .leader, "干部工作"),
            ("何思齐", "市发展和改革委员会", "主任", .leader, "产业政策"), ("唐知行", "市财政局", "总会计师", .leader, "预算绩效"),
            ("宋既白", "市数据局", "局长", .leader, "数据共享"), ("秦砺锋", "市应急管理局", "副局长", .leader, "安全生产"),
            ("曹若谷", "市农业农村局", "总农艺师", .associate, "乡村产业"), ("邓循之", "市司法局", "一级调研员", .leader, "行政执法"),
            ("潘青禾", "市信访局", "副局长", .leader, "群众工作"), ("叶澄", "省行政学院", "副教授", .associate, "舆情应对"),
            ("贺兰舟", "市统计局", "高级统计师", .associate, "统计实务"), ("罗既望", "市招商局", "局长", .leader, "招商引资"),
            ("傅明远", "市委宣传部", "副部长", .leader, "意识形态"), ("江月明", "云川师范学院", "讲师", .lecturer, "公文写作"),
            ("姚远山", "市档案馆", "研究馆员", .professor, "地方党史"), ("石砚农", "外省高校", "教授", .professor, "生态文明"),
        ]
        var entries = inside.map { name, band, field in
            var entry = TrainerEntry()
            (entry.name, entry.origin, entry.unit, entry.post) = (name, .inside, "市委党校", band.words.zh + "教师")
            (entry.band, entry.field, entry.pay) = (band, field, .unpaid)
            entry.topics = [TrainerTopic(title: "\(field)专题", halfHours: 8, audience: "各班次")]
            return entry
        }
        entries += outside.enumerated().map { place, one in
            var entry = TrainerEntry()
            (entry.name, entry.unit, entry.post, entry.band, entry.field) = one
            entry.phone = "0951-60\(20000 + place * 37)"
            entry.topics = [TrainerTopic(title: "\(one.4)专题", halfHours: 6, audience: "领导干部和业务骨干")]
            return entry
        }
        // One cannot come in the week of a class that is being prepared.
        if entries.count > 25 { entries[25].away = [DaysAway(from: until + 8, to: until + 15)] }
        return entries
    }

    private static func courseEntries(_ trainers: [Trainer], _ until: Day) -> [CourseEntry] {
        let kinds: [(CourseKind, [String])] = [
            (
                .theory,
                [
                    "党的创新理论概论", "中国式现代化的理论和实践", "全面依法治国", "高质量发展的经济学", "总体国家安全观", "马克思主义经典著作导读", "生态文明思想", "文化自信和文化建设",
                    "党的自我革命", "全过程人民民主",
                ]
            ),
            (.partySpirit, ["党章和党内法规", "党史上的重大决策", "优良作风和纪律建设", "先辈精神和家风", "入党初心再思考", "警示教育"]),
            (
                .ability,
                [
                    "招商引资实务", "数据共享和一网通办", "突发事件处置", "群众工作方法", "行政执法程序", "预算绩效管理", "乡村产业发展", "城市更新政策", "舆情应对和新闻发布",
                    "公文写作", "统计数据质量", "安全生产监管", "基层治理创新", "项目谋划和申报",
                ]
            ), (.knowledge, ["人工智能入门", "碳达峰碳中和", "宏观经济形势", "保密知识", "心理调适", "种业和粮食安全"]),
            (.event, ["开班式和入学教育", "学员论坛", "结业测试", "总结交流，结业"]),
        ]
        var entries: [CourseEntry] = []
        for (kind, titles) in kinds {
            for title in titles {
                var entry = CourseEntry()
                (entry.title, entry.kind, entry.halfHours) = (title, kind, kind == .event ? 6 : 8)
                entry.way = kind == .event ? .discussion : .classroom
                entry.syllabus = kind == .event ? "" : "一、政策和理论依据\n二、主要内容和做法\n三、案例和讨论"
                entry.updated = until - 200 - entries.count
                if kind != .event, !trainers.isEmpty {
                    // The last of them has moved away.
                    let place = entries.count * 7 % max(1, trainers.count - 1)
                    entry.trainers = [CourseTrainer(code: trainers[place].code)]
                }
                entries.append(entry)
            }
        }
        return entries
    }

    private static var roomEntries: [RoomEntry] {
        let rooms = [
            ("101教室", 60), ("102教室", 60), ("201机房", 40), ("202教室", 50), ("301报告厅", 200), ("302教室", 80),
            ("401教室", 40), ("402教室", 40), ("分组研讨1室", 16), ("分组研讨2室", 30), ("案例教室", 45), ("多功能厅", 120),
        ]
        return rooms.map { name, capacity in
            RoomEntry(
                name: name, place: "第二教学楼", capacity: capacity, equipment: "投影、扩音" + (name.contains("机房") ? "、电脑" : ""))
        }
    }

    private static func siteEntries(_ until: Day) -> [SiteEntry] {
        let counties = ["城关区", "河畔县", "青石县", "云岭县"]
        let names = [
            ("革命烈士纪念馆", "理想信念"), ("古田旧址", "党史"), ("清风廉政教育馆", "廉政"), ("大坝村", "乡村振兴"), ("智慧城市运行中心", "数字政府"),
            ("经济开发区", "产业发展"), ("社区党群服务中心", "基层治理"), ("河道治理工程", "生态保护"), ("应急指挥中心", "应急管理"), ("市民服务中心", "政务服务"),
            ("粮食产业园", "粮食安全"), ("矿山修复区", "生态修复"), ("人民调解中心", "群众工作"), ("劳模工作室", "劳模精神"), ("移民新村", "共同富裕"),
            ("法院庭审现场", "法治"), ("老城更新片区", "城市更新"), ("水库枢纽", "水利"), ("非遗传习馆", "文化"), ("高新企业孵化园", "创新"),
        ]
        return names.enumerated().map { place, site in
            var entry = SiteEntry()
            let county = counties[place % counties.count]
            (entry.name, entry.theme, entry.county) = ("\(county.dropLast())\(site.0)", site.1, county)
            (entry.address, entry.minutes) = ("\(county)\(site.0)", 15 + place * 7 % 110)
            entry.grade = [.first, .second, .third, .none][place % 4]
            entry.graded = entry.grade == .none ? nil : until - 700 - place
            (entry.owner, entry.contact) = ("\(county)委宣传部", "讲解员 0951-70\(10000 + place * 53)")
            (entry.capacity, entry.halfHours) = (40 + place * 5, 6)
            (entry.course, entry.open) = ("现场教学：\(site.1)", "周一闭馆，其他日期开放")
            entry.kind = ["理想信念", "党史", "廉政", "劳模精神"].contains(site.1) ? .partySpirit : .ability
            return entry
        }
    }

    private static var caseEntries: [CaseEntry] {
        let cases = [
            ("一个开发区的招商取舍", "产业发展", CaseLevel.middle), ("老旧小区改造的资金账", "城市更新", .micro), ("河道治理跨县协同", "生态保护", .middle),
            ("一次暴雨应急响应的复盘", "应急管理", .micro), ("一网通办改革的三次返工", "数字政府", .middle), ("村集体经济怎样分红", "乡村振兴", .micro),
            ("信访积案化解", "群众工作", .micro), ("一份统计数据的更正", "统计", .micro), ("产业链招商的得失", "产业发展", .macro),
            ("网络舆情的黄金四小时", "舆情应对", .micro),
        ]
        return cases.map { title, field, level in
            var entry = CaseEntry()
            (entry.title, entry.field, entry.level) = (title, field, level)
            (entry.author, entry.unit) = ("市委党校案例组", "市委党校")
            entry.summary = "背景、经过、结果；思考题三道。"
            return entry
        }
    }
}
