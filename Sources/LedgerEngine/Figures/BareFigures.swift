import Vocabulary

/// The figures as bare memory, for the inner loops: no reference is counted and no access is checked in them.
///
/// Good for as long as the `Figures` that hands it out; made again when something it points to has moved.
struct BareFigures: @unchecked Sendable {
    let personRows: UnsafeMutablePointer<Int32>
    let personStride: Int
    /// Where figures begin in a row.
    let head: Int
    let counters: UnsafeMutablePointer<Int32>
    let stride: Int
    let parents: UnsafeMutablePointer<Int32>
    let rules: UnsafeMutablePointer<PersonJudge.Rule>
    let ruleCount: Int
    let windows: UnsafeMutablePointer<Terms>
    let tierPopulations: UnsafeMutablePointer<Int32>
    let lineStarts: UnsafeMutablePointer<UInt32>
    let laidOutPersons: Int
    let chainHeads: UnsafeMutablePointer<Int32>

    @inline(__always)
    func row(of person: Int32) -> UnsafeMutablePointer<Int32> { personRows + Int(person) * personStride }

    /// How somebody stands: in which unit's row (-1: in none), and which counter is raised beside the parts.
    struct Verdict: Equatable, BitwiseCopyable {
        var unit: Int32
        /// -1 for met, 0 for no counter of its own.
        var counter: Int32

        static let left = Verdict(unit: -1, counter: 0)
        static let met: Int32 = -1
        static let open: Int32 = 0
    }

    /// Judges somebody; nil where it takes a closer look.
    @inline(__always)
    func judge(_ person: Int32, _ rule: PersonJudge.Rule, window: Int) -> Verdict? {
        let row = row(of: person)
        let unit = row[0]
        guard rule.way != .intricate, unit >= 0 else { return nil }
        let stretch = Stretch(row, Int(rule.population))
        var table = windows + Int(rule.first) + window
        let reckoning = table.pointee.reckoning
        guard let isMember = stretch.holds(reckoning) else { return nil }
        if !isMember { return .left }
        if rule.way == .turnout { return Verdict(unit: unit, counter: Verdict.open) }
        for tier in 0..<Int(rule.tiers) {
            let population = Int(tierPopulations[Int(rule.firstTier) + tier])
            guard let isHeld = Stretch(row, population).holds(reckoning) else { return nil }
            if isHeld {
                table += (tier + 1) * Int(rule.windows)
                break
            }
        }
        let done = row[Int(rule.slot) + window]
        let terms = table.pointee
        if terms.isMet(done, isLimit: rule.isLimit) {
            return Verdict(unit: unit, counter: Verdict.met)
        }
        if terms.middle != never, terms.middle < stretch.from || terms.middle > stretch.until { return .left }
        guard terms.tellsStandings else { return Verdict(unit: unit, counter: Verdict.open) }
        if rule.isLimit { return Verdict(unit: unit, counter: Int32(Counter.overdue)) }
        if done < terms.expected { return Verdict(unit: unit, counter: Int32(Counter.behind)) }
        return Verdict(unit: unit, counter: done > 0 || terms.expected > 0 ? Int32(Counter.onCourse) : Verdict.open)
    }

    /// The days of membership by which a rule can be judged from tables alone; nil where it takes a closer look.
    @inline(__always)
    func plainStretch(_ row: UnsafeMutablePointer<Int32>, _ rule: UnsafeMutablePointer<PersonJudge.Rule>) -> Stretch? {
        guard rule.pointee.way != .intricate, rule.pointee.tiers <= 1 else { return nil }
        let stretch = Stretch(row, Int(rule.pointee.population))
        if stretch.until == Stretch.isListed { return nil }
        if rule.pointee.tiers == 1, tierStretch(row, rule).until == Stretch.isListed { return nil }
        return stretch
    }

    /// The days in the one tier; nobody's days where there is none.
    @inline(__always)
    func tierStretch(_ row: UnsafeMutablePointer<Int32>, _ rule: UnsafeMutablePointer<PersonJudge.Rule>) -> Stretch {
        rule.pointee.tiers == 0 ? .none : Stretch(row, Int(tierPopulations[Int(rule.pointee.firstTier)]))
    }

    /// Raises or lowers the row of a unit and of all above it by one verdict.
    @inline(__always)
    func climb(_ verdict: Verdict, _ rule: PersonJudge.Rule, window: Int, by sign: Int32) {
        let base = Int(windows[Int(rule.first) + window].counter)
        var unit = verdict.unit
        while unit >= 0 {
            let row = counters + Int(unit) * stride + base
            row[Counter.parts] += sign
            if verdict.counter == Verdict.met { row[Counter.met] += sign }
            if verdict.counter > 0 { row[Int(verdict.counter)] += sign }
            unit = parents[Int(unit)]
        }
    }
}

extension Figures {
    /// The same as bare memory.
    func laidBare() -> BareFigures {
        BareFigures(
            personRows: personRows.start, personStride: personStride, head: head, counters: counters.start,
            stride: stride, parents: parents, rules: judge.rules.start, ruleCount: judge.rules.count,
            windows: judge.windows.start, tierPopulations: judge.tierPopulations.start,
            lineStarts: columns.lines.personStarts.start, laidOutPersons: columns.lines.personStarts.count - 1,
            chainHeads: columns.lines.chainHeads.start)
    }

    /// Judges somebody by bare tables, or in words where these do not do.
    @inline(__always)
    func verdict(_ bare: BareFigures, _ person: Int32, _ rule: PersonJudge.Rule, window: Int) -> BareFigures.Verdict {
        bare.judge(person, rule, window: window) ?? verdictInWords(person, rule, window: window)
    }

    @inline(never)
    private func verdictInWords(_ person: Int32, _ rule: PersonJudge.Rule, window: Int) -> BareFigures.Verdict {
        let tally = tallies[Int(rule.tally)]
        let judged = judge(person: person, tally, window: window)
        if judged.unit < 0 { return .left }
        if judged.isMet { return .init(unit: judged.unit, counter: BareFigures.Verdict.met) }
        let isTold = tally.tellsStandings[window] && judged.counter >= 0
        return .init(unit: judged.unit, counter: isTold ? Int32(judged.counter) : BareFigures.Verdict.open)
    }
}
