import Plans

/// By what a subject is judged in one window, in numbers to be compared.
struct Terms: BitwiseCopyable, Sendable {
    /// The day on which one must belong.
    var reckoning: Int32
    /// The day by which one must have belonged; `never` where nobody is excused.
    var middle: Int32
    /// The window's first counter in a unit's row.
    var counter: Int32
    /// Half units: what must be reached (not passed), and what is expected by now.
    var required: Int32
    var expected: Int32
    var tellsStandings: Bool
    /// Whether enough is enough: nobody is excused, standings are not told apart, and more is not too much.
    var isPlain: Bool

    /// `tier` is one of the binding's; nil for the rule's own value.
    init(_ tally: Tally, window: Int, tier: Int?, asOf: Int32) {
        // To be reached once is one half unit at least, whatever the share is compared with.
        let isReached = tally.reading.scheme == .reached
        let required = isReached ? 0.5 : tally.required(tier: tier) * 2
        let pace = Pace(window: tally.windows[window], asOf: asOf)
        let expected = pace.expected(tally.required(tier: tier)) * 2
        reckoning = tally.reckonings[window]
        middle = tally.middles[window]
        counter = tally.counters[window]
        self.required = Bounds.comparable(required.rounded(tally.isLimit ? .down : .up))
        self.expected = Bounds.comparable(expected)
        tellsStandings = tally.tellsStandings[window]
        isPlain = !tellsStandings && middle == never && !tally.isLimit && tally.reading.scheme != .turnout
    }

    @inline(__always)
    func isMet(_ done: Int32, isLimit: Bool) -> Bool { isLimit ? done <= required : done >= required }
}
