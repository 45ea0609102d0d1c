/// An activity as the engine counts it.
struct ActivityRow: Sendable, BitwiseCopyable {
    var kind: Int32
    var unit: Int32
    /// -1 where no team held it.
    var team: Int32
    var from: Int32
    var to: Int32
    var halfHours: Int32
    var topics: UInt64
    var audience: UInt64
    /// `never` where it was not filed or reported.
    var filed: Int32
    var reported: Int32
    var recorded: Int32
    /// Day from which it no longer counts because it was voided; `never` while it stands.
    var voidedOn: Int32 = never
    /// The activity that takes its place, from `replacedOn` on.
    var replacement: Int32 = -1
    var replacedOn: Int32 = never
    /// Tells titles apart when activities are compared that may say the same.
    var title: UInt64
    /// Whether another activity says the same (`TwinGroups`).
    var hasTwins = false
    /// Whether it takes the place of another.
    var hasPredecessors = false
    /// Whether any line of it is special.
    var hasSpecialLines = false
    /// Whether somebody stands on its list more than once.
    var listsTwice = false

    /// None where it ends before it begins.
    var days: Int { max(0, Int(to) - Int(from) + 1) }
    var hours: Double { Double(halfHours) / 2 }

    /// Whether nothing was recorded that bears upon whether it counts.
    var standsPlainly: Bool { voidedOn == never && replacement < 0 && !hasPredecessors && !hasTwins }

    func saysTheSame(as other: ActivityRow) -> Bool {
        kind == other.kind && unit == other.unit && team == other.team && from == other.from && to == other.to
            && title == other.title
    }
}
