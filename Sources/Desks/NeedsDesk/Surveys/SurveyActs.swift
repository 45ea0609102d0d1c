import Pages
import Store
import Vocabulary

/// Begins a survey (起草).
struct DraftSurvey: Act {
    static let right = Right.plan
    static let words = Words("起草调研", "Survey drafted")
    static let isTownWide = true
    var scheme: SurveyScheme

    func perform(in t: ActTransaction) throws -> Survey {
        let scheme = scheme.settled
        try t.refuse(scheme.problems)
        let survey = Survey(code: try t.nextCode(.survey), scheme: scheme, drafted: t.today)
        try t.insert(survey)
        return survey
    }
}

/// Changes whom a survey asks, and how, until it is open.
struct ChangeSurvey: RecordAct {
    static let right = Right.plan
    static let words = Words("修改调研", "Survey changed")
    static let title = Words("修改调研", "Change the survey")
    static let button = Words("修改", "Change")
    static let step = "change"
    static let isTownWide = true
    var record: String
    var scheme: SurveyScheme

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .draft ? nil : SurveyProblem.isFixed(survey.stage)
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        var survey = before
        survey.scheme = scheme.settled
        try t.refuse(survey.scheme.problems)
        guard survey != before else { try t.refuse(SurveyProblem.nothingChanged) }
        try t.update(survey)
        return survey
    }
}

/// Writes the questions (编写问卷), until the survey is open.
struct WriteQuestions: RecordAct {
    static let right = Right.plan
    static let words = Words("编写问卷", "Questions written")
    static let title = Words("编写问卷", "Write the questions")
    static let button = Words("编写问卷", "Questions")
    static let step = "questions"
    static let isTownWide = true
    var record: String
    var questions: [SurveyQuestion]

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .draft ? nil : SurveyProblem.isFixed(survey.stage)
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        try t.refuse(questions.problems)
        guard !questions.isEmpty else { try t.refuse(SurveyProblem.noQuestions) }
        var survey = before
        survey.questions = questions
        guard survey != before else { try t.refuse(SurveyProblem.nothingChanged) }
        try t.update(survey)
        return survey
    }
}

/// Gives a survey more time (延期).
struct ExtendSurvey: RecordAct {
    static let right = Right.plan
    static let words = Words("延长截止日期", "Last day put off")
    static let title = Words("延长截止日期", "Put the last day off")
    static let button = Words("延期", "Extend")
    static let step = "extend"
    static let isTownWide = true
    var record: String
    var to: Day

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .open ? nil : SurveyProblem.notOpen(survey.stage)
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        var survey = before
        survey.scheme.to = to
        if to <= before.scheme.to || to < t.today { try t.refuse(SurveyProblem.notEarlier(to)) }
        try t.refuse(survey.scheme.problems)
        try t.update(survey)
        return survey
    }
}

/// Gives a draft up (撤销).
struct WithdrawSurvey: RecordAct {
    static let right = Right.plan
    static let words = Words("撤销调研", "Survey withdrawn")
    static let title = Words("撤销调研", "Withdraw the survey")
    static let button = Words("撤销", "Withdraw")
    static let step = "withdraw"
    static let isTownWide = true
    var record: String
    var reason: String

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .draft ? nil : SurveyProblem.isFixed(survey.stage)
    }

    func perform(on before: Survey, in t: ActTransaction) throws -> Survey {
        var survey = before
        survey.stage = .withdrawn
        survey.remark = reason
        try t.update(survey)
        return survey
    }
}
