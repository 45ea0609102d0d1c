public import Records
public import Vocabulary

/// Something that was recorded, as the ledger takes it in.
public enum RecordChange: Sendable {
    case reported(Activity, [Participation])
    case voided(Voiding)
    case corrected(Correction, by: Activity, [Participation])
    case person(PersonFacts)

    public var isAboutPerson: Bool { if case .person = self { true } else { false } }
}

/// Everything that is known about one person, new or not, in place of what was known before.
public struct PersonFacts: Sendable {
    public var person: String
    public var sex: Sex
    public var appointments: [Appointment]
    public var categories: [CategoryHolding]
    public var memberships: [TeamMembership]
    public var rosterEntries: [RosterEntry]

    public init(
        person: String, sex: Sex, appointments: [Appointment], categories: [CategoryHolding] = [],
        memberships: [TeamMembership] = [], rosterEntries: [RosterEntry] = []
    ) {
        self.person = person
        self.sex = sex
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
    /// Units that somebody had been appointed to, before their facts were replaced.
    var units: Set<Int32> = []
    /// The rules must be read again: a kind, topic or category that was not known before.
    public var needsReading = false
    /// Everything must be laid out anew: a unit, team or roster that was not known before, of which nothing was taken in,
    /// or more topics or categories than there are bits.
    public var needsLayingOut = false
}

public struct TouchedSubject: Hashable, Sendable {
    public var obligation: Int
    public var subject: Int32
    public var window: Int
}
