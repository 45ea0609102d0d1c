import Pages
import Storage
import Vocabulary

/// The site's numbers for claims, a part of the rules for classes; what hours are reckoned by has days of its own
/// (`HourRule`).
struct ClaimRules: Hashable, Sendable {
    /// Without lessons, less than so many half-days is a meeting and no training (以会代训).
    var meetingHalfDays = 2

    static let settings: [(SettingName, any WritableKeyPath<ClassRules, Int> & Sendable)] = [
        (SettingName(rawValue: "meeting.minHalfDays"), \.claims.meetingHalfDays)
    ]

    static let section = Form<ClassRules>.Section(
        Words("培训学时申报", "Claims of training"),
        .number(
            \.claims.meetingHalfDays, "meetingHalfDays", Words("没有授课安排的，至少几个半天才算培训", "Half-days, without lessons"),
            hint: Words("填2：不足一天、没有课程和授课人的会议不算培训", "2: less than a day without lessons is a meeting"), in: 0...20))
}
