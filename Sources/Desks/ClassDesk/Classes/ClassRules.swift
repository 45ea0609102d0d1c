import Pages
import Records
import Storage
import Store
import Vocabulary

/// The site's numbers for classes (work-classes 26); what the plan says goes before them.
struct ClassRules: SiteRules, Hashable {
    /// A class is applied for so many days before it opens.
    var applyAhead = 15
    /// It is closed within so many days after its last.
    var closeWithin = 10
    /// Nobody is called up more often in a year.
    var callUpsAYear = 2
    /// Whoever is away for more than one part in so many of the hours does not complete it (七分之一).
    var absencePart = 7
    /// What a person and day may cost, yuan, trainers apart (综合定额).
    var costADay = 550
    /// Whether a class is closed only once its papers are there: 1, or 0.
    var asksForPapers = 1
    /// Minutes of a school hour (学时).
    var schoolHour = 45
    /// When half-days begin, as 830 for half past eight (作息时间).
    var morningAt = 830
    var afternoonAt = 1430
    var eveningAt = 1900

    static let settings: [(SettingName, any WritableKeyPath<ClassRules, Int> & Sendable)] = [
        (SettingName(rawValue: "class.applyAhead"), \.applyAhead),
        (SettingName(rawValue: "class.closeWithin"), \.closeWithin),
        (SettingName(rawValue: "class.callUpsAYear"), \.callUpsAYear),
        (SettingName(rawValue: "class.absencePart"), \.absencePart),
        (SettingName(rawValue: "class.costADay"), \.costADay),
        (SettingName(rawValue: "class.schoolHour"), \.schoolHour),
        (SettingName(rawValue: "class.asksForPapers"), \.asksForPapers),
        (SettingName(rawValue: "class.morningAt"), \.morningAt),
        (SettingName(rawValue: "class.afternoonAt"), \.afternoonAt),
        (SettingName(rawValue: "class.eveningAt"), \.eveningAt),
    ]

    static let form = Form<ClassRules>(
        .init(
            Words("办班规则", "Rules for classes"),
            .number(\.applyAhead, "applyAhead", Words("提前申请天数", "Days ahead"), in: 0...180),
            .number(\.closeWithin, "closeWithin", Words("结业后结班天数", "Days until it is closed"), in: 1...180),
            .number(\.callUpsAYear, "callUpsAYear", Words("每人每年调训次数上限", "Call-ups a year"), in: 1...50),
            .choice(\.papers, "papers", Words("结班材料", "Papers at the closing")),
            .number(
                \.absencePart, "absencePart", Words("缺课上限（几分之一）", "Absence, one part in"),
                hint: Words("填7：请假、缺勤超过总学时七分之一的，不予结业", "7: more than a seventh of the hours, and it is not completed"),
                in: 2...50),
            .number(
                \.costADay, "costADay", Words("综合定额（元/人天）", "Cost of a person-day (yuan)"),
                hint: Words("不含师资费", "Trainers apart"), in: 1...10_000)),
        .init(
            Words("作息时间", "Bells"),
            .number(\.schoolHour, "schoolHour", Words("每学时分钟数", "Minutes of a school hour"), in: 30...60),
            .number(
                \.morningAt, "morningAt", Words("上午上课时间", "Mornings begin"),
                hint: Words("8点30分填830", "830 for half past eight"),
                in: 600...1159),
            .number(\.afternoonAt, "afternoonAt", Words("下午上课时间", "Afternoons begin"), in: 1200...1759),
            .number(\.eveningAt, "eveningAt", Words("晚上上课时间", "Evenings begin"), in: 1800...2300)))
}

/// Whether a class is closed without its papers (结班材料).
enum PapersAtClosing: String, Named {
    case asked, notAsked

    var words: Words {
        switch self {
        case .asked: Words("办班方案、签到表齐全才能结班", "Scheme and signed sheet must be there")
        case .notAsked: Words("不作要求", "None are asked for")
        }
    }
}

extension ClassRules {
    var papers: PapersAtClosing {
        get { asksForPapers == 1 ? .asked : .notAsked }
        set { asksForPapers = newValue == .asked ? 1 : 0 }
    }
}

extension ClassRules {
    /// Times that no clock shows.
    var problems: [ClassProblem] {
        [("morningAt", morningAt), ("afternoonAt", afternoonAt), ("eveningAt", eveningAt)].filter { $0.1 % 100 > 59 }
            .map { .noSuchTime(field: $0.0) }
    }
}

/// Sets the site's own numbers.
struct SetClassRules: Act {
    static let right = Right.plan
    static let words = Words("设置办班规则", "Rules for classes set")
    static let isTownWide = true
    var rules: ClassRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(ClassProblem.nothingChanged) }
    }
}
