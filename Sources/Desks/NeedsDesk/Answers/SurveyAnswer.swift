import Storage
import Store
import Vocabulary

/// What was answered to one question: a choice or a point by its number from 1, or a text.
struct AnswerValue: Sendable, Hashable {
    /// The number of the question, from 1.
    var question: Int
    var choice: Int?
    var said = ""

    static let table = Table<AnswerValue>(
        "survey_values", Column("question") { $0.question }, Column("choice") { $0.choice },
        Column("said") { $0.said }, make: AnswerValue.init)
}

/// One sheet of answers. Of an anonymous survey its key is the hash of a code that its giver alone was told.
struct SurveyAnswer: Noun {
    enum Way: String, Stored { case account, paper }

    var code: String
    var survey: String
    /// Only where the survey is by name.
    var person: String
    var group: AnswerGroup
    var way: Way
    var isNamed: Bool
    var values: [AnswerValue] = []

    static let table = Table<SurveyAnswer>(
        "survey_answers", Column("code") { $0.code }, Column("survey") { $0.survey }, Column("person") { $0.person },
        Column("unit") { $0.group.unit }, Column("unit_kind") { $0.group.kind },
        Column("category") { $0.group.category }, Column("way") { $0.way }, Column("is_named") { $0.isNamed }
    ) { code, survey, person, unit, kind, category, way, isNamed in
        SurveyAnswer(
            code: code, survey: survey, person: person,
            group: AnswerGroup(unit: unit, kind: kind, category: category), way: way, isNamed: isNamed)
    }
    static let lists = [NounList<SurveyAnswer>(\.values, owner: "answer", AnswerValue.table)]
    static let reach = Reach.unit("unit")
    /// By name, what somebody wrote goes with their data.
    static let personal: PersonalTexts? = .of("person", "survey_values.said")
    /// The journal tells that somebody answered, and never what (docs/decisions/0160).
    static var unjournaled: Set<String> { Set(table.columns) }
}

extension ActTransaction {
    /// Keeps an answer beside the journal: neither its day nor its place among others is kept.
    func put(_ answer: SurveyAnswer) throws {
        try connection.execute(
            """
            insert into survey_answers (code, survey, person, unit, unit_kind, category, way, is_named)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                answer.code.stored, answer.survey.stored, answer.person.stored, answer.group.unit.stored,
                answer.group.kind.stored, answer.group.category.stored, answer.way.stored, answer.isNamed.stored,
            ])
        for (place, value) in answer.values.enumerated() {
            try connection.execute(
                "insert into survey_values (answer, place, question, choice, said) values ($1, $2, $3, $4, $5)",
                [answer.code.stored, place.stored, value.question.stored, value.choice.stored, value.said.stored])
        }
    }

    func removeAnswer(_ code: String) throws {
        try connection.execute("delete from survey_values where answer = $1", [code.stored])
        try connection.execute("delete from survey_answers where code = $1", [code.stored])
    }

    /// Leaves of each answer only what so many of those who answered share, and writes all anew in the order of their keys, so
    /// that nothing of the order in which they came is left (docs/decisions/0160).
    func mixAnswers(of survey: Survey) throws {
        var answers = try all(SurveyAnswer.self, for: .everybody, where: "survey = \(survey.code)", order: "code")
        let told = AnswerGroup.told(of: answers.map(\.group), fewest: try siteRules(NeedsRules.self).fewest)
        for answer in answers { try removeAnswer(answer.code) }
        for place in answers.indices {
            answers[place].group = told[place]
            try put(answers[place])
        }
    }
}
