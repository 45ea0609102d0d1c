import Records
import Storage
import Store
import Vocabulary

/// What a group has on record as held, by this desk, by hand or by an import. It is only read here.
struct HeldActivity: Noun {
    var code: String
    var kind: String
    var title: String
    var organiser: String
    var team: String
    var from: Day
    var to: Day

    static let table = Table<HeldActivity>(
        "activities", Column("code") { $0.code }, Column("kind") { $0.kind }, Column("title") { $0.title },
        Column("organiser") { $0.organiser }, Column("team") { $0.team }, Column("from_day") { $0.from },
        Column("to_day") { $0.to }, make: HeldActivity.init)
    static let reach = Reach.unit("organiser")
}

extension Reading {
    /// What a group studied in a year and what stands: not void, not corrected into another.
    func held(by team: String, in year: Int) throws -> [HeldActivity] {
        try all(
            HeldActivity.self, for: .everybody,
            where: """
                team = \(team) and kind in (\(list: StudyKind.allCases.map(\.activity.rawValue))) and \(SQL.days(of: year, column: "from_day"))
                and not exists (select v.code from voidings v where v.activity = activities.code)
                and not exists (select c.code from corrections c where c.activity = activities.code)
                """, order: "from_day")
    }
}
