import Plans
import Records
public import Vocabulary

/// What pages ask: a few entries at a time, made from figures, never all of them.
extension LiveLedger {
    /// Whether an entry's window is the one being worked in: it holds the as-of day. An activity belongs to the window that
    /// it began in.
    public func isCurrent(_ entry: LedgerEntry) -> Bool {
        if entry.subject.kind == .activity, let tally = tally(of: entry.obligation) {
            return current(tally).contains { tally.windows[$0].contains(entry.from.number) }
        }
        return entry.from <= asOf && (entry.to.map { $0 >= asOf } ?? true)
    }

    /// Whether an obligation is summed over units.
    public func isRolledUp(_ obligation: String) -> Bool {
        guard let tally = tally(of: obligation) else { return false }
        return tally.windows.indices.contains { parts(tally, $0) > 0 }
    }

    /// What kind of subject has entries of its own beside the roll-ups; nil where none has.
    public func singleKind(of obligation: String) -> Subject.Kind? {
        guard let tally = tally(of: obligation), hasSingles(tally) else { return nil }
        return tally.reading.scheme == .perActivity ? .activity : tally.space.kind
    }

    /// Whether each subject has a window of its own, from its appointment on.
    public func isByAppointment(_ obligation: String) -> Bool { tally(of: obligation)?.reading.scheme == .appointment }

    /// A unit's rows in the windows being worked in, of every obligation.
    public func currentRows(of unit: String) -> [LedgerEntry] {
        guard let unit = columns.units[unit] else { return [] }
        return figures.tallies.flatMap { tally in
            current(tally).compactMap { figures.rollUp(tally, window: $0, unit: unit) }
        }
    }

    /// Tells the standing of each unit's row in the windows being worked in, by the obligation's place in the edition.
    public func eachCurrentStanding(of unit: String, _ body: (_ obligation: Int, Standing) -> Void) {
        guard let unit = columns.units[unit] else { return }
        for tally in figures.tallies where tally.counterCount > 0 {
            for window in current(tally) {
                if let standing = figures.standing(tally, window: window, unit: unit) {
                    body(tally.obligation, standing)
                }
            }
        }
    }

    /// Entries about the programme in the windows being worked in, of every obligation.
    public func currentProgrammes() -> [LedgerEntry] {
        edition.obligations.flatMap { obligation in programmes(of: obligation.id, onlyCurrent: true) }
    }

    /// Where an obligation stands as a whole: its programme entry, else what the rows of all roots come to; of the
    /// window being worked in, else of the latest.
    public func whole(_ obligation: String) -> LedgerEntry? {
        let programmes = programmes(of: obligation, onlyCurrent: false)
        let rows =
            tally(of: obligation).map { tally in
                tally.windows.indices.compactMap { figures.rollUp(tally, window: $0, unit: nil) }
            } ?? []
        return programmes.last(where: isCurrent) ?? rows.last(where: isCurrent)
            ?? (programmes + rows).max { ($0.from, $0.to?.number ?? never) < ($1.from, $1.to?.number ?? never) }
    }

    /// The entries of one subject, window by window, oldest first.
    public func history(of obligation: String, subject: Subject) -> [LedgerEntry] {
        if subject.kind == .programme {
            return programmes(of: obligation, onlyCurrent: false).filter { $0.subject == subject }
        }
        guard let tally = tally(of: obligation) else { return [] }
        if subject.kind == .activity { return entry(obligation: obligation, subject: subject).map { [$0] } ?? [] }
        if subject.kind == .rollUp {
            guard let unit = columns.units[subject.code] else { return [] }
            return tally.windows.indices.compactMap { figures.rollUp(tally, window: $0, unit: unit) }
        }
        guard subject.kind == tally.space.kind, hasSingles(tally),
            let number = tally.space.number(of: subject.code, in: columns)
        else { return [] }
        return tally.windows.indices.compactMap { figures.entry(tally, subject: number, window: $0) }
    }

    /// What a person owes in the windows being worked in, where names may be given.
    public func currentEntries(ofPerson code: String) -> [LedgerEntry] {
        guard let person = columns.persons[code] else { return [] }
        return figures.tallies.filter { $0.space.kind == .person && !$0.isPart && hasSingles($0) }.flatMap { tally in
            (tally.reading.scheme == .appointment ? tally.windows.indices : current(tally)).compactMap {
                figures.entry(tally, subject: person, window: $0)
            }.filter(isCurrent)
        }
    }

    // MARK: What a row is made of

    /// How many subjects a unit's row sums; nil where there is no such row.
    public func population(of obligation: String, from: Day, unit: String) -> Int? {
        guard let tally = tally(of: obligation), let unit = columns.units[unit],
            let window = tally.windows.firstIndex(where: { $0.from == from.number })
        else { return nil }
        let parts = parts(tally, window, of: unit)
        return parts > 0 ? parts : nil
    }

    /// The single subjects that a unit's row sums, or only those at the unit itself, by code; for activities those that
    /// began in the window.
    public func singles(of obligation: String, in row: LedgerEntry, by units: UnitIndex, onlyOwn: Bool = false)
        -> [LedgerEntry]
    {
        guard let tally = tally(of: obligation), let top = columns.units[row.unit] else { return [] }
        let owners = onlyOwn ? [top] : units.beneath(top)
        if tally.reading.scheme == .perActivity {
            return activities(tally, of: owners) { single in
                row.from <= single.from && (row.to.map { single.from <= $0 } ?? true)
            }
        }
        guard hasSingles(tally), let window = tally.windows.firstIndex(where: { $0.from == row.from.number }) else {
            return []
        }
        let isBeneath = Set(owners)
        var found: [Int32] = []
        switch tally.space.kind {
        case .unit: found = owners
        case .team:
            found = columns.teamRows.indices.filter { isBeneath.contains(columns.teamRows[$0].unit) }.map(Int32.init)
        case .person:
            for owner in owners {
                for person in units.people(of: owner)
                where figures.judge(person: person, tally, window: window).unit == owner { found.append(person) }
            }
        default: break
        }
        return found.compactMap { figures.entry(tally, subject: $0, window: window) }
            .filter { tally.reading.scheme == .appointment || $0.from == row.from }
            .sorted {
                ($0.from, $0.to?.number ?? never, $0.subject.code) < ($1.from, $1.to?.number ?? never, $1.subject.code)
            }
    }

    /// The rows of the units right beneath a unit, in the window that begins on `from`.
    public func rowsBeneath(_ unit: String, of obligation: String, from: Day, by units: UnitIndex) -> [LedgerEntry] {
        guard let tally = tally(of: obligation), let top = columns.units[unit],
            let window = tally.windows.firstIndex(where: { $0.from == from.number })
        else { return [] }
        return units.children(of: top).compactMap { figures.rollUp(tally, window: window, unit: $0) }
    }

    /// The rows that the whole of the book is made of: of the units right beneath its one root, or of its roots.
    public func rowsOfWhole(_ obligation: String, from: Day, by units: UnitIndex) -> [LedgerEntry] {
        let roots = columns.tree.roots
        if roots.count == 1 { return rowsBeneath(columns.units[roots[0]], of: obligation, from: from, by: units) }
        guard let tally = tally(of: obligation),
            let window = tally.windows.firstIndex(where: { $0.from == from.number })
        else { return [] }
        return roots.compactMap { figures.rollUp(tally, window: window, unit: $0) }
    }

    private func activities(_ tally: Tally, of owners: [Int32], where isWanted: (LedgerEntry) -> Bool) -> [LedgerEntry]
    {
        let measure = ActivityMeasure(reading: tally.reading, moment: figures.moment)
        var found: [LedgerEntry] = []
        for owner in owners {
            columns.eachActivity(ofUnit: owner) { number in
                let row = columns.activities[number]
                guard tally.reading.isBound(row.kind), measure.isSubject(number, row) else { return }
                let entry = figures.entry(tally, activity: number, row, measure)
                if isWanted(entry) { found.append(entry) }
            }
        }
        return found.sorted {
            ($0.from, $0.to?.number ?? never, $0.subject.code) < ($1.from, $1.to?.number ?? never, $1.subject.code)
        }
    }

    // MARK: Pieces

    /// The windows being worked in.
    func current(_ tally: Tally) -> Range<Int> { tally.windows(holding: asOf.number) }

    func parts(_ tally: Tally, _ window: Int, of unit: Int32? = nil) -> Int {
        guard tally.counterCount > 0 else { return 0 }
        return Int(figures.counter(tally, window, unit, Counter.parts))
    }

    /// Whether single subjects have entries of their own, rather than the whole only.
    func hasSingles(_ tally: Tally) -> Bool {
        guard tally.space.kind != .programme, tally.reading.scheme != .reached, tally.reading.scheme != .turnout else {
            return false
        }
        return tally.space.kind != .person || tally.reading.binding.namesPersons
    }

    /// Entries about the programme, oldest first: of amounts and sums of the whole, of clauses that need a ruling, and of
    /// obligations that apply to nobody.
    func programmes(of obligation: String, onlyCurrent: Bool) -> [LedgerEntry] {
        guard let tally = tally(of: obligation) else {
            return entries(of: obligation).filter { !onlyCurrent || isCurrent($0) }
        }
        if tally.reading.scheme == .perActivity {
            guard !isRolledUp(obligation) else { return [] }
            return entry(obligation: obligation, subject: Subject(.programme, figures.rootCode)).map { [$0] } ?? []
        }
        return (onlyCurrent ? current(tally) : tally.windows.indices).compactMap { window in
            if let whole = figures.programme(tally, window: window) { return whole }
            guard parts(tally, window) == 0 else { return nil }
            let subject = Subject(.programme, figures.rootCode)
            return figures.entry(tally, subject, from: Day(number: tally.windows[window].from))
        }
    }
}

extension Figures {
    /// How a unit's row stands, without making the entry; nil where nobody is at it or beneath it.
    func standing(_ tally: Tally, window: Int, unit: Int32) -> Standing? {
        let parts = counter(tally, window, unit, Counter.parts)
        guard parts > 0 else { return nil }
        if tally.reading.scheme == .reached || tally.reading.scheme == .turnout {
            return rollUp(tally, window: window, unit: unit)?.standing
        }
        let met = counter(tally, window, unit, Counter.met)
        let required = tally.reading.binding.passShare.map { Rule.share($0, of: Int(parts)) } ?? Double(parts)
        return Double(met) >= required ? .met : worst(tally, window, unit, parts: parts, met: met)
    }
}
