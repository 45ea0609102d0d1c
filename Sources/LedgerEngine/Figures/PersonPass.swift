import Plans
import Vocabulary

/// Some rules about persons, prepared so that one walk through a person's lines serves them all.
///
/// Which rules an activity fits is mostly told by its kind, which every line carries. Where topics, audience or length
/// are asked too, or the question is put to the past, it is worked out once for each activity and kept on a card.
///
/// A class, so that inner loops hand around one reference; `Figures` changes it under its own care.
final class PersonPass: @unchecked Sendable {
    /// A rule in the walk.
    struct Rule: BitwiseCopyable, Sendable {
        enum Amount: UInt8 { case one, hours, days, workingDays, allHours, appointment, kind }
        var amount: Amount
        var tally: Int32
        /// Where its figures begin in a person's row, and how many there are for one window.
        var slot: Int32
        var width: Int32
        /// The population that the person must have been in on the day; -1 where records go with the person.
        var population: Int32
        /// Where its windows begin in `windowsOfDay`.
        var days: Int32
    }

    private(set) var rules: Column<Rule>
    /// Rules that ask for more than to be added up.
    let intricate: UInt64
    private(set) var lanes: LaneWalk?
    /// By activity: the number of its fit in the low half, its last day in the high half. Empty where kinds tell enough.
    private(set) var cards: Column<UInt32>
    private(set) var fits: Column<UInt64>
    private var fitNumbers: [UInt64: UInt32]
    private var fitOfKind: [UInt32] = []
    /// By role and completion: the rules that take such a line.
    let manners: Column<UInt64>
    /// By rule family and day: the first window in the low half, how many in the high half.
    let windowsOfDay: Column<UInt32>
    /// The day that the tables begin with.
    let firstDay: Int32
    let tallies: [Tally]

    /// In place of a fit: the activity is part of a chain of corrections, its lines are to be looked at one by one.
    static let isLinked: UInt32 = 0xFFFF
    /// In place of a fit of a kind: topics, audience or length decide.
    private static let isOpen: UInt32 = 0xFFFF

    /// `numbers` are places in `tallies`, at most 64, of tallies that count persons.
    init(_ tallies: [Tally], taking numbers: [Int], at moment: Moment) {
        self.tallies = tallies
        // What lies before every window counts for nothing.
        let windows = numbers.lazy.flatMap { tallies[$0].windows }
        firstDay = max(windows.map(\.from).min() ?? moment.asOf, LineMark.dayZero, moment.asOf - 65_000)
        let days = max(1, Int(moment.asOf - firstDay) + 1)

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
            rules.append(
                Rule(
                    amount: Self.amount(of: tally), tally: Int32(number), slot: tally.personSlot,
                    width: Int32(isShare ? 2 : tally.kindCount),
                    population: tally.reading.membership.onTheDay ? Int32(tally.population) : -1, days: family))
            if isShare {
                rules.append(
                    Rule(
                        amount: .allHours, tally: Int32(number), slot: tally.personSlot + 1, width: 2, population: -1,
                        days: family))
            }
        }
        self.rules = rules
        intricate = rules.enumerated().reduce(0) { mask, item in
            item.1.width == 1 && [.one, .hours].contains(item.1.amount) ? mask : mask | 1 << UInt64(item.0)
        }
        windowsOfDay = table
        manners = Column(repeating: 0, count: 8)
        cards = Column()
        fits = Column([0])
        fitNumbers = [0: 0]
        for manner in 0..<8 {
            for (bit, rule) in rules.enumerated() {
                let traits = Traits(manner: manner)
                if tallies[Int(rule.tally)].reading.fits(traits) == .counted { manners[manner] |= 1 << UInt64(bit) }
            }
        }
        lanes = nil
        lanes = LaneWalk(self, asOf: moment.asOf)
        lanes?.append(0, manners: manners, rules: rules)
        readKinds(at: moment)
    }

    /// Looks up once for each kind what it fits, and makes cards for all activities where that does not tell enough.
    private func readKinds(at moment: Moment) {
        let byKind = rulesByKind(moment.columns.kinds.count)
        fitOfKind = byKind.map { _ in Self.isOpen }
        // Of the past it must be asked what was known of each activity then.
        let isPast = moment.knownAt < never - 1
        var isAnyOpen = isPast
        for (kind, rules) in byKind.enumerated() {
            guard rules.all == rules.plain else {
                isAnyOpen = true
                continue
            }
            fitOfKind[kind] = fitNumber(rules.plain)
            if !isPast { lanes?.settle(kind: kind, fit: fitOfKind[kind]) }
        }
        guard isAnyOpen else { return }
        let activities = moment.columns.activities
        cards = Column(capacity: activities.count + activities.count / 16 + 1024)
        for number in activities.indices {
            let mask = byKind[Int(activities[number].kind)]
            cards.append(card(of: Int32(number), at: moment) { fitNumber($0.mask(of: activities[number], mask)) })
        }
    }

    private static func amount(of tally: Tally) -> Rule.Amount {
        let rule = tally.reading.rule
        if tally.reading.scheme == .appointment { return .appointment }
        if tally.reading.scheme == .reached { return .one }
        if !tally.kindPlaces.isEmpty { return .kind }
        return switch rule.measure {
        case .hours, .share: .hours
        case .duration:
            switch tally.reading.unit {
            case .workingDays: .workingDays
            case .hours: .hours
            default: .days
            }
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

    /// Fit and day of an activity, from its row; `open` numbers the fit where its kind does not tell.
    @inline(__always)
    private func card(of number: Int32, at moment: Moment, open: (PersonPass) -> UInt32) -> UInt32 {
        let row = moment.columns.activities[number]
        if row.replacement >= 0 || row.hasPredecessors { return Self.isLinked }
        guard row.to <= moment.asOf, row.to >= firstDay, moment.standing(of: number) == .counted else { return 0 }
        let known = Int(row.kind) < fitOfKind.count ? fitOfKind[Int(row.kind)] : 0
        return (known != Self.isOpen ? known : open(self)) | UInt32(row.to - firstDay) << 16
    }

    /// The same, from the card where there are cards. A kind that is open has one.
    @inline(__always)
    func card(of number: Int32, at moment: Moment) -> UInt32 {
        Int(number) < cards.count ? cards[number] : card(of: number, at: moment) { _ in 0 }
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

    private func fitNumber(_ mask: UInt64) -> UInt32 {
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
    func renew(_ number: Int32, at moment: Moment) {
        guard !cards.isEmpty else { return }
        let fit = fitNumber(rulesFitting(number, at: moment))
        let card = card(of: number, at: moment) { _ in fit }
        if Int(number) < cards.count { cards[number] = card } else { cards.append(card) }
    }
}
