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
            let unit = moment.unit(of: person, on: moment.asOf)
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

    /// From the day the post or category was taken up, if that was in force; nil for whom it does not apply.
    func window(of person: Int32) -> WindowSpan? {
        guard walk.space.holds(person, on: moment.asOf, at: moment), let start = start(of: person),
            start >= reading.inForce.number
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
        return WindowSpan(from: start, to: last)
    }

    private func start(of person: Int32) -> Int32? {
        let wanted = reading.binding.population.categories
        if wanted.isEmpty {
            return columns.appointments[Int(person)].last {
                $0.dated.holds(on: moment.asOf, knownAt: moment.knownAt)
            }?.dated.from
        }
        let mask = columns.categories.mask(wanted.lazy.map(\.rawValue))
        return columns.holdings[Int(person)].filter {
            $0.category < 64 && mask & (1 << UInt64($0.category)) != 0
                && $0.dated.holds(on: moment.asOf, knownAt: moment.knownAt)
        }.map(\.dated.from).max()
    }
}
