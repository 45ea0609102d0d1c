import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// That a class is closed (结班): by it the class is on record as an activity, which the ledger counts.
struct ClassClosing: Noun {
    var trainingClass: String
    var closed: Day
    var activity: String
    var halfHours: Int
    var outcome: ClassOutcome
    var reopened: Day?
    var reason: String

    static let table = Table<ClassClosing>(
        "class_closings",
        Column("class") { $0.trainingClass }, Column("closed_day") { $0.closed }, Column("activity") { $0.activity },
        Column("half_hours") { $0.halfHours }, Column("summary") { $0.outcome.summary },
        Column("reopened_day") { $0.reopened }, Column("reason") { $0.reason }
    ) { code, closed, activity, halfHours, summary, reopened, reason in
        ClassClosing(
            trainingClass: code, closed: closed, activity: activity, halfHours: halfHours,
            outcome: ClassOutcome(summary: summary), reopened: reopened, reason: reason)
    }
    static let lists = [
        NounList<ClassClosing>(
            \.outcome.costs, owner: "class",
            Table("class_spendings", Column("item") { $0.item }, Column("fen") { $0.amount }, make: ClassCost.init))
    ]
    static let reach = Reach.everybody

    var stands: Bool { reopened == nil }
}

/// What is said when a class is closed: all else is known.
struct ClassOutcome: Sendable, Hashable {
    var summary = ""
    var costs: [ClassCost] = []

    static let form = Form<ClassOutcome>(
        .init(
            Words("小结", "Summary"),
            .longText(
                \.summary, "summary", Words("工作小结", "Summary"),
                hint: Words("内容、方法、成效、不足、建议；人数、学时不用写", "What was taught and how it went; figures are known"),
                rows: 6),
            .rows(
                \.costs, "costs", Words("经费决算（元）", "Spent (yuan)"), of: ClassCost.form, blank: ClassCost(),
                hint: Words("已逐笔登记的科目不用填，按登记的计", "Items that were entered one by one need not be given"),
                isRequired: false, most: 20)))
}

/// Closes a class: nothing may be open any more. Its activity and its participations come from the attendance.
struct CloseClass: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("结班", "Closed")
    static let title = Words("结班", "Close the class")
    static let button = Words("结班", "Close")
    static let step = "close"
    static let settles = true
    var record: String
    var outcome: ClassOutcome
    var clock = ClockTime.dayOver

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try found.notOpen(in: reading, for: reader) { return problem }
        let open = try reading.progress(of: found, on: today).open
        return open.isEmpty ? nil : ClassProblem.open(open)
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let progress = try t.progress(of: found, on: t.today, at: clock)
        if let taught = progress.stillTaught { try t.refuse(ClassProblem.open([taught])) }
        let closing = ClassClosing(
            trainingClass: found.code, closed: t.today, activity: try post(progress, t),
            halfHours: progress.attendance.total, outcome: try t.settled(outcome, of: found), reopened: nil, reason: "")
        try t.insertOrUpdate(closing)
        return found
    }

    private func post(_ progress: ClassProgress, _ t: ActTransaction) throws -> String {
        let (found, attendance) = (progress.found, progress.attendance)
        let scheme = found.scheme
        return try t.record(
            ActivityDraft(
                kind: scheme.kind.activity, title: found.title, organiser: scheme.organiser, from: scheme.opening,
                to: scheme.closing, hours: Double(attendance.total) / 2, topics: scheme.topics,
                audience: scheme.audience, filed: found.filed, approved: found.decided, reported: t.today,
                participants: progress.students.map { trainee in
                    ParticipantDraft(
                        person: trainee.person, hours: Double(attendance.present(trainee.code)) / 2,
                        completed: progress.completes(trainee))
                }), isAsSaid: false, alike: { ClassProblem.sameActivity($0) }, otherwise: ClassProblem.notCounted)
    }
}

/// Opens a closed class again, so that papers or people can be put right (取消结班): its activity counts no more until it is
/// closed anew.
struct ReopenClass: RecordAct {
    static let right = Right.plan
    static let words = Words("取消结班", "Reopened")
    static let title = Words("取消结班", "Reopen the class")
    static let button = Words("取消结班", "Reopen")
    static let step = "reopen"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        try reading.one(ClassClosing.self, found.code, for: .everybody)?.stands == true ? nil : ClassProblem.notClosed
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        guard var closing = try t.one(ClassClosing.self, found.code, for: t.reader) else {
            try t.refuse(ClassProblem.notClosed)
        }
        try t.takeOffRecord(closing.activity, reason: reason, corrected: ClassProblem.activityIsCorrected)
        closing.reopened = t.today
        closing.reason = reason
        try t.update(closing)
        return found
    }
}
