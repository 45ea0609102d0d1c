/// A category of post that a person holds for a time (干部类别). An open list.
///
/// Political affiliation, belief and ethnicity are never categories: such populations are rosters (docs/decisions).
public struct PersonCategory: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension PersonCategory {
    public static let leadingOfficial: Self = "leadingOfficial"
    public static let cityManaged: Self = "cityManaged"
    public static let teamMember: Self = "teamMember"
    public static let sectionLevel: Self = "sectionLevel"
    public static let newSectionChief: Self = "newSectionChief"
    public static let civilServant: Self = "civilServant"
    public static let soeLeader: Self = "soeLeader"
    public static let institutionLeader: Self = "institutionLeader"
    public static let professional: Self = "professional"
    public static let scarceTalent: Self = "scarceTalent"
    public static let seniorProfessional: Self = "seniorProfessional"
    public static let young: Self = "young"
    public static let grassRoots: Self = "grassRoots"
    public static let villageSecretary: Self = "villageSecretary"

    public static let builtIn: [(category: PersonCategory, zh: String, en: String)] = [
        (.leadingOfficial, "领导干部", "leading officials"),
        (.cityManaged, "市管干部", "city-managed officials"),
        (.teamMember, "党政领导班子成员", "members of leadership teams"),
        (.sectionLevel, "科级干部", "section-level officials"),
        (.newSectionChief, "新任科长", "newly appointed section chiefs"),
        (.civilServant, "机关公务员", "civil servants"),
        (.soeLeader, "国有企业领导人员", "leaders of state-owned enterprises"),
        (.institutionLeader, "事业单位领导人员和业务骨干", "leaders and key staff of public institutions"),
        (.professional, "专业技术人员", "professional and technical staff"),
        (.scarceTalent, "急需紧缺人才", "scarce professionals"),
        (.seniorProfessional, "高层次骨干专业技术人才", "senior professionals"),
        (.young, "年轻干部", "young officials"),
        (.grassRoots, "基层干部", "grass-roots officials"),
        (.villageSecretary, "村（社区）党组织书记", "village and community secretaries"),
    ]
}
