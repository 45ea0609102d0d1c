import Pages
import Storage
import Vocabulary

/// The site's numbers for who is called up, a part of the rules for classes.
struct SeatRules: Hashable, Sendable {
    /// Whoever had no class for so many years is to have one.
    var untrainedYears = 5
    /// At most this share of a unit's people whom a class is for is proposed for it, per cent, rounded up to a person.
    var awayShare = 15
    /// Nobody is proposed who retires within so many months of the opening; 0: it is not looked at.
    var retireWithin = 12
    var menRetire = 60
    var womenRetire = 60
    /// Whether somebody who is called up by name takes a seat of their unit's quota: 1, or 0.
    var namedTakeSeats = 0
    /// Seats that nobody was named for go back to the office so many days after names were due.
    var returnAfter = 1

    static let settings: [(SettingName, any WritableKeyPath<ClassRules, Int> & Sendable)] = [
        (SettingName(rawValue: "quota.untrainedYears"), \.seats.untrainedYears),
        (SettingName(rawValue: "quota.awayShare"), \.seats.awayShare),
        (SettingName(rawValue: "quota.retireWithin"), \.seats.retireWithin),
        (SettingName(rawValue: "quota.menRetire"), \.seats.menRetire),
        (SettingName(rawValue: "quota.womenRetire"), \.seats.womenRetire),
        (SettingName(rawValue: "quota.namedTakeSeats"), \.seats.namedTakeSeats),
        (SettingName(rawValue: "quota.returnBy"), \.seats.returnAfter),
    ]

    static let section = Form<ClassRules>.Section(
        Words("名额和调训", "Seats and call-ups"),
        .number(
            \.seats.untrainedYears, "untrainedYears", Words("几年内应参训一次", "Years within which everybody is trained"),
            hint: Words("超过这个年数没有参加过培训班的，优先安排", "Whoever had no class for longer is proposed first"), in: 1...20),
        .number(
            \.seats.awayShare, "awayShare", Words("单位同期外出上限（%）", "Share of a unit away (%)"),
            hint: Words("按单位中符合对象的人数计，不足一人按一人", "Of those of the unit whom the class is for, rounded up"), in: 1...100),
        .number(
            \.seats.retireWithin, "retireWithin", Words("临近退休不安排（月）", "Months before retirement"),
            hint: Words("填0不作要求；“报名”时只作提示", "0: not looked at"), in: 0...60),
        .number(\.seats.menRetire, "menRetire", Words("男干部退休年龄", "Retirement age, men"), in: 50...70),
        .number(
            \.seats.womenRetire, "womenRetire", Words("女干部退休年龄", "Retirement age, women"),
            hint: Words("各职务不同的，按最高的填", "The highest, where posts differ"), in: 50...70),
        .choice(\.seats.named, "namedTakeSeats", Words("点名调训人员", "People called up by name")),
        .number(
            \.seats.returnAfter, "returnAfter", Words("报名截止后几天收回名额", "Days until unused seats go back"), in: 0...60))

    /// Whether whoever is called up by name takes a seat of their unit's quota.
    enum ByName: String, Named {
        case beside, within

        var words: Words {
            switch self {
            case .beside: Words("不占单位名额", "Beside the quota of their unit")
            case .within: Words("占单位名额", "Within the quota of their unit")
            }
        }
    }

    var named: ByName {
        get { namedTakeSeats == 1 ? .within : .beside }
        set { namedTakeSeats = newValue == .within ? 1 : 0 }
    }
}
