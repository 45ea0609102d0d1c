/// What an activity is about (主题). An open list; an activity may have several.
public struct Topic: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension Topic {
    public static let theory: Self = "theory"
    public static let partyHistory: Self = "partyHistory"
    public static let roleModel: Self = "roleModel"
    public static let originalAspiration: Self = "originalAspiration"
    public static let lifelines: Self = "lifelines"
    public static let businessKnowledge: Self = "businessKnowledge"
    public static let targeted: Self = "targeted"
    public static let enterprise: Self = "enterprise"
    public static let redClassic: Self = "redClassic"
    public static let localExperience: Self = "localExperience"

    /// Topics whose attendance is never listed by the names of those who did not attend (see docs/decisions).
    public static let ideological: Set<Topic> = [
        .theory, .partyHistory, .roleModel, .originalAspiration, .lifelines, .redClassic,
    ]

    public static let builtIn: [(topic: Topic, zh: String, en: String)] = [
        (.theory, "理论学习", "theory"),
        (.partyHistory, "党史党情", "party history"),
        (.roleModel, "先进典型", "role models"),
        (.originalAspiration, "初心使命", "original aspiration"),
        (.lifelines, "三条生命线", "three lifelines"),
        (.redClassic, "红色经典", "red classics"),
        (.businessKnowledge, "业务知识", "professional knowledge"),
        (.targeted, "靶向培训", "targeted training"),
        (.enterprise, "企业经营", "enterprise management"),
        (.localExperience, "本地经验", "local experience"),
    ]
}
