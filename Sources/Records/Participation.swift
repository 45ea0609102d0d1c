public import Vocabulary

/// That a person took part in an activity (参训记录).
public struct Participation: Hashable, Sendable, Codable {
    public var code: String
    public var activity: String
    public var person: String
    public var role: ParticipationRole
    /// Hours credited, in halves.
    public var hours: Double
    public var completed: Bool
    public var recorded: Day

    public init(
        code: String, activity: String, person: String, role: ParticipationRole, hours: Double, completed: Bool,
        recorded: Day
    ) {
        self.code = code
        self.activity = activity
        self.person = person
        self.role = role
        self.hours = hours
        self.completed = completed
        self.recorded = recorded
    }
}

/// A field-teaching site (现场教学点).
public struct Site: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    public var unit: String
    public var topics: [Topic]
    public var dated: Dated

    public init(code: String, name: String, unit: String, topics: [Topic], dated: Dated) {
        self.code = code
        self.name = name
        self.unit = unit
        self.topics = topics
        self.dated = dated
    }
}
