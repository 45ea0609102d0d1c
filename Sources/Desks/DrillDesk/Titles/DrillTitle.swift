import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What somebody good at their post is called (称号).
enum TitleName: String, Named, Stored {
    case skilled, backbone

    var words: Words {
        switch self {
        case .skilled: Words("岗位能手", "Skilled at the post")
        case .backbone: Words("专业骨干", "Professional backbone")
        }
    }
}

/// At which level a title is given; it belongs to a level and a year.
enum TitleLevel: String, Named, Stored {
    case unit, county, city, province

    var words: Words {
        switch self {
        case .unit: Words("单位", "Unit")
        case .county: Words("县（市、区）", "County")
        case .city: Words("市", "City")
        case .province: Words("省", "Province")
        }
    }

    /// A unit gives its own titles; those of a county are its own to enter, those of the city and above the office's.
    func problems(for reader: Reader, in reading: some Reading) throws -> [DrillProblem] {
        switch self {
        case .unit: return []
        case .county:
            guard let unit = reader.unit else { return [] }
            return try reading.unit(code: unit)?.kind == .county ? [] : [.countysTitle]
        case .city, .province: return reader.may(.plan) && reader.unit == nil ? [] : [.officesTitle]
        }
    }
}

/// Why a title is taken away: a class, and no story.
enum RevocationCause: String, Named, Stored {
    case cheating, mistake, discipline, leftFamily

    var words: Words {
        switch self {
        case .cheating: Words("弄虚作假", "Cheating")
        case .mistake: Words("授予有误", "Given by mistake")
        case .discipline: Words("违纪违法", "Breach of discipline or law")
        case .leftFamily: Words("调离本岗位类别", "Left the job family")
        }
    }
}

/// A title as it is given.
struct TitleScheme: Sendable, Hashable {
    var person = ""
    /// Where they are when it is given.
    var unit = ""
    var title = TitleName.skilled
    var level = TitleLevel.unit
    var year = 0
    var body = ""
    var documentNumber = ""
    var day = Day.unset
    var validUntil: Day?
}

struct Revocation: Sendable, Hashable {
    var cause: RevocationCause?
    var documentNumber = ""
    var isReturned: Bool?
}

/// A title of a person, which stays on their file, also where it was taken away (岗位能手、专业骨干).
struct DrillTitle: Noun {
    var code: String
    var scheme: TitleScheme
    /// Of what was won.
    var contest: String
    var event: String
    var place: Int?
    var entered: Day
    var revoked: Day?
    var revocation: Revocation

    static let table = Table<DrillTitle>(
        "drill_titles", Column("code") { $0.code }, Column("person") { $0.scheme.person },
        Column("unit") { $0.scheme.unit }, Column("title") { $0.scheme.title },
        Column("title_level") { $0.scheme.level }, Column("title_year") { $0.scheme.year },
        Column("awarding_body") { $0.scheme.body }, Column("doc_number") { $0.scheme.documentNumber },
        Column("granted_day") { $0.scheme.day }, Column("valid_until") { $0.scheme.validUntil },
        Column("contest") { $0.contest }, Column("event_name") { $0.event }, Column("place_taken") { $0.place },
        Column("entered_day") { $0.entered }, Column("revoked_day") { $0.revoked },
        Column("why") { $0.revocation.cause }, Column("revoking_number") { $0.revocation.documentNumber },
        Column("is_returned") { $0.revocation.isReturned }
    ) {
        code, person, unit, title, level, year, body, documentNumber, day, validUntil, contest, event, place, entered,
        revoked, cause, revoking, isReturned in
        DrillTitle(
            code: code,
            scheme: TitleScheme(
                person: person, unit: unit, title: title, level: level, year: year, body: body,
                documentNumber: documentNumber, day: day, validUntil: validUntil), contest: contest, event: event,
            place: place, entered: entered, revoked: revoked,
            revocation: Revocation(cause: cause, documentNumber: revoking, isReturned: isReturned))
    }
    /// Winners are named.
    static let reach = Reach.everybody
    static let searched = ["doc_number", "awarding_body", "code"]
}

extension TitleScheme {
    static let form = Form<TitleScheme>(
        .init(
            Words("称号", "The title"), .person(\.person, "person", Words("姓名或人员编号", "Name or number")),
            .choice(\.title, "title", Words("称号", "Title")), .choice(\.level, "level", Words("级别", "Level")),
            .number(\.year, "year", Words("年度", "Year"), in: 2000...2099)),
        .init(
            Words("授予文件", "The document"), .text(\.body, "body", Words("授予单位", "Awarding body"), rule: .name),
            .text(\.documentNumber, "documentNumber", Words("文号", "Document number"), rule: .name),
            .day(\.day, "day", Words("授予日期", "Given on")),
            .dayIfAny(
                \.validUntil, "validUntil", Words("有效期至", "Valid until"), hint: Words("长期有效不填", "Empty: without end"))))
}
