import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Enters what one reviewer says of a case (评审).
struct ReviewCase: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("评审", "Reviewed")
    static let title = Words("登记评审意见", "Enter a review")
    static let button = Words("评审", "Review")
    static let step = "review"
    static let settles = true
    var record: String
    var review: CaseReview

    static func notNow(
        _ found: TeachingCase, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        let state = found.state(reviewers: try reading.siteRules(ClassRules.self).caseReviewers)
        return state == .underReview ? nil : LibraryProblem.notToReview(state)
    }

    func perform(on found: TeachingCase, in t: ActTransaction) throws -> TeachingCase {
        try t.refuse(review.problems(of: found))
        var (found, review) = (found, review)
        (review.round, review.day) = (found.round, t.today)
        found.reviews.append(review)
        try t.update(found)
        return found
    }
}

/// What is typed of a review: the verdict is the reviewer's to say, and none stands there beforehand.
struct ReviewDraft: Sendable, Hashable {
    var reviewer = ""
    var verdict: CaseVerdict?
    var remark = ""

    var review: CaseReview { CaseReview(reviewer: reviewer, verdict: verdict ?? .revise, remark: remark) }

    static let form = Form<ReviewDraft>(
        .init(
            Words("评审意见", "Review"),
            .text(
                \.reviewer, "reviewer", Words("评审人", "Reviewer"),
                hint: Words("代评审人登记，登记人留在经过里", "Entered for them; the history tells by whom"), rule: .name),
            .choice(unchosen: \.verdict, "verdict", Words("意见", "Verdict")),
            .longText(
                \.remark, "remark", Words("说明", "Remark"),
                hint: Words("修改、退稿的，必须写明理由", "Where it is not taken in: why"),
                isRequired: false, limit: 1000, rows: 3)))
}

extension CaseReview {
    func problems(of found: TeachingCase) -> [LibraryProblem] {
        var problems: [LibraryProblem] = []
        if found.reviews.contains(where: { $0.round == found.round && $0.reviewer == reviewer }) {
            problems.append(.reviewedAlready(reviewer))
        }
        if verdict != .accept, remark.allSatisfy(\.isWhitespace) { problems.append(.noRemark) }
        return problems
    }
}

extension TeachingCase {
    /// What its reviewers said, the present round first.
    func reviewsPart(_ ask: Ask) throws -> HTML {
        let needed = try ask.classRules.caseReviewers
        let title = Words("评审", "Reviews")
        guard !reviews.isEmpty else {
            return .part(
                title, .p(.class("quiet"), .say("需\(needed)人评审同意入库。", "\(needed) reviewers have to take it in.")))
        }
        return .part(
            title, aside: .say("需\(needed)人同意", "\(needed) are needed"),
            .data(
                .words(title),
                [
                    DataHead(.say("评审人", "Reviewer"), .lead), DataHead(.say("日期", "Day"), .day),
                    DataHead(.say("轮次", "Round"), .meta, isNumber: true, unit: Words("轮", "round")),
                    DataHead(.say("说明", "Remark"), .below), DataHead(.say("意见", "Verdict"), .end),
                ],
                reviews.sorted { ($1.round, $1.day) < ($0.round, $0.day) }.map { review in
                    [
                        .text(review.reviewer), .day(review.day), .text(String(review.round)), .text(review.remark),
                        .standing(review.verdict.mark, review.verdict.words),
                    ]
                }))
    }
}

extension CaseVerdict {
    fileprivate var mark: Mark {
        switch self {
        case .accept: .met
        case .revise: .behind
        case .turnDown: .overdue
        }
    }
}
