import Pages
import Storage
import Store
import Vocabulary

/// The site's numbers for study groups; how often a group studies and who owes how many keynotes says the plan in force.
struct StudyRules: SiteRules, Hashable {
    /// The last day on which the plan of a year is filed, in the year itself, as 131 for 31 January.
    var fileBy = 131
    /// The last day for the report on a half year, in that year, as 715 for 15 July.
    var halfReportBy = 715
    /// Members have notice and readings so many days before a session.
    var noticeDays = 3
    /// What was held is on record within so many working days.
    var recordDays = 3
    /// A session lasts so many half hours at least (半天).
    var leastHalfHours = 6
    /// So many keynotes are prepared for a session.
    var keynotes = 2
    /// The host sends scheme, readings and texts so many working days before observers come.
    var visitSendDays = 5
    /// Observers report within so many working days, in so many characters.
    var visitReportDays = 10
    var visitCharacters = 500
    /// So many notes are asked for in half a year.
    var notesPerHalf = 6
    /// The last day on which a reading room is looked at in a year, as 1130 for 30 November.
    var roomLookBy = 1130

    static let settings: [(SettingName, any WritableKeyPath<StudyRules, Int> & Sendable)] = [
        (SettingName(rawValue: "studyGroup.fileBy"), \.fileBy),
        (SettingName(rawValue: "studyGroup.noticeDays"), \.noticeDays),
        (SettingName(rawValue: "studyGroup.recordDays"), \.recordDays),
        (SettingName(rawValue: "studyGroup.leastHalfHours"), \.leastHalfHours),
        (SettingName(rawValue: "studyGroup.keynotesPerSession"), \.keynotes),
        (SettingName(rawValue: "observer.sendDays"), \.visitSendDays),
        (SettingName(rawValue: "observer.reportDays"), \.visitReportDays),
        (SettingName(rawValue: "observer.maxChars"), \.visitCharacters),
        (SettingName(rawValue: "studyGroup.halfReportBy"), \.halfReportBy),
        (SettingName(rawValue: "selfStudy.notesPerHalf"), \.notesPerHalf),
        (SettingName(rawValue: "readingRoom.lookBy"), \.roomLookBy),
    ]

    static let form = Form<StudyRules>(
        .init(
            Words("年度计划和报告", "Plans and reports"),
            .number(
                \.fileBy, "fileBy", Words("报备截止（月日）", "Filed until"),
                hint: Words("连同上一年度报告；1月31日填131", "With last year's report; 131 for 31 January"), in: 101...1231),
            .number(
                \.halfReportBy, "halfReportBy", Words("半年报告截止（月日）", "Half-yearly report until"),
                hint: Words("7月15日填715", "715 for 15 July"), in: 101...1231)),
        .init(
            Words("集中学习", "Sessions"),
            .number(\.noticeDays, "noticeDays", Words("提前通知天数", "Days of notice"), in: 0...60),
            .number(
                \.recordDays, "recordDays", Words("会后几个工作日内纪实", "Working days until it is on record"), in: 1...60),
            .hours(\.leastHalfHours, "leastHours", Words("每次最少学时", "Hours of a session at least"), most: 24),
            .number(\.keynotes, "keynotes", Words("每次重点发言人数", "Keynotes of a session"), in: 0...20)),
        .init(
            Words("列席旁听", "Visits of observers"),
            .number(
                \.visitSendDays, "visitSendDays", Words("提前几个工作日送材料", "Working days ahead for the papers"), in: 0...60),
            .number(
                \.visitReportDays, "visitReportDays", Words("旁听后几个工作日内报告", "Working days until the report"),
                in: 1...60),
            .number(\.visitCharacters, "visitCharacters", Words("旁听报告字数", "Characters of the report"), in: 50...5000)),
        .init(
            Words("经常性学习", "Everyday study"),
            .number(
                \.notesPerHalf, "notesPerHalf", Words("半年学习笔记篇数", "Notes in half a year"), in: 0...StudyNotes.most),
            .number(
                \.roomLookBy, "roomLookBy", Words("学习书屋核查截止（月日）", "Reading rooms looked at until"),
                hint: Words("11月30日填1130", "1130 for 30 November"), in: 101...1231)))

    /// The last day for the plan of a year.
    func fileBy(in year: Int) -> Day? { Self.day(fileBy, in: year) }
    func halfReportBy(in year: Int) -> Day? { Self.day(halfReportBy, in: year) }
    func roomLookBy(in year: Int) -> Day? { Self.day(roomLookBy, in: year) }

    /// A day of every year, as a setting writes it.
    private static func day(_ number: Int, in year: Int) -> Day? {
        Day(year: year, month: number / 100, day: number % 100)
    }

    /// Of a year that is no leap year: the day must be there in each.
    var problems: [StudyProblem] {
        [("fileBy", fileBy), ("halfReportBy", halfReportBy), ("roomLookBy", roomLookBy)].filter {
            Self.day($1, in: 2001) == nil
        }.map { .noSuchDay(field: $0.0) }
    }
}

/// Sets the site's own numbers for study groups.
struct SetStudyRules: Act {
    static let right = Right.plan
    static let words = Words("设置中心组学习规则", "Rules for study groups set")
    static let isTownWide = true
    var rules: StudyRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(StudyProblem.nothingChanged) }
    }
}

extension Ask {
    /// As they are today, read once for a page.
    var studyRules: StudyRules {
        get throws { try naming.once("study rules") { try reading.siteRules(StudyRules.self) } }
    }

}
