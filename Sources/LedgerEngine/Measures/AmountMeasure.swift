import Plans
import Vocabulary

/// So much per programme, unit, team or person and window: counts, head counts, hours, days, and fixed days.
struct AmountMeasure {
    let walk: PieceWalk
    private var reading: RuleReading { walk.reading }
    private var moment: Moment { walk.moment }
    private var columns: RecordColumns { walk.moment.columns }

    func entries() -> [LedgerEntry] {
        let subjects = walk.space.count(in: columns)
        var done = [Double](repeating: 0, count: subjects * walk.windows.count)
        walk.each { piece in
            guard piece.why == .counted else { return }
            let window = walk.window(of: piece.day)
            if window >= 0 { done[window * subjects + Int(piece.subject)] += piece.amount }
        }
        var entries: [LedgerEntry] = []
        for (index, window) in walk.windows.enumerated() {
            entries += self.entries(of: window) { done[index * subjects + Int($0)] }
        }
        return entries
    }

    private func entries(of window: WindowSpan, done: (Int32) -> Double) -> [LedgerEntry] {
        let writer = EntryWriter(reading: reading, space: walk.space, moment: moment)
        let pace = Pace(window: window, asOf: moment.asOf)
        let rule = reading.rule
        if walk.space.kind == .programme {
            let figure = done(0)
            return [
                writer.programme(
                    window: window, required: reading.amountRequired, done: figure,
                    standing: pace.standing(
                        required: reading.amountRequired, done: figure, comparison: rule.figureComparison),
                    forecast: forecast(pace, figure))
            ]
        }
        var entries: [LedgerEntry] = []
        var rollUp = RollUp(columns)
        let reckoning = min(moment.asOf, window.to)
        for subject in 0..<Int32(walk.space.count(in: columns)) {
            guard walk.space.holds(subject, on: reckoning, at: moment) else { continue }
            let figure = done(subject)
            guard let required = required(of: subject, in: window) else { continue }
            let isMet = rule.isSatisfied(required: required, done: figure)
            if !isMet, isExcused(subject, window: window, space: walk.space, moment: moment) { continue }
            let standing = pace.standing(required: required, done: figure, comparison: rule.figureComparison)
            let unit = walk.space.unit(of: subject, on: reckoning, at: moment)
            rollUp.add(unit: unit, standing: standing, isMet: isMet)
            if walk.space.kind == .person, !reading.binding.namesPersons { continue }
            entries.append(
                writer.entry(
                    subject, unit: unit, window: window, required: required, done: figure, standing: standing,
                    forecast: forecast(pace, figure)))
        }
        let rolled = rollUp.entries(obligation: reading.obligation.id, window: window)
        return rolled.isEmpty
            ? [writer.doesNotApply(window: window, required: reading.amountRequired)] : entries + rolled
    }

    private func forecast(_ pace: Pace, _ done: Double) -> Double? {
        switch reading.rule.measure {
        case .count, .headcount, .hours: pace.forecast(done: done)
        case .duration: reading.rule.bearer == .person ? pace.forecast(done: done) : nil
        default: nil
        }
    }

    /// Nil for a person without any hours in the window, of whom no share can be asked.
    func required(of subject: Int32, in window: WindowSpan) -> Double? {
        guard reading.rule.measure == .share else { return reading.amountRequired }
        let hours = totalHours(of: subject, in: window)
        return hours > 0 ? (hours * reading.rule.value / 10 + 0.5).rounded(.down) / 10 : nil
    }

    /// All hours of a person in a window, whatever the kind: what the share of online hours is a share of.
    private func totalHours(of person: Int32, in window: WindowSpan) -> Double {
        var hours = 0.0
        var counted: [Int32] = []
        for line in columns.byPerson[Int(person)] {
            let part = columns.participations[Int(line)]
            guard moment.standing(ofParticipation: line) == .counted, reading.fits(part) == .counted else { continue }
            let activity = moment.head(of: part.activity)
            let row = columns.activities[Int(activity)]
            guard moment.standing(of: activity) == .counted, row.to <= moment.asOf, window.contains(row.to) else {
                continue
            }
            if counted.contains(activity) { continue }
            counted.append(activity)
            hours += part.hours
        }
        return hours
    }
}

extension RuleReading {
    /// What one subject must come to in one window.
    var amountRequired: Double {
        switch rule.measure {
        case .duration where rule.bearer == .person: Length.days(rule.threshold, rule.unit, from: inForce.number)
        case .duration: 1
        case .deadline: 1
        default: rule.threshold
        }
    }
}

/// Joined the population after the middle of the window: left out of the figures unless the duty is done.
func isExcused(_ subject: Int32, window: WindowSpan, space: SubjectSpace, moment: Moment) -> Bool {
    guard window.to != never, window.middle <= moment.asOf else { return false }
    return !space.holds(subject, on: window.middle, at: moment)
}
