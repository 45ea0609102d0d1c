import Vocabulary

/// How a kind of activity is said: the verb that goes with its noun, for who holds it and who takes part.
struct ActivityWords: Sendable {
    /// 举办, 讲; empty where none is said (重点发言).
    var held: String
    /// What a person does: 参加, 讲, 撰写.
    var attended: String
    /// 书籍, 党课
    var noun: String
    var holds: String
    var attends: String
    var one: String
    var many: String

    /// A noun that has its own verb for everybody: 讲党课, 阅读书籍.
    private static func own(
        _ verb: String, _ noun: String, _ en: String, _ one: String, _ many: String? = nil
    ) -> ActivityWords {
        ActivityWords(
            held: verb, attended: verb, noun: noun, holds: en, attends: en, one: one,
            many: many ?? UnitWords.plural(one))
    }

    /// Something that is held, and attended by persons.
    private static func held(
        _ verb: String, _ noun: String, _ one: String, holds: String = "hold",
        attends: String = "attend"
    ) -> ActivityWords {
        ActivityWords(
            held: verb, attended: "参加", noun: noun, holds: holds, attends: attends, one: one,
            many: UnitWords.plural(one))
    }

    /// A speech is a keynote, whatever the meeting.
    static let keynote = own("", "重点发言", "give", "keynote")
    static let unknown = held("开展", "活动", "activity")

    static func of(_ entry: ActivityKindEntry?, unit: CountingUnit) -> ActivityWords {
        if unit == .speech { return keynote }
        guard let entry else { return unknown }
        if let words = table[entry.kind] { return words }
        // A kind of a lexicon's own.
        let classes = unit == .class
        let noun = classes ? entry.nameEn : "\(entry.nameEn) \(unit == .session ? "session" : unit.words.one)"
        return held(classes ? "举办" : "开展", entry.nameZh, noun)
    }

    private static let table: [ActivityKind: ActivityWords] = [
        .trainingClass: held("举办", "培训班", "training class"), .mainClass: held("举办", "主体班", "main class"),
        .demonstrationClass: held("举办", "示范培训班", "demonstration class"),
        .specialClass: held("举办", "专题班", "special class"), .readingClass: held("举办", "集中读书班", "reading class"),
        .newChiefsClass: held("举办", "新任职干部培训班", "class for the newly appointed"),
        .rankTraining: held("组织", "任职培训", "rank training"),
        .professionalTraining: held("组织", "专业化能力培训", "professional training"),
        .theoryCourse: held("组织", "系统理论教育", "systematic theory course"),
        .onlineCourse: held("组织", "网络培训", "online course"),
        .collectiveStudy: held("开展", "集中学习", "collective study session"),
        .seminar: held("开展", "专题研讨", "seminar"), .lecture: held("举办", "讲座", "lecture"),
        .partyLecture: own("讲", "党课", "give", "party lecture"),
        .lectureHall: held("举办", "大讲堂", "lecture-hall session"),
        .themedDay: held("开展", "主题党日", "themed party day"), .reading: own("阅读", "书籍", "read", "book"),
        .filmShowing: own("观看", "影剧", "watch", "film"),
        .fieldTeaching: held("开展", "现场教学", "field-teaching session"),
        .politicalBirthday: own("过", "政治生日", "mark", "political birthday"),
        .educationSession: held("开展", "专题教育", "education session"), .exchange: held("开展", "业务交流", "exchange"),
        .exam: held("组织", "知识测试", "test", attends: "take"),
        .contest: held("组织", "技能比武", "skills contest", attends: "take part in"),
        .drill: held("组织", "演练", "drill", attends: "take part in"),
        .studyTour: held("组织", "学习考察", "study tour", holds: "organise", attends: "join"),
        .secondment: held("组织", "挂职锻炼", "secondment", holds: "arrange", attends: "complete"),
        .selfReview: own("开展", "党性剖析", "carry out", "self-review"), .essay: own("撰写", "心得体会", "write", "essay"),
        .meeting: held("召开", "会议", "meeting"), .inspection: own("开展", "督查", "carry out", "inspection"),
        .document: own("形成", "文件材料", "produce", "document"), .site: own("建成", "现场教学点", "set up", "field-teaching site"),
        "course": own("开设", "课程", "offer", "course"), "research": own("开展", "课题研究", "carry out", "research project"),
        "resource": own("建成", "资源库", "build", "resource library"),
        "publicity": own("开展", "宣传报道", "publish", "article"),
        "volunteering": held("开展", "志愿服务", "volunteering session"),
    ]
}
