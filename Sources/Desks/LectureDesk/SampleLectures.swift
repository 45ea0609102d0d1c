import Pages
import Records
import Storage
public import Store
public import Vocabulary

/// Series with lectures in every state, in-house trainers and talks of a sample town, done by the acts themselves.
public struct SampleLectures {
    private let database: Database
    private let until: Day
    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    private let head = Reader(account: "市委组织部负责人", rights: [.see, .lead])

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    /// A unit and people who serve in it all year.
    private struct Staffed {
        var unit: String
        var people: [String]
    }

    /// Does nothing where the town has not enough units with people.
    public func make() throws {
        guard (2000...2098).contains(until.year) else { return }
        let (units, speakers) = try database.read { reading in
            (
                try staffed(reading),
                try reading.all(
                    LibraryTrainer.self, for: .everybody, where: "stopped_day is null", order: "code", limit: 12)
            )
        }
        guard units.count >= 6, speakers.count >= 3 else { return }
        let theory = try database.read { try $0.units().first { $0.name == "市委宣传部" }?.code } ?? units[0].unit
        let cadres = try database.read { try $0.units().first { $0.name == "市委组织部" }?.code } ?? units[1].unit
        try lectures(
            try series(theory, "理论大讲堂", Self.theory, [-140, -80, -12, -2, 9, 31], speakers), seats: units)
        try lectures(
            try series(cadres, "干部大讲堂", Self.cadres, [-60, 14, 3, 22, 5, 25], speakers, from: 6), seats: units)
        let next = try database.perform(
            DraftSeries(
                draft: draft(theory, "理论大讲堂", Self.theory, year: until.year + 1, speakers) { place in
                    Day(year: until.year + 1, month: place * 2 + 1, day: 15) ?? until
                }), by: office, on: until - 3)
        try database.perform(SubmitSeries(record: next.code), by: office, on: until - 2)
        try talks(try trainers(units), units)
    }

    private static let theory = ["学思想：理论武装怎样走深走实", "高质量发展与新质生产力", "守好改善生态环境生命线", "全面推进乡村振兴", "法治政府建设", "统筹发展和安全"]
    private static let cadres = ["基层治理中的群众工作", "数字政府与办事效率", "公文写作与调查研究", "应急处置与舆情应对", "招商引资实务", "项目管理与预算绩效"]

    private func staffed(_ reading: some Reading) throws -> [Staffed] {
        var found: [Staffed] = []
        var seen: Set<String> = []
        let year = DaySpan(from: until - 320, until: until)
        for unit in try reading.units() where unit.kind == .department || unit.kind == .township {
            guard found.count < 6, unit.span.contains(year.from), unit.span.contains(until) else { continue }
            // Who served there all year, and nowhere else.
            let people = try reading.appointments(at: unit.code).filter {
                $0.dated.span.contains(year.from) && $0.dated.span.contains(until)
            }.map(\.person).filter { person in
                try reading.appointments(of: person).count == 1 && seen.insert(person).inserted
            }
            if people.count >= 4 { found.append(Staffed(unit: unit.code, people: Array(people.prefix(8)))) }
        }
        return found
    }

    /// A day of the year that the town ends in.
    private func day(_ offset: Int) -> Day {
        let first = Day(year: until.year, month: 1, day: 8) ?? until
        let last = Day(year: until.year, month: 12, day: 30) ?? until
        return min(last, max(first, until + offset))
    }

    private func draft(
        _ unit: String, _ title: String, _ topics: [String], year: Int, _ speakers: [LibraryTrainer],
        on day: (Int) -> Day
    ) -> SeriesDraft {
        SeriesDraft(
            unit: unit, year: year, title: title,
            lectures: topics.enumerated().map { place, topic in
                let speaker = speakers[place % speakers.count]
                return PlannedLecture(
                    day: day(place), topic: topic, speaker: Suggested(speaker.printed, code: speaker.code),
                    heldAt: "市委党校报告厅", audience: "市直单位和乡镇领导干部、业务骨干", places: 180)
            })
    }

    private func series(
        _ unit: String, _ title: String, _ topics: [String], _ offsets: [Int], _ speakers: [LibraryTrainer],
        from first: Int = 0
    ) throws -> [HallLecture] {
        let begun = Day(year: until.year, month: 1, day: 6).map { min($0, until) } ?? until
        let turned = (0..<speakers.count).map { speakers[($0 + first) % speakers.count] }
        let series = try database.perform(
            DraftSeries(draft: draft(unit, title, topics, year: until.year, turned) { day(offsets[$0]) }), by: office,
            on: begun)
        try database.perform(SubmitSeries(record: series.code), by: office, on: begun)
        try database.perform(
            ApproveSeries(record: series.code, isApproved: true, remark: "同意，请抓好组织"), by: head, on: begun)
        return try database.read { try $0.lectures(of: series.code) }
    }

    /// As far as its day and its place in the series have brought each.
    private func lectures(_ lectures: [HallLecture], seats units: [Staffed]) throws {
        for lecture in lectures {
            let offset = lecture.scheme.day - until
            switch offset {
            case ..<(-13): try held(lecture, units)
            // One overdue, one to be recorded.
            case ..<0: try announced(lecture, units, on: lecture.scheme.day - 6)
            case 3: try cancelled(lecture)
            case 9: try announced(lecture, Array(units.dropLast()), on: until - 1, named: 1)
            case 14: try decided(lecture, on: until - 1)
            case 22: try database.perform(apply(lecture), by: office, on: until - 1)
            case 25: try decided(lecture, on: until - 1, isApproved: false)
            default: break
            }
        }
    }

    private func apply(_ lecture: HallLecture) -> ApplyLecture {
        var scheme = lecture.scheme
        (scheme.time, scheme.contact, scheme.topics) = ("14:30", "干部教育科 6012345", [.theory])
        scheme.outline = "一、形势和要求；二、案例和做法；三、交流答疑"
        return ApplyLecture(record: lecture.code, scheme: scheme)
    }

    @discardableResult
    private func decided(_ lecture: HallLecture, on day: Day, isApproved: Bool = true) throws -> HallLecture {
        try database.perform(apply(lecture), by: office, on: day - 4)
        return try database.perform(
            DecideLecture(record: lecture.code, isApproved: isApproved, remark: isApproved ? "" : "请补充内容提要"), by: head,
            on: day)
    }

    private func announced(_ lecture: HallLecture, _ units: [Staffed], on day: Day, named count: Int? = nil) throws {
        try decided(lecture, on: day - 3)
        try database.perform(
            AnnounceLecture(
                record: lecture.code, sheet: SeatSheet(lines: units.map { SeatLine(unit: $0.unit, places: 15) })),
            by: office, on: day)
        let seats = try database.read { try $0.seats(of: lecture.code) }
        let people = Dictionary(units.map { ($0.unit, $0.people) }) { first, _ in first }
        let named = seats.prefix(count ?? seats.count).map { one in
            NameComers(
                record: one.code, sheet: NameSheet(people: Array(people[one.unit, default: []].prefix(4)), others: 6))
        }
        try database.performAll(named, by: office, on: day + 1)
    }

    private func held(_ lecture: HallLecture, _ units: [Staffed]) throws {
        try announced(lecture, units, on: lecture.scheme.day - 7)
        var outcome = try database.read { try LectureOutcome(of: lecture, in: $0, LectureRules()) }
        outcome.chair = units[0].people[0]
        outcome.online = 320
        outcome.people = Array(outcome.people.dropLast(2))
        for place in outcome.units.indices { outcome.units[place].came -= place % 3 }
        try database.perform(
            RecordHallLecture(record: lecture.code, outcome: outcome), by: office, on: lecture.scheme.day + 2)
    }

    private func cancelled(_ lecture: HallLecture) throws {
        let moved = min(lecture.scheme.day + 4, day(32))
        if moved != lecture.scheme.day {
            try database.perform(
                PostponeLecture(record: lecture.code, move: LectureMove(day: moved, reason: "主讲人时间冲突")), by: office,
                on: until - 6)
        }
        try database.perform(
            CancelLecture(record: lecture.code, reason: "与全市会议冲突，内容并入下一年度"), by: office, on: until - 2)
    }

    private static let topics = ["政策宣讲：惠农补贴怎么申领", "安全生产“第一课”", "办事流程和窗口礼仪", "信访矛盾怎么化解", "数字办公技能", "党史故事"]

    /// Twelve: recommended, returned, in office, about to end, over, ended.
    private func trainers(_ units: [Staffed]) throws -> [InHouseTrainer] {
        var made: [InHouseTrainer] = []
        for place in 0..<12 {
            let staffed = units[place % 6]
            let entry = TrainerEntry(
                unit: staffed.unit, person: staffed.people[1 + place / 6],
                kind: [.inHouse, .speaker, .inHouse, .partTime][place % 4],
                topics: [
                    GivenTopic(title: Self.topics[place % 6], halfHours: 3, audience: "农村、社区干部群众"),
                    GivenTopic(title: Self.topics[(place + 2) % 6], halfHours: 4, audience: "机关企业职工"),
                ])
            let isNew = place >= 10
            let trainer = try database.perform(
                RecommendTrainer(entry: entry), by: office, on: isNew ? until - 3 : until - 300)
            switch place {
            case 10: made.append(trainer)
            case 11:
                try database.perform(
                    AppointTrainer(
                        record: trainer.code, term: TrainerTerm(answer: .sendBack, remark: "请补充可讲专题的适用对象")), by: office,
                    on: until - 1)
            default:
                let end = place == 7 ? until + 30 : place == 8 ? until - 5 : until + 800
                made.append(
                    try database.perform(
                        AppointTrainer(record: trainer.code, term: TrainerTerm(answer: .appoint, until: end)),
                        by: office, on: until - 290))
            }
        }
        try database.perform(EndTrainer(record: made[9].code, reason: "调离本地"), by: office, on: until - 20)
        return made
    }

    private static let places: [(TalkPlace, String)] = [
        (.village, "柳湾村文化大院"), (.community, "新城社区党群中心"), (.firm, "工业园区培训室"), (.office, "政务大厅三楼"),
        (.school, "职业中学阶梯教室"),
    ]

    /// Twenty, in every state.
    private func talks(_ trainers: [InHouseTrainer], _ units: [Staffed]) throws {
        func book(_ place: Int, _ day: Day, on asked: Day, own: Bool = false) throws -> Talk {
            let trainer = trainers[place % 6]
            let host = own ? trainer.entry.unit : units[(place + 1) % 6].unit
            let (kind, heldAt) = Self.places[place % 5]
            return try database.perform(
                BookTalk(
                    record: trainer.code,
                    request: TalkRequest(
                        host: host, topic: trainer.entry.topics[place % 2].title, place: kind, heldAt: heldAt,
                        audience: "干部群众", expected: 40 + place, day: day, contact: "张三 6012000")), by: office, on: asked
            )
        }
        func agree(_ talk: Talk, on day: Day) throws {
            guard talk.stage == .requested else { return }
            try database.perform(
                AnswerTalk(record: talk.code, answer: TalkAnswer(isAgreed: .agree)), by: office, on: day)
        }
        for place in 0..<12 {
            let day = until - 240 + place * 19
            let talk = try book(place, day, on: day - 12, own: place % 3 == 0)
            try agree(talk, on: day - 10)
            try database.perform(
                RecordTalk(record: talk.code, outcome: TalkOutcome(day: day, halfHours: 3, heard: 38 + place)),
                by: office, on: day + 1)
            if !talk.isOwn, place < 9 {
                try database.perform(
                    TickTalk(
                        record: talk.code,
                        feedback: TalkFeedback(ticks: place % 2 == 0 ? [.fits, .clear] : [.useful, .answers, .cases])),
                    by: office, on: day + 3)
            }
        }
        _ = try book(12, until + 12, on: until - 1)
        _ = try book(13, until + 9, on: until - 9)
        try agree(try book(14, until + 6, on: until - 8), on: until - 6)
        _ = try book(15, until + 15, on: until - 2, own: true)
        try agree(try book(16, until - 2, on: until - 12), on: until - 10)
        try agree(try book(17, until - 14, on: until - 30), on: until - 28)
        let declined = try book(18, until + 4, on: until - 7)
        try database.perform(
            AnswerTalk(record: declined.code, answer: TalkAnswer(isAgreed: .decline, remark: "当天已有安排，建议改到下周")),
            by: office,
            on: until - 5)
        let cancelled = try book(19, until - 6, on: until - 20)
        try database.perform(CancelTalk(record: cancelled.code, reason: "村里另有会议"), by: office, on: until - 8)
    }
}
