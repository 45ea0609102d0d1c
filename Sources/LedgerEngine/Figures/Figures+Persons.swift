import Plans
import Vocabulary

extension Figures {
    /// Every person's lines are walked and every person judged, each unit's people by one worker.
    func walkPersons(_ homes: Column<Int32>) {
        let people = columns.persons.count
        guard people > 0, judge.rules.count > 0 else { return }
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count * 4
        let bare = laidBare()
        // Each unit is written to by the worker who has most of its people; what falls elsewhere is added later.
        let owners = Column<Int32>(repeating: -1, count: columns.units.count)
        for person in 0..<people where homes[person] >= 0 && owners[homes[person]] < 0 {
            owners[homes[person]] = Int32(person * parts / people)
        }
        let strays = Parts<[Int]>(repeating: [], count: parts)
        let bareOwners = BareOwners(of: owners.start)
        withExtendedLifetime(owners) {
            workers.each(parts) { part in
                strays[part] = count(
                    (people * part + parts - 1) / parts..<(people * (part + 1) + parts - 1) / parts, bare,
                    part: Int32(part), bareOwners)
            }
        }
        for part in strays.values { for counter in part { counters[counter] += 1 } }
    }

    /// Who writes which unit's row.
    private struct BareOwners: @unchecked Sendable {
        let of: UnsafeMutablePointer<Int32>
    }

    /// Walks and judges some persons; counters that another worker writes are returned.
    private func count(_ persons: Range<Int>, _ bare: BareFigures, part: Int32, _ owners: BareOwners) -> [Int] {
        var astray: [Int] = []
        let cells = passes.map(\.scratchCells).max() ?? 1
        withUnsafeTemporaryAllocation(of: LaneWalk.Lanes.self, capacity: cells) { buffer in
            guard let scratch = buffer.baseAddress else { preconditionFailure("no room for the cells") }
            // As many as stay in the cache from the walk to the judging.
            for first in Swift.stride(from: persons.lowerBound, to: persons.upperBound, by: 256) {
                let some = first..<min(first + 256, persons.upperBound)
                for person in some {
                    let row = bare.row(of: Int32(person))
                    (row + bare.head).initialize(repeating: 0, count: bare.personStride - bare.head)
                }
                for pass in passes { pass.walk(some, bare, scratch: scratch, in: self) }
                for person in some {
                    let home = bare.row(of: Int32(person))[0]
                    if home >= 0, owners.of[Int(home)] == part {
                        raise(Int32(person), bare)
                    } else {
                        stray(Int32(person), bare, part: part, owners, &astray)
                    }
                }
            }
        }
        return astray
    }

    /// Judges somebody in every window and raises the row of their one unit.
    @inline(__always)
    private func raise(_ person: Int32, _ bare: BareFigures) {
        let row = bare.row(of: person)
        let counters = bare.counters + Int(row[0]) * bare.stride
        for number in 0..<bare.ruleCount {
            let rule = bare.rules + number
            guard let stretch = bare.plainStretch(row, rule) else {
                raiseClosely(person, rule.pointee, bare)
                continue
            }
            if stretch.from == never { continue }
            let tier = bare.tierStretch(row, rule)
            let windows = Int(rule.pointee.windows)
            let plain = Int(rule.pointee.plainWindows)
            let terms = bare.windows + Int(rule.pointee.first)
            let figures = row + Int(rule.pointee.slot)
            // No branch here: whether somebody has done enough is what a processor cannot foresee. It is the sign of a
            // difference, which half units are far too small to overflow.
            for window in 0..<plain {
                let reckoning = terms[window].reckoning
                let isMember: Int32 = stretch.from <= reckoning && reckoning <= stretch.until ? 1 : 0
                let isInTier = tier.from <= reckoning && reckoning <= tier.until
                let required = terms[isInTier ? window &+ windows : window].required
                let isEnough = Int32(truncatingIfNeeded: UInt32(bitPattern: required &- 1 &- figures[window]) &>> 31)
                let own = counters + Int(terms[window].counter)
                own[Counter.parts] &+= isMember
                own[Counter.met] &+= isMember & isEnough
            }
            for window in plain..<windows {
                raise(bare.judge(person, rule.pointee, window: window) ?? .left, counters, terms[window])
            }
        }
    }

    @inline(__always)
    private func raise(
        _ verdict: BareFigures.Verdict, _ counters: UnsafeMutablePointer<Int32>, _ terms: Terms
    ) {
        guard verdict.unit >= 0 else { return }
        let row = counters + Int(terms.counter)
        row[Counter.parts] += 1
        if verdict.counter == BareFigures.Verdict.met { row[Counter.met] += 1 }
        if verdict.counter > 0 { row[Int(verdict.counter)] += 1 }
    }

    /// The same where tables do not do: the unit may be another in every window.
    @inline(never)
    private func raiseClosely(_ person: Int32, _ rule: PersonJudge.Rule, _ bare: BareFigures) {
        for window in 0..<Int(rule.windows) {
            let verdict = verdict(bare, person, rule, window: window)
            guard verdict.unit >= 0 else { continue }
            raise(
                verdict, bare.counters + Int(verdict.unit) * bare.stride, bare.windows[Int(rule.first) + window])
        }
    }

    /// Judges somebody who has had several units, or one that another worker writes.
    @inline(never)
    private func stray(
        _ person: Int32, _ bare: BareFigures, part: Int32, _ owners: BareOwners, _ astray: inout [Int]
    ) {
        for number in 0..<bare.ruleCount {
            let rule = bare.rules[number]
            for window in 0..<Int(rule.windows) {
                let verdict = verdict(bare, person, rule, window: window)
                guard verdict.unit >= 0 else { continue }
                let terms = bare.windows[Int(rule.first) + window]
                if owners.of[Int(verdict.unit)] == part {
                    raise(verdict, bare.counters + Int(verdict.unit) * bare.stride, terms)
                    continue
                }
                let base = Int(verdict.unit) * bare.stride + Int(terms.counter)
                astray.append(base + Counter.parts)
                if verdict.counter == BareFigures.Verdict.met { astray.append(base + Counter.met) }
                if verdict.counter > 0 { astray.append(base + Int(verdict.counter)) }
            }
        }
    }

    /// The unit of somebody who has one on the day.
    @inline(__always)
    func unit(of person: Int32, on day: Int32) -> Int32 {
        if let only = columns.appointments.only(person) {
            return only.dated.holds(on: day, knownAt: moment.knownAt) ? only.unit : -1
        }
        return moment.unit(of: person, on: day)
    }

    /// A person in a window.
    @inline(__always)
    func judge(person: Int32, _ tally: Tally, window: Int) -> Judged {
        if tally.reading.scheme == .appointment { return judgeAppointment(of: person, tally) }
        let reckoning = tally.reckonings[window]
        guard spans.holds(person, tally.population, on: reckoning) else { return .left }
        if tally.reading.scheme == .turnout {
            return Judged(unit: unit(of: person, on: reckoning), isMet: false, standing: .notYetDue)
        }
        if !tally.others.isEmpty { return judgeEither(person: person, tally, window: window) }
        let figure = figure(of: person, tally, window: window)
        if tally.reading.scheme == .reached {
            let isReached = figure > 0
            if !isReached, tally.middles[window] != never,
                !spans.holds(person, tally.population, on: tally.middles[window])
            {
                return .left
            }
            return Judged(
                unit: unit(of: person, on: reckoning), isMet: isReached, standing: isReached ? .met : .notYetDue)
        }
        guard let required = required(of: person, tally, window: window) else { return .left }
        if tally.middles[window] != never, !tally.reading.isSatisfied(required: required, done: figure),
            !spans.holds(person, tally.population, on: tally.middles[window])
        {
            return .left
        }
        return tally.judged(
            unit: unit(of: person, on: reckoning), required: required, done: figure, window: window, at: moment)
    }

    private func judgeAppointment(of person: Int32, _ tally: Tally) -> Judged {
        let own = AppointmentWindow(tally.reading, tally.space, moment)
        guard let window = own.window(of: person) else { return .left }
        let figure = figure(of: person, tally, window: 0)
        let standing = Pace(window: window, asOf: moment.asOf).standing(
            required: 1, done: figure, comparison: .atLeast)
        return Judged(unit: own.unit(of: person, in: window), isMet: standing == .met, standing: standing)
    }

    /// What a person has done in a window.
    @inline(__always)
    func figure(of person: Int32, _ tally: Tally, window: Int) -> Double {
        let row = personRows.start + Int(person) * personStride + Int(tally.personSlot)
        if !tally.kindPlaces.isEmpty {
            return Double((0..<tally.kindCount).count { row[window * tally.kindCount + $0] > 0 })
        }
        let isShare = tally.reading.rule.measure == .share && tally.reading.scheme == .amount
        return Double(row[isShare ? window * 2 : window]) / 2
    }

    /// What a person must come to; nil for one without any hours, of whom no share can be asked.
    @inline(__always)
    func required(of person: Int32, _ tally: Tally, window: Int) -> Double? {
        if tally.reading.rule.measure == .share {
            let row = personRows.start + Int(person) * personStride + Int(tally.personSlot)
            let hours = Double(row[window * 2 + 1]) / 2
            return hours > 0 ? (hours * tally.reading.rule.value / 10 + 0.5).rounded(.down) / 10 : nil
        }
        for (tier, population) in tally.tierPopulations.enumerated()
        where spans.holds(person, population, on: tally.reckonings[window]) {
            return tally.required(tier: tier)
        }
        return tally.requiredPlainly
    }
}
