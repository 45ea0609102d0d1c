public import Records

/// Something that was recorded, as the ledger takes it in.
public enum RecordChange: Sendable {
    case reported(Activity, [Participation])
    case voided(Voiding)
    case corrected(Correction, by: Activity, [Participation])
    case person(PersonFacts)
}

/// Everything dated that is known about one person, in place of what was known before.
public struct PersonFacts: Sendable {
    public var person: String
    public var appointments: [Appointment]
    public var categories: [CategoryHolding]
    public var memberships: [TeamMembership]
    public var rosterEntries: [RosterEntry]

    public init(
        person: String, appointments: [Appointment], categories: [CategoryHolding] = [],
        memberships: [TeamMembership] = [], rosterEntries: [RosterEntry] = []
    ) {
        self.person = person
        self.appointments = appointments
        self.categories = categories
        self.memberships = memberships
        self.rosterEntries = rosterEntries
    }
}

/// Which entries a change has touched.
public struct Touched: Sendable {
    /// Subjects by obligation (its place in the edition) and window; rows of their units and all above change too.
    public var subjects: [TouchedSubject] = []
    /// The rules must be read again, or everything laid out anew: a kind, topic or category that was not known before.
    public var needsReading = false
}

public struct TouchedSubject: Hashable, Sendable {
    public var obligation: Int
    public var subject: Int32
    public var window: Int
}
