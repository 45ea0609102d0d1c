import Plans
import Vocabulary

/// 任职后一年内: every person for themselves, from the day they took up the post or the category.
struct AppointmentMeasure {
    let walk: PieceWalk
    private var reading: RuleReading { walk.reading }
    private var moment: Moment { walk.moment }
    private var columns: RecordColumns { walk.moment.columns }

    func entries() -> [LedgerEntry] {
        let writer = EntryWriter(reading: reading, space: walk.space, moment: moment)
        let open = WindowSpan(from: reading.inForce.number, to: never)
        let days = countedDays()
        var entries: [LedgerEntry] = []
        var rollUp = RollUp(columns)
        for person in 0..<Int32(columns.persons.count) {
            guard let window = window(of: person) else { continue }
            let done = Double(days[Int(person)].count { window.contains($0) })
            let standing = Pace(window: window, asOf: moment.asOf).standing(
                required: 1, done: done, comparison: .atLeast)
            let unit = unit(of: person, in: window)
            rollUp.add(unit: unit, standing: standing, isMet: standing == .met)
            guard reading.binding.namesPersons else { continue }
            entries.append(
                writer.entry(person, unit: unit, window: window, required: 1, done: done, standing: standing))
        }
        let rolled = rollUp.entries(obligation: reading.obligation.id, window: open)
        return rolled.isEmpty ? [writer.doesNotApply(window: open, required: 1)] : entries + rolled
    }

    private func countedDays() -> [[Int32]] {
        var days = [[Int32]](repeating: [], count: columns.persons.count)
        walk.each { piece in if piece.why == .counted { days[Int(piece.subject)].append(piece.day) } }
        return days
    }

    /// From the day the post or category was taken up; nil for whom it does not apply.
    ///
    /// Who has left before the time was over is no longer asked; who has only lost the category still is.
    func window(of person: Int32) -> WindowSpan? {
        guard let start = start(of: person), start >= reading.inForce.number,
            walk.space.holds(person, on: start, at: moment)
        else { return nil }
        let rule = reading.rule
        let last: Int32 =
            switch rule.unit {
            case .month: Day(number: start).adding(months: Int(rule.value)).number - 1
            case .year: Day(number: start).adding(months: Int(rule.value) * 12).number - 1
            case .week: start + Int32(rule.value * 7)
            case .workingDay: WorkingDays.after(start, Int(rule.value))
            default: start + Int32(rule.value)
            }
        let window = WindowSpan(from: start, to: last)
        return unit(of: person, in: window) >= 0 ? window : nil
    }

    func unit(of person: Int32, in window: WindowSpan) -> Int32 {
        moment.unit(of: person, on: min(moment.asOf, window.to))
    }

    /// The latest beginning of a bound category, or of an appointment where none is bound, up to the as-of day.
    private func start(of person: Int32) -> Int32? {
        let isKnown = { (dated: DatedRow) in dated.recorded <= moment.knownAt && dated.from <= moment.asOf }
        let wanted = reading.binding.population.categories
        if wanted.isEmpty {
            return columns.appointments[Int(person)].lazy.map(\.dated).filter(isKnown).map(\.from).max()
        }
        let mask = columns.categories.mask(wanted.lazy.map(\.rawValue))
        return columns.holdings[Int(person)].lazy
            .filter { $0.category < 64 && mask & (1 << UInt64($0.category)) != 0 }
            .map(\.dated).filter(isKnown).map(\.from).max()
    }
}
