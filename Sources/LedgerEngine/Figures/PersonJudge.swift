import Plans
import Vocabulary

/// Rules about persons as bare tables, so that judging somebody costs comparisons and nothing else.
///
/// What is rare (a share of hours, a time from an appointment, kinds counted, figures to choose from, memberships with gaps,
/// several posts) is not judged here but by `Figures.judge(person:_:window:)`, which says the same in words. That the two agree is held by the
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
        /// How many of them, from the first on, are plain (`Terms`).
        var plainWindows: Int32
        var population: Int32
        /// Where its windows begin in `windows`; those of the first tier follow, then those of the next.
        var first: Int32
        /// Where its tiers begin in `tierPopulations`, and how many there are.
        var firstTier: Int32
        var tiers: Int32
    }

    /// In order of tally.
    let rules: Column<Rule>
    let windows: Column<Terms>
    let tierPopulations: Column<Int32>

    init(_ tallies: [Tally], at moment: Moment) {
        var rules = Column<Rule>()
        var windows = Column<Terms>()
        var tierPopulations = Column<Int32>()
        for (number, tally) in tallies.enumerated() where tally.space.kind == .person && !tally.isPart {
            rules.append(
                Rule(
                    way: Self.way(of: tally), isLimit: tally.isLimit,
                    tally: Int32(number), slot: max(0, tally.personSlot),
                    windows: Int32(tally.hasSameMembers ? 1 : tally.windows.count),
                    plainWindows: Int32(tally.terms.prefix(while: \.isPlain).count),
                    population: Int32(tally.population),
                    first: Int32(windows.count), firstTier: Int32(tierPopulations.count),
                    tiers: Int32(tally.tierPopulations.count)))
            let count = tally.hasSameMembers ? 1 : tally.windows.count
            for window in 0..<count { windows.append(tally.terms[window]) }
            for tier in tally.tierPopulations.indices {
                tierPopulations.append(Int32(tally.tierPopulations[tier]))
                for window in 0..<count {
                    windows.append(Terms(tally, window: window, tier: tier, asOf: moment.asOf))
                }
            }
        }
        self.rules = rules
        self.windows = windows
        self.tierPopulations = tierPopulations
    }

    private static func way(of tally: Tally) -> Rule.Way {
        switch tally.reading.scheme {
        case _ where !tally.others.isEmpty: .intricate
        case .reached: .reached
        case .turnout: .turnout
        case .amount where tally.reading.rule.measure != .share && tally.kindPlaces.isEmpty: .amount
        default: .intricate
        }
    }
}
