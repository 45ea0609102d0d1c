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

    var total: Int { halves.reduce(0) { $0 + $1.halfHours } }

    /// A trainee is away for at most so many half-hours (总学时的七分之一).
    var limit: Double { Double(total) / Double(rules.absencePart) }

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
        sum(trainee) { mark in
            guard let mark, !mark.isThere else { return false }
            return mark != .official || rules.officialLeaveCounts == 1
        }
    }

    /// Hours present, in halves; of half-days whose roll was called.
    func present(_ trainee: String) -> Int { sum(trainee) { $0?.isThere ?? true } }

    private func sum(_ trainee: String, where isCounted: (RollMark.Mark?) -> Bool) -> Int {
        halves.reduce(0) { sum, half in
            isCalled(trainee, half.place) && isCounted(mark(trainee, half.place)) ? sum + half.halfHours : sum
        }
    }

    /// Away for more than the rule allows: the class is not completed.
    func isTooLong(_ trainee: String) -> Bool { away(trainee) * rules.absencePart > total }

    /// From some part of what the rule allows on, it is pointed out.
    func isToWarn(_ trainee: String) -> Bool { warning(trainee) != nil }

    func warning(_ trainee: String) -> AbsenceWarning? {
        let away = away(trainee)
        guard away > 0 else { return nil }
        if isTooLong(trainee) { return .over }
        let share = away * rules.absencePart * 100
        if share >= total * rules.warnNear { return .near }
        return share >= total * rules.warnHalf ? .half : nil
    }
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
            left: Dictionary(left.compactMap { row in row.decided.map { (row.code, $0) } }) { first, _ in first })
    }
}
