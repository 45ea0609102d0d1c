import Pages
import Storage
import Store
import Vocabulary

/// The site's numbers for the lecture hall, in-house trainers and talks. What is owed by the plan in force says the ledger.
struct LectureRules: SiteRules, Hashable {
    /// So many lectures are in a series of a year, which is approved by this day of it, as 131 for 31 January.
    var perYear = 6
    var planBy = 131
    /// A lecture is applied for so many days ahead; a speaker from outside the mainland so many.
    var applyDays = 7
    var outsideDays = 15
    /// Units have notice and their places so many days ahead, and name who comes so many days before it.
    var noticeDays = 5
    var nameDays = 2
    /// From so many people on a lecture has a safety plan.
    var safetyFrom = 200
    /// What was held is on record within so many working days, with so many photographs.
    var recordDays = 3
    var photographs = 2
    /// A lecture has so many half hours at least.
    var leastHalfHours = 3
    /// In-house trainers are appointed for so many years; so many days before the end it is asked whether they go on.
    var termYears = 3
    var renewDays = 60
    /// So many talks a year are asked of each trainer, and of each unit that has one.
    var talksPerTrainer = 2
    var talksPerUnit = 4
    /// A request for a talk is answered, and a talk put on record, within so many working days.
    var answerDays = 3
    var talkRecordDays = 5

    static let settings: [(SettingName, any WritableKeyPath<LectureRules, Int> & Sendable)] = [
        (SettingName(rawValue: "hall.perYear"), \.perYear),
        (SettingName(rawValue: "hall.planBy"), \.planBy),
        (SettingName(rawValue: "hall.applyDays"), \.applyDays),
        (SettingName(rawValue: "hall.outsideDays"), \.outsideDays),
        (SettingName(rawValue: "hall.noticeDays"), \.noticeDays),
        (SettingName(rawValue: "hall.nameDays"), \.nameDays),
        (SettingName(rawValue: "hall.safetyPlanFrom"), \.safetyFrom),
        (SettingName(rawValue: "hall.recordDays"), \.recordDays),
        (SettingName(rawValue: "hall.photographs"), \.photographs),
        (SettingName(rawValue: "hall.leastHalfHours"), \.leastHalfHours),
        (SettingName(rawValue: "trainer.termYears"), \.termYears),
        (SettingName(rawValue: "trainer.renewDays"), \.renewDays),
        (SettingName(rawValue: "talk.perTrainer"), \.talksPerTrainer),
        (SettingName(rawValue: "talk.perUnit"), \.talksPerUnit),
        (SettingName(rawValue: "talk.answerDays"), \.answerDays),
        (SettingName(rawValue: "talk.recordDays"), \.talkRecordDays),
    ]

    static let form = Form<LectureRules>(
        .init(
            Words("大讲堂", "The lecture hall"),
            .number(\.perYear, "perYear", Words("每年期数", "Lectures a year"), in: 1...60),
            .number(
                \.planBy, "planBy", Words("年度安排审定截止（月日）", "Series approved until"),
                hint: Words("1月31日填131", "131 for 31 January"), in: 101...1231),
            .number(\.applyDays, "applyDays", Words("提前几天申请", "Days ahead for the application"), in: 0...90),
            .number(
                \.outsideDays, "outsideDays", Words("境外主讲人提前几天申请", "Days ahead, speaker from outside the mainland"),
                in: 0...180),
            .number(\.noticeDays, "noticeDays", Words("提前几天通知", "Days of notice"), in: 0...60),
            .number(\.nameDays, "nameDays", Words("提前几天报人选", "Days ahead to name who comes"), in: 0...60),
            .number(
                \.safetyFrom, "safetyFrom", Words("多少人起要有安全预案", "People from whom on a safety plan is due"),
                in: 1...100_000),
            .number(
                \.recordDays, "recordDays", Words("会后几个工作日内纪实", "Working days until it is on record"), in: 1...60),
            .number(\.photographs, "photographs", Words("照片张数", "Photographs"), in: 0...20),
            .hours(\.leastHalfHours, "leastHours", Words("每期最少学时", "Hours of a lecture at least"), most: 24)),
        .init(
            Words("内训师", "In-house trainers"),
            .number(\.termYears, "termYears", Words("聘期（年）", "Years of a term"), in: 1...10),
            .number(\.renewDays, "renewDays", Words("期满前几天办续聘", "Days before the end to renew"), in: 0...365),
            .number(
                \.talksPerTrainer, "talksPerTrainer", Words("每名内训师每年宣讲场次", "Talks of a trainer a year"), in: 0...100),
            .number(
                \.talksPerUnit, "talksPerUnit", Words("有内训师的单位每年宣讲场次", "Talks of a unit with trainers a year"),
                in: 0...500)),
        .init(
            Words("宣讲", "Talks"),
            .number(
                \.answerDays, "answerDays", Words("几个工作日内答复预约", "Working days until a request is answered"), in: 1...60),
            .number(
                \.talkRecordDays, "talkRecordDays", Words("几个工作日内登记", "Working days until a talk is on record"),
                in: 1...60)))

    /// The last day on which the series of a year is approved.
    func planBy(in year: Int) -> Day? { Day(year: year, month: planBy / 100, day: planBy % 100) }

    var problems: [LectureProblem] { planBy(in: 2001) == nil ? [.noSuchDay] : [] }
}

/// Sets the site's own numbers for lectures, trainers and talks.
struct SetLectureRules: Act {
    static let right = Right.plan
    static let words = Words("设置讲堂和宣讲规则", "Rules for lectures and talks set")
    static let isTownWide = true
    var rules: LectureRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(LectureProblem.nothingChanged) }
    }
}

extension Ask {
    /// As they are today, read once for a page.
    var lectureRules: LectureRules {
        get throws { try naming.once("lecture rules") { try reading.siteRules(LectureRules.self) } }
    }
}
