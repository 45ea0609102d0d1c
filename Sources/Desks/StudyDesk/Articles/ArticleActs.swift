import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// Enters an article that was published (登记发表文章); in the same change it is an essay of its authors, which the ledger counts
/// where a plan asks for such.
struct EnterArticle: Act {
    static let right = Right.report
    static let words = Words("登记发表文章", "Article entered")
    var scheme: ArticleScheme

    func unit(in reading: some Reading) throws -> String? { scheme.unit }

    func perform(in t: ActTransaction) throws -> StudyArticle {
        try t.refuse(scheme.problems(on: t.today))
        let article = StudyArticle(
            code: try t.nextCode(.studyArticle), scheme: scheme, entered: t.today,
            activity: try t.put(scheme.activity(recorded: t.today)), withdrawn: nil, reason: "")
        try t.insert(article)
        return article
    }
}

struct ChangeArticle: RecordAct {
    static let right = Right.report
    static let words = Words("更正发表文章", "Article corrected")
    static let title = Words("更正发表文章", "Correct it")
    static let button = Words("更正", "Correct")
    static let step = "change"
    var record: String
    var scheme: ArticleScheme

    static func notNow(
        _ article: StudyArticle, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { article.withdrawn.map { StudyProblem.takenBack($0) } }

    func perform(on before: StudyArticle, in t: ActTransaction) throws -> StudyArticle {
        try t.requireReach(to: scheme.unit, with: Self.right)
        try t.refuse(scheme.problems(on: t.today))
        var article = before
        article.scheme = scheme
        guard article != before else { try t.refuse(StudyProblem.nothingChanged) }
        article.activity = try t.correct(
            before.activity, with: scheme.activity(recorded: before.entered), reason: Self.words.zh)
        try t.update(article)
        return article
    }
}

/// Takes an entry back (撤下): what it counted as is void.
struct WithdrawArticle: RecordAct {
    static let right = Right.report
    static let words = Words("撤下发表文章", "Article withdrawn")
    static let title = Words("撤下发表文章", "Withdraw the entry")
    static let button = Words("撤下", "Withdraw")
    static let step = "withdraw"
    var record: String
    var reason: String

    static func notNow(
        _ article: StudyArticle, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { article.withdrawn.map { StudyProblem.takenBack($0) } }

    func perform(on article: StudyArticle, in t: ActTransaction) throws -> StudyArticle {
        try t.void(recorded: article.activity, reason: reason)
        var article = article
        (article.withdrawn, article.reason) = (t.today, reason)
        try t.update(article)
        return article
    }
}

extension ArticleScheme {
    /// An essay on the day it was published: it has no hours, and adds none to anybody's.
    fileprivate func activity(recorded: Day) -> ActivityDraft {
        ActivityDraft(
            kind: .essay, title: title, organiser: unit, team: team.isEmpty ? nil : team, from: day, to: day, hours: 0,
            reported: max(recorded, day), participants: authors.map { ParticipantDraft(person: $0, hours: 0) })
    }
}

extension CodeSeries {
    static let studyArticle = CodeSeries(rawValue: "WZ")
}
