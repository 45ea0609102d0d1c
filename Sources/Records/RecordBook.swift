/// Every fact recorded so far, as plain values. The engine reads it; only Storage fills it.
public struct RecordBook: Hashable, Sendable, Codable {
    public var units: [OrgUnit] = []
    public var persons: [Person] = []
    public var appointments: [Appointment] = []
    public var categories: [CategoryHolding] = []
    public var teams: [Team] = []
    public var memberships: [TeamMembership] = []
    public var rosters: [Roster] = []
    public var rosterEntries: [RosterEntry] = []
    public var activities: [Activity] = []
    public var participations: [Participation] = []
    public var sites: [Site] = []
    public var voidings: [Voiding] = []
    public var corrections: [Correction] = []

    public init() {}
}
