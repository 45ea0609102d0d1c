/// How many slots stand how, month by month.
struct YearCells: Hashable, Sendable {
    private static let states = SlotState.allCases.count
    private var counts = [Int32](repeating: 0, count: 12 * states)

    mutating func add(_ month: Int, _ state: SlotState, _ count: Int = 1) {
        counts[(month - 1) * Self.states + state.rawValue] += Int32(count)
    }

    mutating func add(_ other: YearCells) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    func count(_ month: Int, _ state: SlotState) -> Int {
        Int(counts[(month - 1) * Self.states + state.rawValue])
    }

    /// Of a month; without one of the year.
    func total(_ month: Int? = nil) -> Int { SlotState.allCases.reduce(0) { $0 + total($1, month) } }

    func total(_ state: SlotState, _ month: Int? = nil) -> Int {
        (month.map { $0...$0 } ?? 1...12).reduce(0) { $0 + count($1, state) }
    }

    /// What there is of the worst in a month; nil where nothing is asked in it.
    func worst(_ month: Int) -> (state: SlotState, count: Int)? {
        SlotState.allCases.lazy.map { ($0, count(month, $0)) }.first { $0.1 > 0 }
    }
}
