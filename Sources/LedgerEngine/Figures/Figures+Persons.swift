import Plans
import Vocabulary

extension Figures {
    /// Every person's lines are walked and every person judged, each unit's people by one worker.
    func walkPersons() {
        let people = columns.persons.count
        guard people > 0, judge.rules.count > 0 else { return }
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count * 4
        // Each unit is written to by the worker who has most of its people; what falls elsewhere is added later.
        let owners = Column<Int32>(repeating: -1, count: columns.units.count)
        for person in 0..<people where judge.homes[person] >= 0 && owners[judge.homes[person]] < 0 {
            owners[judge.homes[person]] = Int32(person * parts / people)
        }
        let strays = Parts<[Int]>(repeating: [], count: parts)
        let bare = laidBare()
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
        (bare.personFigures + persons.lowerBound * bare.personStride)
            .initialize(repeating: 0, count: persons.count * bare.personStride)
        for pass in passes { pass.walk(persons, bare, in: self) }
        for person in persons {
            for number in 0..<bare.ruleCount {
                let rule = bare.rules[number]
                if rule.spans >= 0, rule.way != .intricate, bare.spans[Int(rule.spans)].froms[person] == never {
                    continue
                }
                for window in 0..<Int(rule.windows) {
                    let verdict = verdict(bare, Int32(person), rule, window: window)
                    guard verdict.unit >= 0 else { continue }
                    let base =
                        Int(verdict.unit) * bare.stride + Int(bare.windows[Int(rule.first) + window].counter)
                    if owners.of[Int(verdict.unit)] == part {
                        bare.counters[base] += 1
                        if verdict.counter == BareFigures.Verdict.met { bare.counters[base + Counter.met] += 1 }
                        if verdict.counter > 0 { bare.counters[base + Int(verdict.counter)] += 1 }
                    } else {
                        astray.append(base)
                        if verdict.counter == BareFigures.Verdict.met { astray.append(base + Counter.met) }
                        if verdict.counter > 0 { astray.append(base + Int(verdict.counter)) }
                    }
                }
            }
        }
        return astray
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
        let belonged = spans[tally.spans]
        let reckoning = tally.reckonings[window]
        guard belonged.holds(person, on: reckoning) else { return .left }
        if tally.reading.scheme == .turnout {
            return Judged(unit: unit(of: person, on: reckoning), isMet: false, standing: .notYetDue)
        }
        let figure = figure(of: person, tally, window: window)
        if tally.reading.scheme == .reached {
            let isReached = figure > 0
            if !isReached, tally.middles[window] != never, !belonged.holds(person, on: tally.middles[window]) {
                return .left
            }
            return Judged(
                unit: unit(of: person, on: reckoning), isMet: isReached, standing: isReached ? .met : .notYetDue)
        }
        guard let required = required(of: person, tally, window: window) else { return .left }
        if tally.middles[window] != never, !tally.reading.rule.isSatisfied(required: required, done: figure),
            !belonged.holds(person, on: tally.middles[window])
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
        let row = personFigures.start + Int(person) * personStride + Int(tally.personSlot)
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
            let row = personFigures.start + Int(person) * personStride + Int(tally.personSlot)
            let hours = Double(row[window * 2 + 1]) / 2
            return hours > 0 ? (hours * tally.reading.rule.value / 10 + 0.5).rounded(.down) / 10 : nil
        }
        for (tier, number) in tally.tierSpans.enumerated()
        where spans[number].holds(person, on: tally.reckonings[window]) {
            return tally.required(tier: tier)
        }
        return tally.requiredPlainly
    }
}
