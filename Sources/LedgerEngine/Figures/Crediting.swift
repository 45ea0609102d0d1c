import Plans
import Vocabulary

/// What activities mean for one rule: added to (or taken from) the figures of whoever they count for.
///
/// Holds at hand what the loop over a million activities asks, so that nothing is fetched or counted as a reference there;
/// good for as long as the figures and columns that it was made from. A class of which every worker has their own: a
/// reference that two workers count is one that both wait for.
final class Crediting {
    let figures: Figures
    let tally: Tally
    /// Number of the tally among the figures'.
    let number: Int
    private let sign: Int32
    /// Whether the rows of units above are changed as well.
    private let climbs: Bool
    private let moment: Moment
    private let measure: ActivityMeasure
    private let rows: UnsafeMutablePointer<ActivityRow>
    private let lineStarts: UnsafeMutablePointer<UInt32>
    private let linePersons: UnsafeMutablePointer<Int32>
    private let lineTraits: UnsafeMutablePointer<Traits>
    private let parents: UnsafeMutablePointer<Int32>
    private let counters: UnsafeMutablePointer<Int32>
    private let done: UnsafeMutablePointer<Int32>
    private let bearing: UnsafeMutablePointer<Stretch>
    /// By manner, whether a line is taken.
    private let manners: UInt8

    init(_ number: Int, of figures: Figures, sign: Int32, climbs: Bool) {
        self.figures = figures
        self.number = number
        self.sign = sign
        self.climbs = climbs
        tally = figures.tallies[number]
        moment = figures.moment
        measure = ActivityMeasure(reading: tally.reading, moment: moment)
        let columns = figures.columns
        rows = columns.activities.start
        lineStarts = columns.lines.starts.start
        linePersons = columns.lines.persons.start
        lineTraits = columns.lines.traits.start
        parents = figures.parents
        counters = figures.counters.start
        done = tally.done.start
        bearing = tally.bearing.start
        let reading = tally.reading
        manners = (0..<8).reduce(0) { reading.takes(Traits(manner: $1)) ? $0 | 1 << UInt8($1) : $0 }
    }

    /// Credits one activity; `touched` is told the subject and window whose figure changes.
    @inline(__always)
    func credit(_ activity: Int32, _ touched: (Int32, Int) -> Void) {
        let row = rows + Int(activity)
        guard row.pointee.to <= moment.asOf, stands(activity, row),
            tally.reading.fitsByKind || tally.reading.fits(row.pointee) == .counted
        else { return }
        switch tally.reading.scheme {
        case .perActivity: creditVerdict(activity, row, touched)
        case .turnout: creditTurnout(activity, row, touched)
        case .amount, .reached:
            let subject = credited(row)
            guard subject >= 0 else { return }
            if tally.isHeadcount {
                creditHeads(activity, row, subject, touched)
            } else {
                let amount = tally.reading.rule.measure == .hours ? row.pointee.halfHours : 2
                let place = tally.kindPlaces.isEmpty ? 0 : Int(tally.kindPlaces[Int(row.pointee.kind)])
                for window in tally.windows(holding: row.pointee.from) {
                    done[tally.place(subject, window) + place] &+= sign * amount
                    touched(subject, window)
                }
            }
        case .appointment, .sites: break
        }
    }

    @inline(__always)
    private func stands(_ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>) -> Bool {
        row.pointee.standsPlainly
            ? row.pointee.recorded <= moment.knownAt : moment.standing(of: activity) == .counted
    }

    /// The subject to which an activity is credited; -1 where there is none.
    @inline(__always)
    private func credited(_ row: UnsafeMutablePointer<ActivityRow>) -> Int32 {
        let day = row.pointee.from
        switch tally.space.kind {
        case .programme: return 0
        case .team:
            let team = row.pointee.team
            return team >= 0 && bearing[Int(team)].holds(day) == true ? team : -1
        case .unit:
            var unit = row.pointee.unit
            while unit >= 0 {
                if bearing[Int(unit)].holds(day) == true { return unit }
                if tally.space.creditsOwn { return -1 }
                unit = parents[Int(unit)]
            }
            return -1
        case .person, .activity, .rollUp: return -1
        }
    }

    @inline(__always)
    private func creditVerdict(
        _ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>, _ touched: (Int32, Int) -> Void
    ) {
        guard row.pointee.from >= tally.reading.inForce.number else { return }
        let verdict = measure.verdict(activity, row.pointee)
        let judged = Judged(unit: row.pointee.unit, isMet: verdict.standing == .met, standing: verdict.standing)
        let windows = tally.windows(holding: row.pointee.from)
        // An activity has an entry of its own even where no window holds it.
        touched(activity, windows.first ?? 0)
        guard verdict.standing != .doesNotApply else { return }
        for window in windows { figures.raise(judged, tally, window, by: sign, climbs: climbs) }
    }

    @inline(__always)
    private func creditTurnout(
        _ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>, _ touched: (Int32, Int) -> Void
    ) {
        guard row.pointee.unit >= 0 else { return }
        let windows = tally.windows(holding: row.pointee.to)
        if windows.isEmpty { return }
        var heads: Int32 = 0
        eachFittingLine(activity, row) { _ in heads += 1 }
        for window in windows {
            let counter = Int(tally.counters[window]) + Counter.met
            var unit = row.pointee.unit
            while unit >= 0 {
                counters[Int(unit) * figures.stride + counter] &+= sign * heads
                unit = climbs ? parents[Int(unit)] : -1
            }
            touched(row.pointee.unit, window)
        }
    }

    @inline(__always)
    private func creditHeads(
        _ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>, _ subject: Int32, _ touched: (Int32, Int) -> Void
    ) {
        let windows = tally.windows(holding: row.pointee.to)
        if windows.isEmpty { return }
        eachFittingLine(activity, row) { person in
            for window in windows {
                let heads =
                    tally.countsPersonsOnce
                    ? figures.metPersons[number]?.count(person, for: subject, in: window, sign: sign) ?? 0 : sign
                done[tally.place(subject, window)] &+= heads * 2
                touched(subject, window)
            }
        }
    }

    /// The person of every line of an activity that fits the rule, each person once.
    @inline(__always)
    private func eachFittingLine(
        _ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>, _ body: (Int32) -> Void
    ) {
        if row.pointee.hasPredecessors || row.pointee.hasSpecialLines {
            return eachFittingLineSlowly(activity, row, body)
        }
        let testsPersons = tally.asksPersonsOfActivities
        let first = Int(lineStarts[Int(activity)])
        for line in first..<Int(lineStarts[Int(activity) + 1])
        where manners & (1 << UInt8(lineTraits[line].manner)) != 0 {
            let person = linePersons[line]
            if testsPersons, !figures.spans.holds(person, tally.population, on: row.pointee.to) { continue }
            if row.pointee.listsTwice, isSaidBefore(person, line, first) { continue }
            body(person)
        }
    }

    private func isSaidBefore(_ person: Int32, _ line: Int, _ first: Int) -> Bool {
        for other in first..<line where linePersons[other] == person {
            if manners & (1 << UInt8(lineTraits[other].manner)) != 0 { return true }
        }
        return false
    }

    @inline(never)
    private func eachFittingLineSlowly(
        _ activity: Int32, _ row: UnsafeMutablePointer<ActivityRow>, _ body: (Int32) -> Void
    ) {
        var met: Set<Int32> = []
        moment.eachLine(in: activity) { line, owner in
            let part = moment.row(ofLine: line, in: owner)
            guard moment.standing(part) == .counted, tally.reading.fits(part.traits) == .counted else { return }
            if tally.asksPersonsOfActivities,
                !figures.spans.holds(part.person, tally.population, on: row.pointee.to)
            {
                return
            }
            if met.insert(part.person).inserted { body(part.person) }
        }
    }
}
