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
        for number in rules where tallies[number].reading.scheme == .sites { countSites(tallies[number]) }
        // Head counts keep a book of their own, which is not for two to write in.
        let alone = rules.filter { tallies[$0].countsPersonsOnce }
        var shares = [[Int]](repeating: [], count: max(1, workers.count))
        shares[0] = alone
        for (place, number) in rules.filter({ !tallies[$0].countsPersonsOnce }).enumerated() {
            shares[(place + 1) % shares.count].append(number)
        }
        let shared = shares
        workers.each(shared.count) { creditAll(to: shared[$0]) }
    }

    /// Credits every activity to some rules, all in one walk: a row is read once, and one after another.
    private func creditAll(to numbers: [Int]) {
        let creditings = numbers.filter { tallies[$0].reading.scheme != .sites }
            .map { Crediting($0, of: self, sign: 1, climbs: false) }
        if creditings.isEmpty { return }
        let byKind = Grouping(groups: columns.kinds.count, ofMany: creditings.count) { crediting, kind in
            creditings[crediting].tally.reading.isBound(kind)
        }
        let rows = columns.activities
        creditings.withUnsafeBufferPointer { creditings in
            for activity in 0..<Int32(rows.count) {
                byKind.each(rows[activity].kind) { creditings[Int($0)].credit(activity) { _, _ in } }
            }
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
        let rules = tallies.indices.filter { [.unit, .team].contains(tallies[$0].space.kind) && !tallies[$0].isPart }
        workers.each(rules.count) { place in
            let tally = tallies[rules[place]]
            let columns = columns
            for window in tally.windows.indices {
                for subject in 0..<Int32(tally.space.count(in: columns)) {
                    let judged = tally.judge(subject, window: window, in: columns)
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

    /// Whether it counts heads for units, teams or the programme.
    var isHeadcount: Bool { reading.rule.measure == .headcount && reading.scheme == .amount }

    /// Whether a person must have been in the population for their line to count with the activity.
    var asksPersonsOfActivities: Bool {
        reading.membership.onTheDay && (reading.binding.population.subjects == .persons || reading.scheme == .turnout)
    }
}
