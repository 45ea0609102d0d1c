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
    public static let constitution: Self = "constitution"
    public static let oath: Self = "oath"
    public static let martyrsLetters: Self = "martyrsLetters"
    public static let revolutionaryTradition: Self = "revolutionaryTradition"
    public static let situationPolicy: Self = "situationPolicy"
    public static let warningCases: Self = "warningCases"

    /// Topics whose attendance is never listed by the names of those who did not attend (see docs/decisions).
    public static let ideological: Set<Topic> = [
        .theory, .partyHistory, .roleModel, .originalAspiration, .lifelines, .redClassic, .constitution, .oath,
        .martyrsLetters, .revolutionaryTradition, .situationPolicy, .warningCases,
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
        (.constitution, "重温党章", "the constitution renewed"),
        (.oath, "重温入党誓词", "the oath renewed"),
        (.martyrsLetters, "重温烈士家书", "letters of martyrs"),
        (.revolutionaryTradition, "革命传统教育", "revolutionary tradition"),
        (.situationPolicy, "形势政策教育", "situation and policy"),
        (.warningCases, "警示教育", "warning cases"),
    ]
}
