import Pages
import Vocabulary

extension ClassRules {
    /// What the site sets about attendance.
    static let attendance = Form<ClassRules>.Section(
        Words("考勤", "Attendance"),
        .number(
            \.signInBefore, "signInBefore", Words("上课前几分钟开始签到", "Sign-in begins, minutes before the bell"), in: 5...120),
        .number(
            \.lateAfter, "lateAfter", Words("上课后几分钟起记迟到", "Late from, minutes after the bell"), in: 0...60),
        .number(
            \.signInGrace, "signInGrace", Words("二维码换新后仍有效（秒）", "A code holds on for (seconds)"),
            hint: Words(
                "二维码每20秒换一次；时间越长，越容易转发代签", "It changes every 20 seconds; the longer it holds, the easier it is sent on"),
            in: 0...60),
        .number(
            \.signInHeld, "signInHeld", Words("扫码后几分钟内签到有效", "Minutes to sign in after the scan"), in: 1...60),
        .number(
            \.warnHalf, "warnHalf", Words("缺课达上限的百分之几开始提醒", "Pointed out from, per cent of the limit"), in: 1...100),
        .number(
            \.warnNear, "warnNear", Words("缺课达上限的百分之几重点提醒", "Pressingly from, per cent of the limit"), in: 1...100),
        .number(
            \.leaveByTeacher, "leaveByTeacher",
            Words("班主任可批请假（半天）", "Half-days of leave that the class teacher decides"),
            in: 0...60),
        .number(
            \.leaveBySchool, "leaveBySchool",
            Words("教务处可批请假（半天），更长的报组织部", "Half-days that the teaching office decides"),
            hint: Words("逐级审批：先班主任，再教务处，再组织部", "One after the other: class teacher, teaching office, programme office"),
            in: 0...120),
        .choice(\.officialLeave, "officialLeave", Words("公假是否计入缺课", "Leave for public duty")))

    var officialLeave: OfficialLeave {
        get { officialLeaveCounts == 1 ? .counts : .doesNotCount }
        set { officialLeaveCounts = newValue == .counts ? 1 : 0 }
    }
}

/// Whether leave for public duty is away (公假).
enum OfficialLeave: String, Named {
    case counts, doesNotCount

    var words: Words {
        switch self {
        case .counts: Words("计入", "Counts as missed")
        case .doesNotCount: Words("不计入", "Does not count")
        }
    }
}
