import Records
import Storage
public import Store
public import Vocabulary

/// Plans, sessions and visits of a sample town's study groups, in every state on its last day, done by the acts themselves.
public struct SampleStudy {
    let database: Database
    let until: Day
    let office = Reader(account: "市委组织部", rights: [.see, .report, .plan, .lead])

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    private static let themes = [
        "学习贯彻党的二十大精神", "全面从严治党", "高质量发展", "基层治理", "乡村振兴", "生态文明建设", "守好三条生命线", "民生实事", "法治政府建设",
        "安全发展", "作风建设", "年度工作总结和来年谋划",
    ]

    /// Does nothing where the town has not enough groups with people.
    @discardableResult
    public func make() throws -> Int {
        guard (2000...2099).contains(until.year) else { return 0 }
        let groups = try database.read { reading in
            try reading.all(StudyGroup.self, for: .everybody, where: StudyGroup.open(on: until), order: "unit").filter {
                try reading.members(of: $0.code, on: until).count >= 4
                    && reading.members(of: $0.code, on: day(1, 6)).count >= 4
            }
        }
        guard groups.count >= 12 else { return 0 }
        // The last few drew up none: the office sees who is missing.
        let plans = try planned(Array(groups.dropLast(3)))
        try sessions(groups[0], groups[1])
        try visits(groups)
        try everyday(groups)
        try reports(groups)
        return plans
    }

    func day(_ month: Int, _ day: Int) -> Day {
        min(until, Day(year: until.year, month: month, day: day) ?? until)
    }

    func all(_ acts: [any Act], on day: Day) throws {
        try database.performAll(acts, by: office, on: day)
    }

    /// The first are at every step of their way, all others noted.
    private func planned(_ groups: [StudyGroup]) throws -> Int {
        try all(groups.map { DraftStudyPlan(record: $0.code, draft: try draft(of: $0)) }, on: day(1, 6))
        let plans = try database.read { reading in
            try groups.compactMap { try reading.plan(of: $0.code, until.year) }
        }
        let (rest, own) = (plans.dropFirst(6), Array(plans.prefix(6)))
        let noted = Array(rest) + own.prefix(1)
        // Draft, to be approved, approved, filed, returned.
        try all((noted + own[2...5]).map { SubmitStudyPlan(record: $0.code) }, on: day(1, 12))
        try all(
            (noted + own[3...5]).map { ApproveStudyPlan(record: $0.code, isApproved: true, remark: "") }, on: day(1, 15)
        )
        try all((noted + own[4...5]).map { FileStudyPlan(record: $0.code) }, on: day(1, 22))
        try all(noted.map { NoteStudyPlan(record: $0.code, isApproved: true, remark: "") }, on: day(1, 28))
        try all(
            [NoteStudyPlan(record: own[5].code, isApproved: false, remark: "三条生命线专题学习少于3次，请补充")], on: day(1, 28))
        return plans.count
    }

    private func draft(of group: StudyGroup) throws -> StudyPlanDraft {
        let members = try database.read { try $0.members(of: group.code, on: day(1, 6)) }
        func lead(_ number: Int) -> String { members[number % members.count].person }
        let studies = Self.themes.enumerated().map { place, theme in
            PlannedTopic(
                month: StudyMonth(number: place + 1) ?? .m1, kind: .collectiveStudy, topic: theme,
                reading: "有关重要讲话和文件选编", form: place % 4 == 3 ? .tutorial : .reading, lead: lead(place))
        }
        let seminars = [2, 5, 8, 11].enumerated().map { place, month in
            PlannedTopic(
                month: StudyMonth(number: month) ?? .m2, kind: .seminar, topic: "\(Self.themes[month - 1])专题研讨",
                form: .discussion, lead: lead(place))
        }
        return StudyPlanDraft(team: group.code, year: until.year, topics: studies + seminars)
    }

    private func scheme(_ group: StudyGroup, _ theme: String, _ kind: StudyKind, on day: Day) -> SessionScheme {
        SessionScheme(
            title: "\(group.name)\(kind.words.zh)：\(theme)", kind: kind, form: .discussion, from: day, to: day,
            heldAt: "机关三楼会议室", topics: [.theory],
            agenda: ["领学原文", "重点发言和讨论", "组长小结"], readings: ["有关重要讲话和文件选编"],
            questions: ["结合分工，下一步怎么干"], expert: "", contact: "学习秘书 6012345")
    }

    /// One on record, with somebody away; one to be recorded, one overdue, one to come.
    private func sessions(_ first: StudyGroup, _ second: StudyGroup) throws {
        func announce(_ group: StudyGroup, _ theme: String, _ kind: StudyKind, _ offset: Int) throws -> StudySession {
            try database.perform(
                AnnounceSession(record: group.code, scheme: scheme(group, theme, kind, on: until + offset)), by: office,
                on: min(until, until + offset - 5))
        }
        let held = try announce(first, "民生实事推进", .seminar, -12)
        var outcome = try database.read { try SessionOutcome(of: held, in: $0, StudyRules()) }
        let people = outcome.roll.map(\.person)
        if outcome.roll.count >= 4 {
            outcome.roll[3].mark = .official
            outcome.chair = people[0]
            outcome.keynotes = [
                Keynote(person: people[0], title: "把民生实事办到群众心坎上"), Keynote(person: people[1], title: "项目推进中的难点和办法"),
            ]
            outcome.observers = 2
            try database.perform(RecordSession(record: held.code, outcome: outcome), by: office, on: until - 10)
            try database.perform(
                MakeUp(
                    record: held.code,
                    sheet: MakeUpSheet(
                        day: until - 6,
                        away: [RollLine(person: people[3], role: .member, mark: .official, madeUp: .written)])),
                by: office, on: until - 6)
        }
        _ = try announce(first, "来年工作谋划", .collectiveStudy, 6)
        _ = try announce(second, "安全发展", .collectiveStudy, -1)
        _ = try announce(second, "作风建设", .collectiveStudy, -15)
    }

    private func visits(_ groups: [StudyGroup]) throws {
        let observers = try database.read { try $0.members(of: groups[10].code, on: until) }.map(\.person)
        func arrange(_ group: StudyGroup, _ offset: Int) throws -> ObserverVisit {
            try database.perform(
                ArrangeVisit(
                    record: group.code,
                    scheme: VisitScheme(
                        day: until + offset, lead: observers[0], observers: Array(observers.dropFirst().prefix(2)),
                        contact: "旁听组 6012300", focus: "研讨质量和档案")), by: office, on: min(until, until + offset - 15))
        }
        _ = try arrange(groups[0], 12)
        let past = try arrange(groups[1], -30)
        try database.perform(SendVisitPapers(record: past.code), by: office, on: until - 40)
        var report = VisitReport(came: until - 30)
        (report.strong, report.problems) = ("准备充分，发言联系实际", "讨论时间偏少")
        report.archive = .improve
        try database.perform(ReportVisit(record: past.code, report: report), by: office, on: until - 25)
        _ = try arrange(groups[2], -20)
    }
}
