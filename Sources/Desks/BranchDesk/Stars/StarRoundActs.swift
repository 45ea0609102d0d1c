import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Publishes the criteria of a year in a field (公布评定标准).
struct OpenStarRound: Act {
    static let right = Right.plan
    static let words = Words("公布评定标准", "Criteria published")
    static let isTownWide = true
    var scheme: StarScheme

    func perform(in t: ActTransaction) throws -> StarRound {
        try t.refuse(scheme.problems + t.standing(scheme, besides: ""))
        let round = StarRound(
            code: try t.nextCode(.starRound), scheme: scheme, opened: t.today, stage: .open, meeting: "",
            decided: nil, noticeFrom: nil, announced: nil, document: "")
        try t.insert(round)
        return round
    }
}

/// Changes the criteria, until a branch has assessed itself by them.
struct ChangeStarRound: RecordAct {
    static let right = Right.plan
    static let words = Words("修改评定标准", "Criteria changed")
    static let title = Words("修改评定标准", "Change the criteria")
    static let button = Words("修改", "Change")
    static let step = "change"
    static let isTownWide = true
    var record: String
    var scheme: StarScheme

    static func notNow(
        _ round: StarRound, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if round.stage != .open { return StarProblem.notOpen }
        let count = try reading.count(StarAssessment.self, for: .everybody, where: "round = \(round.code)")
        return count > 0 ? StarProblem.hasAssessments : nil
    }

    func perform(on before: StarRound, in t: ActTransaction) throws -> StarRound {
        try t.refuse(scheme.problems + t.standing(scheme, besides: record))
        var round = before
        round.scheme = scheme
        guard round != before else { try t.refuse(BranchProblem.nothingChanged) }
        try t.update(round)
        return round
    }
}

extension Reading {
    /// That branches of a field are rated in that year already.
    fileprivate func standing(_ scheme: StarScheme, besides code: String) throws -> [StarProblem] {
        try all(
            StarRound.self, for: .everybody,
            where: "rated_year = \(scheme.year) and field = \(scheme.field) and code <> \(code)", order: "code",
            limit: 1
        ).map { .roundExists($0.code) }
    }
}

/// The meeting decides on the stars, which go on public notice (会议审定、公示).
struct DecideStars: RecordAct {
    static let right = Right.plan
    static let words = Words("审定星级并公示", "Stars decided on and put on notice")
    static let title = Words("会议审定并公示", "Decide on the stars, and put them on public notice")
    static let button = Words("审定并公示", "Decide")
    static let step = "decide"
    static let settles = true
    static let isTownWide = true
    var record: String
    var decision: StarMeeting

    static func notNow(
        _ round: StarRound, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if round.stage != .open { return StarProblem.notOpen }
        let counts = try reading.assessed(in: round.code)
        if counts.sent > 0 { return StarProblem.notReviewed(counts.sent) }
        return counts.reviewed == 0 ? StarProblem.nobodyReviewed : nil
    }

    func perform(on before: StarRound, in t: ActTransaction) throws -> StarRound {
        let handedIn = try t.assessments(in: before.code)
        try t.refuse(decision.problems(on: t.today, of: before) + decision.problems(by: handedIn))
        let all = handedIn.filter { $0.stage == .reviewed }
        let standing = try t.stars(of: all.map(\.own.branch), on: decision.day)
        let results = try t.rating(of: before, all, standing)
        for (var assessment, result) in zip(all, results) {
            assessment.stage = .decided
            assessment.before = standing[assessment.own.branch]?.stars
            assessment.score = result.score
            assessment.stars = result.stars
            assessment.reasons = result.reasons.map(\.rawValue).joined(separator: " ")
            try t.update(assessment)
        }
        var round = before
        round.stage = .noticed
        round.meeting = decision.meeting
        round.decided = decision.day
        round.noticeFrom = decision.noticeFrom
        let rules = try t.siteRules(BranchRules.self)
        round.noticeUntil = round.noticeUntil(rules)
        round.appealBy = round.appealBy(rules, try t.workingCalendar())
        try t.update(round)
        return round
    }
}

struct StarMeeting: Sendable, Hashable {
    var meeting = ""
    var day = Day.unset
    var noticeFrom = Day.unset
    /// Whether those are left out whose assessment came back, or was withdrawn, and was not sent again.
    var leavesOut = YesNo.no
    /// How the assessments stood when the form was opened; empty: nobody asks.
    var standing = ""

    static let form = Form<StarMeeting>(
        .init(
            Words("会议审定", "The meeting"),
            .hidden(\.standing, "standing"), .text(\.meeting, "meeting", Words("会议名称", "Meeting"), rule: .name),
            .day(\.day, "day", Words("会议日期", "Day")),
            .day(\.noticeFrom, "noticeFrom", Words("公示开始", "On public notice from")),
            .choice(
                \.leavesOut, "leavesOut", Words("不等未重新报送的支部", "Go on without those who did not send again"),
                hint: Words("退回或撤回后没有重新报送的支部，这次不评，原星级不变", "Their stars stay as they are"))))

    /// What stands otherwise than whoever decides has seen, and those that it would leave out unsaid.
    func problems(by assessments: [StarAssessment]) -> [StarProblem] {
        var problems: [StarProblem] = []
        if !standing.isEmpty, standing != assessments.standing { problems.append(.changedMeanwhile) }
        let back = assessments.count { $0.stage == .returned }
        if back > 0, leavesOut == .no { problems.append(.notSentAgain(back)) }
        return problems
    }

    func problems(on today: Day, of round: StarRound) -> [StarProblem] {
        var problems: [StarProblem] = []
        if day > today { problems.append(.inTheFuture(day)) }
        if day < round.opened { problems.append(.meetingBefore(round.opened)) }
        if noticeFrom < day { problems.append(.noticeBefore) }
        // A notice that lies behind takes away the time to appeal, one far ahead could never be announced.
        if noticeFrom < today || noticeFrom > today + 30 { problems.append(.noticeElsewhere) }
        return problems
    }
}

extension [StarAssessment] {
    /// A mark of all that they say: another where one of them was reviewed, returned or sent meanwhile (FNV-1a).
    var standing: String {
        var mark: UInt64 = 0xcbf2_9ce4_8422_2325
        for assessment in self {
            for byte in "\(assessment)".utf8 { mark = (mark ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return String(mark, radix: 36)
    }
}

/// Announces the stars after the public notice (公布): each is in force from the day on, and ends those before it.
struct AnnounceStars: RecordAct {
    static let right = Right.plan
    static let words = Words("公布星级", "Stars announced")
    static let title = Words("公布星级", "Announce the stars")
    static let button = Words("公布", "Announce")
    static let step = "announce"
    static let settles = true
    static let isTownWide = true
    var record: String
    var document: String

    /// Before the notice is over a branch could no longer appeal: that is no mere rule of order.
    static func notNow(
        _ round: StarRound, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard round.stage == .noticed, let until = round.noticeUntil(try reading.siteRules(BranchRules.self)) else {
            return StarProblem.notNoticed
        }
        if today <= until { return StarProblem.noticeRuns(until: until) }
        let open = try reading.count(
            StarAppeal.self, for: .everybody,
            where: """
                answered_day is null and assessment in (select code from star_assessments where round = \(round.code))
                """)
        return open > 0 ? StarProblem.appealsOpen(open) : nil
    }

    func perform(on before: StarRound, in t: ActTransaction) throws -> StarRound {
        let all = try t.assessments(in: before.code).filter { $0.stage == .decided }
        let standing = try t.stars(of: all.map(\.own.branch), on: t.today)
        let awarded = before.scheme.model == .m4 ? try t.siteRules(BranchRules.self).awardPoints * 2 : nil
        for var assessment in all {
            if var old = standing[assessment.own.branch] {
                // Stars of the same day never held: the later word stands.
                old.until = max(old.from, t.today - 1)
                try t.update(old)
            }
            if let stars = assessment.stars, stars > 0 {
                try t.insert(
                    BranchStar(
                        code: try t.nextCode(.branchStar), branch: assessment.own.branch, stars: stars, from: t.today,
                        until: nil, round: before.code, document: document, reason: "",
                        points: awarded.map {
                            StarPointsKept(round: before.code, first: $0, least: before.scheme.terms.least(stars) * 2)
                        }))
            }
            assessment.stage = .announced
            try t.update(assessment)
        }
        var round = before
        round.stage = .announced
        round.announced = t.today
        round.document = document
        try t.update(round)
        return round
    }
}

/// Lowers a branch's stars, or takes them, in the course of a year (降星、摘星): what was in force until then stays.
struct LowerStars: RecordAct {
    static let right = Right.plan
    static let words = Words("降低星级", "Stars lowered")
    static let title = Words("降低或者摘除星级", "Lower the stars, or take them")
    static let button = Words("降星", "Lower")
    static let step = "lower"
    static let isTownWide = true
    var record: String
    var draft: Draft

    struct Draft: Sendable, Hashable {
        var stars = 0
        var from = Day.unset
        var reason = ""
        var document = ""

        static let form = Form<Draft>(
            .init(
                Words("降低星级", "Lowered to"),
                .number(\.stars, "stars", Words("降为几星", "Stars then"), hint: Words("0为摘星", "0: taken"), in: 0...4),
                .day(\.from, "from", Words("从哪一天起", "From")),
                .longText(
                    \.reason, "reason", Words("原因", "Why"),
                    hint: Words("一票否决情形，或者低于本星级的标准", "A veto case, or below what they ask for"), limit: 500, rows: 3),
                .text(\.document, "document", Words("文号", "Document"), isRequired: false, rule: .name)))

        func problems(of star: BranchStar, on today: Day) -> [StarProblem] {
            var problems: [StarProblem] = []
            if stars >= star.stars { problems.append(.notLower) }
            if from <= star.from { problems.append(.beforeInForce(star.from)) }
            // What began later would take over from stars that are announced until then.
            if from > today { problems.append(.startsLater(from)) }
            return problems
        }
    }

    static func notNow(
        _ star: BranchStar, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { star.until == nil ? nil : StarProblem.notInForce }

    func perform(on before: BranchStar, in t: ActTransaction) throws -> BranchStar {
        try t.refuse(draft.problems(of: before, on: t.today))
        var star = before
        star.until = draft.from - 1
        try t.update(star)
        guard draft.stars > 0 else { return star }
        let lower = BranchStar(
            code: try t.nextCode(.branchStar), branch: before.branch, stars: draft.stars, from: draft.from, until: nil,
            round: nil, document: draft.document, reason: draft.reason,
            points: try t.points(of: before, at: draft.stars))
        try t.insert(lower)
        return lower
    }
}
