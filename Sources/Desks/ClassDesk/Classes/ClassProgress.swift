import Pages
import Storage
import Store
import Vocabulary

/// How far a class has come on a day: everything that its page, its gate and its record of attendance rest on.
struct ClassProgress {
    let found: TrainingClass
    let callUp: CallUp?
    let trainees: [Trainee]
    let timetable: Timetable?
    let attendance: Attendance
    /// By trainee.
    let proofs: [String: Set<ProofKind>]
    let papers: Set<ClassDocument>
    let closing: ClassClosing?
    let rules: ClassRules
    let today: Day
    /// Leave that nobody has decided.
    var leaveOpen = 0
    var clock = ClockTime.dayOver

    var scheme: ClassScheme { found.scheme }

    /// Those who came, whether or not they stayed: no-shows are struck before anything counts.
    var students: [Trainee] { trainees.filter { TraineeStage.students.contains($0.stage) } }
    var present: [Trainee] { among(.arrived) }

    func among(_ stage: TraineeStage) -> [Trainee] { trainees.filter { $0.stage == stage } }

    /// Present to the end, not away for longer than the rule allows, and with all four proofs where the kind asks for them.
    func completes(_ trainee: Trainee) -> Bool {
        trainee.stage == .arrived && !attendance.isTooLong(trainee.code) && openProofs(trainee).isEmpty
    }

    func openProofs(_ trainee: Trainee) -> [ProofKind] {
        guard scheme.kind.hasProofs else { return [] }
        return ProofKind.allCases.filter { proofs[trainee.code]?.contains($0) != true }
    }

    var applyDue: Day { scheme.opening - rules.applyAhead }
    var closeDue: Day { scheme.closing + rules.closeWithin }
    var isApproved: Bool { found.stage == .approved }
    var isClosed: Bool { closing?.stands == true }
    var hasEnded: Bool { scheme.closing < today }
}

extension ClassScheme {
    private var daysWithArrival: Int { closing - registration + 1 }
    var personDays: Int { heads * daysWithArrival }

    /// What the budget may come to without trainers; beyond 30 days at seven tenths (综合定额; work-classes 10).
    func ceiling(_ rules: ClassRules) -> Money {
        Money(fen: heads * rules.cost(ofDays: daysWithArrival).fen)
    }

    var budgetUnderCeiling: Money { budget.filter { $0.item != .trainers }.total }
}

extension [ClassCost] {
    var total: Money { reduce(.zero) { $0 + $1.amount } }

    func of(_ item: ClassCostItem) -> Money { filter { $0.item == item }.total }
}

extension Reading {
    func progress(
        of found: TrainingClass, on today: Day, at clock: ClockTime = .dayOver
    ) throws -> ClassProgress {
        let trainees = try all(Trainee.self, for: .everybody, where: "class = \(found.code)", order: "code")
        let proofs = try all(
            TraineeProof.self, for: .everybody,
            where: """
                withdrawn_day is null and trainee in (select code from trainees where class = \(found.code))
                """, order: "code")
        return ClassProgress(
            found: found, callUp: try one(CallUp.self, found.code, for: .everybody), trainees: trainees,
            timetable: try one(Timetable.self, found.code, for: .everybody),
            attendance: try attendance(ofClass: found.code),
            proofs: Dictionary(grouping: proofs, by: \.trainee).mapValues { Set($0.map(\.kind)) },
            papers: Set(try evidence(of: found).filter { $0.withdrawn == nil }.map(\.document)),
            closing: try one(ClassClosing.self, found.code, for: .everybody), rules: try siteRules(ClassRules.self),
            today: today,
            leaveOpen: try count(
                ClassLeave.self, for: .everybody, where: "class = \(found.code) and stage = \(LeaveStage.filed)"),
            clock: clock)
    }
}

extension Ask {
    func progress(of found: TrainingClass) throws -> ClassProgress {
        try reading.progress(of: found, on: today, at: clock)
    }
}

/// What papers there are of a class (一班一档).
enum ClassDocument: String, Named, Stored {
    case scheme, approval, notice, roster, signInSheet, timetable, test, evaluation, photographs, accounts, receipts,
        other

    var words: Words {
        switch self {
        case .scheme: Words("办班方案", "Scheme")
        case .approval: Words("批复", "Approval")
        case .notice: Words("调训通知", "Call-up notice")
        case .roster: Words("学员名册（终版）", "Final roster")
        case .signInSheet: Words("签到表", "Signed sheet")
        case .timetable: Words("课程表（终版）", "Final timetable")
        case .test: Words("测试卷样、成绩册", "Test and marks")
        case .evaluation: Words("评估汇总", "Evaluation")
        case .photographs: Words("照片", "Photographs")
        case .accounts: Words("经费决算", "Accounts")
        case .receipts: Words("票据（未分项）", "Receipts of no single expense")
        case .other: Words("其他", "Other")
        }
    }
}

extension TrainingClass: EvidenceBearer {
    typealias Document = ClassDocument

    /// Rosters and signed sheets name people of many units.
    func papersUnit(in reading: some Reading) -> String? { scheme.organiser }

    func ended(in reading: some Reading) throws -> Words? {
        guard let closing = try reading.one(ClassClosing.self, code, for: .everybody), closing.stands else {
            return nil
        }
        return ClassProblem.isClosed(closing.closed).words
    }
}

extension ClassProgress {
    /// The papers without which a class is not closed (work-classes 17).
    var requiredPapers: [RequiredPaper<ClassDocument>] {
        guard found.stage != .cancelled, rules.papers == .asked else { return [] }
        return [
            RequiredPaper(.scheme, due: scheme.opening, why: Words("开班之前", "before it opens")),
            RequiredPaper(.signInSheet, due: closeDue, why: Words("结班之前", "before it is closed")),
        ]
    }

    var missingPapers: [ClassDocument] { requiredPapers.map(\.document).filter { !papers.contains($0) } }
}
