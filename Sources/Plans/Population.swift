public import Vocabulary

/// Whom an obligation is about (应训对象): persons, units or teams picked by dated facts, never by opinion or belief.
///
/// Conditions are joined by "and"; an empty list does not restrict.
public struct Population: Hashable, Sendable, Codable {
    public var code: String
    public var nameZh: String
    public var nameEn: String
    public var subjects: Subjects
    /// Persons holding any of these categories on the day.
    public var categories: [PersonCategory]
    /// Units of any of these kinds; for persons and teams, the kind of the unit they belong to.
    public var unitKinds: [UnitKind]
    /// Teams of any of these kinds; for persons, membership in such a team on the day.
    public var teamKinds: [TeamKind]
    /// Persons with this role in such a team.
    public var teamRole: TeamRole?
    /// Persons on this named list on the day.
    public var roster: String?
    public var sex: Sex?

    public enum Subjects: String, Codable, Sendable, CaseIterable {
        /// The programme as one: no members.
        case programme
        case units, teams, persons
        /// Every activity of the bound kind.
        case activities
    }

    public init(
        _ code: String, _ nameZh: String, _ nameEn: String, _ subjects: Subjects, categories: [PersonCategory] = [],
        unitKinds: [UnitKind] = [], teamKinds: [TeamKind] = [], teamRole: TeamRole? = nil, roster: String? = nil,
        sex: Sex? = nil
    ) {
        self.code = code
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.subjects = subjects
        self.categories = categories
        self.unitKinds = unitKinds
        self.teamKinds = teamKinds
        self.teamRole = teamRole
        self.roster = roster
        self.sex = sex
    }
}
