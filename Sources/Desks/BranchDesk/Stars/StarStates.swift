import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a round stands, in one word.
enum RoundState: String, Stated {
    case open, toDecide, noticed, toAnnounce, announced

    var words: Words {
        switch self {
        case .open: Words("评定中", "Under way")
        case .toDecide: Words("待审定", "To be decided on")
        case .noticed: Words("公示中", "On public notice")
        case .toAnnounce: Words("待公布", "To be announced")
        case .announced: Words("已公布", "Announced")
        }
    }

    var mark: Mark {
        switch self {
        case .open, .noticed: .onCourse
        case .toDecide, .toAnnounce: .next
        case .announced: .met
        }
    }

    static let told: [RoundState] = [.open, .toDecide, .noticed, .toAnnounce, .announced]

    func condition(_ ask: Ask) throws -> SQL {
        func any(_ stage: AssessmentStage) -> SQL {
            "exists (select code from star_assessments where round = star_rounds.code and stage = \(stage))"
        }
        let isReviewed: SQL = "\(any(.reviewed)) and not \(any(.sent))"
        // Rounds of before the day was kept go by today's rule.
        let begun = ask.today - (try ask.branchRules.starNoticeDays)
        let runs: SQL = """
            (notice_until_day >= \(ask.today) or notice_until_day is null and notice_from_day > \(begun))
            """
        return switch self {
        case .open: "stage = \(StarStage.open) and not (\(isReviewed))"
        case .toDecide: "stage = \(StarStage.open) and \(isReviewed)"
        case .noticed: "stage = \(StarStage.noticed) and \(runs)"
        case .toAnnounce: "stage = \(StarStage.noticed) and not \(runs)"
        case .announced: "stage = \(StarStage.announced)"
        }
    }

    static func state(of round: StarRound, _ ask: Ask) throws -> RoundState {
        switch round.stage {
        case .open: try isReviewed(round, ask) ? .toDecide : .open
        case .noticed: try (round.noticeUntil(ask.branchRules) ?? ask.today) < ask.today ? .toAnnounce : .noticed
        case .announced: .announced
        }
    }

    private static func isReviewed(_ round: StarRound, _ ask: Ask) throws -> Bool {
        let counts = try ask.reading.assessed(in: round.code)
        return counts.reviewed > 0 && counts.sent == 0
    }

    static let waits: [WaitingState<RoundState>] = [
        .init(.toDecide, DecideStars.self, of: .office) { round, _ in .words(round.scheme.field.words) },
        .init(.toAnnounce, AnnounceStars.self, of: .office) { round, ask in
            round.noticeUntil(try ask.branchRules).map { .group([.say("公示到 ", "on notice until "), .day($0)]) }
                ?? .nothing
        },
    ]
}

/// Where a branch's assessment stands, in one word.
enum AssessmentState: String, Stated {
    case returned, withdrawn, leftOut, toReview, reviewed, noticed, announced

    var words: Words {
        switch self {
        case .returned: AssessmentStage.returned.words
        case .withdrawn: Words("已撤回", "Withdrawn")
        case .leftOut: Words("未重新报送，未参评", "Not sent again, left out")
        case .toReview: AssessmentStage.sent.words
        case .reviewed: AssessmentStage.reviewed.words
        case .noticed: AssessmentStage.decided.words
        case .announced: AssessmentStage.announced.words
        }
    }

    var mark: Mark {
        switch self {
        case .returned: .behind
        case .withdrawn: .next
        case .leftOut: .excused
        case .toReview: .next
        case .reviewed, .noticed: .onCourse
        case .announced: .met
        }
    }

    static let told: [AssessmentState] = [.returned, .withdrawn, .toReview, .reviewed, .noticed, .announced, .leftOut]

    func condition(_ ask: Ask) -> SQL {
        let isOpen: SQL = "round in (select code from star_rounds where stage = \(StarStage.open))"
        let isBack: SQL = "stage = \(AssessmentStage.returned)"
        return switch self {
        case .returned: "\(isBack) and withdrawn_day is null and \(isOpen)"
        case .withdrawn: "\(isBack) and withdrawn_day is not null and \(isOpen)"
        case .leftOut: "\(isBack) and not \(isOpen)"
        case .toReview: "stage = \(AssessmentStage.sent)"
        case .reviewed: "stage = \(AssessmentStage.reviewed)"
        case .noticed: "stage = \(AssessmentStage.decided)"
        case .announced: "stage = \(AssessmentStage.announced)"
        }
    }

    static func state(of assessment: StarAssessment, _ ask: Ask) throws -> AssessmentState {
        switch assessment.stage {
        case .returned:
            let isOpen = try ask.naming.once("is round open \(assessment.round)") {
                try ask.reading.one(StarRound.self, assessment.round, for: .everybody)?.stage == .open
            }
            return !isOpen ? .leftOut : assessment.withdrawn == nil ? .returned : .withdrawn
        case .sent: return .toReview
        case .reviewed: return .reviewed
        case .decided: return .noticed
        case .announced: return .announced
        }
    }

    static let waits: [WaitingState<AssessmentState>] = [
        .init(.returned, ChangeAssessment.self, of: .unit, isReturned: true) { assessment, _ in
            .text(assessment.remark)
        },
        .init(.withdrawn, ChangeAssessment.self, of: .unit) { assessment, ask in
            .text(try ask.naming.unitName(assessment.own.branch))
        },
        .init(.toReview, ReviewAssessment.self, of: .unit) { assessment, ask in
            .text(try ask.naming.unitName(assessment.own.branch))
        },
    ]
}

/// Where an appeal stands.
enum AppealState: String, Stated {
    case toAnswer, upheld, rejected

    var words: Words {
        switch self {
        case .toAnswer: Words("待答复", "To be answered")
        case .upheld: Words("已采纳", "Upheld")
        case .rejected: Words("未采纳", "Not upheld")
        }
    }

    var mark: Mark { self == .toAnswer ? .next : .met }
    static let told: [AppealState] = [.toAnswer, .upheld, .rejected]

    func condition(_ ask: Ask) -> SQL {
        switch self {
        case .toAnswer: "answered_day is null"
        case .upheld: "answered_day is not null and is_upheld = \(YesNo.yes)"
        case .rejected: "answered_day is not null and is_upheld = \(YesNo.no)"
        }
    }

    static func state(of appeal: StarAppeal, _ ask: Ask) -> AppealState {
        appeal.answered == nil ? .toAnswer : appeal.answer.isUpheld == .yes ? .upheld : .rejected
    }

    static let waits: [WaitingState<AppealState>] = [
        .init(.toAnswer, AnswerAppeal.self, of: .office) { appeal, _ in .day(appeal.asked) }
    ]
}

extension Ask {
    /// What waits of the rating: for branches, for the units above them, for the office.
    func starsWaiting() throws -> [Waiting] {
        try branchesToAssess() + AssessmentState.waiting(self, order: "assessed_day")
            + AppealState.waiting(self, order: "asked_day") + RoundState.waiting(self, order: "rated_year")
            + starsBelow()
    }

    /// Stars whose points through the year have fallen below what they ask for: the office lowers them, or does not.
    private func starsBelow() throws -> [Waiting] {
        guard reader.unit == nil, LowerStars.isAllowed(to: reader) else { return [] }
        return try Waiting.some(
            Words("星级积分低于标准", "Stars below their points"), BranchStar.self,
            where: PointStanding.below.condition(on: today), order: "branch",
            address: "\(BranchStar.listAddress)?points=\(PointStanding.below.rawValue)", self
        ) { star in
            .init(
                try naming.unitName(star.branch), star.address, remark: .words(starsSaid(star.stars)),
                act: LowerStars.button, at: LowerStars.address(of: star))
        }
    }

    /// Branches within a clerk's reach that have not assessed themselves for a year that is being rated.
    private func branchesToAssess() throws -> [Waiting] {
        guard let unit = reader.unit, AssessBranch.isAllowed(to: reader),
            let round = try reading.all(
                StarRound.self, for: .everybody, where: "stage = \(StarStage.open)", order: "assess_by_day", limit: 1
            ).first, try reading.unit(code: unit) != nil
        else { return [] }
        return try Waiting.some(
            Words("支部星级自评待填", "Branches to assess themselves"), Branch.self,
            where: try StarStanding.toAssess.condition(self), order: "code",
            address: "\(Branch.listAddress)?stars=\(StarStanding.toAssess.rawValue)", self
        ) { branch in
            .init(
                branch.name, branch.address,
                remark: .group([.day(round.scheme.assessBy), .say(" 前自评", " is the day of it")]),
                act: Words("选择方案", "Choose the criteria"), at: "\(StarRound.listAddress)?state=open")
        }
    }
}

/// The stars of a branch now, by which the list is narrowed.
enum StarStanding: String, Named {
    case five, four, three, two, one, none, toAssess

    var words: Words {
        switch self {
        case .five: Words("五星", "Five stars")
        case .four: Words("四星", "Four stars")
        case .three: Words("三星", "Three stars")
        case .two: Words("二星", "Two stars")
        case .one: Words("一星", "One star")
        case .none: Words("未评星级", "No stars")
        case .toAssess: Words("待自评", "To assess itself")
        }
    }

    private var stars: Int { 5 - (Self.allCases.firstIndex(of: self) ?? 0) }

    func condition(_ ask: Ask) throws -> SQL {
        let now: SQL = "select branch from branch_stars where \(BranchStar.inForce(on: ask.today))"
        switch self {
        case .none: return "code not in (\(now))"
        case .toAssess:
            let year = try ask.reading.all(
                StarRound.self, for: .everybody, where: "stage = \(StarStage.open)", order: "rated_year desc", limit: 1
            ).first?.scheme.year
            guard let year else { return .never }
            return """
                \(Branch.open(on: ask.today)) and code not in (
                    select a.branch from star_assessments a join star_rounds r on r.code = a.round
                    where r.rated_year = \(year))
                """
        default: return "code in (\(now) and stars = \(stars))"
        }
    }
}

/// `五星`; of none, a dash.
func starsSaid(_ stars: Int?) -> Words {
    guard let stars, (1...5).contains(stars) else { return Words("–", "–") }
    return StarStanding.allCases[5 - stars].words
}
