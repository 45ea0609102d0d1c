import Plans
import Vocabulary

/// Figures brought up to date: what something counted for is taken away, it changes, and it is counted again.
extension Figures {
    /// An activity that came, with its people: nothing that was counted before changes.
    func arrive(_ number: Int32, _ touched: inout Touched) {
        let row = columns.activities[number]
        for pass in passes { pass.renew(number, at: moment) }
        for index in tallies.indices where tallies[index].isOfActivities { raise(number, row, index, &touched) }
        guard row.to <= moment.asOf else { return }
        let range = columns.lines.range(of: number)
        let bare = laidBare()
        readAhead(number, row, range, bare)
        touched.subjects.reserveCapacity(touched.subjects.count + range.count * 4)
        let isPlain = !row.hasTwins && !row.hasSpecialLines && !row.listsTwice
        for pass in passes.indices {
            for line in range {
                let person = columns.lines.persons[line]
                if isPlain {
                    add(number, row, columns.lines.traits[line], of: person, passes[pass], bare, &touched)
                } else if pass == 0 {
                    forget([person], &touched)
                    count([person], &touched)
                }
            }
        }
    }

    /// Reads what the lines of an activity will change, all at once: memory answers many questions in the time of one.
    private func readAhead(_ number: Int32, _ row: ActivityRow, _ range: Range<Int>, _ bare: BareFigures) {
        let lines = columns.lines
        var read: Int32 = 0
        for line in range {
            let figures = bare.row(of: lines.persons[line])
            for place in Swift.stride(from: 0, to: personStride, by: 16) { read ^= figures[place] }
        }
        var places: [Int] = []
        for pass in passes {
            var mask = range.reduce(0) { $0 | pass.rules(for: number, lines.traits[$1], at: moment) }
            while mask != 0 {
                let rule = pass.rules[mask.trailingZeroBitCount]
                mask &= mask - 1
                let first = Int(bare.rules[Int(judgeNumbers[Int(rule.tally)])].first)
                for window in pass.windows(of: rule, on: row.to) {
                    places.append(Int(bare.windows[first + window].counter))
                }
            }
        }
        for line in range {
            var unit = bare.row(of: lines.persons[line])[0]
            while unit >= 0 {
                for place in places { read ^= bare.counters[Int(unit) * stride + place] }
                unit = parents[Int(unit)]
            }
        }
        readAhead = read
    }

    /// One line more: only the windows that hold its day are judged again.
    @inline(__always)
    private func add(
        _ number: Int32, _ row: ActivityRow, _ traits: Traits, of person: Int32, _ pass: PersonPass,
        _ bare: BareFigures, _ touched: inout Touched
    ) {
        var mask = pass.rules(for: number, traits, at: moment)
        let figuresOfPerson = bare.row(of: person)
        while mask != 0 {
            let bit = mask.trailingZeroBitCount
            mask &= mask - 1
            let line = pass.rules.start[bit]
            let rule = bare.rules[Int(judgeNumbers[Int(line.tally)])]
            let held = pass.windows(of: line, on: row.to)
            let windows = rule.way == .intricate ? 0..<Int(rule.windows) : held
            // At most three windows overlap as a rule; more are taken out and put back whole.
            let isShort = windows.count <= 3
            var before = (BareFigures.Verdict.left, BareFigures.Verdict.left, BareFigures.Verdict.left)
            for (place, window) in windows.enumerated() {
                let was = verdict(bare, person, rule, window: window)
                switch place {
                case 0 where isShort: before.0 = was
                case 1 where isShort: before.1 = was
                case 2 where isShort: before.2 = was
                default: bare.climb(was, rule, window: window, by: -1)
                }
            }
            _ = pass.count(
                bit, person, number, day: UInt32(row.to - pass.firstDay), halfHours: traits.halfHours,
                figuresOfPerson, bare, self)
            for (place, window) in windows.enumerated() {
                let now = verdict(bare, person, rule, window: window)
                touched.subjects.append(
                    TouchedSubject(obligation: Int(obligationNumbers[Int(line.tally)]), subject: person, window: window)
                )
                if isShort {
                    let was = place == 0 ? before.0 : place == 1 ? before.1 : before.2
                    if was == now { continue }
                    bare.climb(was, rule, window: window, by: -1)
                }
                bare.climb(now, rule, window: window, by: 1)
            }
        }
    }

    private func lower(_ judged: Judged, _ tally: Tally, _ window: Int) {
        if judged.unit >= 0 { raise(judged, tally, window, by: -1, climbs: true) }
    }

    /// Takes away what activities count for; with `asking`, only where their people's memberships are asked about.
    func lower(_ numbers: [Int32], asking: Bool, _ touched: inout Touched) {
        for index in tallies.indices where tallies[index].isOfActivities {
            if asking, !tallies[index].asksAboutPeople { continue }
            for number in numbers where tallies[index].reading.isBound(columns.activities[number].kind) {
                change(number, index, sign: -1, &touched)
            }
        }
    }

    func raise(_ numbers: [Int32], asking: Bool, _ touched: inout Touched) {
        for index in tallies.indices where tallies[index].isOfActivities {
            if asking, !tallies[index].asksAboutPeople { continue }
            for number in numbers where tallies[index].reading.isBound(columns.activities[number].kind) {
                change(number, index, sign: 1, &touched)
            }
        }
    }

    private func raise(_ number: Int32, _ row: ActivityRow, _ index: Int, _ touched: inout Touched) {
        if tallies[index].reading.isBound(row.kind) { change(number, index, sign: 1, &touched) }
    }

    private func change(_ number: Int32, _ index: Int, sign: Int32, _ touched: inout Touched) {
        let tally = tallies[index]
        let row = columns.activities[number]
        let crediting = Crediting(index, of: self, sign: sign, climbs: true)
        let isCollective = tally.space.kind == .unit || tally.space.kind == .team
        if isCollective {
            let whole = tallies[tally.whole]
            // Judged before and after, around the change of the figure itself.
            let subject = tally.space.credited(row, at: moment)
            let day = tally.reading.rule.measure == .headcount ? row.to : row.from
            let windows = tally.windows(holding: day)
            if subject >= 0 {
                for window in windows { lower(whole.judge(subject, window: window, in: columns), whole, window) }
            }
            crediting.credit(number) { _, _ in }
            if subject >= 0 {
                for window in windows {
                    let after = whole.judge(subject, window: window, in: columns)
                    if after.unit >= 0 { raise(after, whole, window, by: 1, climbs: true) }
                    touched.subjects.append(
                        TouchedSubject(obligation: tally.obligation, subject: subject, window: window))
                }
            }
        } else {
            var subjects: [TouchedSubject] = []
            crediting.credit(number) { subject, window in
                subjects.append(TouchedSubject(obligation: tally.obligation, subject: subject, window: window))
            }
            touched.subjects += subjects
        }
    }

    /// Takes people's own standings out of the rows above them.
    func forget(_ people: [Int32], _ touched: inout Touched) {
        for tally in tallies where tally.space.kind == .person && !tally.isPart {
            for person in people {
                for window in tally.windows.indices {
                    lower(judge(person: person, tally, window: window), tally, window)
                }
            }
        }
    }

    /// Walks people's lines anew and puts their standings back.
    func count(_ people: [Int32], _ touched: inout Touched) {
        let bare = laidBare()
        for person in people {
            (bare.row(of: person) + head).update(repeating: 0, count: personStride - head)
            for pass in passes { pass.walk(person, bare, in: self) }
        }
        for tally in tallies where tally.space.kind == .person && !tally.isPart {
            for person in people {
                for window in tally.windows.indices {
                    let judged = judge(person: person, tally, window: window)
                    if judged.unit >= 0 { raise(judged, tally, window, by: 1, climbs: true) }
                    touched.subjects.append(
                        TouchedSubject(obligation: tally.obligation, subject: person, window: window))
                }
            }
        }
    }

    func renewCards(of numbers: Set<Int32>) {
        for pass in passes { for number in numbers { pass.renew(number, at: moment) } }
    }

    func renewSpans(of person: Int32) {
        spans.renew(person, moment)
    }

    /// Sites are few: they are counted anew.
    func recountSites(_ touched: inout Touched) {
        for tally in tallies where tally.reading.scheme == .sites {
            for window in tally.windows.indices where tally.space.kind == .unit {
                for unit in 0..<Int32(columns.units.count) {
                    lower(tally.judge(unit, window: window, in: columns), tally, window)
                }
            }
            tally.done.fill(0)
            countSites(tally)
            for window in tally.windows.indices {
                for unit in 0..<Int32(tally.space.count(in: columns)) {
                    if tally.space.kind == .unit {
                        let after = tally.judge(unit, window: window, in: columns)
                        if after.unit >= 0 { raise(after, tally, window, by: 1, climbs: true) }
                    }
                    touched.subjects.append(
                        TouchedSubject(obligation: tally.obligation, subject: unit, window: window))
                }
            }
        }
    }
}

extension Tally {
    /// Whether who belongs to what decides what an activity counts for.
    var asksAboutPeople: Bool {
        asksPersonsOfActivities || reading.binding.shareOf == .attendance
    }
}
