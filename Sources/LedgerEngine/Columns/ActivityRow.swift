/// An activity as the engine counts it.
struct ActivityRow: Sendable {
    var kind: Int32
    var unit: Int32
    /// -1 where no team held it.
    var team: Int32
    var from: Int32
    var to: Int32
    var topics: UInt64
    var audience: UInt64
    var hours: Double
    /// `never` where it was not filed or reported.
    var filed: Int32
    var reported: Int32
    var recorded: Int32
    /// Day from which it no longer counts because it was voided; `never` while it stands.
    var voidedOn: Int32 = never
    /// The activity that takes its place, from `replacedOn` on.
    var replacement: Int32 = -1
    var replacedOn: Int32 = never
    /// The first of the activities that say the same; itself where it stands alone.
    var firstTwin: Int32 = -1

    var days: Int { Int(to - from) + 1 }
}

/// A participation as the engine counts it.
struct ParticipationRow: Sendable {
    var activity: Int32
    var person: Int32
    var role: UInt8
    var completed: Bool
    var hours: Double
    var recorded: Int32
    var voidedOn: Int32 = never
    var replacedOn: Int32 = never
    var replacement: Int32 = -1
}
