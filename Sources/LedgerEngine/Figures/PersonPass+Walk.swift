import Plans
import Vocabulary

extension PersonPass {
    /// Room for the sums of one person; a worker has one.
    var scratchCells: Int { 2 * ((lanes?.cells ?? 0) + 1) }

    /// Adds what the lines of some persons come to into their rows, whose figures are zero.
    ///
    /// Some at a time, so that two workers do not wait for each other to count the same references.
    func walk(
        _ persons: Range<Int>, _ bare: BareFigures, scratch: UnsafeMutablePointer<LaneWalk.Lanes>, in figures: Figures
    ) {
        guard let walk = lanes?.laidBare(figures.columns.lines) else {
            for person in persons { walkSlowly(Int32(person), into: bare.row(of: Int32(person)), bare, in: figures) }
            return
        }
        let lastDay = figures.moment.asOf
        for person in Int32(persons.lowerBound)..<Int32(persons.upperBound) {
            let row = bare.row(of: person)
            guard person < bare.laidOutPersons,
                walk.walk(
                    Int(bare.lineStarts[Int(person)])..<Int(bare.lineStarts[Int(person) + 1]), scratch: scratch,
                    odd: oddRules(row, lastDay: lastDay), row: row,
                    card: { line in cardOfLine(line, in: figures) },
                    decide: { line, day, rules in decide(line, day, rules, person, row, bare, figures) })
            else {
                walkSlowly(person, into: row, bare, in: figures)
                continue
            }
            if bare.chainHeads[Int(person)] >= 0 { walkChain(of: person, bare, in: figures) }
        }
    }

    /// The same for one person alone.
    func walk(_ person: Int32, _ bare: BareFigures, in figures: Figures) {
        withUnsafeTemporaryAllocation(of: LaneWalk.Lanes.self, capacity: scratchCells) { buffer in
            guard let scratch = buffer.baseAddress else { preconditionFailure("no room for the cells") }
            walk(Int(person)..<Int(person) + 1, bare, scratch: scratch, in: figures)
        }
    }

    /// Rules that take a decision for each line of a person, because they belonged for a part of the time only, and
    /// those that nothing of theirs counts for.
    @inline(__always)
    private func oddRules(_ row: UnsafeMutablePointer<Int32>, lastDay: Int32) -> UInt64 {
        var odd = intricate
        for bit in 0..<rules.count {
            let population = rules.start[bit].population
            guard population >= 0 else { continue }
            let stretch = Stretch(row, Int(population))
            if stretch.from > firstDay || stretch.until < lastDay { odd |= 1 << UInt64(bit) }
        }
        return odd
    }

    @inline(never)
    private func cardOfLine(_ line: Int, in figures: Figures) -> (fit: UInt32, day: UInt16)? {
        let card = card(of: figures.columns.lines.personActivities[line], at: figures.moment)
        if card & Self.isLinked == Self.isLinked { return nil }
        return (card & Self.isLinked, UInt16(truncatingIfNeeded: Int32(card >> 16) + firstDay - LineMark.dayZero))
    }

    @inline(never)
    private func decide(
        _ line: Int, _ day: UInt16, _ wanted: UInt64, _ person: Int32, _ row: UnsafeMutablePointer<Int32>,
        _ bare: BareFigures, _ figures: Figures
    ) {
        // Days outside all windows have no place in the tables.
        let since = Int32(day) + LineMark.dayZero - firstDay
        guard since >= 0, since <= figures.moment.asOf - firstDay else { return }
        let lines = figures.columns.lines
        var mask = wanted
        while mask != 0 {
            let bit = mask.trailingZeroBitCount
            mask &= mask &- 1
            _ = count(
                bit, person, lines.personActivities[line], day: UInt32(since),
                halfHours: lines.personMarks[line].traits.halfHours, row, bare, figures)
        }
    }

    /// What came since things were laid out; the row holds the rest.
    @inline(never)
    private func walkChain(of person: Int32, _ bare: BareFigures, in figures: Figures) {
        let row = bare.row(of: person)
        let lines = figures.columns.lines
        var link = lines.chainHeads[person]
        while link >= 0 {
            let line = lines.chain[link]
            link = line.next
            let card = card(of: line.activity, at: figures.moment)
            if card & Self.isLinked == Self.isLinked || line.traits.isSpecial
                || (link >= 0 && lines.chain[link].activity == line.activity)
            {
                return walkSlowly(person, into: row, bare, in: figures)
            }
            var mask = fits[Int(card & Self.isLinked)] & manners[line.traits.manner]
            while mask != 0 {
                let bit = mask.trailingZeroBitCount
                mask &= mask - 1
                _ = count(
                    bit, person, line.activity, day: card >> 16, halfHours: line.traits.halfHours, row, bare, figures
                )
            }
        }
    }

    /// The rules that a line of such traits counts for, whoever's it is.
    @inline(__always)
    func rules(for activity: Int32, _ traits: Traits, at moment: Moment) -> UInt64 {
        fits[Int(card(of: activity, at: moment) & Self.isLinked)] & manners[traits.manner]
    }

    /// The windows of a rule that hold a day.
    @inline(__always)
    func windows(of rule: Rule, on day: Int32) -> Range<Int> {
        guard day >= firstDay else { return 0..<0 }
        let held = windowsOfDay.start[Int(rule.days) + Int(day - firstDay)]
        return Int(held & 0xFFFF)..<Int(held & 0xFFFF) + Int(held >> 16)
    }

    /// Whether the line counts for the rule; if so it is added.
    @inline(__always)
    func count(
        _ bit: Int, _ person: Int32, _ activity: Int32, day: UInt32, halfHours: Int32,
        _ row: UnsafeMutablePointer<Int32>, _ bare: BareFigures, _ figures: Figures
    ) -> Bool {
        let rule = rules.start[bit]
        if rule.population >= 0 {
            let day = firstDay + Int32(day)
            let belongs = Stretch(row, Int(rule.population)).holds(day)
            if !(belongs ?? figures.spans.holds(person, Int(rule.population), on: day)) { return false }
        }
        let held = windowsOfDay.start[Int(rule.days) + Int(day)]
        var amount: Int32
        var place = 0
        switch rule.amount {
        case .one: amount = 2
        case .hours, .allHours: amount = halfHours
        default:
            (amount, place) = intricate(rule, activity, person, figures.moment)
            if amount == 0 { return false }
        }
        var figure = Int(rule.slot) + Int(held & 0xFFFF) * Int(rule.width) + place
        for _ in 0..<(held >> 16) {
            row[figure] &+= amount
            figure += Int(rule.width)
        }
        return true
    }

    private func intricate(_ rule: Rule, _ activity: Int32, _ person: Int32, _ moment: Moment) -> (Int32, Int) {
        let row = moment.columns.activities[activity]
        switch rule.amount {
        case .days: return (Int32(clamping: row.days * 2), 0)
        case .workingDays:
            return (Int32(Length.measured(row, in: .workingDays, tallies[Int(rule.tally)].reading.calendar)) * 2, 0)
        case .kind: return (2, Int(tallies[Int(rule.tally)].kindPlaces[Int(row.kind)]))
        default:
            let tally = tallies[Int(rule.tally)]
            let window = AppointmentWindow(tally.reading, tally.space, moment).window(of: person)
            return (window?.contains(row.to) == true ? 2 : 0, 0)
        }
    }

    /// The same for somebody with a line that was voided, replaced, recorded late, or moved to another activity.
    @inline(never)
    func walkSlowly(_ person: Int32, into row: UnsafeMutablePointer<Int32>, _ bare: BareFigures, in figures: Figures) {
        let moment = figures.moment
        for tally in Set(rules.map { Int($0.tally) }) {
            row.advanced(by: Int(tallies[tally].personSlot))
                .update(repeating: 0, count: tallies[tally].personFigures)
        }
        var heads: Set<Int32> = []
        moment.columns.lines.eachActivity(of: person) { activity, _ in heads.insert(moment.head(of: activity)) }
        for head in heads {
            let day = moment.columns.activities[head].to
            guard day <= moment.asOf, day >= firstDay else { continue }
            let fitting = rulesFitting(head, at: moment)
            if fitting == 0 { continue }
            var counted: UInt64 = 0
            moment.eachLine(in: head) { line, owner in
                guard moment.columns.lines.persons[line] == person else { return }
                let part = moment.row(ofLine: line, in: owner)
                guard moment.standing(part) == .counted else { return }
                var mask = fitting & manners[part.traits.manner] & ~counted
                while mask != 0 {
                    let bit = mask.trailingZeroBitCount
                    mask &= mask - 1
                    if count(
                        bit, person, head, day: UInt32(day - firstDay), halfHours: part.halfHours, row, bare, figures
                    ) {
                        counted |= 1 << UInt64(bit)
                    }
                }
            }
        }
    }
}
