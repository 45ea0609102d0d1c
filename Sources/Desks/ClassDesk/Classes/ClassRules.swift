import Pages
import Records
import Storage
import Store
import Vocabulary

/// The site's numbers for classes (work-classes 26); what the plan says goes before them.
struct ClassRules: SiteRules, Hashable {
    /// A class is applied for so many days before it opens.
    var applyAhead = 15
    /// It is closed within so many days after its last.
    var closeWithin = 10
    /// Nobody is called up more often in a year.
    var callUpsAYear = 2
    /// Whoever is away for more than one part in so many of the hours does not complete it (七分之一).
    var absencePart = 7
    /// What a person and day may cost, yuan, trainers apart (综合定额).
    var costADay = 550
    /// Whether a class is closed only once its papers are there: 1, or 0.
    var asksForPapers = 1
    /// From so many parts in a hundred of what may be missed on it is pointed out, and from so many pressingly.
    var warnHalf = 50
    var warnNear = 80
    /// Sign-in begins so many minutes before the bell; so many after it somebody is late.
    var signInBefore = 30
    var lateAfter = 5
    /// A code of the hall's screen holds for so many seconds after the next one is shown.
    var signInGrace = 10
    /// Whoever scanned one has so many minutes to sign in.
    var signInHeld = 10
    /// Leave of so many half-days the class teacher decides alone, of so many the teaching office after them, longer leave the
    /// programme office in the end.
    var leaveByTeacher = 1
    var leaveBySchool = 2
    /// Whether leave for public duty counts as missed: 1, or 0.
    var officialLeaveCounts = 1
    /// Minutes of a school hour (学时).
    var schoolHour = 45
    /// When half-days begin, as 830 for half past eight (作息时间).
    var morningAt = 830
    var afternoonAt = 1430
    var eveningAt = 1900
    /// Of the hours of a main class, theory and party spirit have so many percent at least, party spirit alone so many.
    var theoryShare = 70
    var partySpiritShare = 20
    /// What a school hour of a lecture may cost after tax, yuan, by the title of who teaches, and how many hours of a half-day
    /// are paid.
    var feeAssociate = 500
    var feeProfessor = 1000
    var feeAcademician = 1500
    var feeHoursHalfDay = 4
    /// Beyond so many days a person-day may cost so many percent.
    var longAfter = 30
    var longPercent = 70
    /// So many reviewers take a case into the library.
    var caseReviewers = 2

    var seats = SeatRules()
    var claims = ClaimRules()

    static let settings: [(SettingName, any WritableKeyPath<ClassRules, Int> & Sendable)] =
        [
            (SettingName(rawValue: "class.applyAhead"), \.applyAhead),
            (SettingName(rawValue: "class.closeWithin"), \.closeWithin),
            (SettingName(rawValue: "class.callUpsAYear"), \.callUpsAYear),
            (SettingName(rawValue: "class.absencePart"), \.absencePart),
            (SettingName(rawValue: "class.costADay"), \.costADay),
            (SettingName(rawValue: "class.schoolHour"), \.schoolHour),
            (SettingName(rawValue: "class.asksForPapers"), \.asksForPapers),
            (SettingName(rawValue: "class.morningAt"), \.morningAt),
            (SettingName(rawValue: "class.afternoonAt"), \.afternoonAt),
            (SettingName(rawValue: "class.eveningAt"), \.eveningAt),
            (SettingName(rawValue: "class.warnHalf"), \.warnHalf),
            (SettingName(rawValue: "class.warnNear"), \.warnNear),
            (SettingName(rawValue: "class.officialLeaveCounts"), \.officialLeaveCounts),
            (SettingName(rawValue: "class.signInBefore"), \.signInBefore),
            (SettingName(rawValue: "class.lateAfter"), \.lateAfter),
            (SettingName(rawValue: "class.signInGrace"), \.signInGrace),
            (SettingName(rawValue: "class.signInHeld"), \.signInHeld),
            (SettingName(rawValue: "class.leaveByTeacher"), \.leaveByTeacher),
            (SettingName(rawValue: "class.leaveBySchool"), \.leaveBySchool),
            (SettingName(rawValue: "class.theoryShare"), \.theoryShare),
            (SettingName(rawValue: "class.partySpiritShare"), \.partySpiritShare),
            (SettingName(rawValue: "class.caseReviewers"), \.caseReviewers),
            (SettingName(rawValue: "class.feeAssociate"), \.feeAssociate),
            (SettingName(rawValue: "class.feeProfessor"), \.feeProfessor),
            (SettingName(rawValue: "class.feeAcademician"), \.feeAcademician),
            (SettingName(rawValue: "class.feeHoursHalfDay"), \.feeHoursHalfDay),
            (SettingName(rawValue: "class.longAfter"), \.longAfter),
            (SettingName(rawValue: "class.longPercent"), \.longPercent),
        ] + SeatRules.settings + ClaimRules.settings

    static let form = Form<ClassRules>(
        .init(
            Words("办班规则", "Rules for classes"),
            .number(\.applyAhead, "applyAhead", Words("提前申请天数", "Days ahead"), in: 0...180),
            .number(\.closeWithin, "closeWithin", Words("结业后结班天数", "Days until it is closed"), in: 1...180),
            .number(\.callUpsAYear, "callUpsAYear", Words("每人每年调训次数上限", "Call-ups a year"), in: 1...50),
            .choice(\.papers, "papers", Words("结班材料", "Papers at the closing")),
            .number(
                \.absencePart, "absencePart", Words("缺课上限（几分之一）", "Absence, one part in"),
                hint: Words("填7：请假、缺勤超过总学时七分之一的，不予结业", "7: more than a seventh of the hours, and it is not completed"),
                in: 2...50),
            .number(
                \.costADay, "costADay", Words("综合定额（元/人天）", "Cost of a person-day (yuan)"),
                hint: Words("不含师资费", "Trainers apart"), in: 1...10_000),
            .number(\.longAfter, "longAfter", Words("长班自第几天后打折", "Long classes: after days"), in: 1...400),
            .number(\.longPercent, "longPercent", Words("超过天数的定额（%）", "Cost of a day beyond (%)"), in: 1...100)),
        attendance, SeatRules.section, ClaimRules.section,
        .init(
            Words("作息时间", "Bells"),
            .number(\.schoolHour, "schoolHour", Words("每学时分钟数", "Minutes of a school hour"), in: 30...60),
            .number(
                \.morningAt, "morningAt", Words("上午上课时间", "Mornings begin"),
                hint: Words("8点30分填830", "830 for half past eight"),
                in: 600...1159),
            .number(\.afternoonAt, "afternoonAt", Words("下午上课时间", "Afternoons begin"), in: 1200...1759),
            .number(\.eveningAt, "eveningAt", Words("晚上上课时间", "Evenings begin"), in: 1800...2300)),
        .init(
            Words("课程和案例", "Courses and cases"),
            .number(
                \.theoryShare, "theoryShare", Words("理论和党性教育占比下限（%）", "Theory and party spirit, at least (%)"),
                hint: Words("只对主体班提示", "Pointed out for main classes"), in: 0...100),
            .number(
                \.partySpiritShare, "partySpiritShare", Words("党性教育占比下限（%）", "Party spirit, at least (%)"), in: 0...100),
            .number(\.caseReviewers, "caseReviewers", Words("案例评审人数", "Reviewers of a case"), in: 1...9)),
        .init(
            Words("讲课费上限（税后，元/学时）", "Ceilings of lecture fees (after tax, yuan an hour)"),
            .number(
                \.feeAcademician, "feeAcademician", Words("院士、全国知名专家", "Academicians, national experts"),
                in: 0...100_000),
            .number(\.feeProfessor, "feeProfessor", Words("正高", "Full professors"), in: 0...100_000),
            .number(
                \.feeAssociate, "feeAssociate", Words("副高及以下", "Up to associate professors"),
                hint: Words("其他人员参照执行", "Others by analogy"), in: 0...100_000),
            .number(
                \.feeHoursHalfDay, "feeHoursHalfDay", Words("每半天最多付几学时", "Hours of a half-day that are paid"),
                in: 1...12)))
}

/// Whether a class is closed without its papers (结班材料).
enum PapersAtClosing: String, Named {
    case asked, notAsked

    var words: Words {
        switch self {
        case .asked: Words("办班方案、签到表齐全才能结班", "Scheme and signed sheet must be there")
        case .notAsked: Words("不作要求", "None are asked for")
        }
    }
}

extension ClassRules {
    var papers: PapersAtClosing {
        get { asksForPapers == 1 ? .asked : .notAsked }
        set { asksForPapers = newValue == .asked ? 1 : 0 }
    }
}

extension ClassRules {
    /// Times that no clock shows.
    var problems: [ClassProblem] {
        [("morningAt", morningAt), ("afternoonAt", afternoonAt), ("eveningAt", eveningAt)].filter { $0.1 % 100 > 59 }
            .map { .noSuchTime(field: $0.0) }
    }
}

/// Sets the site's own numbers.
struct SetClassRules: Act {
    static let right = Right.plan
    static let words = Words("设置办班规则", "Rules for classes set")
    static let isTownWide = true
    var rules: ClassRules

    func perform(in t: ActTransaction) throws {
        try t.refuse(rules.problems)
        guard try t.writing.set(rules) else { try t.refuse(ClassProblem.nothingChanged) }
    }
}
