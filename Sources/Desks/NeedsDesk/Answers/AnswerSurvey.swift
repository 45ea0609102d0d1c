import Pages
import Storage
import Store
import Vocabulary

/// What somebody who has answered is told.
struct AnswerGiven: Sendable, Hashable {
    var survey: String
    /// By which an anonymous answer is changed later; it is told once and kept nowhere.
    var receipt: String?
}

/// Answers a survey (填写), once for each person; it can be changed until the survey ends.
struct AnswerSurvey: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("填写问卷", "Survey answered")
    var survey: String
    var values: [AnswerValue]
    /// Of an anonymous answer that is changed: the code that was told when it was given.
    var receipt: String?

    func perform(in t: ActTransaction) throws -> AnswerGiven {
        guard let found = try t.one(Survey.self, survey, for: .everybody) else {
            try t.refuse(SurveyProblem.unknown(survey))
        }
        if let why = found.notToAnswer(on: t.today) { try t.refuse(why) }
        guard let person = t.reader.person, let asked = try t.asked(of: survey, person) else {
            try t.refuse(AnswerProblem.notAsked)
        }
        try t.refuse(found.problems(values))
        let given = found.isNamed ? try named(asked, in: t) : try anonymous(asked, in: t)
        try t.note(asked)
        return given
    }

    private func named(_ asked: SurveyAsked, in t: ActTransaction) throws -> AnswerGiven {
        // The code of whom the survey asks is as good a key as any: it is no secret.
        try t.removeAnswer(asked.code)
        try t.put(
            SurveyAnswer(
                code: asked.code, survey: survey, person: asked.person, group: asked.told, way: .account, isNamed: true,
                values: values))
        return AnswerGiven(survey: survey)
    }

    private func anonymous(_ asked: SurveyAsked, in t: ActTransaction) throws -> AnswerGiven {
        if let receipt {
            let key = SurveyReceipt.key(receipt, survey)
            guard var answer = try t.one(SurveyAnswer.self, key, for: .everybody), answer.survey == survey,
                answer.way == .account
            else { try t.refuse(AnswerProblem.noSuchCode) }
            answer.values = values
            try t.removeAnswer(key)
            try t.put(answer)
            return AnswerGiven(survey: survey, receipt: receipt)
        }
        guard asked.answered == nil else { try t.refuse(AnswerProblem.answeredAlready) }
        let receipt = SurveyReceipt.make()
        try t.put(
            SurveyAnswer(
                code: SurveyReceipt.key(receipt, survey), survey: survey, person: "", group: asked.told, way: .account,
                isNamed: false, values: values))
        return AnswerGiven(survey: survey, receipt: receipt)
    }
}

/// The code by which somebody changes an anonymous answer (修改码): its hash is the answer's key, and all that is kept of it.
enum SurveyReceipt {
    /// Without letters and digits that are taken for one another on paper.
    private static let printed = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// 60 random bits: `7KQM-2WRT-XHPD`.
    static func make() -> String { (0..<3).map { _ in RandomText.make(4, of: printed) }.joined(separator: "-") }

    /// However it was typed: in any case, with or without its strokes.
    static func key(_ typed: String, _ survey: String) -> String {
        let signs = typed.prefix(40).uppercased().filter { printed.contains($0) }
        return SHA256.hex(Array("\(survey) \(signs)".utf8))
    }
}
