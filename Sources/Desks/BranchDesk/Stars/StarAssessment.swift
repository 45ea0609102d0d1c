import Pages
import Records
import Storage
import Store
import Vocabulary

/// A branch's own points and the reviewer's for one criterion (自评和复核).
struct StarLine: Sendable, Hashable {
    /// In half points.
    var own = 0
    var proof = ""
    var review = 0
    /// Why the review differs.
    var reason = ""
}

/// What a branch says of itself.
struct OwnStars: Sendable, Hashable {
    var branch = ""
    /// The round, for the form's own sake.
    var round = ""
    var lines: [StarLine] = []
    var bonus = 0
    var bonusFor = ""
    var innovation = ""
    /// An honour that gives five stars, as it is called.
    var honour = ""
}

/// What the unit above found.
struct StarReview: Sendable, Hashable {
    var round = ""
    var lines: [StarLine] = []
    var bonus = 0
    var assessment = 0
    /// The day of the look on the spot; nil: there was none.
    var visited: Day?
    var hasInnovation = YesNo.no
    var isDirect = YesNo.no
    var isOutstanding = YesNo.no
    /// The veto case that was found; empty: none.
    var veto = ""
    var remark = ""
}

/// A branch in a round: its own assessment, the review, the stars that the meeting gave it.
struct StarAssessment: Noun {
    var code: String
    var round: String
    var own: OwnStars
    var stage: AssessmentStage
    var assessed: Day
    var assessedBy: String
    var reviewed: Day?
    var reviewedBy: String
    var review: StarReview
    var remark: String
    /// In two-hundredths of a point, and the stars, as decided; nil until then.
    var score: Int?
    var stars: Int?
    var before: Int?
    var reasons: String
    /// That the branch took it back, until it is sent again.
    var withdrawn: Day?

    static let table = Table<StarAssessment>(
        "star_assessments",
        Column("code") { $0.code }, Column("round") { $0.round }, Column("branch") { $0.own.branch },
        Column("bonus") { $0.own.bonus }, Column("bonus_for") { $0.own.bonusFor },
        Column("innovation") { $0.own.innovation }, Column("honour") { $0.own.honour }, Column("stage") { $0.stage },
        Column("assessed_day") { $0.assessed }, Column("assessed_by") { $0.assessedBy },
        Column("reviewed_day") { $0.reviewed }, Column("reviewed_by") { $0.reviewedBy },
        Column("review_bonus") { $0.review.bonus }, Column("assessment") { $0.review.assessment },
        Column("visited_day") { $0.review.visited }, Column("has_innovation") { $0.review.hasInnovation },
        Column("is_direct") { $0.review.isDirect }, Column("is_outstanding") { $0.review.isOutstanding },
        Column("veto") { $0.review.veto }, Column("review_remark") { $0.review.remark },
        Column("remark") { $0.remark }, Column("score") { $0.score }, Column("stars") { $0.stars },
        Column("stars_before") { $0.before }, Column("reasons") { $0.reasons },
        Column("withdrawn_day") { $0.withdrawn }
    ) {
        (
            code: String, round: String, branch: String, bonus: Int, bonusFor: String, innovation: String,
            honour: String, stage: AssessmentStage, assessed: Day, assessedBy: String, reviewed: Day?,
            reviewedBy: String, reviewBonus: Int, assessment: Int, visited: Day?, hasInnovation: YesNo,
            isDirect: YesNo, isOutstanding: YesNo, veto: String, reviewRemark: String, remark: String, score: Int?,
            stars: Int?, before: Int?, reasons: String, withdrawn: Day?
        ) in
        StarAssessment(
            code: code, round: round,
            own: OwnStars(
                branch: branch, round: round, bonus: bonus, bonusFor: bonusFor, innovation: innovation, honour: honour),
            stage: stage, assessed: assessed, assessedBy: assessedBy, reviewed: reviewed, reviewedBy: reviewedBy,
            review: StarReview(
                round: round, bonus: reviewBonus, assessment: assessment, visited: visited,
                hasInnovation: hasInnovation, isDirect: isDirect, isOutstanding: isOutstanding, veto: veto,
                remark: reviewRemark), remark: remark, score: score, stars: stars, before: before, reasons: reasons,
            withdrawn: withdrawn)
    }
    static let lists = [
        NounList<StarAssessment>(
            \.own.lines, owner: "assessment",
            Table(
                "star_lines", Column("own") { $0.own }, Column("proof") { $0.proof }, Column("review") { $0.review },
                Column("reason") { $0.reason }, make: StarLine.init))
    ]
    static let reach = Reach.unit("branch")
    static let searched = ["code"]

    /// The lines of both in one list.
    mutating func put(_ review: StarReview) {
        own.lines = review.lines
        self.review = review
        self.review.lines = []
    }

    /// The review as its form is filled in with: first with what the branch gave itself.
    var toReview: StarReview {
        var review = review
        review.lines = own.lines
        if reviewed == nil {
            for place in review.lines.indices { review.lines[place].review = review.lines[place].own }
            review.bonus = own.bonus
            review.hasInnovation = own.innovation.isEmpty ? .no : .yes
            review.isDirect = own.honour.isEmpty ? .no : .yes
        }
        return review
    }

    var reasonsFound: [StarReason] { reasons.split(separator: " ").compactMap { StarReason(rawValue: String($0)) } }

    /// As it stands before the meeting.
    func candidate(before: Int?, isNew: Bool) -> StarCandidate {
        StarCandidate(
            branch: own.branch, base: own.lines.reduce(0) { $0 + $1.review }, bonus: review.bonus,
            assessment: review.assessment, before: before, hasInnovation: review.hasInnovation == .yes,
            isVetoed: !review.veto.isEmpty, isDirect: review.isDirect == .yes,
            isOutstanding: review.isOutstanding == .yes, isNew: isNew)
    }
}

enum AssessmentStage: String, Named, Stored {
    case sent, returned, reviewed, decided, announced

    var words: Words {
        switch self {
        case .sent: Words("待复核", "To be reviewed")
        case .returned: Words("退回修改", "Returned")
        case .reviewed: Words("已复核", "Reviewed")
        case .decided: Words("公示中", "On public notice")
        case .announced: Words("已公布", "Announced")
        }
    }
}

/// What a branch has against its points (申诉), in writing and within the notice; answered by somebody who did not score.
struct AppealScheme: Sendable, Hashable {
    /// The criterion's place, from 1.
    var item = 1
    var claim = ""
    var proof = ""

    static let form = Form<AppealScheme>(
        .init(
            Words("申诉", "The appeal"),
            .number(
                \.item, "item", Words("对第几项有异议", "About which criterion"), hint: Words("评定标准的序号", "Its number"),
                in: 1...60),
            .longText(\.claim, "claim", Words("申诉理由", "What is wrong with it"), limit: 1000, rows: 4),
            .longText(
                \.proof, "proof", Words("佐证", "What proves it"),
                hint: Words("文件上传到自评的材料里", "Files go among the papers"), limit: 500,
                rows: 3)))
}

struct AppealAnswer: Sendable, Hashable {
    var isUpheld = YesNo.no
    /// The criterion's points as they are now, in half points.
    var points = 0
    var answer = ""

    static let form = Form<AppealAnswer>(
        .init(
            Words("答复", "The answer"), .choice(\.isUpheld, "isUpheld", Words("是否采纳", "Upheld")),
            .hours(
                \.points, "points", Words("采纳后这一项的得分", "The item's points then"),
                hint: Words("不采纳的不用改", "Left as it is where it is not upheld"), most: 100),
            .longText(\.answer, "answer", Words("答复意见", "Answer"), limit: 1000, rows: 4)))
}

struct StarAppeal: Noun {
    var code: String
    var assessment: String
    var scheme: AppealScheme
    var asked: Day
    var askedBy: String
    var answered: Day?
    var answeredBy: String
    var answer: AppealAnswer
    /// Stars before and after, where it was upheld.
    var from: Int?
    var to: Int?

    static let table = Table<StarAppeal>(
        "star_appeals",
        Column("code") { $0.code }, Column("assessment") { $0.assessment }, Column("item") { $0.scheme.item },
        Column("claim") { $0.scheme.claim }, Column("proof") { $0.scheme.proof }, Column("asked_day") { $0.asked },
        Column("asked_by") { $0.askedBy }, Column("answered_day") { $0.answered },
        Column("answered_by") { $0.answeredBy }, Column("is_upheld") { $0.answer.isUpheld },
        Column("half_points") { $0.answer.points }, Column("answer") { $0.answer.answer },
        Column("stars_from") { $0.from }, Column("stars_to") { $0.to }
    ) {
        (
            code: String, assessment: String, item: Int, claim: String, proof: String, asked: Day, askedBy: String,
            answered: Day?, answeredBy: String, isUpheld: YesNo, points: Int, answer: String, from: Int?, to: Int?
        ) in
        StarAppeal(
            code: code, assessment: assessment, scheme: AppealScheme(item: item, claim: claim, proof: proof),
            asked: asked, askedBy: askedBy, answered: answered, answeredBy: answeredBy,
            answer: AppealAnswer(isUpheld: isUpheld, points: points, answer: answer), from: from, to: to)
    }
    static let reach = Reach.through("assessment", StarAssessment.self)
    static let searched = ["code"]
}

/// Stars of a branch for a time: what was in force stays readable when it is lowered or taken (星级).
struct BranchStar: Noun {
    var code: String
    var branch: String
    var stars: Int
    var from: Day
    var until: Day?
    /// Nil where it was lowered in the course of a year.
    var round: String?
    var document: String
    var reason: String
    /// Where points are kept through the year.
    var points: StarPointsKept?

    static let table = Table<BranchStar>(
        "branch_stars",
        Column("code") { $0.code }, Column("branch") { $0.branch }, Column("stars") { $0.stars },
        Column("from_day") { $0.from }, Column("until_day") { $0.until }, Column("round") { $0.round },
        Column("document") { $0.document }, Column("reason") { $0.reason },
        Column("points_round") { $0.points?.round }, Column("points_first") { $0.points?.first },
        Column("points_least") { $0.points?.least }
    ) {
        (
            code: String, branch: String, stars: Int, from: Day, until: Day?, round: String?, document: String,
            reason: String, pointsRound: String?, first: Int?, least: Int?
        ) in
        let points: StarPointsKept? =
            if let pointsRound, let first, let least {
                StarPointsKept(round: pointsRound, first: first, least: least)
            } else { nil }
        return BranchStar(
            code: code, branch: branch, stars: stars, from: from, until: until, round: round, document: document,
            reason: reason, points: points)
    }
    static let reach = Reach.unit("branch")
    static let searched = ["code"]

    static func inForce(on day: Day) -> SQL {
        "from_day <= \(day) and (until_day is null or until_day >= \(day))"
    }
}

extension Reading {
    /// The stars of a branch on a day.
    func stars(of branch: String, on day: Day) throws -> BranchStar? {
        try all(
            BranchStar.self, for: .everybody, where: "branch = \(branch) and \(BranchStar.inForce(on: day))",
            order: "from_day desc, code desc", limit: 1
        ).first
    }

    func assessments(in round: String) throws -> [StarAssessment] {
        try all(StarAssessment.self, for: .everybody, where: "round = \(round)", order: "code")
    }

    /// The stars of many branches on a day.
    func stars(of branches: [String], on day: Day) throws -> [String: BranchStar] {
        var found: [String: BranchStar] = [:]
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: branches.count, by: 500) {
            let part = Array(branches[start..<min(start + 500, branches.count)])
            let stars = try all(
                BranchStar.self, for: .everybody, where: "branch in (\(list: part)) and \(BranchStar.inForce(on: day))",
                order: "from_day desc, code desc")
            for star in stars where found[star.branch] == nil { found[star.branch] = star }
        }
        return found
    }

    /// How many branches take part in a round: reviewed, waiting for that, and with what came back or was withdrawn.
    func assessed(in round: String) throws -> (reviewed: Int, sent: Int, back: Int) {
        func count(_ stage: AssessmentStage) throws -> Int {
            try self.count(StarAssessment.self, for: .everybody, where: "round = \(round) and stage = \(stage)")
        }
        return (try count(.reviewed), try count(.sent), try count(.returned))
    }

    func appeals(of assessment: String) throws -> [StarAppeal] {
        try all(StarAppeal.self, for: .everybody, where: "assessment = \(assessment)", order: "code")
    }

    /// What the stars of a round are, by the stars that branches have.
    func rating(
        of round: StarRound, _ assessments: [StarAssessment], _ standing: [String: BranchStar]
    ) throws -> [StarResult] {
        let codes = assessments.map(\.own.branch)
        var opened: [String: Day] = [:]
        for start in stride(from: 0, to: codes.count, by: 500) {
            for branch in try nouns(Branch.self, Array(codes[start..<min(start + 500, codes.count)]), for: .everybody) {
                opened[branch.code] = branch.from
            }
        }
        return round.scheme.terms.rate(
            assessments.map { assessment in
                assessment.candidate(
                    before: standing[assessment.own.branch]?.stars,
                    isNew: opened[assessment.own.branch].map { $0.year >= round.scheme.year } ?? false)
            })
    }
}
