import Plans
public import Vocabulary

/// Single subjects of an obligation that have the same last day, counted by how they stand.
public struct StandingCount: Hashable, Sendable {
    public var kind: Subject.Kind
    public var to: Day?
    public var counts: [Standing: Int]

    public var total: Int { counts.values.reduce(0, +) }
}

extension LiveLedger {
    /// How the single subjects of an obligation stand in the windows being worked in, counted from the rows of the roots.
    ///
    /// Activities that nothing is asked of are left out, as from the row. Only people since an appointment are looked at one by one: each has days of their own.
    public func currentStandings(of obligation: String) -> [StandingCount] {
        let programmes = programmes(of: obligation, onlyCurrent: true).map {
            StandingCount(kind: .programme, to: $0.to, counts: [$0.standing: 1])
        }
        guard let tally = tally(of: obligation), hasSingles(tally) else { return programmes }
        if tally.reading.scheme == .appointment { return programmes + appointments(tally) }
        return programmes
            + current(tally).compactMap { window in
                let found = counts(tally, window)
                let to = tally.windows[window].to
                return found.isEmpty
                    ? nil
                    : StandingCount(
                        kind: tally.space.kind, to: to == never ? nil : Day(number: to), counts: found)
            }
    }

    /// How the single subjects at a unit and beneath it stand, in the window that begins on `from`.
    public func standings(of obligation: String, from: Day, beneath unit: String) -> [Standing: Int] {
        guard let tally = tally(of: obligation), hasSingles(tally), let unit = columns.units[unit],
            let window = tally.windows.firstIndex(where: { $0.from == from.number })
        else { return [:] }
        return counts(tally, window, beneath: unit)
    }

    /// How many entries of single subjects are overdue, in all windows so far.
    public func overdueCount() -> Int {
        edition.obligations.reduce(0) { sum, obligation in
            let programmes = programmes(of: obligation.id, onlyCurrent: false).count { $0.standing == .overdue }
            guard let tally = tally(of: obligation.id), hasSingles(tally) else { return sum + programmes }
            return sum + programmes
                + tally.windows.indices.reduce(0) {
                    $0 + (counts(tally, $1)[.overdue] ?? 0)
                }
        }
    }

    /// The mean share done (each at most 1) of the single subjects' entries whose window is from one day to another, and
    /// how many they are.
    public func progress(from: Day, to: Day) -> (done: Double, entries: Int) {
        var sum = 0.0
        var entries = 0
        func add(_ entry: LedgerEntry) {
            guard entry.from == from, entry.to == to, entry.required > 0, entry.standing != .doesNotApply else {
                return
            }
            sum += min(1, entry.done / entry.required)
            entries += 1
        }
        for obligation in edition.obligations {
            programmes(of: obligation.id, onlyCurrent: false).forEach(add)
            guard let tally = tally(of: obligation.id), hasSingles(tally), tally.reading.scheme != .perActivity else {
                continue
            }
            if tally.reading.scheme == .appointment {
                eachAppointed(tally) { person, _ in figures.entry(tally, subject: person, window: 0).map(add) }
                continue
            }
            guard
                let window = tally.windows.firstIndex(where: { $0.from == from.number && $0.to == to.number })
            else { continue }
            let isPersonal = tally.space.kind == .person
            for subject in 0..<Int32(tally.space.count(in: columns)) {
                let judged =
                    isPersonal
                    ? figures.judge(person: subject, tally, window: window)
                    : tally.judge(subject, window: window, in: columns)
                guard judged.unit >= 0 else { continue }
                if !tally.others.isEmpty {
                    let either = figures.alternatives(of: subject, tally, window: window)
                    sum += either.figures[either.nearest].share(isLimit: tally.isLimit)
                    entries += 1
                    continue
                }
                let done =
                    isPersonal
                    ? figures.figure(of: subject, tally, window: window) : tally.figure(of: subject, window: window)
                let required =
                    isPersonal
                    ? figures.required(of: subject, tally, window: window) ?? tally.requiredPlainly
                    : tally.requiredPlainly
                guard required > 0 else { continue }
                sum += min(1, done / required)
                entries += 1
            }
        }
        return (sum, entries)
    }

    /// Of a unit with all beneath it, or of all.
    private func counts(_ tally: Tally, _ window: Int, beneath unit: Int32? = nil) -> [Standing: Int] {
        let parts = parts(tally, window, of: unit)
        guard parts > 0 else { return [:] }
        func counter(_ which: Int) -> Int {
            Int(unit.map { figures.counter(tally, window, $0, which) } ?? figures.whole(tally, window, which))
        }
        let met = counter(Counter.met)
        var counts: [Standing: Int] = [.met: met]
        if tally.tellsStandings[window] {
            counts[.overdue] = counter(Counter.overdue)
            counts[.behind] = counter(Counter.behind)
            counts[.onCourse] = counter(Counter.onCourse)
            counts[.notYetDue] =
                parts - met - counter(Counter.overdue) - counter(Counter.behind) - counter(Counter.onCourse)
        } else {
            counts[.overdue] = parts - met
        }
        return counts.filter { $0.value > 0 }
    }

    private func appointments(_ tally: Tally) -> [StandingCount] {
        var counts: [Int32: [Standing: Int]] = [:]
        eachAppointed(tally) { person, window in
            guard window.contains(asOf.number) else { return }
            let judged = figures.judge(person: person, tally, window: 0)
            guard judged.unit >= 0 else { return }
            counts[window.to, default: [:]][judged.standing, default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.map {
            StandingCount(kind: .person, to: Day(number: $0.key), counts: $0.value)
        }
    }

    private func eachAppointed(_ tally: Tally, _ body: (Int32, WindowSpan) -> Void) {
        let own = AppointmentWindow(tally.reading, tally.space, figures.moment)
        for person in 0..<Int32(columns.persons.count) { own.window(of: person).map { body(person, $0) } }
    }
}
