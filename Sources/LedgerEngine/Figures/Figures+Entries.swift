import Plans
import Records
import Vocabulary

/// Entries made from figures (docs/ledger.md).
extension Figures {
    /// Every entry of an obligation, in order of window, kind of subject and code.
    func entries(of obligation: Int) -> [LedgerEntry] {
        guard let number = numbers[obligation] else {
            return uncounted(obligations[obligation]).map { [$0] } ?? []
        }
        let tally = tallies[number]
        switch tally.reading.scheme {
        case .perActivity: return activityEntries(tally)
        case .amount, .reached, .appointment, .sites, .turnout:
            return Self.inOrder(tally.windows.indices.flatMap { entries(tally, window: $0) })
        }
    }

    /// What stands for an obligation that is not counted: a person must still rule on it, or it was over before the
    /// edition came into force. Nil before that.
    private func uncounted(_ obligation: Obligation) -> LedgerEntry? {
        guard let inForce else { return nil }
        let rule = obligation.rule
        let subject = Subject(.programme, rootCode)
        if let binding = obligation.binding, rule.isMeant(binding), case .by(let day) = rule.window {
            return LedgerEntry(
                obligation: obligation.id, subject: subject, unit: answerable(binding), from: day, to: day,
                required: 0, done: 0, standing: .doesNotApply)
        }
        return LedgerEntry(
            obligation: obligation.id, subject: subject, unit: rootCode, from: inForce, to: nil, required: rule.value,
            done: 0, standing: .needsRuling)
    }

    private func entries(_ tally: Tally, window: Int) -> [LedgerEntry] {
        if let whole = programme(tally, window: window) {
            return whole.standing == .doesNotApply ? [whole] : [whole] + rollUps(tally, window: window)
        }
        let rolled = rollUps(tally, window: window)
        if rolled.isEmpty { return [doesNotApply(tally, tally.windows[window])] }
        let isHidden = tally.space.kind == .person && !tally.reading.binding.namesPersons
        let subjects =
            isHidden ? [] : tally.space.inOrder(columns).compactMap { entry(tally, subject: $0, window: window) }
        return subjects + rolled
    }

    /// The entry about the whole: of amounts of the programme, and of figures that are sums all the way up.
    func programme(_ tally: Tally, window: Int) -> LedgerEntry? {
        let pace = tally.pace(window, at: moment)
        let rule = tally.reading.rule
        switch tally.reading.scheme {
        case .reached, .turnout:
            guard whole(tally, window, Counter.parts) > 0 else { return doesNotApply(tally, tally.windows[window]) }
            return sum(tally, window, nil, as: Subject(.programme, rootCode), unit: answerable(tally))
        default:
            guard tally.space.kind == .programme else { return nil }
            if !tally.others.isEmpty {
                return made(
                    tally, Subject(.programme, rootCode), unit: answerable(tally), tally.windows[window],
                    either: alternatives(of: 0, tally, window: window))
            }
            let figure = tally.figure(of: 0, window: window)
            let required = tally.requiredPlainly
            return made(
                tally, Subject(.programme, rootCode), unit: answerable(tally), tally.windows[window],
                required: required, done: figure,
                standing: pace.standing(required: required, done: figure, comparison: rule.figureComparison),
                forecast: tally.forecast(pace, figure))
        }
    }

    /// One unit, team or person in a window; nil where they do not take part.
    func entry(_ tally: Tally, subject: Int32, window: Int) -> LedgerEntry? {
        let isPerson = tally.space.kind == .person
        let judged =
            isPerson
            ? judge(person: subject, tally, window: window) : tally.judge(subject, window: window, in: columns)
        guard judged.unit >= 0 || judged != .left else { return nil }
        if !tally.others.isEmpty {
            return made(
                tally, Subject(tally.space.kind, tally.space.code(subject, at: moment)), unit: code(judged.unit),
                tally.windows[window], either: alternatives(of: subject, tally, window: window))
        }
        var span = tally.windows[window]
        let done = isPerson ? figure(of: subject, tally, window: window) : tally.figure(of: subject, window: window)
        var required = tally.requiredPlainly
        if tally.reading.scheme == .appointment {
            span = AppointmentWindow(tally.reading, tally.space, moment).window(of: subject) ?? span
            required = 1
        } else if isPerson {
            required = self.required(of: subject, tally, window: window) ?? required
        }
        let pace = Pace(window: span, asOf: moment.asOf)
        return made(
            tally, Subject(tally.space.kind, tally.space.code(subject, at: moment)), unit: code(judged.unit), span,
            required: required, done: done, standing: judged.standing,
            forecast: tally.reading.scheme == .amount ? tally.forecast(pace, done) : nil)
    }

    /// Every unit's row of a window, in order of code.
    func rollUps(_ tally: Tally, window: Int) -> [LedgerEntry] {
        guard tally.counterCount > 0 else { return [] }
        return (0..<Int32(columns.units.count)).compactMap { rollUp(tally, window: window, unit: $0) }
    }

    /// A unit's row of a window, or without a unit what the rows of all roots come to; nil where nobody is at it or beneath
    /// it.
    func rollUp(_ tally: Tally, window: Int, unit: Int32?) -> LedgerEntry? {
        guard tally.counterCount > 0 else { return nil }
        let parts = counter(tally, window, unit, Counter.parts)
        guard parts > 0 else { return nil }
        let subject = Subject(.rollUp, unit.map { columns.units[$0] } ?? rootCode)
        if tally.reading.scheme == .reached || tally.reading.scheme == .turnout {
            return sum(tally, window, unit, as: subject, unit: subject.code)
        }
        let met = counter(tally, window, unit, Counter.met)
        let required = tally.reading.binding.passShare.map { Rule.share($0, of: Int(parts)) } ?? Double(parts)
        return made(
            tally, subject, unit: subject.code, tally.windows[window], required: required, done: Double(met),
            population: Int(parts),
            standing: Double(met) >= required ? .met : worst(tally, window, unit, parts: parts, met: met))
    }

    /// Overdue before behind before on course before not yet due; something met beside something open is on course.
    func worst(_ tally: Tally, _ window: Int, _ unit: Int32?, parts: Int32, met: Int32) -> Standing {
        if !tally.tellsStandings[window] { return .overdue }
        if counter(tally, window, unit, Counter.overdue) > 0 { return .overdue }
        if counter(tally, window, unit, Counter.behind) > 0 { return .behind }
        return met > 0 || counter(tally, window, unit, Counter.onCourse) > 0 ? .onCourse : .notYetDue
    }

    /// Of a unit and all beneath it, or of the whole book.
    private func sum(_ tally: Tally, _ window: Int, _ unit: Int32?, as subject: Subject, unit code: String)
        -> LedgerEntry
    {
        let population = Int(counter(tally, window, unit, Counter.parts))
        let done = Double(counter(tally, window, unit, Counter.met))
        let required = tally.reading.rule.required(of: population)
        let pace = tally.pace(window, at: moment)
        return made(
            tally, subject, unit: code, tally.windows[window], required: required, done: done, population: population,
            standing: pace.standing(required: required, done: done, comparison: tally.reading.rule.comparison),
            forecast: pace.forecast(done: done, limit: tally.reading.scheme == .reached ? Double(population) : nil))
    }

    private func doesNotApply(_ tally: Tally, _ window: WindowSpan) -> LedgerEntry {
        let required: Double =
            switch tally.reading.scheme {
            case .reached, .turnout: 0
            case .appointment: 1
            case .perActivity, .sites: tally.reading.rule.threshold
            case .amount: tally.requiredPlainly
            }
        return made(
            tally, Subject(.programme, rootCode), unit: answerable(tally), window, required: required, done: 0,
            population: 0, standing: .doesNotApply)
    }

    /// The entry of one subject; of the latest window, or of the one that begins on `from`.
    func entry(_ tally: Tally, _ subject: Subject, from: Day?) -> LedgerEntry? {
        if subject.kind == .activity || (tally.reading.scheme == .perActivity && subject.kind == .programme) {
            return activityEntry(tally, subject, from: from)
        }
        for window in tally.windows.indices.reversed() {
            if let from, tally.windows[window].from != from.number, tally.reading.scheme != .appointment { continue }
            let found = entry(tally, subject, window: window)
            if let found, from == nil || found.from == from { return found }
        }
        return nil
    }

    private func entry(_ tally: Tally, _ subject: Subject, window: Int) -> LedgerEntry? {
        switch subject.kind {
        case .programme:
            guard subject.code == rootCode else { return nil }
            if let whole = programme(tally, window: window) { return whole }
            return rollUps(tally, window: window).isEmpty ? doesNotApply(tally, tally.windows[window]) : nil
        case .rollUp: return columns.units[subject.code].flatMap { rollUp(tally, window: window, unit: $0) }
        case .unit, .team, .person:
            let isHidden = subject.kind == .person && !tally.reading.binding.namesPersons
            let isSum = tally.reading.scheme == .reached || tally.reading.scheme == .turnout
            guard subject.kind == tally.space.kind, !isHidden, !isSum else { return nil }
            return tally.space.number(of: subject.code, in: columns).flatMap {
                entry(tally, subject: $0, window: window)
            }
        case .activity: return nil
        }
    }

    private func activityEntry(_ tally: Tally, _ subject: Subject, from: Day?) -> LedgerEntry? {
        guard tally.reading.scheme == .perActivity else { return nil }
        guard subject.kind == .activity, let number = columns.activityCodes[subject.code] else {
            return activityEntries(tally).last { $0.subject == subject && (from == nil || $0.from == from) }
        }
        let row = columns.activities[number]
        let measure = ActivityMeasure(reading: tally.reading, moment: moment)
        guard tally.reading.isBound(row.kind), measure.isSubject(number, row), from == nil || from?.number == row.from
        else { return nil }
        return entry(tally, activity: number, row, measure)
    }

    // MARK: Each activity

    private func activityEntries(_ tally: Tally) -> [LedgerEntry] {
        let measure = ActivityMeasure(reading: tally.reading, moment: moment)
        var entries: [LedgerEntry] = []
        tally.reading.eachCandidate(in: columns) { number in
            let row = columns.activities[number]
            if measure.isSubject(number, row) { entries.append(entry(tally, activity: number, row, measure)) }
        }
        if entries.isEmpty {
            return [doesNotApply(tally, WindowSpan(from: tally.reading.inForce.number, to: never))]
        }
        return Self.inOrder(entries + tally.windows.indices.flatMap { rollUps(tally, window: $0) })
    }

    func entry(_ tally: Tally, activity number: Int32, _ row: ActivityRow, _ measure: ActivityMeasure) -> LedgerEntry {
        let verdict = measure.verdict(number, row)
        return made(
            tally, Subject(.activity, columns.activityCodes[number]), unit: code(row.unit),
            WindowSpan(from: row.from, to: row.to), required: verdict.required, done: verdict.done,
            population: verdict.population, standing: verdict.standing,
            alternatives: measure.alternatives(number, row, nearest: verdict.choice))
    }

    // MARK: Making one

    func counter(_ tally: Tally, _ window: Int, _ unit: Int32, _ which: Int) -> Int32 {
        counters[Int(unit) * stride + Int(tally.counters[window]) + which]
    }

    /// What the rows of all roots come to: the programme is the whole of the book.
    func whole(_ tally: Tally, _ window: Int, _ which: Int) -> Int32 {
        columns.tree.roots.reduce(0) { $0 + counter(tally, window, $1, which) }
    }

    func counter(_ tally: Tally, _ window: Int, _ unit: Int32?, _ which: Int) -> Int32 {
        unit.map { counter(tally, window, $0, which) } ?? whole(tally, window, which)
    }

    /// Tells the nearest of several figures any of which does.
    private func made(
        _ tally: Tally, _ subject: Subject, unit: String, _ window: WindowSpan, either: Alternatives
    ) -> LedgerEntry {
        let told = either.figures[either.nearest]
        return made(
            tally, subject, unit: unit, window, required: told.required, done: told.done, standing: either.standing,
            forecast: told.forecast, alternatives: either)
    }

    private func made(
        _ tally: Tally, _ subject: Subject, unit: String, _ window: WindowSpan, required: Double, done: Double,
        population: Int? = nil, standing: Standing, forecast: Double? = nil, alternatives: Alternatives? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            obligation: tally.reading.obligation.id, subject: subject, unit: unit, from: Day(number: window.from),
            to: window.to == never ? nil : Day(number: window.to), required: required, done: done,
            population: population, standing: standing, forecast: forecast, alternatives: alternatives)
    }

    var rootCode: String { columns.wholeCode(knownAt: moment.knownAt) }

    private func isKnown(_ unit: OrgUnit) -> Bool { unit.recorded.number <= moment.knownAt }

    private func code(_ unit: Int32) -> String { unit >= 0 && columns.units.count > 0 ? columns.units[unit] : "" }

    /// The first unit that the plan names to answer for it, else the root.
    private func answerable(_ tally: Tally) -> String { answerable(tally.reading.binding) }

    private func answerable(_ binding: Binding) -> String {
        binding.answerable.lazy.compactMap { [self] name in
            columns.unitRows.first { $0.name == name && isKnown($0) }?.code
        }.first ?? rootCode
    }

    /// Most entries are made in order already.
    private static func inOrder(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        for index in entries.indices.dropFirst() where precedes(entries[index], entries[index - 1]) {
            return entries.sorted(by: precedes)
        }
        return entries
    }

    private static func precedes(_ a: LedgerEntry, _ b: LedgerEntry) -> Bool {
        if a.from != b.from { return a.from < b.from }
        if a.to != b.to { return (a.to?.number ?? never) < (b.to?.number ?? never) }
        if a.subject.kind != b.subject.kind { return a.subject.kind.rank < b.subject.kind.rank }
        return a.subject.code < b.subject.code
    }
}

extension Tally {
    func forecast(_ pace: Pace, _ done: Double) -> Double? {
        guard reading.scheme == .amount else { return nil }
        return switch reading.rule.measure {
        case .count, .headcount, .hours: pace.forecast(done: done)
        case .duration: reading.rule.bearer == .person ? pace.forecast(done: done) : nil
        default: nil
        }
    }
}

extension SubjectSpace {
    /// Every subject, in order of code.
    func inOrder(_ columns: RecordColumns) -> [Int32] {
        switch kind {
        case .person: columns.persons.inOrder()
        case .activity: columns.activityCodes.inOrder()
        default: Array(0..<Int32(count(in: columns)))
        }
    }
}
