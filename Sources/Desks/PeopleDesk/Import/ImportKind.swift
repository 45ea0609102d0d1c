public import Vocabulary

/// What the rows of a file are that is to be imported (导入内容).
public enum ImportKind: String, CaseIterable, Sendable, Named, Codable {
    case units, persons, appointments, categories, teams, memberships, rosters, activities, sites

    public var words: Words {
        switch self {
        case .units: Words("单位", "Units")
        case .persons: Words("人员", "People")
        case .appointments: Words("任职", "Appointments")
        case .categories: Words("干部类别", "Categories")
        case .teams: Words("集体", "Teams")
        case .memberships: Words("集体成员", "Members of teams")
        case .rosters: Words("名单", "Rosters")
        case .activities: Words("活动", "Activities")
        case .sites: Words("现场教学点", "Sites")
        }
    }
}

/// What one column of such a file is.
enum ImportField: String, CaseIterable, Sendable, Codable {
    case code, name, sex, birthMonth, unit, post, rank, from, until, kind, parent, personCode, category, team, role
    case roster, keeper, title, organiser, to, hours, topics, participants, audience
}
