import Records
import Storage
public import Store
public import Vocabulary

/// The needs surveys of a sample town: the one for this year, closed with the answers of some hundred people, and the one for
/// the next, which is being answered; done by the acts themselves.
public struct SampleNeeds {
    private let database: Database
    private let until: Day
    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan])
    private var random = SampleRandom(state: 20_271)

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    /// So many answer of a hundred who are asked, and never more than so many.
    private static let shares = (closed: 86, open: 41)
    private static let mostAnswers = 320

    private static let returns: [(topic: String, target: String, heads: Int, days: Int, month: Int, reason: String)] = [
        ("公文写作与信息报送", "办公室工作人员", 40, 3, 4, "新进人员多，文稿质量不高"),
        ("政府采购和预算绩效管理", "财务和项目人员", 30, 2, 3, "新办法实施，需要对照学习"),
        ("数据分析和可视化", "业务科室骨干", 25, 4, 6, "报表多，分析能力不足"),
        ("信访和矛盾纠纷化解", "窗口和基层人员", 60, 2, 5, "来访集中，处理经验不足"),
        ("安全生产检查实务", "监管人员", 50, 3, 9, "专业人员少"),
    ]

    /// Does nothing where hardly anybody serves.
    @discardableResult
    public mutating func make() throws -> Int {
        let people = try database.read { try $0.staffCount(StaffQuestion(on: until), upTo: 50) }
        // A survey is of a year that its table takes.
        guard people >= 30, (2001...2098).contains(until.year) else { return 0 }
        let opened = until - 330
        var past = scheme(until.year, from: opened, to: opened + 20)
        past.about = "为编制年度培训计划，请结合工作实际填写，约需5分钟。"
        try run(past, on: opened, share: Self.shares.closed, closing: opened + 22)
        var now = scheme(until.year + 1, from: until - 12, to: until + 5)
        now.about = past.about
        try run(now, on: until - 12, share: Self.shares.open, closing: nil)
        return 2
    }

    private func scheme(_ year: Int, from: Day, to: Day) -> SurveyScheme {
        SurveyScheme(
            title: "\(year)年干部教育培训需求调研", year: year, asked: .categories,
            categories: [.cityManaged, .sectionLevel, .young, .grassRoots], from: from, to: to)
    }

    private mutating func run(_ scheme: SurveyScheme, on day: Day, share: Int, closing: Day?) throws {
        let survey = try database.perform(DraftSurvey(scheme: scheme), by: office, on: day)
        try database.perform(WriteQuestions(record: survey.code, questions: SurveyQuestion.usual), by: office, on: day)
        do { try database.perform(OpenSurvey(record: survey.code), by: office, on: day) } catch let refused as Refused {
            // A town of another make may have none of these categories then.
            guard refused.problems.first as? SurveyProblem == .nobodyAsked else { throw refused }
            return
        }
        let asked = try database.read { reading in
            try reading.all(SurveyAsked.self, for: .everybody, where: "survey = \(survey.code)", order: "person")
        }
        // Evenly over all units, where there are more than the sample needs.
        let stride = max(1, asked.count * share / 100 / Self.mostAnswers)
        var answered = 0
        for (place, giver) in asked.enumerated() where place % stride == 0 && random.next(100) < share {
            guard answered < Self.mostAnswers else { break }
            answered += 1
            try database.perform(
                AnswerSurvey(survey: survey.code, values: values(of: giver), receipt: nil),
                by: Reader(account: giver.person, person: giver.person, rights: [.own]),
                on: min(until, day + random.next(closing == nil ? 12 : 20)))
        }
        try file(in: survey, on: min(until, day + 6), units: closing == nil ? 2 : 5)
        if let closing { try database.perform(CloseSurvey(record: survey.code), by: office, on: closing) }
    }

    /// What somebody answers: those of one kind of unit lean the same way.
    private mutating func values(of giver: SurveyAsked) -> [AnswerValue] {
        var values: [AnswerValue] = []
        let lean = giver.unitKind.utf8.reduce(0) { $0 + Int($1) }
        for (place, question) in SurveyQuestion.usual.enumerated() {
            let number = place + 1
            switch question.kind {
            case .text:
                if random.next(12) == 0 {
                    values.append(AnswerValue(question: number, said: Self.said[random.next(Self.said.count)]))
                }
            case .scale: values.append(AnswerValue(question: number, choice: 2 + random.next(4)))
            case .single:
                values.append(
                    AnswerValue(question: number, choice: 1 + pick(question.options.count, lean: lean + place)))
            case .several, .rank:
                var chosen: [Int] = []
                let wanted = question.kind == .rank ? question.limit : 1 + random.next(question.limit)
                while chosen.count < wanted {
                    let option = 1 + pick(question.options.count, lean: lean + place)
                    if !chosen.contains(option) { chosen.append(option) }
                }
                values += chosen.map { AnswerValue(question: number, choice: $0) }
            }
        }
        return values
    }

    private mutating func pick(_ count: Int, lean: Int) -> Int {
        random.next(3) == 0 ? (lean + random.next(3)) % count : random.next(count)
    }

    private static let said = [
        "希望多安排现场教学，少一些照本宣科。", "培训时间尽量避开年底和项目集中期。", "建议按岗位分班，内容更有针对性。", "希望增加案例讨论和经验交流。",
        "线上课程可以再丰富一些。", "建议提前一个月通知，便于安排工作。",
    ]

    private func file(in survey: Survey, on day: Day, units: Int) throws {
        let homes = try database.read { reading in
            try reading.units().filter { $0.kind == .department && $0.span.contains(day) }.prefix(units + 1)
        }
        for (place, unit) in homes.enumerated() {
            let clerk = Reader(account: "\(unit.name)联络员", rights: [.see, .report], unit: unit.code)
            if place == units {
                try database.perform(ReportNoNeed(record: survey.code), by: clerk, on: day)
                continue
            }
            let need = Self.returns[place % Self.returns.count]
            var draft = ReturnDraft(survey: survey.code, topic: need.topic, target: need.target)
            (draft.heads, draft.days, draft.month) = (need.heads, need.days, need.month)
            (draft.reason, draft.contact, draft.unit) = (need.reason, "\(unit.name)人事科", unit.code)
            try database.perform(FileReturn(draft: draft), by: clerk, on: day)
        }
        var draft = ReturnDraft(survey: survey.code, topic: "人工智能应用专题研讨", target: "市直部门主要负责人")
        (draft.heads, draft.days, draft.month, draft.source) = (60, 3, 5, "市委常委会会议要求")
        try database.perform(NoteOfficeNeed(draft: draft), by: office, on: day)
    }
}

/// The same numbers each time.
private struct SampleRandom {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }
}
