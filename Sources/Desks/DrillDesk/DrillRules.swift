import Pages
import Records
import Storage
import Store
import Vocabulary

/// The site's numbers for drills; how often a unit exchanges, sits exams and holds a contest says the plan in force.
struct DrillRules: SiteRules, Hashable {
    /// An exchange is on record within so many working days.
    var exchangeDays = 5
    /// The outline of an exam is out so many days before it.
    var outlineDays = 7
    /// Results are in within so many working days.
    var resultDays = 10
    /// The part of those who should sit an exam that does, in percent.
    var examCoverage = 90
    /// A mean is told of so many people at least.
    var leastForMean = 5
    /// A new text is read by everybody within so many days.
    var readingDays = 15
    /// Theory counts for so much of a contest at most, in percent.
    var theoryMost = 30
    /// From so many judges on the highest and the lowest mark are left out; 0: never.
    var trimFrom = 5
    /// An event has so many entrants at least.
    var leastEntrants = 3
    /// Results of a contest are public for so many working days.
    var noticeDays = 5
    /// Objections are answered within so many working days.
    var answerDays = 5
    /// Points of a team for a first, second and third prize.
    var firstPoints = 8
    var secondPoints = 4
    var thirdPoints = 2
    /// A title holds for so many years; 0: without end.
    var titleYears = 0

    static let settings: [(SettingName, any WritableKeyPath<DrillRules, Int> & Sendable)] = [
        (SettingName(rawValue: "drill.exchangeDays"), \.exchangeDays),
        (SettingName(rawValue: "exam.outlineDays"), \.outlineDays),
        (SettingName(rawValue: "exam.resultDays"), \.resultDays),
        (SettingName(rawValue: "exam.coverage"), \.examCoverage),
        (SettingName(rawValue: "exam.leastForMean"), \.leastForMean),
        (SettingName(rawValue: "handbook.readingDays"), \.readingDays),
        (SettingName(rawValue: "contest.theoryMost"), \.theoryMost),
        (SettingName(rawValue: "contest.trimFrom"), \.trimFrom),
        (SettingName(rawValue: "contest.minEntrants"), \.leastEntrants),
        (SettingName(rawValue: "contest.noticeDays"), \.noticeDays),
        (SettingName(rawValue: "contest.answerDays"), \.answerDays),
        (SettingName(rawValue: "contest.firstPoints"), \.firstPoints),
        (SettingName(rawValue: "contest.secondPoints"), \.secondPoints),
        (SettingName(rawValue: "contest.thirdPoints"), \.thirdPoints),
        (SettingName(rawValue: "title.validYears"), \.titleYears),
    ]

    static let form = Form<DrillRules>(
        .init(
            Words("手册和交流", "Handbooks and exchanges"),
            .number(\.readingDays, "readingDays", Words("新版手册几天内学完", "Days to read a new text"), in: 1...365),
            .number(
                \.exchangeDays, "exchangeDays", Words("交流后几个工作日内登记", "Working days until an exchange is on record"),
                in: 1...60)),
        .init(
            Words("季度考试", "Quarterly exams"),
            .number(\.outlineDays, "outlineDays", Words("提前几天公布大纲", "Days ahead for the outline"), in: 0...90),
            .number(\.resultDays, "resultDays", Words("考后几个工作日内导入成绩", "Working days until results are in"), in: 1...60),
            .number(\.examCoverage, "examCoverage", Words("参考率要求（%）", "Part that should sit it (%)"), in: 0...100),
            .number(
                \.leastForMean, "leastForMean", Words("公布平均分的最少人数", "A mean is told of so many"),
                hint: Words("人数太少，平均分等于个人成绩", "Of fewer it would tell a person's own score"), in: 2...100)),
        .init(
            Words("业务比武", "Contests"),
            .number(\.theoryMost, "theoryMost", Words("理论占比上限（%）", "Theory at most (%)"), in: 0...100),
            .number(
                \.trimFrom, "trimFrom", Words("几名评委起去掉最高、最低分", "Judges from whom on extremes are left out"),
                hint: Words("填0不去", "0: never"), in: 0...50),
            .number(\.leastEntrants, "leastEntrants", Words("每个赛项最少人数", "Entrants of an event"), in: 0...500),
            .number(\.noticeDays, "noticeDays", Words("结果公示几个工作日", "Working days of the public notice"), in: 1...60),
            .number(\.answerDays, "answerDays", Words("异议几个工作日内答复", "Working days to answer an objection"), in: 1...60),
            .number(\.firstPoints, "firstPoints", Words("一等奖团体分", "Points for a first prize"), in: 0...100),
            .number(\.secondPoints, "secondPoints", Words("二等奖团体分", "Points for a second prize"), in: 0...100),
            .number(\.thirdPoints, "thirdPoints", Words("三等奖团体分", "Points for a third prize"), in: 0...100)),
        .init(
            Words("称号", "Titles"),
            .number(
                \.titleYears, "titleYears", Words("称号有效年数", "Years that a title holds"),
                hint: Words("长期有效填0", "0: without end"), in: 0...20)))
}

/// Sets the site's own numbers for drills.
struct SetDrillRules: Act {
    static let right = Right.plan
    static let words = Words("设置岗位练兵规则", "Rules for drills set")
    static let isTownWide = true
    var rules: DrillRules

    func perform(in t: ActTransaction) throws {
        guard try t.writing.set(rules) else { try t.refuse(DrillProblem.nothingChanged) }
    }
}

extension Ask {
    /// As they are today, read once for a page.
    var drillRules: DrillRules {
        get throws { try naming.once("drill rules") { try reading.siteRules(DrillRules.self) } }
    }

    /// The person behind the account.
    var me: String? { get throws { try reader.person.flatMap { try naming.person($0)?.code } } }
}
