import Spelling
import Vocabulary

/// The values of a list by all the words that people know them by, in whatever width and case.
enum KnownWords {
    static func table<Value: Named>(_ others: [(String, Value)] = []) -> [String: Value] {
        var table: [String: Value] = [:]
        for value in Value.allCases {
            for word in [value.words.zh, value.words.en, value.rawValue] { table[word.folded] = value }
        }
        for (word, value) in others { table[word.folded] = value }
        return table
    }

    static func table<Value>(of entries: [(Value, [String])]) -> [String: Value] {
        var table: [String: Value] = [:]
        for (value, words) in entries {
            for word in words where table[word.folded] == nil { table[word.folded] = value }
        }
        return table
    }

    static let unitKinds: [String: UnitKind] = table([
        ("地级市", UnitKind.city), ("县", .county), ("区", .county), ("县级市", .county), ("县（市、区）", .county), ("县区", .county),
        ("机关", .department), ("部门", .department), ("党政机关", .department), ("行政机关", .department), ("行政单位", .department),
        ("机关部门", .department), ("内设机构", .department), ("科室", .department), ("党校（行政学院）", .partySchool),
        ("事业", .institution), ("企业", .enterprise), ("国企", .enterprise), ("乡", .township), ("镇", .township),
        ("街道", .township), ("乡镇", .township), ("村", .village), ("社区", .village), ("支部", .branch),
    ])
    static let teamKinds: [String: TeamKind] = table([
        ("中心组", TeamKind.studyGroup), ("支部", .branch), ("党组织", .branch), ("班子", .leadershipTeam),
    ])
    static let teamRoles: [String: TeamRole] = table([
        ("书记", TeamRole.secretary), ("组长", .secretary), ("支部书记", .secretary), ("党组书记", .secretary),
        ("党委书记", .secretary),
        ("主要负责人", .secretary), ("委员", .member), ("副书记", .member), ("组员", .member), ("党员", .member), ("普通党员", .member),
        ("班子成员", .member),
    ])
    static let categories: [String: PersonCategory] = table(
        of: PersonCategory.builtIn.map { ($0.category, [$0.zh, $0.en, $0.category.rawValue]) })
    static let activityKinds: [String: ActivityKind] = table(
        of: ActivityKindCatalogue.builtIn.map { ($0.kind, [$0.nameZh, $0.nameEn, $0.kind.rawValue]) })
    static let topics: [String: Topic] = table(of: Topic.builtIn.map { ($0.topic, [$0.zh, $0.en, $0.topic.rawValue]) })
    static let parts: [String: ParticipationRole] = table(
        of: ParticipationRole.allCases.map { ($0, [$0.importWords.zh, $0.importWords.en, $0.rawValue]) } + [
            (.attendee, ["学员", "参加"]), (.speaker, ["主讲"]), (.keynote, ["重点发言"]),
        ])
}
