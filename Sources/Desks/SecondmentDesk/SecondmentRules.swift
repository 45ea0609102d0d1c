import Pages
import Storage
import Store
import Vocabulary

/// The site's numbers for secondments: what a plan in force says in its own words goes before them.
struct SecondmentRules: SiteRules, Hashable {
    /// At the day it begins nobody is older than so many years.
    var ageOut = 45
    var ageUp = 40
    var ageDown = 40
    var ageSpecial = 45
    /// So many months, where the post says nothing else.
    var monthsOut = 12
    var monthsUp = 12
    var monthsDown = 24
    var monthsSpecial = 12
    /// What is shorter is a loan (借用).
    var leastMonths = 6
    /// Years in the unit that recommends.
    var unitYears = 2
    /// The present rank was come to within so many months, where the kind is for the newly promoted.
    var promotedMonths = 24
    /// Of a unit's people so many in a hundred are away at most.
    var mostShare = 8
    /// Days from the start until the work plan.
    var planDays = 31
    /// The day of a month by which the month before has its line.
    var noteBy = 5
    /// Leave of up to so many days is the host's to grant, of up to so many more the home unit's; what is longer is the office's.
    var leaveHostDays = 3
    var leaveHomeDays = 7
    /// Days from the end until the appraisal of the host.
    var appraisalDays = 15
    /// Months from the end until it is asked what came of it.
    var outcomeMonths = 12
    /// Hours that each month counts as training; 0: it counts as a secondment and as no hours.
    var monthHours = 0

    static let settings: [(SettingName, any WritableKeyPath<SecondmentRules, Int> & Sendable)] = [
        (SettingName(rawValue: "secondment.ageOut"), \.ageOut), (SettingName(rawValue: "secondment.ageUp"), \.ageUp),
        (SettingName(rawValue: "secondment.ageDown"), \.ageDown),
        (SettingName(rawValue: "secondment.ageSpecial"), \.ageSpecial),
        (SettingName(rawValue: "secondment.monthsOut"), \.monthsOut),
        (SettingName(rawValue: "secondment.monthsUp"), \.monthsUp),
        (SettingName(rawValue: "secondment.monthsDown"), \.monthsDown),
        (SettingName(rawValue: "secondment.monthsSpecial"), \.monthsSpecial),
        (SettingName(rawValue: "secondment.minMonths"), \.leastMonths),
        (SettingName(rawValue: "secondment.unitYears"), \.unitYears),
        (SettingName(rawValue: "secondment.promotedMonths"), \.promotedMonths),
        (SettingName(rawValue: "secondment.mostShare"), \.mostShare),
        (SettingName(rawValue: "secondment.planDays"), \.planDays),
        (SettingName(rawValue: "secondment.attendanceBy"), \.noteBy),
        (SettingName(rawValue: "secondment.leaveSteps.host"), \.leaveHostDays),
        (SettingName(rawValue: "secondment.leaveSteps.home"), \.leaveHomeDays),
        (SettingName(rawValue: "secondment.appraisalDays"), \.appraisalDays),
        (SettingName(rawValue: "secondment.outcomeMonths"), \.outcomeMonths),
        (SettingName(rawValue: "secondment.monthHours"), \.monthHours),
    ]

    static let form = Form<SecondmentRules>(
        .init(
            Words("年龄（岁，含）", "Age at most"), .number(\.ageOut, "ageOut", Words("外挂", "Out"), in: 20...60),
            .number(\.ageUp, "ageUp", Words("上挂", "Up"), in: 20...60),
            .number(\.ageDown, "ageDown", Words("下挂", "Down"), in: 20...60),
            .number(\.ageSpecial, "ageSpecial", Words("特挂", "Special"), in: 20...60)),
        .init(
            Words("期限（月）", "Months"), .number(\.monthsOut, "monthsOut", Words("外挂", "Out"), in: 1...36),
            .number(\.monthsUp, "monthsUp", Words("上挂", "Up"), in: 1...36),
            .number(\.monthsDown, "monthsDown", Words("下挂", "Down"), in: 1...36),
            .number(\.monthsSpecial, "monthsSpecial", Words("特挂", "Special"), in: 1...36),
            .number(
                \.leastMonths, "leastMonths", Words("最短几个月", "Months at least"),
                hint: Words("更短的按借用办理", "What is shorter is a loan"), in: 1...36)),
        .init(
            Words("推荐条件", "Who is recommended"),
            .number(\.unitYears, "unitYears", Words("在本单位工作年数", "Years in the unit"), in: 0...20),
            .number(
                \.promotedMonths, "promotedMonths", Words("新提拔：几个月内", "Newly promoted: within so many months"),
                in: 1...60
            ),
            .number(\.mostShare, "mostShare", Words("单位在外比例上限（%）", "Share of a unit away at most (%)"), in: 0...100)),
        .init(
            Words("在岗管理", "While away"),
            .number(\.planDays, "planDays", Words("报到后几天内交工作计划", "Days until the work plan"), in: 1...180),
            .number(
                \.noteBy, "noteBy", Words("每月几日前报上月情况", "Day of the month for the line of the month before"), in: 1...28
            ),
            .number(
                \.leaveHostDays, "leaveHostDays", Words("请假几天以内由接收单位批", "Days of leave that the host grants"),
                in: 0...60),
            .number(
                \.leaveHomeDays, "leaveHomeDays", Words("请假几天以内由派出单位批", "Days of leave that the home unit grants"),
                hint: Words("更长的由组织部门批", "What is longer is the office's"), in: 0...180)),
        .init(
            Words("期满以后", "After the end"),
            .number(\.appraisalDays, "appraisalDays", Words("期满后几天内鉴定", "Days until the appraisal"), in: 1...180),
            .number(\.outcomeMonths, "outcomeMonths", Words("期满几个月后登记去向", "Months until what came of it"), in: 0...60),
            .number(
                \.monthHours, "monthHours", Words("每月折算学时", "Hours a month counts for"),
                hint: Words("0：记挂职，不折算学时", "0: counted as a secondment, as no hours"), in: 0...200)))

    func age(_ kind: SecondmentKind) -> Int {
        switch kind {
        case .out: ageOut
        case .up: ageUp
        case .down: ageDown
        case .special: ageSpecial
        }
    }

    func months(_ kind: SecondmentKind) -> Int {
        switch kind {
        case .out: monthsOut
        case .up: monthsUp
        case .down: monthsDown
        case .special: monthsSpecial
        }
    }

    var problems: [SecondmentProblem] { leaveHomeDays < leaveHostDays ? [.ladderTurned] : [] }
}

/// Sets the site's own numbers for secondments.
struct SetSecondmentRules: Act {
    static let right = Right.plan
    static let words = Words("设置挂职规则", "Rules for secondments set")
    static let isTownWide = true
    var rules: SecondmentRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(SecondmentProblem.nothingChanged) }
    }
}

extension Ask {
    /// As they are today, read once for a page.
    var secondmentRules: SecondmentRules {
        get throws { try naming.once("secondment rules") { try reading.siteRules(SecondmentRules.self) } }
    }
}
