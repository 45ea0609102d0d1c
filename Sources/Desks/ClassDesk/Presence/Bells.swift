import Pages
import Store
import Vocabulary

extension ClassRules {
    /// When a half-day begins (作息时间).
    func begins(_ half: HalfDay) -> ClockTime {
        switch half {
        case .morning: ClockTime(hoursAndMinutes: morningAt)
        case .afternoon: ClockTime(hoursAndMinutes: afternoonAt)
        case .evening: ClockTime(hoursAndMinutes: eveningAt)
        }
    }

    /// Sessions of a half-day follow one another from its bell on.
    func ends(_ half: HalfDay, halfHours: Int) -> ClockTime {
        ClockTime(seconds: begins(half).seconds + halfHours * schoolHour * 30)
    }
}

extension ClassHalf {
    /// Whether its bell has rung.
    func hasBegun(on today: Day, at clock: ClockTime, _ rules: ClassRules) -> Bool {
        day < today || day == today && clock >= rules.begins(half)
    }
}

extension ClassProgress {
    /// The last session of the timetable, as long as it is not over: before its end a class is not closed.
    var stillTaught: Words? {
        guard let last = attendance.halves.last, last.place.day >= today else { return nil }
        let end = rules.ends(last.place.half, halfHours: last.halfHours)
        guard last.place.day > today || clock < end else { return nil }
        let at = "\(last.place.day.iso) \(end.text)"
        return Words("最后一节课\(at)结束", "its last session ends at \(at)")
    }

    /// The half-days that have begun and whose roll was not called.
    var rollsMissing: [ClassHalf] {
        attendance.missing(until: today).filter { $0.hasBegun(on: today, at: clock, rules) }
    }
}
