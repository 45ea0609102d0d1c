import Pages
import Records
import Storage
import Store
import Vocabulary

/// The site's numbers for the programme and for the check before a class opens (work-classes 2, 26).
struct ProgrammeRules: SiteRules, Hashable {
    /// The last day on which units file, in the year itself, as 331 for 31 March.
    var fileBy = 331
    /// Who confirms a unit's lines: 0 whoever reports for it, 1 whoever leads it.
    var confirmedBy = 0
    /// A class on one topic lasts so many days at most.
    var singleTopicDays = 5
    /// What has fewer hours is a meeting, and no class (以会代训).
    var leastHours = 4
    /// A class of so many days or more is a long one, of which nobody is called up to more than one in so many years.
    var longClassDays = 60
    var longClassYears = 3

    static let settings: [(SettingName, any WritableKeyPath<ProgrammeRules, Int> & Sendable)] = [
        (SettingName(rawValue: "plan.fileBy"), \.fileBy),
        (SettingName(rawValue: "plan.confirmedBy"), \.confirmedBy),
        (SettingName(rawValue: "class.singleTopicDays"), \.singleTopicDays),
        (SettingName(rawValue: "class.leastHours"), \.leastHours),
        (SettingName(rawValue: "class.longClassDays"), \.longClassDays),
        (SettingName(rawValue: "class.longClassYears"), \.longClassYears),
    ]

    static let form = Form<ProgrammeRules>(
        .init(
            Words("年度计划", "The programme"),
            .number(
                \.fileBy, "fileBy", Words("上报截止（月日）", "Filed until"), hint: Words("3月31日填331", "331 for 31 March"),
                in: 101...1231),
            .choice(\.confirmer, "confirmer", Words("单位上报前由谁确认", "Who confirms a unit's lines"))),
        .init(
            Words("开班核对", "The check before a class opens"),
            .number(
                \.singleTopicDays, "singleTopicDays", Words("单一专题班最长天数", "Days of a class on one topic"), in: 1...60),
            .number(
                \.leastHours, "leastHours", Words("培训班最少学时", "Hours of a class at least"),
                hint: Words("少于此数的按会议看待，不算培训", "What has fewer is a meeting"), in: 0...100),
            .number(\.longClassDays, "longClassDays", Words("长期班天数", "Days of a long class"), in: 10...400),
            .number(
                \.longClassYears, "longClassYears", Words("几年内最多一次长期班", "Years for one long class"), in: 1...10)))

    enum Confirmer: String, Named {
        case reporter, leader

        var words: Words {
            switch self {
            case .reporter: Words("单位联络员或负责人", "Its clerk, or whoever leads it")
            case .leader: Words("单位负责人", "Whoever leads it")
            }
        }
    }

    var confirmer: Confirmer {
        get { confirmedBy == 1 ? .leader : .reporter }
        set { confirmedBy = newValue == .leader ? 1 : 0 }
    }

    /// The last day for the programme of a year.
    func fileBy(in year: Int) -> Day? { Day(year: year, month: fileBy / 100, day: fileBy % 100) }

    var problems: [LineProblem] { fileBy(in: 2001) == nil ? [.noSuchDay] : [] }
}

/// Sets the site's own numbers for the programme.
struct SetProgrammeRules: Act {
    static let right = Right.plan
    static let words = Words("设置年度计划规则", "Rules for the programme set")
    static let isTownWide = true
    var rules: ProgrammeRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(LineProblem.nothingChanged) }
    }
}

extension Ask {
    var programmeRules: ProgrammeRules {
        get throws { try naming.once("programme rules") { try reading.siteRules(ProgrammeRules.self) } }
    }
}
