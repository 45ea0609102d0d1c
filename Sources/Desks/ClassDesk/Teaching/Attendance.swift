import Storage
import Store
import Vocabulary

/// Who was there in which half-day, and what it comes to: hours by presence, never by the length of the class.
struct Attendance {
    let halves: [(place: ClassHalf, halfHours: Int)]
    let rolls: [ClassHalf: RollCall]
    /// A trainee is away for at most one part in so many of the hours.
    let absencePart: Int

    var total: Int { halves.reduce(0) { $0 + $1.halfHours } }

    /// Half-days whose roll was not called, until a day.
    func missing(until day: Day) -> [ClassHalf] {
        halves.map(\.place).filter { $0.day <= day && rolls[$0] == nil }
    }

    func mark(_ trainee: String, _ place: ClassHalf) -> RollMark.Mark? {
        rolls[place]?.marks.first { $0.trainee == trainee }?.mark
    }

    /// Hours away, on leave or without, in halves.
    func away(_ trainee: String) -> Int {
        halves.reduce(0) { sum, half in
            switch mark(trainee, half.place) {
            case .leave, .absent: sum + half.halfHours
            case .late, nil: sum
            }
        }
    }

    /// Hours present, in halves; of half-days whose roll was called.
    func present(_ trainee: String) -> Int {
        halves.reduce(0) { sum, half in
            guard rolls[half.place] != nil else { return sum }
            switch mark(trainee, half.place) {
            case .leave, .absent: return sum
            case .late, nil: return sum + half.halfHours
            }
        }
    }

    /// Away for more than the rule allows: the class is not completed (总学时的七分之一).
    func isTooLong(_ trainee: String) -> Bool { away(trainee) * absencePart > total }

    /// From half of what the rule allows on, it is pointed out.
    func isToWarn(_ trainee: String) -> Bool { away(trainee) * absencePart * 2 >= total && away(trainee) > 0 }
}

extension Reading {
    func attendance(ofClass code: String) throws -> Attendance {
        let rolls = try all(RollCall.self, for: .everybody, where: "class = \(code)", order: "day")
        return Attendance(
            halves: try one(Timetable.self, code, for: .everybody)?.halves ?? [],
            rolls: Dictionary(rolls.map { ($0.place, $0) }) { first, _ in first },
            absencePart: try siteRules(ClassRules.self).absencePart)
    }
}
