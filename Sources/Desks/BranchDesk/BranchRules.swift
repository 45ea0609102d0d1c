import Pages
import Storage
import Store
import Vocabulary

/// The site's numbers for branches. How much organisation life is owed by the plan in force says the ledger; these say how it is
/// done.
struct BranchRules: SiteRules, Hashable {
    /// The plan of a quarter is with the superior by this day of its first month.
    var planBy = 5
    /// What was held is on record within so many working days.
    var recordDays = 3
    /// Notice of a themed day lies so many days ahead of it, of any other meeting so many.
    var schemeDays = 7
    var noticeDays = 1
    /// Held so often: general meetings and lectures in a quarter, the committee, groups and the themed day in a month, the
    /// meeting of organisation life in a year.
    var generalMeetings = 1
    var lectures = 1
    var committees = 1
    var groups = 1
    var themedDays = 1
    var lifeMeetings = 1
    /// A meeting is valid with more than this share of those entitled, an election with so many in a hundred at least, and so
    /// many come to a themed day.
    var validShare = 50
    var electionShare = 80
    var themedShare = 80
    /// A themed day has so many half hours at least; a lecture of fewer minutes is none.
    var themedHalfHours = 2
    var lectureMinutes = 30
    /// What a quarterly look finds is put right within so many days, where nothing else is said.
    var mendDays = 15
    /// Where stars are kept up through the year, a branch begins with so many points.
    var awardPoints = 100
    /// Stars are announced after a public notice of so many days; within so many working days of it a branch appeals.
    var starNoticeDays = 5
    var appealDays = 5

    static let settings: [(SettingName, any WritableKeyPath<BranchRules, Int> & Sendable)] = [
        (SettingName(rawValue: "branch.planBy"), \.planBy),
        (SettingName(rawValue: "branch.recordDays"), \.recordDays),
        (SettingName(rawValue: "branch.schemeDays"), \.schemeDays),
        (SettingName(rawValue: "branch.noticeDays"), \.noticeDays),
        (SettingName(rawValue: "branch.generalMeetings"), \.generalMeetings),
        (SettingName(rawValue: "branch.lectures"), \.lectures),
        (SettingName(rawValue: "branch.committees"), \.committees),
        (SettingName(rawValue: "branch.groups"), \.groups),
        (SettingName(rawValue: "branch.themedDays"), \.themedDays),
        (SettingName(rawValue: "branch.lifeMeetings"), \.lifeMeetings),
        (SettingName(rawValue: "branch.validShare"), \.validShare),
        (SettingName(rawValue: "branch.electionShare"), \.electionShare),
        (SettingName(rawValue: "branch.themedShare"), \.themedShare),
        (SettingName(rawValue: "branch.themedHalfHours"), \.themedHalfHours),
        (SettingName(rawValue: "lecture.minMinutes"), \.lectureMinutes),
        (SettingName(rawValue: "branch.mendDays"), \.mendDays),
        (SettingName(rawValue: "star.awardPoints"), \.awardPoints),
        (SettingName(rawValue: "star.noticeDays"), \.starNoticeDays),
        (SettingName(rawValue: "appeal.days"), \.appealDays),
    ]

    static let form = Form<BranchRules>(
        .init(
            Words("计划和纪实", "Plans and records"),
            .number(
                \.planBy, "planBy", Words("季度计划报送截止", "Plan of a quarter by"),
                hint: Words("每季度第一个月的几日", "Day of its first month"), in: 1...28),
            .number(\.schemeDays, "schemeDays", Words("主题党日提前通知天数", "Days of notice of a themed day"), in: 0...60),
            .number(\.noticeDays, "noticeDays", Words("其他会议提前通知天数", "Days of notice of a meeting"), in: 0...60),
            .number(
                \.recordDays, "recordDays", Words("会后几个工作日内纪实", "Working days until it is on record"), in: 1...60),
            .number(\.mendDays, "mendDays", Words("季度查看后几天内整改", "Days to put right what a look found"), in: 1...180)),
        .init(
            Words("次数", "How often"),
            .number(\.generalMeetings, "generalMeetings", Words("党员大会（每季度）", "General meetings a quarter"), in: 0...12),
            .number(\.lectures, "lectures", Words("党课（每季度）", "Lectures a quarter"), in: 0...12),
            .number(\.committees, "committees", Words("支委会（每月）", "Committee a month"), in: 0...10),
            .number(\.groups, "groups", Words("党小组会（每月）", "Groups a month"), in: 0...10),
            .number(\.themedDays, "themedDays", Words("主题党日（每月）", "Themed days a month"), in: 0...10),
            .number(\.lifeMeetings, "lifeMeetings", Words("组织生活会（每年）", "Organisation-life meetings a year"), in: 0...4)),
        .init(
            Words("有效和学时", "Validity and length"),
            .number(\.validShare, "validShare", Words("到会超过（%）", "More than % of those entitled"), in: 0...99),
            .number(\.electionShare, "electionShare", Words("选举到会不少于（%）", "At least % for an election"), in: 0...100),
            .number(\.themedShare, "themedShare", Words("主题党日到会不少于（%）", "At least % at a themed day"), in: 0...100),
            .hours(\.themedHalfHours, "themedHours", Words("主题党日最少学时", "Hours of a themed day at least"), most: 24),
            .number(\.lectureMinutes, "lectureMinutes", Words("党课最少分钟", "Minutes of a lecture at least"), in: 0...600)),
        .init(
            Words("星级评定", "Star rating"),
            .number(
                \.awardPoints, "awardPoints", Words("动态管理起始分", "Points at award, where they are kept"), in: 1...200),
            .number(\.starNoticeDays, "starNoticeDays", Words("公示天数", "Days of public notice"), in: 1...60),
            .number(\.appealDays, "appealDays", Words("公示后几个工作日内可申诉", "Working days in which to appeal"), in: 1...60)))

    /// The last day for the plan of a quarter.
    func planBy(_ quarter: Int, of year: Int) -> Day? { Day(year: year, month: quarter * 3 - 2, day: planBy) }
}

/// Sets the site's own numbers for branches.
struct SetBranchRules: Act {
    static let right = Right.plan
    static let words = Words("设置支部工作规则", "Rules for branches set")
    static let isTownWide = true
    var rules: BranchRules

    func perform(in t: ActTransaction) throws {
        guard try t.writing.set(rules) else { try t.refuse(BranchProblem.nothingChanged) }
    }
}

extension Ask {
    /// As they are today, read once for a page.
    var branchRules: BranchRules {
        get throws { try naming.once("branch rules") { try reading.siteRules(BranchRules.self) } }
    }

}
