import Plans
import Vocabulary

/// One window of an obligation, both days included; `to` is `never` where it has no end.
struct WindowSpan: Hashable, Sendable {
    var from: Int32
    var to: Int32

    func contains(_ day: Int32) -> Bool { from <= day && day <= to }
    var length: Double { Double(to - from) + 1 }
    /// The day in the middle: those who join after it are excused.
    var middle: Int32 { from + (to - from) / 2 }
}

extension Rule {
    /// The windows that had begun by a day, oldest first (docs/ledger.md, "Windows").
    ///
    /// With a step, windows of this length begin so far apart, and overlap.
    func windows(inForce: Day, begunBy asOf: Int32, step: Window? = nil) -> [WindowSpan] {
        switch window {
        case nil:
            return [WindowSpan(from: inForce.number, to: never)].filter { $0.from <= asOf }
        case .by(let day):
            return [WindowSpan(from: min(inForce, day).number, to: day.number)].filter { $0.from <= asOf }
        case .byEvery(let month, let day):
            return Self.yearly(month: month, day: day, inForce: inForce, begunBy: asOf)
        case .months, .quarters, .years:
            let months = window?.months ?? 12
            if !recurs {
                return [WindowSpan(from: inForce.number, to: inForce.ending(months: months).number)]
                    .filter { $0.from <= asOf }
            }
            return Self.blocks(of: months, every: step?.months ?? months, inForce: inForce, begunBy: asOf)
        }
    }

    /// Blocks of months counted from January of the year in force; the first holds the day in force.
    private static func blocks(of months: Int, every step: Int, inForce: Day, begunBy asOf: Int32) -> [WindowSpan] {
        guard let january = Day(year: inForce.year, month: 1, day: 1) else { return [] }
        var spans: [WindowSpan] = []
        var block = (inForce.month - 1) / step
        while true {
            let from = january.adding(months: block * step)
            if from.number > asOf { return spans }
            spans.append(WindowSpan(from: from.number, to: from.ending(months: months).number))
            block += 1
        }
    }

    private static func yearly(month: Int, day: Int, inForce: Day, begunBy asOf: Int32) -> [WindowSpan] {
        func fixed(_ year: Int) -> Day? {
            Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year)))
        }
        var spans: [WindowSpan] = []
        var year = inForce.year
        if let first = fixed(year), first < inForce { year += 1 }
        while let last = fixed(year), let previous = fixed(year - 1), previous.number + 1 <= asOf {
            spans.append(WindowSpan(from: previous.number + 1, to: last.number))
            year += 1
        }
        return spans
    }
}
