import Plans
import Vocabulary

/// Coverage and shares of a population: members reached at least once in the window.
struct ReachedMeasure {
    let walk: PieceWalk
    private var reading: RuleReading { walk.reading }
    private var moment: Moment { walk.moment }
    private var columns: RecordColumns { walk.moment.columns }

    func entries() -> [LedgerEntry] {
        let subjects = walk.space.count(in: columns)
        let reached = reached()
        var entries: [LedgerEntry] = []
        for (index, window) in walk.windows.enumerated() {
            entries += self.entries(of: window) { reached[index * subjects + Int($0)] }
        }
        return entries
    }

    /// Per window and subject, whether a counted record reached it.
    func reached() -> [Bool] {
        let subjects = walk.space.count(in: columns)
        var reached = [Bool](repeating: false, count: subjects * walk.windows.count)
        walk.each { piece in
            guard piece.why == .counted else { return }
            let window = walk.window(of: piece.day)
            if window >= 0 { reached[window * subjects + Int(piece.subject)] = true }
        }
        return reached
    }

    private func entries(of window: WindowSpan, reached: (Int32) -> Bool) -> [LedgerEntry] {
        let writer = EntryWriter(reading: reading, space: walk.space, moment: moment)
        let reckoning = min(moment.asOf, window.to)
        var population = [Int](repeating: 0, count: columns.units.count)
        var done = population
        for subject in 0..<Int32(walk.space.count(in: columns)) {
            guard walk.space.holds(subject, on: reckoning, at: moment) else { continue }
            let isReached = reached(subject)
            if !isReached, isExcused(subject, window: window, space: walk.space, moment: moment) { continue }
            let unit = Int(walk.space.unit(of: subject, on: reckoning, at: moment))
            guard unit >= 0 else { continue }
            population[unit] += 1
            if isReached { done[unit] += 1 }
        }
        for unit in columns.unitOrder.reversed() where columns.parents[Int(unit)] >= 0 {
            population[Int(columns.parents[Int(unit)])] += population[Int(unit)]
            done[Int(columns.parents[Int(unit)])] += done[Int(unit)]
        }
        let whole = columns.units.count == 0 ? 0 : population[Int(columns.root)]
        guard whole > 0 else { return [writer.doesNotApply(window: window, required: 0)] }

        let pace = Pace(window: window, asOf: moment.asOf)
        func figures(_ unit: Int) -> (required: Double, done: Double, standing: Standing, forecast: Double?) {
            let required = reading.rule.required(of: population[unit])
            let figure = Double(done[unit])
            return (
                required, figure,
                pace.standing(required: required, done: figure, comparison: reading.rule.comparison),
                pace.forecast(done: figure, limit: Double(population[unit]))
            )
        }
        let root = figures(Int(columns.root))
        var entries = [
            writer.programme(
                window: window, required: root.required, done: root.done, population: whole, standing: root.standing,
                forecast: root.forecast)
        ]
        for unit in population.indices where population[unit] > 0 {
            let sum = figures(unit)
            let code = columns.units[Int32(unit)]
            entries.append(
                LedgerEntry(
                    obligation: reading.obligation.id, subject: Subject(.rollUp, code), unit: code,
                    from: Day(number: window.from), to: window.to == never ? nil : Day(number: window.to),
                    required: sum.required, done: sum.done, population: population[unit], standing: sum.standing,
                    forecast: sum.forecast))
        }
        return entries
    }
}
