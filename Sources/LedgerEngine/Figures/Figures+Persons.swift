import Plans
import Vocabulary

extension Figures {
    /// Every person's lines are walked and every person judged, each unit's people by one worker.
    func walkPersons() {
        let people = columns.persons.count
        guard people > 0, !tallies.isEmpty else { return }
        let judged = tallies.indices.filter { tallies[$0].space.kind == .person }
        if judged.isEmpty { return }
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count * 4
        // Each unit is written to by the worker who has most of its people; what falls elsewhere is added later.
        let owners = Column<Int32>(repeating: -1, count: columns.units.count)
        for person in 0..<people {
            guard let unit = columns.appointments.only(Int32(person))?.unit else { continue }
            if owners[unit] < 0 { owners[unit] = Int32(person * parts / people) }
        }
        let strays = Parts<[Stray]>(repeating: [], count: parts)
        workers.each(parts) { part in
            var astray: [Stray] = []
            let range = (people * part + parts - 1) / parts..<(people * (part + 1) + parts - 1) / parts
            for person in range {
                let row = personFigures.start + person * personStride
                for pass in passes { pass.walk(Int32(person), into: row, spans: spans, at: moment) }
                for number in judged {
                    tallies.withUnsafeBufferPointer {
                        judgeWhole(Int32(person), $0[number], part: Int32(part), owners, &astray)
                    }
                }
            }
            strays[part] = astray
        }
        for part in strays.values { for stray in part { counters[stray.counter] += 1 } }
    }

    /// A count for a row that another worker writes.
    struct Stray: Sendable {
        var counter: Int
    }

    @inline(__always)
    private func judgeWhole(
        _ person: Int32, _ tally: Tally, part: Int32, _ owners: Column<Int32>, _ astray: inout [Stray]
    ) {
        if tally.spans >= 0, spans[tally.spans].isEmpty(person), tally.reading.scheme != .appointment { return }
        let windows = tally.hasSameMembers ? 1 : tally.windows.count
        for window in 0..<windows {
            let judged = judge(person: person, tally, window: window)
            guard judged.unit >= 0 else { continue }
            let base = Int(judged.unit) * stride + Int(tally.counters[window])
            let counter = tally.tellsStandings[window] && !judged.isMet ? judged.counter : -1
            if owners[judged.unit] == part {
                counters.start[base] += 1
                if judged.isMet { counters.start[base + Counter.met] += 1 }
                if counter >= 0 { counters.start[base + counter] += 1 }
            } else {
                astray.append(Stray(counter: base))
                if judged.isMet { astray.append(Stray(counter: base + Counter.met)) }
                if counter >= 0 { astray.append(Stray(counter: base + counter)) }
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
