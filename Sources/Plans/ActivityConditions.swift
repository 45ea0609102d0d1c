public import Vocabulary

/// What an activity must satisfy besides the rule that is put to it (同时满足): all of them, or it does not conform.
public struct ActivityConditions: Hashable, Sendable, Codable {
    /// Each must be among the activity's topics.
    public var topics: [Topic]
    /// Filed at least so many days before its first day.
    public var filedAhead: Int?
    /// Reported at most so many days after its last day.
    public var reportedWithin: Int?

    public init(topics: [Topic] = [], filedAhead: Int? = nil, reportedWithin: Int? = nil) {
        self.topics = topics
        self.filedAhead = filedAhead
        self.reportedWithin = reportedWithin
    }

    /// What is left out asks for nothing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        topics = try container.decodeIfPresent([Topic].self, forKey: .topics) ?? []
        filedAhead = try container.decodeIfPresent(Int.self, forKey: .filedAhead)
        reportedWithin = try container.decodeIfPresent(Int.self, forKey: .reportedWithin)
    }
}

/// To which unit an activity is credited.
public enum Credit: String, Codable, Sendable, CaseIterable {
    /// The nearest unit of the population, at or above the organiser.
    case nearest
    /// The organiser alone: 本级举办.
    case own
}

/// The value that a rule asks of those who hold a category: 县处级以上 90 学时.
public struct ValueTier: Hashable, Sendable, Codable {
    public var category: PersonCategory
    public var value: Double

    public init(_ category: PersonCategory, _ value: Double) {
        self.category = category
        self.value = value
    }
}
