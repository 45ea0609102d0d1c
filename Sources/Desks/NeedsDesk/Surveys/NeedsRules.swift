import Pages
import Storage
import Store
import Vocabulary

/// The numbers of the rules for needs surveys.
struct NeedsRules: SiteRules, Hashable {
    /// Of an anonymous survey no figure is shown of fewer.
    var fewest = 5
    /// So many days before its end a survey stands on the office's desk.
    var closingDays = 7

    static let settings: [(SettingName, any WritableKeyPath<NeedsRules, Int> & Sendable)] = [
        (SettingName(rawValue: "needs.fewest"), \.fewest), (SettingName(rawValue: "needs.closingDays"), \.closingDays),
    ]

    static let form = Form<NeedsRules>(
        .init(
            Words("需求调研规则", "Rules for needs surveys"),
            .number(
                \.fewest, "fewest", Words("不记名结果最少显示人数", "Fewest that are shown"),
                hint: Words(
                    "少于这个数的不显示；已关闭的调研同样按此显示", "Smaller figures are not shown, of surveys that are closed too"),
                in: 3...50),
            .number(
                \.closingDays, "closingDays", Words("截止前几天提醒", "Days before the end"),
                hint: Words("即将截止的调研列入工作台", "When a survey stands on the office's desk"), in: 0...60)))
}

struct SetNeedsRules: Act {
    static let right = Right.plan
    static let words = Words("设置需求调研规则", "Rules for needs surveys set")
    static let isTownWide = true
    var rules: NeedsRules

    func perform(in t: ActTransaction) throws {
        guard try t.writing.set(rules) else { try t.refuse(SurveyProblem.nothingChanged) }
    }
}

extension Ask {
    /// The rules as they are today, read once for a page.
    var needsRules: NeedsRules {
        get throws { try naming.once("needs rules") { try reading.siteRules(NeedsRules.self) } }
    }
}
