import Vocabulary

/// The figures as bare memory, for the inner loops: no reference is counted and no access is checked in them.
///
/// Good for as long as the `Figures` that hands it out; made again when something it points to has moved.
struct BareFigures: @unchecked Sendable {
    let personFigures: UnsafeMutablePointer<Int32>
    let personStride: Int
    let counters: UnsafeMutablePointer<Int32>
    let stride: Int
    let parents: UnsafeMutablePointer<Int32>
    let spans: UnsafeMutablePointer<Stretches>
    let homes: UnsafeMutablePointer<Int32>
    let rules: UnsafeMutablePointer<PersonJudge.Rule>
    let ruleCount: Int
    let windows: UnsafeMutablePointer<PersonJudge.Window>
    let tierSpans: UnsafeMutablePointer<Int32>

    /// Where the stretches of a population lie, by person.
    struct Stretches: BitwiseCopyable {
        var froms: UnsafeMutablePointer<Int32>
        var untils: UnsafeMutablePointer<Int32>
    }

    /// How somebody stands: in which unit's row (-1: in none), and which counter is raised beside the parts.
    struct Verdict: Equatable, BitwiseCopyable {
        var unit: Int32
        /// -1 for met, 0 for no counter of its own.
        var counter: Int32

        static let left = Verdict(unit: -1, counter: 0)
        static let met: Int32 = -1
        static let open: Int32 = 0
    }

    /// Whether a person belonged to a population on a day; nil where it takes a closer look.
    @inline(__always)
    func belongs(_ person: Int32, _ number: Int, on day: Int32) -> Bool? {
        let until = spans[number].untils[Int(person)]
        if until == Spans.isListed { return nil }
        return spans[number].froms[Int(person)] <= day && day <= until
    }

    /// Judges somebody; nil where it takes a closer look.
    @inline(__always)
    func judge(_ person: Int32, _ rule: PersonJudge.Rule, window: Int) -> Verdict? {
        let unit = homes[Int(person)]
        guard rule.way != .intricate, unit >= 0 else { return nil }
        let span = spans[Int(rule.spans)]
        let until = span.untils[Int(person)]
        let from = span.froms[Int(person)]
        if until == Spans.isListed { return nil }
        var table = windows + Int(rule.first) + window
        let reckoning = table.pointee.reckoning
        guard from <= reckoning, reckoning <= until else { return .left }
        if rule.way == .turnout { return Verdict(unit: unit, counter: Verdict.open) }
        if rule.tiers > 0 {
            for tier in 0..<Int(rule.tiers) {
                guard let isHeld = belongs(person, Int(tierSpans[Int(rule.firstTier) + tier]), on: reckoning) else {
                    return nil
                }
                if isHeld {
                    table += (tier + 1) * Int(rule.windows)
                    break
                }
            }
        }
        let done = personFigures[Int(person) * personStride + Int(rule.slot) + window]
        let terms = table.pointee
        if rule.isLimit && rule.way == .amount ? done <= terms.required : done >= terms.required {
            return Verdict(unit: unit, counter: Verdict.met)
        }
        if terms.middle != never, terms.middle < from || terms.middle > until { return .left }
        guard terms.tellsStandings else { return Verdict(unit: unit, counter: Verdict.open) }
        if rule.isLimit { return Verdict(unit: unit, counter: Int32(Counter.overdue)) }
        if done < terms.expected { return Verdict(unit: unit, counter: Int32(Counter.behind)) }
        return Verdict(unit: unit, counter: done > 0 || terms.expected > 0 ? Int32(Counter.onCourse) : Verdict.open)
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
            personFigures: personFigures.start, personStride: personStride, counters: counters.start, stride: stride,
            parents: parents, spans: stretches, homes: judge.homes.start, rules: judge.rules.start,
            ruleCount: judge.rules.count, windows: judge.windows.start, tierSpans: judge.tierSpans.start)
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
