/// A kind of activity (活动类型), for example 集中学习. An open list: plans of other trades bring their own kinds.
public struct ActivityKind: Code {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

extension ActivityKind {
    public static let trainingClass: Self = "trainingClass"
    public static let mainClass: Self = "mainClass"
    public static let demonstrationClass: Self = "demonstrationClass"
    public static let specialClass: Self = "specialClass"
    public static let readingClass: Self = "readingClass"
    public static let newChiefsClass: Self = "newChiefsClass"
    public static let rankTraining: Self = "rankTraining"
    public static let professionalTraining: Self = "professionalTraining"
    public static let theoryCourse: Self = "theoryCourse"
    public static let onlineCourse: Self = "onlineCourse"
    public static let collectiveStudy: Self = "collectiveStudy"
    public static let seminar: Self = "seminar"
    public static let partyLecture: Self = "partyLecture"
    public static let lecture: Self = "lecture"
    public static let lectureHall: Self = "lectureHall"
    public static let themedDay: Self = "themedDay"
    public static let reading: Self = "reading"
    public static let filmShowing: Self = "filmShowing"
    public static let fieldTeaching: Self = "fieldTeaching"
    public static let politicalBirthday: Self = "politicalBirthday"
    public static let educationSession: Self = "educationSession"
    public static let exchange: Self = "exchange"
    public static let exam: Self = "exam"
    public static let contest: Self = "contest"
    public static let drill: Self = "drill"
    public static let studyTour: Self = "studyTour"
    public static let secondment: Self = "secondment"
    public static let selfReview: Self = "selfReview"
    public static let essay: Self = "essay"
    public static let meeting: Self = "meeting"
    public static let inspection: Self = "inspection"
    public static let document: Self = "document"
    public static let site: Self = "site"
    /// Every activity, whatever its kind.
    public static let any: Self = "any"
}

/// What is known of a kind: its names, and the wider kind that it is counted under too.
public struct ActivityKindEntry: Hashable, Sendable, Codable {
    public var kind: ActivityKind
    public var nameZh: String
    public var nameEn: String
    public var wider: ActivityKind?

    public init(_ kind: ActivityKind, _ nameZh: String, _ nameEn: String, in wider: ActivityKind? = nil) {
        self.kind = kind
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.wider = wider
    }
}

/// The kinds of activity in use: the built-in ones and those that a lexicon adds.
public struct ActivityKindCatalogue: Hashable, Sendable, Codable {
    public private(set) var entries: [ActivityKindEntry]

    public init(adding extra: [ActivityKindEntry] = []) {
        entries = Self.builtIn
        for entry in extra {
            if let index = entries.firstIndex(where: { $0.kind == entry.kind }) {
                entries[index] = entry
            } else {
                entries.append(entry)
            }
        }
    }

    public subscript(kind: ActivityKind) -> ActivityKindEntry? { entries.first { $0.kind == kind } }

    /// `kind` and every kind beneath it; `any` gives nil, which means that the kind does not matter.
    public func kinds(within kind: ActivityKind) -> Set<ActivityKind>? {
        if kind == .any { return nil }
        var found: Set<ActivityKind> = [kind]
        var grew = true
        while grew {
            grew = false
            for entry in entries where entry.wider.map(found.contains) ?? false {
                if found.insert(entry.kind).inserted { grew = true }
            }
        }
        return found
    }

    public static let builtIn: [ActivityKindEntry] = [
        .init(.trainingClass, "培训班", "training class"),
        .init(.mainClass, "主体班", "main class", in: .trainingClass),
        .init(.demonstrationClass, "示范培训班", "demonstration class", in: .trainingClass),
        .init(.specialClass, "专题班", "special class", in: .trainingClass),
        .init(.readingClass, "集中读书班", "reading class", in: .trainingClass),
        .init(.newChiefsClass, "新任职干部培训班", "class for the newly appointed", in: .trainingClass),
        .init(.rankTraining, "初任、任职培训", "rank training", in: .trainingClass),
        .init(.professionalTraining, "专业化能力培训", "professional training", in: .trainingClass),
        .init(.theoryCourse, "系统理论教育", "systematic theory course", in: .trainingClass),
        .init(.onlineCourse, "网络培训", "online course"),
        .init(.collectiveStudy, "集中学习", "collective study"),
        .init(.seminar, "专题研讨", "seminar"),
        .init(.lecture, "讲座", "lecture"),
        .init(.partyLecture, "党课", "party lecture", in: .lecture),
        .init(.lectureHall, "大讲堂", "lecture hall", in: .lecture),
        .init(.themedDay, "主题党日", "themed day"),
        .init(.reading, "阅读书籍", "reading of a book"),
        .init(.filmShowing, "观看影剧", "film showing"),
        .init(.fieldTeaching, "现场教学", "field teaching"),
        .init(.politicalBirthday, "政治生日", "political birthday"),
        .init(.educationSession, "专题教育", "education session"),
        .init(.exchange, "业务交流", "exchange"),
        .init(.exam, "知识测试（考试）", "test"),
        .init(.contest, "技能比武（竞赛）", "skills contest"),
        .init(.drill, "演练", "drill"),
        .init(.studyTour, "学习考察", "study tour"),
        .init(.secondment, "挂职锻炼", "secondment"),
        .init(.selfReview, "党性剖析", "self-review"),
        .init(.essay, "心得体会", "essay"),
        .init(.meeting, "会议", "meeting"),
        .init(.inspection, "督查", "inspection"),
        .init(.document, "文件材料", "document"),
        .init(.site, "现场教学点", "field-teaching site"),
    ]
}
