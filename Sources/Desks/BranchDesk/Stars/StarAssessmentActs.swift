import Pages
import Records
import Storage
import Store
import Vocabulary

/// A branch assesses itself by the criteria, with what proves each (自评).
struct AssessBranch: RecordAct {
    static let right = Right.report
    static let words = Words("星级自评", "Assessed by the branch")
    static let title = Words("党支部星级自评", "A branch's own assessment")
    static let button = Words("支部自评", "Assess a branch")
    static let step = "assess"
    static let settles = true
    var record: String
    var own: OwnStars

    static func notNow(
        _ round: StarRound, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { round.stage == .open ? nil : StarProblem.notOpen }

    func perform(on round: StarRound, in t: ActTransaction) throws -> StarAssessment {
        try t.refuse(try own.problems(in: t, for: t.reader, on: t.today, round: round.code))
        let assessment = StarAssessment(
            code: try t.nextCode(.starAssessment), round: round.code, own: own.kept(round), stage: .sent,
            assessed: t.today, assessedBy: t.reader.account, reviewed: nil, reviewedBy: "",
            review: StarReview(round: round.code), remark: "", score: nil, stars: nil, before: nil, reasons: "")
        try t.insert(assessment)
        return assessment
    }
}

/// Puts an assessment right that came back (修改自评).
struct ChangeAssessment: RecordAct {
    static let right = Right.report
    static let words = Words("修改自评", "Assessment changed")
    static let title = Words("修改自评并重新报送", "Change the assessment, and send it again")
    static let button = Words("修改自评", "Change")
    static let step = "change"
    static let settles = true
    var record: String
    var own: OwnStars

    static func notNow(
        _ assessment: StarAssessment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard assessment.stage == .returned else { return StarProblem.notReturned }
        return try reading.one(StarRound.self, assessment.round, for: .everybody)?.stage == .open
            ? nil : StarProblem.notOpen
    }

    func perform(on before: StarAssessment, in t: ActTransaction) throws -> StarAssessment {
        guard let round = try t.one(StarRound.self, before.round, for: .everybody) else {
            try t.refuse(StarProblem.notReturned)
        }
        var assessment = before
        var own = own
        own.branch = before.own.branch
        assessment.own = own.kept(round)
        (assessment.stage, assessment.remark, assessment.withdrawn) = (.sent, "", nil)
        assessment.assessedBy = t.reader.account
        try t.update(assessment)
        return assessment
    }
}

/// Takes an assessment back that was handed in, until it is reviewed (撤回自评): it is sent again, or the round goes on without it.
struct WithdrawAssessment: RecordAct {
    static let right = Right.report
    static let words = Words("撤回星级自评", "Assessment withdrawn")
    static let title = Words("撤回自评", "Withdraw the assessment")
    static let button = Words("撤回", "Withdraw")
    static let step = "withdraw"
    var record: String
    var reason: String

    static func notNow(
        _ assessment: StarAssessment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        switch assessment.stage {
        case .sent: nil
        case .reviewed: StarProblem.isReviewed
        case .returned, .decided, .announced: StarProblem.notSent
        }
    }

    func perform(on assessment: StarAssessment, in t: ActTransaction) throws -> StarAssessment {
        var assessment = assessment
        (assessment.stage, assessment.remark, assessment.withdrawn) = (.returned, reason, t.today)
        try t.update(assessment)
        return assessment
    }
}

/// The unit above looks on the spot and reviews each criterion, with a reason for each difference (复核).
struct ReviewAssessment: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("复核星级自评", "Assessment reviewed")
    static let title = Words("复核星级自评", "Review the assessment")
    static let button = Words("复核", "Review")
    static let step = "review"
    static let settles = true
    var record: String
    var review: StarReview

    static func notNow(
        _ assessment: StarAssessment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard [.sent, .reviewed].contains(assessment.stage) else { return StarProblem.notSent }
        return try assessment.notOwn(for: reader, in: reading)
    }

    func perform(on before: StarAssessment, in t: ActTransaction) throws -> StarAssessment {
        try t.refuse(try review.problems(of: before, in: t, on: t.today))
        var assessment = before
        assessment.put(review)
        assessment.stage = .reviewed
        assessment.reviewed = t.today
        assessment.reviewedBy = t.reader.account
        guard assessment != before else { try t.refuse(BranchProblem.nothingChanged) }
        try t.update(assessment)
        return assessment
    }
}

/// Returns an assessment with what is to be changed (退回).
struct ReturnAssessment: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("退回星级自评", "Assessment returned")
    static let title = Words("退回自评", "Return the assessment")
    static let button = Words("退回", "Return")
    static let step = "return"
    var record: String
    var reason: String

    static func notNow(
        _ assessment: StarAssessment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        assessment.stage == .sent ? try assessment.notOwn(for: reader, in: reading) : StarProblem.notSent
    }

    func perform(on assessment: StarAssessment, in t: ActTransaction) throws -> StarAssessment {
        var assessment = assessment
        (assessment.stage, assessment.remark) = (.returned, reason)
        try t.update(assessment)
        return assessment
    }
}

/// A branch appeals against its points, while they are on public notice (申诉).
struct AppealStars: RecordAct {
    static let right = Right.report
    static let words = Words("提出申诉", "Appealed")
    static let title = Words("对星级评定申诉", "Appeal")
    static let button = Words("申诉", "Appeal")
    static let step = "appeal"
    var record: String
    var scheme: AppealScheme

    static func notNow(
        _ assessment: StarAssessment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { assessment.stage == .decided ? nil : StarProblem.notNoticed }

    func perform(on assessment: StarAssessment, in t: ActTransaction) throws -> StarAppeal {
        if scheme.item > assessment.own.lines.count { try t.refuse(NoSuchItem(count: assessment.own.lines.count)) }
        let appeal = StarAppeal(
            code: try t.nextCode(.starAppeal), assessment: assessment.code, scheme: scheme, asked: t.today,
            askedBy: t.reader.account, answered: nil, answeredBy: "", answer: AppealAnswer(), from: nil, to: nil)
        try t.insert(appeal)
        return appeal
    }

    struct NoSuchItem: Refusal {
        var count: Int
        var field: String { "item" }
        var words: Words { Words("评定标准只有\(count)项", "There are \(count) criteria") }
    }
}

/// Somebody who did not score answers (答复申诉). Where it is upheld, the criterion's points and the branch's stars follow; the
/// stars of the others stay as the meeting gave them.
struct AnswerAppeal: RecordAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("答复申诉", "Appeal answered")
    static let title = Words("答复申诉", "Answer the appeal")
    static let button = Words("答复", "Answer")
    static let step = "answer"
    static let settles = true
    var record: String
    var answer: AppealAnswer

    static func notNow(
        _ appeal: StarAppeal, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard appeal.answered == nil else { return StarProblem.appealAnswered }
        guard let assessment = try reading.one(StarAssessment.self, appeal.assessment, for: .everybody) else {
            return StarProblem.notNoticed
        }
        // Whoever ever scored it: a later review puts another name in the place of the first.
        let acts = [AssessBranch.name, ChangeAssessment.name, ReviewAssessment.name, ReturnAssessment.name]
        let scored = try reading.accounts(thatDid: acts, to: assessment).union([appeal.askedBy])
        return scored.contains(reader.account) || assessment.own.branch == reader.unit ? StarProblem.scoredIt : nil
    }

    func perform(on before: StarAppeal, in t: ActTransaction) throws -> StarAppeal {
        guard var assessment = try t.one(StarAssessment.self, before.assessment, for: t.reader),
            let round = try t.one(StarRound.self, assessment.round, for: .everybody)
        else { try t.refuse(StarProblem.notNoticed) }
        var appeal = before
        appeal.answer = answer
        appeal.answered = t.today
        appeal.answeredBy = t.reader.account
        let place = before.scheme.item - 1
        if answer.isUpheld == .yes, assessment.own.lines.indices.contains(place),
            round.scheme.items.indices.contains(place)
        {
            let given = assessment.own.lines[place].review
            guard (given...max(given, round.scheme.items[place].points)).contains(answer.points) else {
                try t.refuse(StarProblem.noPointsGiven)
            }
            assessment.own.lines[place].review = answer.points
            let all = try t.assessments(in: round.code).filter { $0.stage == .decided }
                .map { $0.code == assessment.code ? assessment : $0 }
            let standing = try t.stars(of: all.map(\.own.branch), on: round.decided ?? t.today)
            let results = try t.rating(of: round, all, standing)
            if let result = results.first(where: { $0.branch == assessment.own.branch }) {
                appeal.from = assessment.stars
                // An appeal takes nothing.
                appeal.to = max(result.stars, assessment.stars ?? 0)
                assessment.score = result.score
                assessment.stars = appeal.to
                assessment.reasons = result.reasons.map(\.rawValue).joined(separator: " ")
            }
            try t.update(assessment)
        }
        try t.update(appeal)
        return appeal
    }
}

extension StarReview {
    /// What would be untrue, and a difference without its reason.
    func problems(of assessment: StarAssessment, in reading: some Reading, on today: Day) throws -> [StarProblem] {
        var problems: [StarProblem] = []
        if let visited, visited > today { problems.append(.notOnTheSpot) }
        let items = try reading.one(StarRound.self, assessment.round, for: .everybody)?.scheme.items ?? []
        if lines.count != items.count { problems.append(.otherCriteria) }
        for (place, (item, line)) in zip(items, lines).enumerated() {
            if line.review > item.points { problems.append(.tooManyPoints(row: place)) }
            let own = assessment.own.lines.indices.contains(place) ? assessment.own.lines[place].own : 0
            if line.review != own, line.reason.isEmpty {
                problems.append(.noReasonFor(row: place))
            }
        }
        return problems
    }
}

extension StarAssessment {
    /// Whoever ever assessed does not review.
    fileprivate func notOwn(for reader: Reader, in reading: some Reading) throws -> StarProblem? {
        let assessed = try reading.accounts(thatDid: [AssessBranch.name, ChangeAssessment.name], to: self)
        return assessed.contains(reader.account) || own.branch == reader.unit ? .ownAssessment : nil
    }
}

extension Reading {
    fileprivate func accounts(thatDid acts: [String], to assessment: StarAssessment) throws -> Set<String> {
        Set(
            try journal(ofKind: StarAssessment.kind, code: assessment.code).filter { acts.contains($0.act) }.map(\.by)
        )
    }
}

extension OwnStars {
    /// As many lines as there are criteria, and nothing of the form's own.
    func kept(_ round: StarRound) -> OwnStars {
        var own = self
        own.round = round.code
        own.lines = round.scheme.items.indices.map { place in
            let line = lines.indices.contains(place) ? lines[place] : StarLine()
            return StarLine(own: min(line.own, round.scheme.items[place].points), proof: line.proof)
        }
        return own
    }

    func problems(
        in reading: some Reading, for reader: Reader, on today: Day, round: String
    ) throws -> [StarProblem] {
        guard let branch = try reading.branch(branch, for: reader), branch.isOpen(on: today) else {
            return [.notBranch]
        }
        // Once a year, in whatever field.
        let there = try reading.count(
            StarAssessment.self, for: .everybody,
            where: """
                branch = \(branch.code) and round in (
                    select code from star_rounds where rated_year = (
                        select rated_year from star_rounds where code = \(round)))
                """)
        return there > 0 ? [.assessedAlready] : []
    }
}
