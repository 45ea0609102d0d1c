public import Vocabulary

/// An official (干部). Minimal data on purpose: nothing here tells belief, affiliation or origin.
public struct Person: Hashable, Sendable, Codable {
    /// Staff number.
    public var code: String
    public var name: String
    public var sex: Sex
    /// `1984-07`
    public var birthMonth: String
    public var recorded: Day

    public init(code: String, name: String, sex: Sex, birthMonth: String, recorded: Day) {
        self.code = code
        self.name = name
        self.sex = sex
        self.birthMonth = birthMonth
        self.recorded = recorded
    }
}
