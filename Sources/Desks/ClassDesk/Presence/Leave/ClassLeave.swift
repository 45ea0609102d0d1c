import Pages
import Spelling
import Store
import Vocabulary

/// What somebody asks leave for (请假): from which half-day to which, and why in a word.
struct LeaveScheme: Sendable, Hashable {
    var kind = LeaveKind.personal
    var from = Day.unset
    var fromHalf = HalfDay.morning
    var to = Day.unset
    var toHalf = HalfDay.afternoon
    var reason = ""
    var contact = ""

    var first: ClassHalf { ClassHalf(day: from, half: fromHalf) }
    var last: ClassHalf { ClassHalf(day: to, half: toHalf) }

    func covers(_ place: ClassHalf) -> Bool { first <= place && place <= last }

    static let form = Form<LeaveScheme>(
        .init(
            Words("请假", "Leave"), .choice(\.kind, "kind", Words("类别", "Kind")),
            .day(\.from, "from", Words("开始日期", "From")), .choice(\.fromHalf, "fromHalf", Words("开始时段", "Half-day")),
            .day(\.to, "to", Words("结束日期", "To")), .choice(\.toHalf, "toHalf", Words("结束时段", "Half-day")),
            .longText(
                \.reason, "reason", Words("事由", "Why"),
                hint: Words("一句话即可；病假不写病情，不写家庭情况", "One sentence; nothing about health or family"), limit: 100, rows: 2),
            .text(\.contact, "contact", Words("去向和联系电话", "Where, and a telephone"), rule: .name)))
}

enum LeaveKind: String, Named, Stored {
    case personal, sick, official

    var words: Words { mark.words }

    /// As the roll has it.
    var mark: RollMark.Mark {
        switch self {
        case .personal: .leave
        case .sick: .sick
        case .official: .official
        }
    }
}

/// Those who decide on leave, the next after the one before: the longer it is, the more of them.
enum LeaveLevel: String, Named, Stored {
    case teacher, school, office

    var words: Words {
        switch self {
        case .teacher: Words("班主任", "Class teacher")
        case .school: Words("教务处", "Teaching office")
        case .office: Words("组织部", "Programme office")
        }
    }

    /// Whose it is to decide: the class teacher's who teaches, the teaching office's who keeps records besides.
    func isFor(_ reader: Reader) -> Bool {
        switch self {
        case .teacher: reader.may(.teach) || reader.may(.plan)
        case .school: reader.may(.teach) && reader.may(.report) || reader.may(.plan)
        case .office: reader.may(.plan)
        }
    }

    /// All who decide on leave of so many half-days.
    static func needed(for halfDays: Int, _ rules: ClassRules) -> [LeaveLevel] {
        if halfDays <= rules.leaveByTeacher { return [.teacher] }
        return halfDays <= rules.leaveBySchool ? [.teacher, .school] : [.teacher, .school, .office]
    }
}

struct LeaveDecision: Sendable, Hashable {
    var level: LeaveLevel
    var by: String
    var day: Day
    var isGranted: Bool
    var remark: String
}

/// Leave from a class as it was asked for, with what became of it (请假单).
struct ClassLeave: PagedNoun {
    var code: String
    var trainingClass: String
    /// Who keeps the class, and with it the leave.
    var organiser: String
    var trainee: String
    var scheme: LeaveScheme
    /// Half-days and half-hours of the timetable that it costs.
    var halfDays: Int
    var halfHours: Int
    var filed: Day
    var stage: LeaveStage
    /// Who is to decide next.
    var awaits: LeaveLevel?
    var decisions: [LeaveDecision] = []
    /// The day on which the return was reported (销假).
    var returned: Day?

    static let table = Table<ClassLeave>(
        "class_leaves", Column("code") { $0.code }, Column("class") { $0.trainingClass },
        Column("organiser") { $0.organiser }, Column("trainee") { $0.trainee }, Column("kind") { $0.scheme.kind },
        Column("from_day") { $0.scheme.from }, Column("from_half") { $0.scheme.fromHalf },
        Column("to_day") { $0.scheme.to }, Column("to_half") { $0.scheme.toHalf },
        Column("reason") { $0.scheme.reason },
        Column("contact") { $0.scheme.contact }, Column("half_days") { $0.halfDays },
        Column("half_hours") { $0.halfHours }, Column("filed_day") { $0.filed }, Column("stage") { $0.stage },
        Column("awaits") { $0.awaits }, Column("returned_day") { $0.returned }
    ) {
        code, trainingClass, organiser, trainee, kind, from, fromHalf, to, toHalf, reason, contact, halfDays, halfHours,
        filed, stage, awaits, returned in
        ClassLeave(
            code: code, trainingClass: trainingClass, organiser: organiser, trainee: trainee,
            scheme: LeaveScheme(
                kind: kind, from: from, fromHalf: fromHalf, to: to, toHalf: toHalf, reason: reason, contact: contact),
            halfDays: halfDays, halfHours: halfHours, filed: filed, stage: stage, awaits: awaits, returned: returned)
    }
    static let lists = [
        NounList<ClassLeave>(
            \.decisions, owner: "leave",
            Table(
                "class_leave_decisions", Column("level") { $0.level }, Column("decided_by") { $0.by },
                Column("decided_day") { $0.day }, Column("is_granted") { $0.isGranted }, Column("remark") { $0.remark },
                make: LeaveDecision.init))
    ]
    /// Trainees file it, whose unit need not be the class's: the list and the pages are narrowed to those who keep the class.
    static let reach = Reach.everybody
    static let personal: PersonalTexts? = .through(
        "trainee", Trainee.self, "reason", "contact", "class_leave_decisions.remark")

    static let path = "/classes/leave/:code"
    static let seeing = Words("查看请假单", "See the leave")
    static let acts: [any RecordAct<ClassLeave>.Type] = [DecideLeave.self, ReportReturn.self]

    /// `事假 2026-10-12上午至2026-10-13下午`
    var title: String { "\(scheme.kind.words.zh) \(scheme.first.words.zh)至\(scheme.last.words.zh)" }
}

enum LeaveStage: String, Named, Stored {
    case filed, granted, refused, withdrawn

    var words: Words {
        switch self {
        case .filed: Words("待审批", "To be decided")
        case .granted: Words("准假", "Granted")
        case .refused: Words("不准", "Refused")
        case .withdrawn: Words("已撤回", "Withdrawn")
        }
    }

    /// Those that bind: nobody asks for the same half-day twice.
    static let open: [LeaveStage] = [.filed, .granted]
}

extension CodeSeries {
    static let classLeave = CodeSeries(rawValue: "QJ")
}
