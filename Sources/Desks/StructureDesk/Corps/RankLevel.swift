import Vocabulary

/// The level that a rank belongs to (职级层次), read from what the site wrote: 副处级, 三级调研员, 县处级副职.
enum RankLevel: String, CaseIterable, Sendable {
    case bureau, division, deputyDivision, section, deputySection, staff
    /// None of these, or none written: staff of public institutions and enterprises mostly.
    case other

    init(_ rank: String) {
        let found = Self.spellings.first { _, parts in parts.contains { rank.contains($0) } }
        self = found?.level ?? .other
    }

    /// What a level is written as; the first that fits holds, so that a longer spelling stands before what it contains. Ranks
    /// beside posts (公务员职务与职级并行规定, 2019) count as the level that their holders are treated as.
    private static let spellings: [(level: RankLevel, parts: [String])] = [
        (.bureau, ["厅", "巡视员"]),
        (.deputyDivision, ["副处", "副县", "处级副职", "三级调研员", "四级调研员", "副调研员"]),
        (.division, ["正处", "正县", "处级正职", "调研员", "县处级", "处级"]),
        (.deputySection, ["副科", "科级副职", "三级主任科员", "四级主任科员", "副主任科员"]),
        (.section, ["正科", "科级正职", "主任科员", "乡科级", "科级"]),
        (.staff, ["科员", "办事员"]),
    ]

    var words: Words {
        switch self {
        case .bureau: Words("厅级", "bureau level")
        case .division: Words("正处级", "division head level")
        case .deputyDivision: Words("副处级", "deputy division level")
        case .section: Words("正科级", "section head level")
        case .deputySection: Words("副科级", "deputy section level")
        case .staff: Words("科员级", "staff level")
        case .other: Words("其他、未注明", "other or not stated")
        }
    }
}
