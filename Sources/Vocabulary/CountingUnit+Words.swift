/// How a unit is said: its measure word in Chinese, in English for one and for more.
public struct UnitWords: Hashable, Sendable {
    public var zh: String
    public var one: String
    public var many: String

    public init(_ zh: String, _ one: String, _ many: String? = nil) {
        self.zh = zh
        self.one = one
        self.many = many ?? Self.plural(one)
    }

    public func en(_ amount: Double) -> String { amount == 1 ? one : many }

    /// The rule of English: batch, batches; library, libraries; day, days.
    public static func plural(_ word: String) -> String {
        if word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("ch") || word.hasSuffix("sh") {
            return word + "es"
        }
        if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
            return word.dropLast() + "ies"
        }
        return word + "s"
    }
}

extension CountingUnit {
    /// The words of a unit; one that a lexicon adds stands by its code.
    public var words: UnitWords { Self.wordsByUnit[self] ?? UnitWords(" " + rawValue, rawValue) }

    /// One measure word for one thing, in sentences and figures alike.
    private static let wordsByUnit: [CountingUnit: UnitWords] = [
        .class: .init("期", "class"), .session: .init("次", "session"), .lecture: .init("堂", "lecture"),
        .speech: .init("次", "keynote"), .person: .init("人", "person", "people"),
        .personTime: .init("人次", "participation"), .percent: .init("%", "%", "%"), .day: .init("天", "day"),
        .workingDay: .init("个工作日", "working day"), .week: .init("周", "week"), .month: .init("个月", "month"),
        .year: .init("年", "year"), .hour: .init("学时", "hour"), .document: .init("份", "document"),
        .site: .init("个", "site"), "quarter": .init("个季度", "quarter"), "term": .init("个学期", "term"),
        "minute": .init("分钟", "minute"), "book": .init("本", "book"), "work": .init("部", "work"),
        "film": .init("部", "film"), "reading": .init("部", "reading"), "article": .init("篇", "article"),
        "essay": .init("篇", "essay"), "test": .init("次", "test"), "course": .init("门", "course"),
        "batch": .init("批次", "batch"), "edition": .init("届", "edition"), "item": .init("项", "item"),
        "meeting": .init("次", "meeting"), "inspection": .init("次", "inspection"), "activity": .init("次", "activity"),
        "project": .init("项", "project"), "library": .init("个", "library"), "credit": .init("学分", "credit"),
        "kind": .init("类", "kind"), lectureSession: .init("场", "lecture"),
        hallSession: .init("期", "lecture-hall session"),
    ]

    /// Sessions of a lecture and of a series of lectures, as they are said; in rules both are `session`.
    private static let lectureSession: Self = "lecture-session"
    private static let hallSession: Self = "hall-session"

    /// The unit as sentences and figures say it of these kinds of activity: lectures are counted 场, a series of them 期.
    public func said(of kinds: [ActivityKind]) -> CountingUnit {
        guard self == .session else { return self }
        if kinds == [.lectureHall] { return Self.hallSession }
        return kinds.contains(.lecture) && kinds.allSatisfy(Self.lectures.contains) ? Self.lectureSession : self
    }

    private static let lectures: Set<ActivityKind> = [.lecture, .partyLecture, .lectureHall]
}
