/// The names of the closed lists that tell of units and people.
extension UnitKind: Named {
    public var words: Words {
        switch self {
        case .city: Words("市", "city")
        case .county: Words("县（市）区", "county")
        case .department: Words("市直部门", "department")
        case .partySchool: Words("党校", "party school")
        case .institution: Words("事业单位", "institution")
        case .enterprise: Words("国有企业", "enterprise")
        case .township: Words("乡镇（街道）", "township")
        case .village: Words("村（社区）", "village")
        case .branch: Words("党支部", "branch")
        }
    }
}

extension TeamKind: Named {
    public var words: Words {
        switch self {
        case .leadershipTeam: Words("领导班子", "leadership team")
        case .studyGroup: Words("理论学习中心组", "study group")
        case .branch: Words("党支部", "party branch")
        }
    }
}

extension TeamRole: Named {
    public var words: Words {
        switch self {
        case .secretary: Words("书记（组长）", "secretary")
        case .member: Words("成员", "member")
        }
    }
}

extension Sex: Named {
    public var words: Words {
        switch self {
        case .female: Words("女", "female")
        case .male: Words("男", "male")
        }
    }
}
