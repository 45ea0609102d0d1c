import Vocabulary

/// When the slots of a window fall due, by the pace of the ledger (docs/ledger.md, "Standing"): a slot is due on the first day
/// on which the ledger expects so many.
enum SlotPace {
    /// So many slots of one window are laid out; more than one a day is no matter of single occasions.
    static let mostSlots = 366

    /// How many slots a window has of which so much is asked; nil where that is none, more than are laid out, or no number: a
    /// plan's figure may be anything that was typed.
    static func count(_ required: Double) -> Int? {
        guard required > 0, required <= Double(mostSlots) else { return nil }
        return Int(required.rounded(.up))
    }

    /// How many slots of a window are held: as many as there are whole occasions, and all of them where the ledger says that
    /// it is met, in whatever way.
    static func held(_ done: Double, of required: Int, isMet: Bool) -> Int {
        isMet ? max(required, held(done)) : held(done)
    }

    /// How many whole occasions a figure is; what is no number is none.
    static func held(_ done: Double) -> Int {
        guard done > 0 else { return 0 }
        return Int(min(done, Double(Int16.max)))
    }

    /// The day on which the `place`-th of so many is due to stay on course.
    static func due(_ place: Int, of required: Int, from: Day, to: Day) -> Day {
        // In quarters of an occasion, so that nothing is lost by dividing: (place - 1/4) / required of the window.
        let length = to - from + 1
        let days = ((4 * place - 1) * length + 4 * required - 1) / (4 * required)
        return min(to, from + max(1, days) - 1)
    }

    /// How an unfilled slot stands on a day.
    static func state(due: Day, last: Day, on day: Day) -> SlotState {
        if day > last { return .missing }
        if day >= due { return .behind }
        return due.year == day.year && due.month == day.month ? .due : .toCome
    }
}
