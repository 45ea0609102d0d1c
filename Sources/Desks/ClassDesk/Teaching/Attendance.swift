import Pages
import Storage
import Store
import Vocabulary

/// Who was there in which half-day, and what it comes to: hours by presence, never by the length of the class.
struct Attendance {
    let halves: [(place: ClassHalf, halfHours: Int)]
    let rolls: [ClassHalf: RollCall]
    var rules = ClassRules()
    /// The last day of those who left the class, by trainee.
    var left: [String: Day] = [:]
    /// Half-hours of the syllabus.
    var planned = 0

    var total: Int { halves.reduce(0) { $0 + $1.halfHours } }

    /// What absence is measured by: all hours of the class, for whoever joins it late too. As long as the timetable is not
    /// whole, that is the syllabus.
    var base: Int { max(total, planned) }

    /// A trainee is away for at most so many half-hours (总学时的七分之一).
    var limit: Double { Double(base) / Double(rules.absencePart) }

    /// Half-days whose roll was not called, until a day.
    func missing(until day: Day) -> [ClassHalf] {
        halves.map(\.place).filter { $0.day <= day && rolls[$0] == nil }
    }

    func mark(_ trainee: String, _ place: ClassHalf) -> RollMark.Mark? {
        rolls[place]?.marks.first { $0.trainee == trainee }?.mark
    }

    /// Whether somebody is on the roll of a half-day that was called.
    func isCalled(_ trainee: String, _ place: ClassHalf) -> Bool {
        rolls[place] != nil && left[trainee].map { place.day <= $0 } ?? true
    }

    /// Hours away, on leave or without, in halves. Whether public duty is away is a rule.
    func away(_ trainee: String) -> Int {
        sum(trainee) { $0.map(isMissed) ?? false }
    }

    /// Whether somebody with a mark has missed the half-day.
    func isMissed(_ mark: RollMark.Mark) -> Bool {
        !mark.isThere && (mark != .official || rules.officialLeaveCounts == 1)
    }

    /// Hours present, in halves; of half-days whose roll was called.
    func present(_ trainee: String) -> Int { sum(trainee) { $0?.isThere ?? true } }

    private func sum(_ trainee: String, where isCounted: (RollMark.Mark?) -> Bool) -> Int {
        halves.reduce(0) { sum, half in
            isCalled(trainee, half.place) && isCounted(mark(trainee, half.place)) ? sum + half.halfHours : sum
        }
    }

    /// Away for more than the rule allows: the class is not completed.
    func isTooLong(_ trainee: String) -> Bool { isTooLong(away: away(trainee)) }

    func isTooLong(away: Int) -> Bool { away * rules.absencePart > base }

    /// From some part of what the rule allows on, it is pointed out.
    func isToWarn(_ trainee: String) -> Bool { warning(trainee) != nil }

    func warning(_ trainee: String) -> AbsenceWarning? {
        let away = away(trainee)
        guard away > 0 else { return nil }
        if isTooLong(away: away) { return .over }
        let share = away * rules.absencePart * 100
        if share >= base * rules.warnNear { return .near }
        return share >= base * rules.warnHalf ? .half : nil
    }
}

extension Attendance {
    /// Half-hours as hours, with one place at most.
    static func hours(_ halves: Double) -> String { Figure.plain((halves * 5).rounded() / 10) }

    /// What may still be missed, in hours.
    func hoursLeft(_ trainee: String) -> String { Self.hours(max(0, limit - Double(away(trainee)))) }
}

/// How near somebody has come to what may be missed.
enum AbsenceWarning {
    case half, near, over

    var words: Words {
        switch self {
        case .half: Words("已过半", "Beyond half")
        case .near: Words("接近上限", "Near the limit")
        case .over: Words("超过上限，不予结业", "Over: not completed")
        }
    }
}

extension Reading {
    func attendance(ofClass code: String) throws -> Attendance {
        let rolls = try all(RollCall.self, for: .everybody, where: "class = \(code)", order: "day")
        let left = try all(
            Trainee.self, for: .everybody, where: "class = \(code) and stage = \(TraineeStage.left)", order: "code")
        return Attendance(
            halves: try one(Timetable.self, code, for: .everybody)?.halves ?? [],
            rolls: Dictionary(rolls.map { ($0.place, $0) }) { first, _ in first },
            rules: try siteRules(ClassRules.self),
            left: Dictionary(left.compactMap { row in row.decided.map { (row.code, $0) } }) { first, _ in first },
            planned: (try one(TrainingClass.self, code, for: .everybody)?.scheme.hours ?? 0) * 2)
    }
}
