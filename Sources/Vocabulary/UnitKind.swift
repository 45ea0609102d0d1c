/// A kind of unit in the tree (单位类别).
public enum UnitKind: String, Codable, Sendable, CaseIterable, Comparable {
    case city, county, department, partySchool, institution, enterprise, township, village, branch

    private var depth: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Self, b: Self) -> Bool { a.depth < b.depth }
}

/// A kind of collective subject (集体).
public enum TeamKind: String, Codable, Sendable, CaseIterable {
    /// 领导班子
    case leadershipTeam
    /// 理论学习中心组
    case studyGroup
    /// 党支部
    case branch
}

/// What a member is in a team.
public enum TeamRole: String, Codable, Sendable, CaseIterable {
    case secretary, member
}
