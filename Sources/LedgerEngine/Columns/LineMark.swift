/// A participation on its person's side: its traits, and of its activity what most rules ask, the last day and the kind.
///
/// Six bytes, so that a walk through a person's lines reads on and looks nothing up.
struct LineMark: Sendable, BitwiseCopyable, Hashable {
    /// Days since `dayZero`.
    private(set) var day: UInt16
    private(set) var kind: UInt16
    private(set) var traits: Traits

    /// 1960-01-01; marks reach to 2139.
    static let dayZero: Int32 = -3653
    /// In place of a kind: kind and day do not decide, the activity's own row does.
    static let byRow = UInt16.max
    /// In place of a kind: the lines of this person are to be looked at one by one.
    static let bySelf = UInt16.max - 1

    init(_ row: ActivityRow, _ traits: Traits) {
        let since = Int(row.to) - Int(Self.dayZero)
        let isPlain = row.standsPlainly && since >= 0 && since <= Int(UInt16.max) && row.kind < Int32(Self.bySelf)
        day = isPlain ? UInt16(since) : 0
        kind = traits.isSpecial ? Self.bySelf : isPlain ? UInt16(row.kind) : Self.byRow
        self.traits = traits
    }

    mutating func readByRow() { if kind != Self.bySelf { kind = Self.byRow } }

    mutating func readBySelf() { kind = Self.bySelf }

    mutating func makeSpecial() {
        traits.makeSpecial()
        kind = Self.bySelf
    }
}
