import Store
import Vocabulary

/// How a question is answered.
enum QuestionKind: String, Named, Stored {
    case single, several, rank, scale, text

    var words: Words {
        switch self {
        case .single: Words("单选", "One choice")
        case .several: Words("多选", "Several choices")
        case .rank: Words("排序", "Ranking")
        case .scale: Words("评分（1至5）", "Scale from 1 to 5")
        case .text: Words("文字", "Text")
        }
    }

    var hasOptions: Bool { [.single, .several, .rank].contains(self) }
}

/// What becomes of a question: whether it must be answered, and whether it asks for topics of training.
enum QuestionPurpose: String, Named, Stored {
    case required, optional, topics

    var words: Words {
        switch self {
        case .required: Words("必答", "Required")
        case .optional: Words("选答", "Optional")
        case .topics: Words("必答，培训主题", "Required: topics of training")
        }
    }
}

/// One question of a survey; once the survey is open it stays as it is.
struct SurveyQuestion: Sendable, Hashable {
    /// The block that it belongs to; those that follow one another under one heading.
    var part = ""
    var title = ""
    var kind = QuestionKind.single
    var options: [String] = []
    /// Of several choices or of a ranking: so many at most; 0: as many as there are.
    var most = 0
    var purpose = QuestionPurpose.required

    static let mostOptions = 30
    static let scale = 1...5
    static let mostSaid = 500

    var isRequired: Bool { purpose != .optional }

    /// What can be chosen, in order; the points of a scale.
    var choices: [String] {
        switch kind {
        case .single, .several, .rank: options
        case .scale: Self.scale.map(String.init)
        case .text: []
        }
    }

    /// As many as one answer may choose.
    var limit: Int {
        switch kind {
        case .single, .scale: 1
        case .several, .rank: most == 0 ? options.count : min(most, options.count)
        case .text: 0
        }
    }

    /// Whether two ask the same, so that the answers of two years stand side by side.
    func asksTheSame(as other: SurveyQuestion) -> Bool {
        title == other.title && kind == other.kind && (kind.hasOptions || options == other.options)
    }

    static let table = Table<SurveyQuestion>(
        "survey_questions", Column("part") { $0.part }, Column("title") { $0.title }, Column("kind") { $0.kind },
        Column("options") { $0.options.joined(separator: "\n") }, Column("most") { $0.most },
        Column("purpose") { $0.purpose }
    ) { part, title, kind, options, most, purpose in
        SurveyQuestion(
            part: part, title: title, kind: kind, options: options.split(separator: "\n").map(String.init), most: most,
            purpose: purpose)
    }
}

extension [SurveyQuestion] {
    static var most: Int { 40 }

    /// What would make no question of it, by its row in the form.
    var problems: [SurveyProblem] {
        var problems: [SurveyProblem] = []
        var titles: Set<String> = []
        for (row, question) in enumerated() {
            if !titles.insert(question.title).inserted { problems.append(.sameTitle(row: row)) }
            if question.kind.hasOptions, question.options.count < 2 { problems.append(.tooFewOptions(row: row)) }
            if !question.kind.hasOptions, !question.options.isEmpty { problems.append(.needsNoOptions(row: row)) }
            if Set(question.options).count < question.options.count { problems.append(.sameOption(row: row)) }
            if question.kind.hasOptions, question.most > question.options.count {
                problems.append(.moreThanOptions(row: row))
            }
            if question.purpose == .topics, !question.kind.hasOptions { problems.append(.noTopics(row: row)) }
        }
        return problems
    }
}
