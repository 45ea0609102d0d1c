import Pages
import Records
import Storage
import Store
import Vocabulary

/// That a survey asks somebody, and whether they have answered: never what.
struct SurveyAsked: Noun {
    var code: String
    var survey: String
    var person: String
    var unit: String
    var unitKind: String
    var category: String
    /// What an answer of theirs tells of them.
    var told: AnswerGroup
    var answered: Day?

    static let table = Table<SurveyAsked>(
        "survey_asked", Column("code") { $0.code }, Column("survey") { $0.survey }, Column("person") { $0.person },
        Column("unit") { $0.unit }, Column("unit_kind") { $0.unitKind }, Column("category") { $0.category },
        Column("told_unit") { $0.told.unit }, Column("told_kind") { $0.told.kind },
        Column("told_category") { $0.told.category }, Column("answered_day") { $0.answered }
    ) { code, survey, person, unit, kind, category, toldUnit, toldKind, toldCategory, answered in
        SurveyAsked(
            code: code, survey: survey, person: person, unit: unit, unitKind: kind, category: category,
            told: AnswerGroup(unit: toldUnit, kind: toldKind, category: toldCategory), answered: answered)
    }
    static let reach = Reach.unit("unit")
    /// The opening of its survey tells of them all, each answer that it was given.
    static var unjournaled: Set<String> { Set(table.columns) }

    static let listAddress = "/surveys/asked"

    /// The list of those asked, narrowed as a figure was counted.
    static func list(of survey: String, unit: String? = nil, _ turnout: Turnout? = nil) -> String {
        let items =
            [("survey", survey)] + (unit.map { [("unit", $0)] } ?? [])
            + (turnout.map { [("answered", $0.rawValue)] } ?? [])
        return "\(listAddress)?\(Query(items).text)"
    }
}

enum Turnout: String, Named {
    case answered, waiting

    var words: Words {
        switch self {
        case .answered: Words("已填写", "Answered")
        case .waiting: Words("未填写", "Not answered")
        }
    }

    var condition: SQL { self == .answered ? "answered_day is not null" : "answered_day is null" }
}

extension ActTransaction {
    /// All of them come with the opening of their survey, which the journal tells.
    func insertAsked(_ asked: SurveyAsked) throws {
        try connection.execute(
            """
            insert into survey_asked (code, survey, person, unit, unit_kind, category, told_unit, told_kind, told_category)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                asked.code.stored, asked.survey.stored, asked.person.stored, asked.unit.stored, asked.unitKind.stored,
                asked.category.stored, asked.told.unit.stored, asked.told.kind.stored, asked.told.category.stored,
            ])
    }

    /// Notes that somebody has answered, and journals that much: when, and for which survey.
    func note(_ asked: SurveyAsked) throws {
        try connection.execute(
            "update survey_asked set answered_day = $2 where code = $1 and answered_day is null",
            [asked.code.stored, today.stored])
        try writing.journal(
            act: act, kind: SurveyAsked.kind, code: asked.code,
            after: StoredJSON.text(JournalValue.row(["survey": .text(asked.survey), "answered": .text(today.iso)])))
    }
}

extension Reading {
    /// Whether a survey asks somebody, by any of their staff numbers.
    func asked(of survey: String, _ person: String) throws -> SurveyAsked? {
        try all(
            SurveyAsked.self, for: .everybody,
            where: "survey = \(survey) and person in (\(list: try codes(of: person)))", limit: 1
        ).first
    }
}

extension SurveyAsked {
    /// Whom a survey asks, within reach: who has answered and who has not.
    static let listing: Listing<SurveyAsked> = {
        var listing = Listing<SurveyAsked>(
            Words("填写情况", "Who has answered"),
            columns: [
                ListColumn(
                    "name", Words("姓名", "Name"), .lead, text: { row, ask in try ask.naming.personName(row.person) }),
                .text("person", Words("人员编号", "Staff number"), .off, sort: "person") { $0.person },
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit", text: { row, ask in try ask.naming.unitName(row.unit) }),
                ListColumn(
                    "category", Words("干部类别", "Category"), sort: "category",
                    text: { row, ask in ask.say(PersonCategory.words(of: row.category)) }),
                ListColumn(
                    "survey", Words("调研", "Survey"), .file,
                    text: { row, ask in try ask.surveyTitle(row.survey) }),
                ListColumn(
                    "answered", Words("填写", "Answered"), .end,
                    text: { row, ask in ask.say((row.answered == nil ? Turnout.waiting : .answered).words) }
                ) { row, ask in
                    let turnout = row.answered == nil ? Turnout.waiting : .answered
                    return .state(turnout == .answered ? .met : .next, ask.say(turnout.words))
                },
            ],
            filters: [
                surveyFilter, .unit(Words("单位", "Unit"), column: "unit"),
                .choice("answered", Words("填写", "Answered"), Turnout.self) { turnout, _ in turnout.condition },
            ], order: "survey desc, unit, person", empty: Words("没有调研对象", "Nobody is asked"))
        listing.base = { _ in "survey in (select code from surveys where stage in ('open', 'closed'))" }
        return listing
    }()

    /// Of one survey, chosen by a link.
    static let surveyFilter = ListFilter(name: "survey", words: Words("调研", "Survey"), control: nil) { ask, typed in
        guard let survey = try ask.reading.one(Survey.self, typed, for: ask.reader) else { return nil }
        return (survey.scheme.title, "survey = \(survey.code)")
    }
}

extension PersonCategory {
    static func words(of category: String) -> Words {
        builtIn.first { $0.category.rawValue == category }.map { Words($0.zh, $0.en) } ?? Words("–", "–")
    }
}

extension Ask {
    func surveyTitle(_ code: String) throws -> String {
        try naming.once("survey \(code)") { try reading.one(Survey.self, code, for: .everybody)?.scheme.title ?? code }
    }

    /// The person behind the account, by the staff number that stands.
    func me() throws -> String? { try reader.person.flatMap { try naming.person($0)?.code } }
}
