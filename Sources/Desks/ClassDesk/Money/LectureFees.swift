import Pages
import Storage
import Store
import Vocabulary

/// What is paid to those who teach a class, once somebody has looked through it (讲课费).
struct LectureFees: Noun {
    var trainingClass: String
    /// The day on which it was last looked through.
    var kept: Day
    var lines: [FeePaid] = []

    static let table = Table<LectureFees>(
        "lecture_fees", Column("class") { $0.trainingClass }, Column("kept_day") { $0.kept },
        make: { LectureFees(trainingClass: $0, kept: $1) })
    static let lists = [
        NounList<LectureFees>(
            \.lines, owner: "class",
            Table(
                "lecture_fee_lines", Column("trainer") { $0.trainer }, Column("day") { $0.day },
                Column("half") { $0.half }, Column("fen") { $0.amount }, make: FeePaid.init))
    ]
    static let reach = Reach.everybody

    var total: Money { lines.reduce(.zero) { $0 + $1.amount } }

    /// Without what was set for lessons that the timetable has no more, or that somebody else teaches now.
    func taught(by sheet: TimetableSheet) -> LectureFees {
        let taught = Set(
            sheet.sessions.compactMap { session in
                session.trainerCode.map {
                    FeePaid(trainer: $0, day: session.day, half: session.half, amount: .zero).key
                }
            })
        var kept = self
        kept.lines = lines.filter { taught.contains($0.key) }
        return kept
    }
}

/// What one trainer gets for one half-day, after tax.
struct FeePaid: Sendable, Hashable {
    var trainer: String
    var day: Day
    var half: HalfDay
    var amount: Money
}

/// Keeps what is paid: as much as the ceiling allows, or less (核定讲课费). More is shown, not refused.
struct KeepLectureFees: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("核定讲课费", "Lecture fees kept")
    static let title = Words("核定讲课费", "Lecture fees")
    static let button = Words("核定讲课费", "Set the fees")
    static let step = "fees/edit"
    var record: String
    var lines: [FeePaid]

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard try reading.isWithinReach(found.scheme.organiser, of: reader) else { return ClassProblem.notYours }
        if found.stage != .approved { return ClassProblem.notApproved(found.stage) }
        return try FeeSheet(found, in: reading).lines.isEmpty ? MoneyProblem.nobodyToPay : nil
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let known = Set(try FeeSheet(found, in: t).lines.map(\.key))
        let strange = lines.filter { !known.contains($0.key) }
        try t.refuse(strange.map { MoneyProblem.notOnTimetable($0.day) })
        let made = LectureFees(trainingClass: found.code, kept: t.today, lines: lines)
        guard let before = try t.one(LectureFees.self, found.code, for: t.reader) else {
            try t.insert(made)
            return found
        }
        if before.lines == made.lines { try t.refuse(ClassProblem.nothingChanged) }
        try t.update(made)
        return found
    }
}

extension FeePaid {
    /// Names it in a form.
    var key: String { "\(trainer).\(day.iso).\(half.rawValue)" }
}

/// Why something about the money of a class was not done.
enum MoneyProblem: Refusal {
    case nobodyToPay
    case notOnTimetable(Day)
    case spentInFuture(Day)
    case isVoided(Day)

    var field: String {
        switch self {
        case .nobodyToPay, .isVoided: ""
        case .notOnTimetable: "fees"
        case .spentInFuture: "day"
        }
    }

    var words: Words {
        switch self {
        case .nobodyToPay:
            Words(
                "课程表上还没有从师资库选取的授课人，没有讲课费可核定",
                "Nobody on the timetable comes from the library: there is no fee to set")
        case .notOnTimetable(let day):
            Words("课程表上\(day.iso)已没有这位教师的课", "That trainer teaches nothing on \(day.iso)")
        case .spentInFuture(let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .isVoided(let day): Words("这笔支出已于\(day.iso)作废", "It was voided on \(day.iso)")
        }
    }
}
