import Plans
import Vocabulary

extension Figures {
    /// Credits every activity to whom it counts for: each rule by itself, several at once.
    func walkActivities() {
        let rules = tallies.indices.filter { tallies[$0].isOfActivities }
        for number in rules where tallies[number].countsPersonsOnce {
            metPersons[number] = MetPersons(
                persons: columns.persons.count, windows: tallies[number].windows.count,
                perBearer: tallies[number].space.kind != .programme)
        }
        // Head counts keep a book of their own, which is not for two to write in.
        let alone = rules.filter { tallies[$0].countsPersonsOnce }
        let others = rules.filter { !tallies[$0].countsPersonsOnce }
        workers.each(others.count) { place in
            let tally = tallies[others[place]]
            if tally.reading.scheme == .sites { return countSites(tally) }
            tally.reading.eachCandidate(in: columns) {
                credit($0, to: tally, number: others[place], sign: 1, climbs: false) { _, _ in }
            }
        }
        for number in alone {
            let tally = tallies[number]
            tally.reading.eachCandidate(in: columns) {
                credit($0, to: tally, number: number, sign: 1, climbs: false) { _, _ in }
            }
        }
    }

    /// Adds (or takes) what an activity means for one rule.
    ///
    /// `touched` is told the subject and window whose figure changes; where `climbs`, rows above are changed as well.
    @inline(__always)
    func credit(
        _ number: Int32, to tally: Tally, number tallyNumber: Int, sign: Int32, climbs: Bool,
        _ touched: (Int32, Int) -> Void
    ) {
        let row = columns.activities[number]
        guard row.to <= moment.asOf, moment.standing(of: number) == .counted,
            tally.reading.fits(row) == .counted
        else { return }
        switch tally.reading.scheme {
        case .perActivity: creditVerdict(number, row, tally, sign: sign, climbs: climbs, touched)
        case .turnout: creditTurnout(number, row, tally, sign: sign, climbs: climbs, touched)
        case .amount, .reached:
            let subject = tally.space.credited(row, at: moment)
            guard subject >= 0 else { return }
            if tally.reading.rule.measure == .headcount, tally.reading.scheme == .amount {
                creditHeads(number, row, tally, tallyNumber, subject, sign: sign, touched)
            } else {
                let amount = tally.reading.rule.measure == .hours ? row.halfHours : 2
                let place = tally.kindPlaces.isEmpty ? 0 : Int(tally.kindPlaces[Int(row.kind)])
                for window in tally.windows(holding: row.from) {
                    tally.done[tally.place(subject, window) + place] += sign * amount
                    touched(subject, window)
                }
            }
        case .appointment, .sites: break
        }
    }

    private func creditVerdict(
        _ number: Int32, _ row: ActivityRow, _ tally: Tally, sign: Int32, climbs: Bool,
        _ touched: (Int32, Int) -> Void
    ) {
        guard row.from >= tally.reading.inForce.number else { return }
        let verdict = ActivityMeasure(reading: tally.reading, moment: moment).verdict(number, row)
        let judged = Judged(unit: row.unit, isMet: verdict.standing == .met, standing: verdict.standing)
        let windows = tally.windows(holding: row.from)
        // An activity has an entry of its own even where no window holds it.
        touched(number, windows.first ?? 0)
        guard verdict.standing != .doesNotApply else { return }
        for window in windows { raise(judged, tally, window, by: sign, climbs: climbs) }
    }

    private func creditTurnout(
        _ number: Int32, _ row: ActivityRow, _ tally: Tally, sign: Int32, climbs: Bool,
        _ touched: (Int32, Int) -> Void
    ) {
        guard row.unit >= 0 else { return }
        let windows = tally.windows(holding: row.to)
        if windows.isEmpty { return }
        var heads: Int32 = 0
        eachFittingLine(in: number, row, tally) { _ in heads += 1 }
        for window in windows {
            let counter = Int(tally.counters[window]) + Counter.met
            var unit = row.unit
            while unit >= 0 {
                counters[Int(unit) * stride + counter] += sign * heads
                unit = climbs ? columns.parents[Int(unit)] : -1
            }
            touched(row.unit, window)
        }
    }

    private func creditHeads(
        _ number: Int32, _ row: ActivityRow, _ tally: Tally, _ tallyNumber: Int, _ subject: Int32, sign: Int32,
        _ touched: (Int32, Int) -> Void
    ) {
        let windows = tally.windows(holding: row.to)
        if windows.isEmpty { return }
        eachFittingLine(in: number, row, tally) { person in
            for window in windows {
                let heads =
                    tally.countsPersonsOnce
                    ? metPersons[tallyNumber]?.count(person, for: subject, in: window, sign: sign) ?? 0 : sign
                tally.done[tally.place(subject, window)] += heads * 2
                touched(subject, window)
            }
        }
    }

    /// The person of every line of an activity that fits a rule, each person once.
    @inline(__always)
    private func eachFittingLine(in number: Int32, _ row: ActivityRow, _ tally: Tally, _ body: (Int32) -> Void) {
        let testsPersons = tally.asksPersonsOfActivities
        let lines = columns.lines
        // A handful of people at most: looking through those before is quicker than a set, and allocates nothing.
        if !row.hasPredecessors, !row.hasSpecialLines {
            let range = lines.range(of: number)
            for line in range {
                let traits = lines.traits.start[line]
                let person = lines.persons.start[line]
                guard tally.reading.takes(traits) else { continue }
                if testsPersons, !spans[tally.spans].holds(person, on: row.to) { continue }
                // People mostly stand once on a list; who stands twice is caught by whoever comes after.
                if isSaidBefore(person, line, range.lowerBound, tally) { continue }
                body(person)
            }
        } else {
            eachFittingLineSlowly(in: number, row, tally, body)
        }
    }

    @inline(__always)
    private func isSaidBefore(
        _ person: Int32, _ line: Int, _ first: Int, _ tally: Tally
    ) -> Bool {
        let persons = columns.lines.persons.start
        for other in first..<line where persons[other] == person {
            if tally.reading.takes(columns.lines.traits.start[other]) { return true }
        }
        return false
    }

    private func eachFittingLineSlowly(
        in number: Int32, _ row: ActivityRow, _ tally: Tally, _ body: (Int32) -> Void
    ) {
        var met: Set<Int32> = []
        moment.eachLine(in: number) { line, owner in
            let part = moment.row(ofLine: line, in: owner)
            guard moment.standing(part) == .counted, tally.reading.fits(part.traits) == .counted else { return }
            if tally.asksPersonsOfActivities, !spans[tally.spans].holds(part.person, on: row.to) { return }
            if met.insert(part.person).inserted { body(part.person) }
        }
    }

    /// Raises or lowers a unit's row, and the rows above it.
    @inline(__always)
    func raise(_ judged: Judged, _ tally: Tally, _ window: Int, by sign: Int32, climbs: Bool) {
        var unit = judged.unit
        let base = Int(tally.counters[window])
        let counter = tally.tellsStandings[window] && !judged.isMet ? judged.counter : -1
        while unit >= 0 {
            let row = counters.start + Int(unit) * stride + base
            row[Counter.parts] += sign
            if judged.isMet { row[Counter.met] += sign }
            if counter >= 0 { row[counter] += sign }
            unit = climbs ? columns.parents[Int(unit)] : -1
        }
    }

    func countSites(_ tally: Tally) {
        for window in tally.windows.indices {
            for site in SiteMeasure(tally: tally, moment: moment).sites(in: window)
            where site.why == .counted && site.subject >= 0 {
                tally.done[tally.place(site.subject, window)] += 2
            }
        }
    }

    /// Judges every unit and team.
    func judgeCollectives() {
        let rules = tallies.indices.filter { [.unit, .team].contains(tallies[$0].space.kind) }
        workers.each(rules.count) { place in
            let tally = tallies[rules[place]]
            for window in tally.windows.indices {
                for subject in 0..<Int32(tally.space.count(in: columns)) {
                    let judged = tally.judge(subject, window: window, at: moment)
                    if judged.unit >= 0 { raise(judged, tally, window, by: 1, climbs: false) }
                }
            }
        }
    }
}

extension Tally {
    /// Whether activities are credited for it, rather than lines to persons.
    var isOfActivities: Bool {
        switch space.kind {
        case .person: reading.scheme == .turnout
        default: true
        }
    }

    /// Whether it counts each person once in a window.
    var countsPersonsOnce: Bool {
        reading.scheme == .amount && reading.rule.measure == .headcount && space.kind != .person
            && reading.rule.unit != .personTime
    }

    /// Whether a person must have been in the population for their line to count with the activity.
    var asksPersonsOfActivities: Bool {
        reading.membership.onTheDay && (reading.binding.population.subjects == .persons || reading.scheme == .turnout)
    }
}
