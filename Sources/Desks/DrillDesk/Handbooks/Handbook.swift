import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A handbook as it is begun: whose, and for which posts.
struct HandbookScheme: Sendable, Hashable {
    var unit = ""
    var title = ""
    /// The job family (岗位类别).
    var family = ""

    static let form = Form<HandbookScheme>(
        .init(
            Words("岗位练兵手册", "The handbook"), .unit(\.unit, "unit", Words("单位", "Unit")),
            .text(\.title, "title", Words("名称", "Title")),
            .text(
                \.family, "family", Words("岗位类别", "Job family"),
                hint: Words("如：综合管理、行政执法、窗口服务", "Such as enforcement, the counter"),
                rule: .name)))
}

/// What a unit's people have to know and to do at their posts (岗位知识应知应会手册), in versions.
struct Handbook: Noun {
    var code: String
    var scheme: HandbookScheme
    var entered: Day
    var withdrawn: Day?

    var unit: String { scheme.unit }

    static let table = Table<Handbook>(
        "drill_handbooks", Column("code") { $0.code }, Column("unit") { $0.scheme.unit },
        Column("title") { $0.scheme.title }, Column("family") { $0.scheme.family },
        Column("entered_day") { $0.entered }, Column("withdrawn_day") { $0.withdrawn }
    ) { code, unit, title, family, entered, withdrawn in
        Handbook(
            code: code, scheme: HandbookScheme(unit: unit, title: title, family: family), entered: entered,
            withdrawn: withdrawn)
    }
    static let reach = Reach.unit("unit")
    static let searched = ["title", "family", "code"]
}

/// One text of a handbook: from when it holds, what is new in it, who approved it; its file is a paper.
struct HandbookVersion: Noun {
    var code: String
    var handbook: String
    var number: Int
    var validFrom: Day
    var summary: String
    var approvedBy: String
    var paper: String
    var entered: Day

    static let table = Table<HandbookVersion>(
        "drill_handbook_versions", Column("code") { $0.code }, Column("handbook") { $0.handbook },
        Column("version_number") { $0.number }, Column("valid_from") { $0.validFrom },
        Column("summary") { $0.summary }, Column("approved_by") { $0.approvedBy }, Column("paper") { $0.paper },
        Column("entered_day") { $0.entered }, make: HandbookVersion.init)
    static let reach = Reach.through("handbook", Handbook.self)

    static func code(_ handbook: String, _ number: Int) -> String { "\(handbook).\(number)" }
}

/// That somebody has read a text, by their own word (学习确认): done or not, and nothing else.
struct HandbookReading: Noun {
    var code: String
    var version: String
    var person: String
    var confirmed: Day

    static let table = Table<HandbookReading>(
        "drill_handbook_readings", Column("code") { $0.code }, Column("version") { $0.version },
        Column("person") { $0.person }, Column("confirmed_day") { $0.confirmed }, make: HandbookReading.init)
    static let reach = Reach.through("version", HandbookVersion.self)

    static func code(_ version: String, _ person: String) -> String { "\(version).\(person)" }
}

enum HandbookDocument: String, Named, Stored {
    case text, approval, other

    var words: Words {
        switch self {
        case .text: Words("手册文本", "The text")
        case .approval: Words("审定材料", "Approval")
        case .other: Words("其他", "Other")
        }
    }
}

extension Handbook: EvidenceBearer {
    typealias Document = HandbookDocument
}

extension Reading {
    /// The texts of a handbook, the newest first.
    func versions(of handbook: String) throws -> [HandbookVersion] {
        try all(
            HandbookVersion.self, for: .everybody, where: "handbook = \(handbook)", order: "version_number desc")
    }

    /// The text that holds on a day.
    func version(of handbook: String, on day: Day) throws -> HandbookVersion? {
        try versions(of: handbook).first { $0.validFrom <= day }
    }

    /// The file of a text, unless it was withdrawn.
    func file(of version: HandbookVersion) throws -> EvidenceFile? {
        guard let paper = try one(Evidence<Handbook>.self, version.paper, for: .everybody), paper.withdrawn == nil
        else {
            return nil
        }
        return paper.file
    }

    /// Whom a handbook is for: everybody in a post of its unit; the first so many, and how many there are.
    func readers(of handbook: Handbook, on day: Day, limit: Int) throws -> (persons: [Person], count: Int) {
        try persons(at: handbook.unit, on: day, limit: limit)
    }

    /// How many these are, and how many of them have read a text: counted where the rows are, for a list.
    func readerCounts(of handbook: Handbook, _ version: HandbookVersion?, on day: Day) throws -> (all: Int, read: Int) {
        let all = try persons(at: handbook.unit, on: day, limit: 0).count
        guard let version, all > 0 else { return (all, 0) }
        return (all, try personCount(of: try confirmed(version).keys.sorted(), at: handbook.unit, on: day))
    }

    /// How many have said of each text of a handbook that they have read it.
    func confirmedCounts(of handbook: String) throws -> [String: Int] {
        let question: SQL = """
            select version, count(*) as people from drill_handbook_readings where version in (
                select code from drill_handbook_versions where handbook = \(handbook))
            group by version
            """
        let rows = try connection.rows(question.text, question.values) {
            (try $0.text("version"), try $0.integer("people"))
        }
        return Dictionary(rows, uniquingKeysWith: { one, _ in one })
    }

    /// Who of them has read a text, with the day.
    func confirmed(_ version: HandbookVersion) throws -> [String: Day] {
        let readings = try all(HandbookReading.self, for: .everybody, where: "version = \(version.code)")
        return Dictionary(readings.map { ($0.person, $0.confirmed) }, uniquingKeysWith: { one, _ in one })
    }

    /// Handbooks that somebody has before them, with the text that holds.
    func handbooks(for person: String, on day: Day) throws -> [(handbook: Handbook, version: HandbookVersion)] {
        guard let unit = try appointment(of: person, on: day, knownAt: nil)?.unit else { return [] }
        return try all(
            Handbook.self, for: .everybody, where: "unit = \(unit) and withdrawn_day is null", order: "code"
        ).compactMap { handbook in try version(of: handbook.code, on: day).map { (handbook, $0) } }
    }

    func hasConfirmed(_ version: HandbookVersion, _ person: String) throws -> Day? {
        try one(HandbookReading.self, HandbookReading.code(version.code, person), for: .everybody)?.confirmed
    }
}
