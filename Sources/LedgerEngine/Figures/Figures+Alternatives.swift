import Plans
import Vocabulary

/// Subjects judged by several figures, any of which does. None of this is in a loop of rules with one figure.
extension Figures {
    /// A member in a window; whoever came late is left out unless one of the figures is reached.
    @inline(never)
    func judgeEither(person: Int32, _ tally: Tally, window: Int) -> Judged {
        var best = standing(of: person, tally, window: window)
        for other in tally.others where best != .met {
            best = best.better(of: standing(of: person, other, window: window))
        }
        let middle = tally.middles[window]
        if best != .met, middle != never, !spans.holds(person, tally.population, on: middle) { return .left }
        let unit = unit(of: person, on: tally.reckonings[window])
        return Judged(unit: unit, isMet: best == .met, standing: best)
    }

    private func standing(of person: Int32, _ tally: Tally, window: Int) -> Standing {
        tally.standing(
            required: required(of: person, tally, window: window) ?? tally.requiredPlainly,
            done: figure(of: person, tally, window: window), window, at: moment)
    }

    /// What a subject has come to by each figure.
    func alternatives(of subject: Int32, _ tally: Tally, window: Int) -> Alternatives {
        let isPerson = tally.space.kind == .person
        let figures = tally.choices.map { one in
            let done = isPerson ? figure(of: subject, one, window: window) : one.figure(of: subject, window: window)
            let required =
                (isPerson ? required(of: subject, one, window: window) : nil) ?? one.requiredPlainly
            return AlternativeFigure(
                required: required, done: done,
                standing: one.standing(required: required, done: done, window, at: moment),
                forecast: one.forecast(one.pace(window, at: moment), done))
        }
        return Alternatives(figures, isLimit: tally.isLimit)
    }
}

extension Tally {
    /// Whether it comes to so much of each subject, of which several figures may be asked side by side.
    var isOfAmounts: Bool { reading.scheme == .amount }

    /// The tallies that a subject is judged by, the rule's own figure first.
    var choices: [Tally] { [self] + others }

    func standing(required: Double, done: Double, _ window: Int, at moment: Moment) -> Standing {
        pace(window, at: moment).standing(
            required: required, done: done, comparison: reading.rule.figureComparison)
    }

    /// A unit or team that bears the figure in a window.
    @inline(never)
    func judgeEither(_ subject: Int32, window: Int, in columns: RecordColumns) -> Judged {
        let borne = bearing[subject]
        var best = standingByTerms(of: subject, window: window)
        for other in others where best != .met {
            best = best.better(of: other.standingByTerms(of: subject, window: window))
        }
        let middle = terms[window].middle
        if best != .met, middle != never, middle < borne.from || middle > borne.until { return .left }
        let unit = space.kind == .unit ? subject : columns.teamRows[Int(subject)].unit
        return Judged(
            unit: unit, isMet: best == .met, standing: tellsStandings[window] || best == .met ? best : .overdue)
    }

    private func standingByTerms(of subject: Int32, window: Int) -> Standing {
        let terms = terms[window]
        let done = halves(of: subject, window: window)
        if terms.isMet(done, isLimit: isLimit) { return .met }
        if isLimit { return .overdue }
        if done < terms.expected { return .behind }
        return done > 0 || terms.expected > 0 ? .onCourse : .notYetDue
    }
}

extension ActivityMeasure {
    /// Of several figures any of which does, the one that the activity is told by; it stands as it does by the best, and
    /// has as long as the last that is open.
    func nearestVerdict(_ number: Int32, _ row: ActivityRow) -> Verdict {
        let all = verdicts(number, row)
        let either = Alternatives(all.map(\.figure), isLimit: reading.isLimit)
        var verdict = all[either.nearest]
        verdict.choice = either.nearest
        verdict.standing = either.standing
        let open = all.filter { $0.standing == .notYetDue }.compactMap(\.due).max()
        if let open, verdict.standing != .met { verdict.due = open }
        return verdict
    }

    /// What the activity comes to by each figure; nil where there is one.
    func alternatives(_ number: Int32, _ row: ActivityRow, nearest: Int) -> Alternatives? {
        guard !reading.alternatives.isEmpty else { return nil }
        return Alternatives(figures: verdicts(number, row).map(\.figure), nearest: nearest)
    }

    private func verdicts(_ number: Int32, _ row: ActivityRow) -> [Verdict] {
        [ownVerdict(number, row)]
            + reading.alternatives.map { ActivityMeasure(reading: $0, moment: moment).ownVerdict(number, row) }
    }
}

extension ActivityMeasure.Verdict {
    fileprivate var figure: AlternativeFigure {
        AlternativeFigure(required: required, done: done, standing: standing)
    }
}
