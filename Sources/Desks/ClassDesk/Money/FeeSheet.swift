import Pages
import Storage
import Store
import Vocabulary

/// What the lectures of a class may cost: from the timetable and the titles of those in the library, a line for each trainer
/// and half-day (讲课费; work-classes 9). After tax.
struct FeeSheet {
    struct Line: Sendable, Hashable {
        var trainer: Trainer
        var day: Day
        var half: HalfDay
        var courses: [String]
        /// Taught, and of that paid for: neither what another class pays nor what exceeds a half-day.
        var halfHours = 0
        var paidHalfHours = 0
        /// For a school hour.
        var standard = Money.zero
        /// The class that pays for a lesson held together, where it is another one.
        var paidBy: [String] = []
        /// What was set for it; nil: nobody looked through it yet.
        var kept: Money?
        /// Came onto the timetable after the others were looked through: it counts once somebody sets it.
        var isNew = false

        var isPaid: Bool { trainer.entry.pay == .paid }
        var ceiling: Money { isPaid ? Money(fen: standard.fen * paidHalfHours / 2) : .zero }
        var amount: Money { kept ?? (isNew ? .zero : ceiling) }
        /// As the form begins with it.
        var proposed: Line {
            var line = self
            (line.kept, line.isNew) = (kept ?? ceiling, false)
            return line
        }
        var key: String { paid.key }
        var paid: FeePaid { FeePaid(trainer: trainer.code, day: day, half: half, amount: amount) }
    }

    let lines: [Line]
    /// Whether somebody has looked through it.
    let isKept: Bool

    init(_ found: TrainingClass, in reading: some Reading) throws {
        guard let sheet = try reading.one(Timetable.self, found.code, for: .everybody)?.sheet else {
            (lines, isKept) = ([], false)
            return
        }
        let rules = try reading.siteRules(ClassRules.self)
        let fees = try reading.one(LectureFees.self, found.code, for: .everybody)
        let library = try LibraryInUse(of: sheet.sessions, in: reading, for: .everybody)
        let others = try reading.otherTimetables(besides: found.code, sheet)
        var lines: [String: Line] = [:]
        for session in sheet.sessions {
            guard let trainer = session.trainerCode.flatMap({ library.trainers[$0] }), session.halfHours > 0 else {
                continue
            }
            let fresh = Line(
                trainer: trainer, day: session.day, half: session.half, courses: [],
                standard: rules.feeStandard(trainer.entry.band))
            var line = lines[fresh.key] ?? fresh
            line.courses.append(session.course)
            line.halfHours += session.halfHours
            let payer = others.filter { other in
                other.found.comesBefore(found)
                    && other.sessions.contains {
                        // One that names them as free text pays nobody.
                        $0.place == session.place && $0.trainerCode == session.trainerCode && $0.halfHours > 0
                            && session.isTogether(with: $0)
                    }
            }.min { $0.found.comesBefore($1.found) }
            if let payer {
                line.paidBy.append(payer.found.title)
            } else {
                line.paidHalfHours = min(line.paidHalfHours + session.halfHours, rules.feeHoursHalfDay * 2)
            }
            lines[line.key] = line
        }
        let set = Dictionary((fees?.lines ?? []).map { ($0.key, $0.amount) }) { first, _ in first }
        self.lines = lines.values.map { line in
            var line = line
            line.kept = set[line.key]
            line.isNew = fees != nil && line.kept == nil
            return line
        }.sorted { ($0.day, $0.half, $0.trainer.title) < ($1.day, $1.half, $1.trainer.title) }
        isKept = fees != nil
    }

    var total: Money { lines.reduce(.zero) { $0 + $1.amount } }
    var ceiling: Money { lines.reduce(.zero) { $0 + $1.ceiling } }
    /// As they are written.
    var hours: String { Figure.plain(Double(lines.reduce(0) { $0 + $1.halfHours }) / 2) }

    /// What is pointed out of a line: by its ceiling, and of own staff that is paid.
    static func remarks(of line: Line, _ rules: ClassRules) -> [Words] {
        var remarks = line.paidBy.map { Words("与“\($0)”合班，由该班支付", "held together with “\($0)”, which pays for it") }
        if line.isNew {
            remarks.append(
                Words(
                    "核定之后新排，按上限\(line.ceiling.grouped)元，尚未核定",
                    "came after the fees were set: up to \(line.ceiling.grouped) yuan, not looked through yet"))
        }
        if !line.isPaid { remarks.append(Words("师资库写明不付讲课费", "the library says that they are not paid")) }
        if line.isPaid, line.trainer.entry.origin == .inside {
            remarks.append(Words("本校教师，一般不付", "own staff, usually not paid"))
        }
        if line.isPaid, line.paidBy.isEmpty, line.paidHalfHours < line.halfHours {
            remarks.append(
                Words(
                    "每半天最多付\(rules.feeHoursHalfDay)学时", "at most \(rules.feeHoursHalfDay) hours of a half-day are paid")
            )
        }
        if line.amount > line.ceiling {
            remarks.append(
                Words("超过上限\(line.ceiling.grouped)元", "above the ceiling of \(line.ceiling.grouped) yuan"))
        }
        return remarks
    }
}

extension ClassRules {
    /// What a school hour may cost after tax, by the title of who teaches; others as up to associate professor.
    func feeStandard(_ band: TitleBand) -> Money {
        switch band {
        case .academician: Money(fen: feeAcademician * 100)
        case .professor: Money(fen: feeProfessor * 100)
        case .associate, .lecturer, .assistant, .leader: Money(fen: feeAssociate * 100)
        }
    }
}

extension TrainingClass {
    /// Of classes that are taught together the first pays.
    fileprivate func comesBefore(_ other: TrainingClass) -> Bool {
        (scheme.opening, code) < (other.scheme.opening, other.code)
    }
}
