import Vocabulary

/// What a participation was, in two bytes: role, whether completed, half hours, and whether there is more to know.
struct Traits: Sendable, BitwiseCopyable, Hashable {
    private(set) var bits: UInt16

    /// Half hours beyond this are kept with what is special about the line.
    static let mostHalfHours = 4095

    init(role: ParticipationRole, completed: Bool, halfHours: Int32, isSpecial: Bool = false) {
        bits =
            UInt16(role.number) | (completed ? 4 : 0) | (isSpecial ? 8 : 0)
            | UInt16(min(max(halfHours, 0), Int32(Self.mostHalfHours))) << 4
    }

    /// Role and completion together: 0 to 7.
    @inline(__always) var manner: Int { Int(bits & 7) }
    var role: UInt8 { 1 << UInt8(bits & 3) }
    var isCompleted: Bool { bits & 4 != 0 }
    /// Voided, replaced, recorded on another day than its activity, or too long for twelve bits.
    @inline(__always) var isSpecial: Bool { bits & 8 != 0 }
    @inline(__always) var halfHours: Int32 { Int32(bits >> 4) }

    mutating func makeSpecial() { bits |= 8 }
}

/// What is told of a line beside its traits, for the few that need it.
struct SpecialLine: Sendable {
    var recorded: Int32
    var halfHours: Int32
    var voidedOn: Int32 = never
    var replacedOn: Int32 = never
    /// Code of the participation that takes its place.
    var replacement = ""
}

extension ParticipationRole {
    var number: UInt8 {
        switch self {
        case .attendee: 0
        case .speaker: 1
        case .keynote: 2
        case .staff: 3
        }
    }

    var bit: UInt8 { 1 << number }
}

extension Traits {
    /// The traits of every line with this role and completion.
    init(manner: Int) { self.init(bits: UInt16(manner)) }

    private init(bits: UInt16) { self.bits = bits }
}
