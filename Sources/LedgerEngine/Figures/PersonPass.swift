import Plans
import Vocabulary

/// Up to 64 rules about persons, prepared so that one walk through a person's lines serves them all.
///
/// What an activity means for the rules is worked out once for each activity and kept on a card of four bytes: which set
/// of rules it fits, and its last day. A line then costs one card, one mask, and an addition for each rule left.
struct PersonPass: Sendable {
    /// A rule in the walk.
    struct Rule: BitwiseCopyable, Sendable {
        enum Amount: UInt8 { case one, hours, days, workingDays, allHours, appointment, kind }
        var amount: Amount
        var tally: Int32
        /// Where its figures begin in a person's row, and how many there are for one window.
        var slot: Int32
        var width: Int32
        /// The spans that must hold the day of a record; -1 where records go with the person.
        var spans: Int32
        /// Where its windows begin in `windowsOfDay`.
        var days: Int32
    }

    private(set) var rules: Column<Rule>
    /// Rules that ask for more than to be added up.
    private let intricate: UInt64
    private var lanes: LaneWalk?
    /// By activity: the number of its fit in the low half, its last day in the high half.
    private(set) var cards: Column<UInt32>
    private var fits: Column<UInt64>
    private var fitNumbers: [UInt64: UInt32]
    private var fitOfKind: [UInt32] = []
    /// By role and completion: the rules that take such a line.
    private let manners: Column<UInt64>
    /// By rule family and day: the first window in the low half, how many in the high half.
    private let windowsOfDay: Column<UInt32>
    /// The day that the tables begin with.
    let firstDay: Int32
    let tallies: [Tally]

    /// The activity is part of a chain of corrections: its lines are to be looked at one by one.
    static let isLinked: UInt32 = 0xFFFF

    /// `tallies` may be of any kind; those of persons are taken up, at most 64 rules.
    init(_ tallies: [Tally], taking numbers: [Int], spansOf: (Int) -> Int, at moment: Moment) {
        self.tallies = tallies
        let columns = moment.columns
        // What lies before every window counts for nothing: it stands on the day before them.
        let windows = numbers.lazy.flatMap { tallies[$0].windows }
        firstDay = max((windows.map(\.from).min() ?? moment.asOf) - 1, moment.asOf - 65_000)
        let days = Int(moment.asOf - firstDay) + 1

        var rules = Column<Rule>()
        var table = Column<UInt32>()
        var families: [[WindowSpan]: Int32] = [:]
        for number in numbers {
            let tally = tallies[number]
            let family: Int32
            if let known = families[tally.windows] {
                family = known
            } else {
                family = Int32(table.count)
                families[tally.windows] = family
                for day in 0..<days {
                    let held = tally.windows(holding: firstDay + Int32(day))
                    table.append(UInt32(held.lowerBound) | UInt32(held.count) << 16)
                }
            }
            let isShare = tally.reading.scheme == .amount && tally.reading.rule.measure == .share
            let spans = tally.reading.membership.onTheDay ? Int32(spansOf(number)) : -1
            rules.append(
                Rule(
                    amount: Self.amount(of: tally), tally: Int32(number), slot: tally.personSlot,
                    width: Int32(isShare ? 2 : tally.kindCount), spans: spans, days: family))
            if isShare {
                rules.append(
                    Rule(
                        amount: .allHours, tally: Int32(number), slot: tally.personSlot + 1, width: 2, spans: -1,
                        days: family))
            }
        }
        self.rules = rules
        intricate = rules.enumerated().reduce(0) { mask, item in
            item.1.width == 1 && [.one, .hours].contains(item.1.amount) ? mask : mask | 1 << UInt64(item.0)
        }
        windowsOfDay = table
        manners = Column(repeating: 0, count: 8)
        cards = Column(capacity: columns.activities.count + columns.activities.count / 16 + 1024)
        fits = Column([0])
        fitNumbers = [0: 0]
        for manner in 0..<8 {
            for (bit, rule) in rules.enumerated() {
                let traits = Traits(manner: manner)
                if tallies[Int(rule.tally)].reading.fits(traits) == .counted { manners[manner] |= 1 << UInt64(bit) }
            }
        }
        lanes = LaneWalk(self, days: days)
        lanes?.append(0, manners: manners, rules: rules)
        let byKind = rulesByKind(columns.kinds.count)
        // Where nothing but the kind decides, the fit is looked up once for each kind.
        fitOfKind = byKind.map { _ in 0 }
        for (kind, rules) in byKind.enumerated() {
            fitOfKind[kind] = rules.all == rules.plain ? fitNumber(rules.plain) : Self.isLinked
        }
        for number in columns.activities.indices {
            cards.append(card(of: Int32(number), byKind: byKind, at: moment))
        }
    }

    private static func amount(of tally: Tally) -> Rule.Amount {
        let rule = tally.reading.rule
        if tally.reading.scheme == .appointment { return .appointment }
        if tally.reading.scheme == .reached { return .one }
        if !tally.kindPlaces.isEmpty { return .kind }
        return switch rule.measure {
        case .hours, .share: .hours
        case .duration: rule.unit == .workingDay ? .workingDays : .days
        default: .one
        }
    }

    /// By kind of activity: the rules that it may fit, and those of them that it fits whatever else.
    private func rulesByKind(_ kinds: Int) -> [(all: UInt64, plain: UInt64)] {
        (0..<Int32(kinds)).map { kind in
            var all: UInt64 = 0
            var plain: UInt64 = 0
            for (bit, rule) in rules.enumerated() {
                let reading = tallies[Int(rule.tally)].reading
                if rule.amount == .allHours {
                    all |= 1 << UInt64(bit)
                    plain |= 1 << UInt64(bit)
                } else if reading.isBound(kind) {
                    all |= 1 << UInt64(bit)
                    if reading.fitsByKind { plain |= 1 << UInt64(bit) }
                }
            }
            return (all, plain)
        }
    }

    private mutating func card(
        of number: Int32, byKind: [(all: UInt64, plain: UInt64)], at moment: Moment
    ) -> UInt32 {
        let row = moment.columns.activities[number]
        if row.replacement >= 0 || row.hasPredecessors { return Self.isLinked }
        let day = UInt32(max(0, row.to - firstDay)) << 16
        guard row.to <= moment.asOf, moment.standing(of: number) == .counted else { return 0 }
        let known = fitOfKind[Int(row.kind)]
        return (known != Self.isLinked ? known : fitNumber(mask(of: row, byKind[Int(row.kind)]))) | day
    }

    private func mask(of row: ActivityRow, _ kind: (all: UInt64, plain: UInt64)) -> UInt64 {
        var mask = kind.plain
        var open = kind.all & ~kind.plain
        while open != 0 {
            let bit = open.trailingZeroBitCount
            open &= open - 1
            if tallies[Int(rules[bit].tally)].reading.fits(row) == .counted { mask |= 1 << UInt64(bit) }
        }
        return mask
    }

    private mutating func fitNumber(_ mask: UInt64) -> UInt32 {
        if let known = fitNumbers[mask] { return known }
        // 65,534 different fits among 64 rules: beyond them an activity is looked at line by line.
        guard fits.count < Int(Self.isLinked) else { return Self.isLinked }
        fitNumbers[mask] = UInt32(fits.count)
        fits.append(mask)
        lanes?.append(mask, manners: manners, rules: rules)
        return UInt32(fits.count - 1)
    }

    /// Rules that an activity fits, by what is on its row; for lines that are looked at one by one.
    func rulesFitting(_ number: Int32, at moment: Moment) -> UInt64 {
        let row = moment.columns.activities[number]
        guard row.to <= moment.asOf, moment.standing(of: number) == .counted else { return 0 }
        var mask: UInt64 = 0
        for (bit, rule) in rules.enumerated() {
            let reading = tallies[Int(rule.tally)].reading
            if rule.amount == .allHours || (reading.isBound(row.kind) && reading.fits(row) == .counted) {
                mask |= 1 << UInt64(bit)
            }
        }
        return mask
    }

    /// Looks again at an activity that changed or came.
    mutating func renew(_ number: Int32, at moment: Moment) {
        let row = moment.columns.activities[number]
        var card = Self.isLinked
        if row.replacement < 0, !row.hasPredecessors {
            let fit = row.to <= moment.asOf && row.to >= firstDay ? fitNumber(rulesFitting(number, at: moment)) : 0
            card = fit == 0 ? 0 : fit | UInt32(row.to - firstDay) << 16
        }
        if Int(number) < cards.count { cards[number] = card } else { cards.append(card) }
    }

    mutating func forgetLast() { cards.removeLast() }

    // MARK: The walk

    /// Adds what the lines of some persons come to into their rows.
    func walk(_ persons: Range<Int>, _ bare: BareFigures, in figures: Figures) {
        let columns = figures.columns
        let lines = columns.lines
        let starts = lines.personStarts.start
        let activities = lines.personActivities.start
        let traits = lines.personTraits.start
        let heads = lines.chainHeads.start
        let isChained = lines.chain.count > 0
        // What was laid out; persons and links that came since are walked one by one.
        let laidOut = lines.personStarts.count - 1
        withScratch { scratch in
            for person in persons {
                let row = bare.personFigures + person * bare.personStride
                if person >= laidOut || (isChained && heads[person] >= 0) {
                    walk(Int32(person), bare, in: figures)
                    continue
                }
                if !walkPlainly(
                    Int(starts[person])..<Int(starts[person + 1]), activities, traits, Int32(person), row, scratch,
                    bare, figures)
                {
                    walkSlowly(Int32(person), into: row, bare, in: figures)
                }
            }
        }
        // The pointers do not keep the columns.
        withExtendedLifetime(lines) {}
    }

    /// Rules that take a decision for each line of a person, because they belonged for a part of the time only, and
    /// those that nothing of theirs counts for.
    @inline(__always)
    private func oddRules(_ person: Int32, _ bare: BareFigures, lastDay: Int32) -> UInt64 {
        var odd = intricate
        for bit in 0..<rules.count {
            let spans = rules.start[bit].spans
            guard spans >= 0 else { continue }
            let stretch = bare.spans[Int(spans)]
            let until = stretch.untils[Int(person)]
            if stretch.froms[Int(person)] > firstDay || until < lastDay { odd |= 1 << UInt64(bit) }
        }
        return odd
    }

    /// False where a line must be looked at by itself: then nothing that was added is of use.
    @inline(__always)
    private func walkPlainly(
        _ range: Range<Int>, _ activities: UnsafeMutablePointer<Int32>, _ traits: UnsafeMutablePointer<Traits>,
        _ person: Int32, _ row: UnsafeMutablePointer<Int32>, _ scratch: UnsafeMutablePointer<LaneWalk.Lanes>,
        _ bare: BareFigures, _ figures: Figures
    ) -> Bool {
        guard let lanes else { return false }
        let cards = cards.start
        let odd = oddRules(person, bare, lastDay: figures.moment.asOf)
        return lanes.walk(range, activities, traits, cards: cards, scratch: scratch, odd: odd, row: row) {
            index, wanted in
            var mask = wanted
            while mask != 0 {
                let bit = mask.trailingZeroBitCount
                mask &= mask &- 1
                _ = count(
                    bit, person, activities[index], day: cards[Int(activities[index])] >> 16,
                    halfHours: traits[index].halfHours, 1, row, bare, figures)
            }
        }
    }

    private func withScratch<Result>(_ body: (UnsafeMutablePointer<LaneWalk.Lanes>) -> Result) -> Result {
        let cells = max(1, lanes?.cells ?? 0)
        return withUnsafeTemporaryAllocation(of: LaneWalk.Lanes.self, capacity: cells) { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("no room for the cells") }
            return body(start)
        }
    }

    /// The same for one person, with what came since things were laid out.
    func walk(_ person: Int32, _ bare: BareFigures, in figures: Figures) {
        let row = bare.personFigures + Int(person) * bare.personStride
        let lines = figures.columns.lines
        let isPlain = withScratch { scratch in
            walkPlainly(
                lines.range(ofPerson: person), lines.personActivities.start, lines.personTraits.start, person, row,
                scratch, bare, figures)
        }
        guard isPlain else { return walkSlowly(person, into: row, bare, in: figures) }
        var link = lines.chainHeads[person]
        while link >= 0 {
            let line = lines.chain[link]
            link = line.next
            let card = cards[Int(line.activity)]
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
                    bit, person, line.activity, day: card >> 16, halfHours: line.traits.halfHours, 1, row, bare, figures
                )
            }
        }
    }

    /// The rules that a line of such traits counts for, whoever's it is.
    func rules(for activity: Int32, _ traits: Traits) -> UInt64 {
        fits[Int(cards[activity] & Self.isLinked)] & manners[traits.manner]
    }

    /// The windows of a rule that hold a day.
    @inline(__always)
    func windows(of rule: Rule, on day: Int32) -> Range<Int> {
        let held = windowsOfDay.start[Int(rule.days) + Int(max(0, day - firstDay))]
        return Int(held & 0xFFFF)..<Int(held & 0xFFFF) + Int(held >> 16)
    }

    /// Whether the line counts for the rule; if so it is added.
    @inline(__always)
    func count(
        _ bit: Int, _ person: Int32, _ activity: Int32, day: UInt32, halfHours: Int32, _ sign: Int32,
        _ row: UnsafeMutablePointer<Int32>, _ bare: BareFigures, _ figures: Figures
    ) -> Bool {
        let rule = rules.start[bit]
        if rule.spans >= 0 {
            let day = firstDay + Int32(day)
            let belongs = bare.belongs(person, Int(rule.spans), on: day)
            if !(belongs ?? figures.spans[Int(rule.spans)].holds(person, on: day)) { return false }
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
        amount *= sign
        var figure = Int(rule.slot) + Int(held & 0xFFFF) * Int(rule.width) + place
        for _ in 0..<(held >> 16) {
            row[figure] += amount
            figure += Int(rule.width)
        }
        return true
    }

    private func intricate(_ rule: Rule, _ activity: Int32, _ person: Int32, _ moment: Moment) -> (Int32, Int) {
        let row = moment.columns.activities[activity]
        switch rule.amount {
        case .days: return (Int32(row.days) * 2, 0)
        case .workingDays: return (Int32(Length.measured(row, in: .workingDay)) * 2, 0)
        case .kind: return (2, Int(tallies[Int(rule.tally)].kindPlaces[Int(row.kind)]))
        default:
            let tally = tallies[Int(rule.tally)]
            let window = AppointmentWindow(tally.reading, tally.space, moment).window(of: person)
            return (window?.contains(row.to) == true ? 2 : 0, 0)
        }
    }

    /// The same for somebody with a line that was voided, replaced, recorded late, or moved to another activity.
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
                        bit, person, head, day: UInt32(day - firstDay), halfHours: part.halfHours, 1, row, bare, figures
                    ) {
                        counted |= 1 << UInt64(bit)
                    }
                }
            }
        }
    }
}
