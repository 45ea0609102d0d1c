import Records
import Vocabulary

/// A post as the engine needs it.
struct AppointmentRow: Sendable, BitwiseCopyable {
    var unit: Int32
    var dated: DatedRow
}

struct HoldingRow: Sendable, BitwiseCopyable {
    var category: Int32
    var dated: DatedRow
}

/// A membership, filed under its person (`other` is the team) or under its team (`other` is the person).
struct MembershipRow: Sendable, BitwiseCopyable {
    var other: Int32
    var isSecretary: Bool
    var dated: DatedRow
}

struct RosterRow: Sendable, BitwiseCopyable {
    var roster: Int32
    var dated: DatedRow
}

struct AttachmentRow: Sendable, BitwiseCopyable {
    var name: Int32
    var day: Int32
}
