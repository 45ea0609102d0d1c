public import Vocabulary

/// A post held at a unit for a time (任职).
public struct Appointment: Hashable, Sendable, Codable {
    public var code: String
    public var person: String
    public var unit: String
    public var post: String
    /// 职级, as the site writes it.
    public var rank: String
    public var dated: Dated

    public init(code: String, person: String, unit: String, post: String, rank: String, dated: Dated) {
        self.code = code
        self.person = person
        self.unit = unit
        self.post = post
        self.rank = rank
        self.dated = dated
    }
}

/// A category of post held for a time (干部类别).
public struct CategoryHolding: Hashable, Sendable, Codable {
    public var code: String
    public var person: String
    public var category: PersonCategory
    public var dated: Dated

    public init(code: String, person: String, category: PersonCategory, dated: Dated) {
        self.code = code
        self.person = person
        self.category = category
        self.dated = dated
    }
}
