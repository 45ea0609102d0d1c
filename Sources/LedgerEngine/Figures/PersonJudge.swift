import Plans
import Vocabulary

/// Rules about persons as bare tables, so that judging somebody costs comparisons and nothing else.
///
/// What is rare (a share of hours, a time from an appointment, kinds counted, memberships with gaps, several posts) is not
/// judged here but by `Figures.judge(person:_:window:)`, which says the same in words. That the two agree is held by the
/// tests that compare what was taken in with what was counted anew.
struct PersonJudge: Sendable {
    struct Rule: BitwiseCopyable, Sendable {
        enum Way: UInt8 { case amount, reached, turnout, intricate }
        var way: Way
        var isLimit: Bool
        var tally: Int32
        /// Where its figures begin in a person's row.
        var slot: Int32
        var windows: Int32
        var spans: Int32
        /// Where its windows begin in `windows`; those of the first tier follow, then those of the next.
        var first: Int32
        /// Where its tiers begin in `tierSpans`, and how many there are.
        var firstTier: Int32
        var tiers: Int32
    }

    struct Window: BitwiseCopyable, Sendable {
        var reckoning: Int32
        var middle: Int32
        var counter: Int32
        /// Half units: what must be reached (not passed), and what is expected by now.
        var required: Int32
        var expected: Int32
        var tellsStandings: Bool
    }

    /// In order of tally.
    let rules: Column<Rule>
    let windows: Column<Window>
    let tierSpans: Column<Int32>
    /// The one unit that a person has had; -1 for several or none.
    let homes: Column<Int32>

    init(_ tallies: [Tally], at moment: Moment, by workers: Workers) {
        var rules = Column<Rule>()
        var windows = Column<Window>()
        var tierSpans = Column<Int32>()
        for (number, tally) in tallies.enumerated() where tally.space.kind == .person {
            rules.append(
                Rule(
                    way: Self.way(of: tally), isLimit: tally.reading.rule.figureComparison == .atMost,
                    tally: Int32(number), slot: max(0, tally.personSlot),
                    windows: Int32(tally.hasSameMembers ? 1 : tally.windows.count), spans: Int32(tally.spans),
                    first: Int32(windows.count), firstTier: Int32(tierSpans.count),
                    tiers: Int32(tally.tierSpans.count)))
            for tier in [nil] + tally.tierSpans.indices.map({ Int?($0) }) {
                if let tier { tierSpans.append(Int32(tally.tierSpans[tier])) }
                for window in tally.windows.indices.prefix(tally.hasSameMembers ? 1 : tally.windows.count) {
                    windows.append(Self.window(window, of: tally, tier: tier, at: moment))
                }
            }
        }
        self.rules = rules
        self.windows = windows
        self.tierSpans = tierSpans
        let people = moment.columns.persons.count
        let homes = Column<Int32>(repeating: -1, count: people)
        let appointments = moment.columns.appointments
        let parts = workers.count == 1 || people < 10_000 ? 1 : workers.count
        workers.each(parts) { part in
            for person in (people * part / parts)..<(people * (part + 1) / parts) {
                if let only = appointments.only(Int32(person)) { homes[person] = only.unit }
            }
        }
        self.homes = homes
    }

    private static func way(of tally: Tally) -> Rule.Way {
        switch tally.reading.scheme {
        case .reached: .reached
        case .turnout: .turnout
        case .amount where tally.reading.rule.measure != .share && tally.kindPlaces.isEmpty: .amount
        default: .intricate
        }
    }

    private static func window(_ window: Int, of tally: Tally, tier: Int?, at moment: Moment) -> Window {
        // To be reached once is one half unit at least, whatever the share is compared with.
        let isReached = tally.reading.scheme == .reached
        let isLimit = !isReached && tally.reading.rule.figureComparison == .atMost
        let required = isReached ? 0.5 : tally.required(tier: tier) * 2
        let expected = tally.pace(window, at: moment).expected(tally.required(tier: tier)) * 2
        return Window(
            reckoning: tally.reckonings[window], middle: tally.middles[window], counter: tally.counters[window],
            required: Int32(min(required.rounded(isLimit ? .down : .up), 1e9)),
            expected: Int32(min(max(expected, 0), 1e9)), tellsStandings: tally.tellsStandings[window])
    }
}
