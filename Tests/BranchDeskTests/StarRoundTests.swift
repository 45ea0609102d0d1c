import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import BranchDesk

@Suite("Star rating: a round from its criteria through an appeal") struct StarRoundTests {
    private func opened(_ town: BranchTown, _ change: (inout StarScheme) -> Void = { _ in }) throws -> StarRound {
        var scheme = StarScheme.proposed(.m1, .office, on: day("2027-01-04"))
        (scheme.terms.quotaFive, scheme.terms.quotaFour, scheme.terms.needsInnovation) = (50, 0, .no)
        change(&scheme)
        return try town.database.perform(OpenStarRound(scheme: scheme), by: .office, on: day("2027-01-04"))
    }

    private func own(_ branch: String, _ round: StarRound, losing halves: Int = 0) -> OwnStars {
        var own = OwnStars(branch: branch).kept(round)
        for place in own.lines.indices { own.lines[place].own = round.scheme.items[place].points }
        own.lines[0].own -= halves
        return own
    }

    private func reviewed(
        _ town: BranchTown, _ assessment: StarAssessment, _ change: (inout StarReview) -> Void = { _ in }
    ) throws {
        var review = assessment.toReview
        change(&review)
        try town.database.perform(
            ReviewAssessment(record: assessment.code, review: review), by: .head, on: day("2027-01-20"))
    }

    @Test(
        "criteria, assessment, review, meeting, notice, appeal, announcement: each by somebody else",
        arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let round = try opened(town)
        let assess = AssessBranch(record: round.code, own: own("B1", round))
        #expect(try town.refused(assess, by: .neighbour, on: "2027-01-10") == ["branch: 请选择管理范围内的党支部"])
        let first = try town.database.perform(assess, by: .clerk, on: day("2027-01-10"))
        #expect(try town.refused(assess, by: .clerk, on: "2027-01-10") == ["branch: 这个支部在这次评定中已经自评"])
        let second = try town.database.perform(
            AssessBranch(record: round.code, own: own("B4", round, losing: 2)), by: .clerk, on: day("2027-01-10"))
        #expect(
            try town.refused(
                DecideStars(record: round.code, decision: StarMeeting()), by: .office, on: "2027-01-20")
                == [": 还有2个支部没有复核"])
        // A difference without its reason is refused; with it the review stands.
        var short = first.toReview
        short.lines[0].review -= 24
        #expect(
            try town.refused(ReviewAssessment(record: first.code, review: short), by: .head, on: "2027-01-20")
                == ["lines.0.text: 第1项与自评不同，请写明原因"])
        short.lines[0].reason = "未按期换届"
        let clerk = Reader(account: "住建局联络员", rights: [.see, .lead], unit: "U2")
        #expect(
            try town.refused(ReviewAssessment(record: first.code, review: short), by: clerk, on: "2027-01-20")
                == [": 自评的人不能复核，请由上级单位其他人办理"])
        try town.database.perform(ReviewAssessment(record: first.code, review: short), by: .head, on: day("2027-01-20"))
        try reviewed(town, second)
        let decision = StarMeeting(meeting: "部务会", day: day("2027-01-25"), noticeFrom: day("2027-01-26"))
        try town.database.perform(
            DecideStars(record: round.code, decision: decision), by: .office, on: day("2027-01-25"))
        func stars(_ code: String) throws -> Int? {
            try town.database.read { try $0.one(StarAssessment.self, code, for: .everybody)?.stars }
        }
        #expect(try stars(first.code) == 4, "88 points")
        #expect(try stars(second.code) == 5, "99 points take the one place")
        // The notice.
        #expect(
            try town.refused(AnnounceStars(record: round.code, document: "1号"), by: .office, on: "2027-01-30")
                == [": 公示到2027-01-30，期满后公布"])
        let appeal = try town.database.perform(
            AppealStars(record: first.code, scheme: AppealScheme(item: 1, claim: "已按期换届", proof: "批复")), by: .clerk,
            on: day("2027-01-27"))
        #expect(
            try town.refused(AnnounceStars(record: round.code, document: "1号"), by: .office, on: "2027-02-02")
                == [": 还有1件申诉没有答复"])
        let answer = AnswerAppeal(
            record: appeal.code, answer: AppealAnswer(isUpheld: .yes, points: 30, answer: "采纳"))
        #expect(
            try town.refused(answer, by: .head, on: "2027-01-29") == [": 自评、复核和申诉的人不能答复，请由其他人办理"])
        #expect(try town.isForbidden(answer, by: .neighbour, on: "2027-01-29"))
        let answered = try town.database.perform(answer, by: .other, on: day("2027-01-29"))
        #expect(answered.from == 4 && answered.to == 5)
        #expect(try stars(first.code) == 5 && stars(second.code) == 5, "what the meeting gave others stands")
        try town.database.perform(AnnounceStars(record: round.code, document: "1号"), by: .office, on: day("2027-02-02"))
        let star = try #require(try town.database.read { try $0.stars(of: "B1", on: day("2027-02-02")) })
        #expect(star.stars == 5 && star.from == day("2027-02-02") && star.document == "1号")
        #expect(try town.database.read { try $0.stars(of: "B1", on: day("2027-02-01")) } == nil)
        #expect(try town.database.faults() == [])
    }

    @Test(
        "what is lowered in the course of a year keeps its past; what is taken leaves none",
        arguments: TestEngine.allCases)
    func lowered(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let round = try opened(town)
        let assessment = try town.database.perform(
            AssessBranch(record: round.code, own: own("B1", round, losing: 10)), by: .clerk, on: day("2027-01-10"))
        try reviewed(town, assessment)
        try town.database.perform(
            DecideStars(
                record: round.code,
                decision: StarMeeting(meeting: "部务会", day: day("2027-01-25"), noticeFrom: day("2027-01-25"))),
            by: .office, on: day("2027-01-25"))
        try town.database.perform(AnnounceStars(record: round.code, document: "1号"), by: .office, on: day("2027-02-02"))
        func stars(_ iso: String) throws -> BranchStar? {
            try town.database.read { try $0.stars(of: "B1", on: day(iso)) }
        }
        let star = try #require(try stars("2027-02-02"))
        #expect(star.stars == 4, "half a place is none: 95 points, and no five")
        func lower(_ to: Int, _ from: String) -> LowerStars {
            LowerStars(record: star.code, draft: .init(stars: to, from: day(from), reason: "半年未开展活动"))
        }
        #expect(try town.refused(lower(4, "2027-07-01"), by: .office, on: "2027-07-01") == ["stars: 请选更低的星级"])
        #expect(
            try town.refused(lower(3, "2027-02-02"), by: .office, on: "2027-07-01") == ["from: 应晚于生效日期2027-02-02"])
        let low = try town.database.perform(lower(3, "2027-07-01"), by: .office, on: day("2027-07-01"))
        #expect(try stars("2027-06-30")?.stars == 4 && stars("2027-07-01")?.stars == 3)
        try town.database.perform(
            LowerStars(record: low.code, draft: .init(stars: 0, from: day("2027-09-01"), reason: "一票否决")), by: .office,
            on: day("2027-09-01"))
        #expect(try stars("2027-08-31")?.stars == 3 && stars("2027-09-01") == nil)
        #expect(
            try town.refused(lower(2, "2027-10-01"), by: .office, on: "2027-10-01") == [": 这个星级已经失效"])
    }

    @Test(
        "an assessment that came back is put right and sent again; criteria stand once somebody went by them",
        arguments: TestEngine.allCases)
    func returned(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let round = try opened(town)
        let assessment = try town.database.perform(
            AssessBranch(record: round.code, own: own("B1", round)), by: .clerk, on: day("2027-01-10"))
        var scheme = round.scheme
        scheme.terms.five = 95
        #expect(
            try town.refused(ChangeStarRound(record: round.code, scheme: scheme), by: .office, on: "2027-01-11")
                == [": 已有支部自评，标准不能再改"])
        try town.database.perform(
            ReturnAssessment(record: assessment.code, reason: "缺佐证"), by: .head, on: day("2027-01-12"))
        let again = try town.database.perform(
            ChangeAssessment(record: assessment.code, own: own("B1", round, losing: 3)), by: .clerk,
            on: day("2027-01-13"))
        #expect(again.stage == .sent && again.own.branch == "B1" && again.own.lines[0].own == 27)
        scheme.terms.four = 95
        #expect(scheme.problems == [.bandsNotFalling])
        for today in ["2027-01-20", "2027-02-10"] { try statesAgree(town, on: today) }
    }

    /// Of every round and assessment its state is the one that its list is narrowed by.
    private func statesAgree(_ town: BranchTown, on today: String) throws {
        try town.database.read { reading in
            let ask = Ask.of(reading, .office, on: day(today))
            for round in try ask.all(StarRound.self) {
                let found = try RoundState.allCases.filter { state in
                    try reading.count(
                        StarRound.self, for: .office, where: "code = \(round.code) and (\(state.condition(ask)))") == 1
                }
                #expect(found == [try RoundState.state(of: round, ask)], "\(today)")
            }
            for assessment in try ask.all(StarAssessment.self) {
                let found = try AssessmentState.allCases.filter { state in
                    try reading.count(
                        StarAssessment.self, for: .office,
                        where: "code = \(assessment.code) and (\(state.condition(ask)))") == 1
                }
                #expect(found == [try AssessmentState.state(of: assessment, ask)], "\(today)")
            }
        }
    }

    @Test(
        "an assessment is withdrawn until it is reviewed; a round goes on without what was not sent again, and says so",
        arguments: TestEngine.allCases)
    func withdrawn(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let round = try opened(town)
        func assess(_ branch: String) throws -> StarAssessment {
            try town.database.perform(
                AssessBranch(record: round.code, own: own(branch, round)), by: .clerk, on: day("2027-01-10"))
        }
        let (first, second) = (try assess("B1"), try assess("B4"))
        let withdraw = WithdrawAssessment(record: second.code, reason: "材料不全")
        #expect(try town.isForbidden(withdraw, by: .neighbour, on: "2027-01-11"))
        let back = try town.database.perform(withdraw, by: .clerk, on: day("2027-01-11"))
        #expect(back.stage == .returned && back.withdrawn == day("2027-01-11"))
        #expect(
            try town.refused(withdraw, by: .clerk, on: "2027-01-12") == [": 自评不在待复核状态"])
        try reviewed(town, first)
        #expect(
            try town.refused(
                WithdrawAssessment(record: first.code, reason: "试"), by: .clerk, on: "2027-01-21")
                == [": 自评已经复核，不能撤回"])
        try statesAgree(town, on: "2027-01-21")
        var decision = StarMeeting(meeting: "部务会", day: day("2027-01-25"), noticeFrom: day("2027-01-25"))
        #expect(
            try town.refused(DecideStars(record: round.code, decision: decision), by: .office, on: "2027-01-25")
                == ["leavesOut: 还有1个支部退回或撤回后没有重新报送；不等的请选“是”"])
        decision.leavesOut = .yes
        // What was looked through is what is decided: a review put right meanwhile is seen first.
        decision.standing = try town.database.read { try $0.assessments(in: round.code).standing }
        try reviewed(town, first) { $0.remark = "补充材料" }
        #expect(
            try town.refused(DecideStars(record: round.code, decision: decision), by: .office, on: "2027-01-25")
                == [": 打开本页以后，有自评或复核变动，请重新打开并核对拟定星级"])
        decision.standing = try town.database.read { try $0.assessments(in: round.code).standing }
        try town.database.perform(
            DecideStars(record: round.code, decision: decision), by: .office, on: day("2027-01-25"))
        let again = ChangeAssessment(record: second.code, own: own("B4", round, losing: 1))
        #expect(try town.refused(again, by: .clerk, on: "2027-01-26") == [": 这次评定已经公示或者公布"])
        try statesAgree(town, on: "2027-01-26")
        try town.database.perform(AnnounceStars(record: round.code, document: "1号"), by: .office, on: day("2027-02-02"))
        try town.database.read { reading in
            let left = try #require(try reading.one(StarAssessment.self, second.code, for: .everybody))
            #expect(left.stage == .returned && left.stars == nil, "it was neither decided on nor announced")
            #expect(try reading.stars(of: "B4", on: day("2027-02-02")) == nil)
            #expect(try reading.stars(of: ["B1", "B4"], on: day("2027-02-02")).keys.sorted() == ["B1"])
        }
        #expect(try town.database.faults() == [])
    }

    @Test("the days of a notice stand as they were published, whatever the rule says since") func noticeKept() throws {
        let town = try BranchTown(.sqlite)
        let round = try opened(town)
        let assessment = try town.database.perform(
            AssessBranch(record: round.code, own: own("B1", round)), by: .clerk, on: day("2027-01-10"))
        try reviewed(town, assessment)
        let noticed = try town.database.perform(
            DecideStars(
                record: round.code,
                decision: StarMeeting(meeting: "部务会", day: day("2027-01-25"), noticeFrom: day("2027-01-25"))),
            by: .office, on: day("2027-01-25"))
        #expect(noticed.noticeUntil == day("2027-01-29") && noticed.appealBy == day("2027-02-01"))
        var rules = BranchRules()
        (rules.starNoticeDays, rules.appealDays) = (30, 20)
        try town.database.perform(SetBranchRules(rules: rules), by: .office, on: day("2027-01-26"))
        try statesAgree(town, on: "2027-01-29")
        try statesAgree(town, on: "2027-01-30")
        try town.database.perform(AnnounceStars(record: round.code, document: "1号"), by: .office, on: day("2027-01-30"))
    }

    @Test(
        "points through the year are noted by the unit above, taken back, and tell when the stars ask for more",
        arguments: TestEngine.allCases)
    func points(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let round = try opened(town) { ($0.model, $0.terms) = (.m4, StarModel.m4.terms) }
        let assessment = try town.database.perform(
            AssessBranch(record: round.code, own: own("B1", round)), by: .clerk, on: day("2027-01-10"))
        try reviewed(town, assessment)
        try town.database.perform(
            DecideStars(
                record: round.code,
                decision: StarMeeting(meeting: "部务会", day: day("2027-01-25"), noticeFrom: day("2027-01-25"))),
            by: .office, on: day("2027-01-25"))
        try town.database.perform(AnnounceStars(record: round.code, document: "1号"), by: .office, on: day("2027-02-02"))
        let star = try #require(try town.database.read { try $0.stars(of: "B1", on: day("2027-02-02")) })
        #expect(star.stars == 5 && star.points == StarPointsKept(round: round.code, first: 200, least: 180))
        func note(_ halves: Int, _ way: PointWay = .minus, _ iso: String = "2027-04-01") -> NoteStarPoints {
            NoteStarPoints(
                record: star.code, scheme: PointScheme(day: day(iso), way: way, points: halves, what: "主题党日未按期开展"))
        }
        func standing() throws -> [String] {
            try town.database.read { reading in
                try PointStanding.allCases.filter {
                    try reading.count(
                        BranchStar.self, for: .office,
                        where: "code = \(star.code) and (\($0.condition(on: day("2027-05-01"))))") == 1
                }.map(\.rawValue)
            }
        }
        let own = Reader(account: "支部", rights: [.see, .report, .lead], unit: "B1")
        #expect(try town.refused(note(2), by: own, on: "2027-04-02") == [": 支部不能给自己记分，请由上级单位办理"])
        #expect(try town.isForbidden(note(2), by: .neighbour, on: "2027-04-02"))
        #expect(try town.isForbidden(note(2), by: .clerk, on: "2027-04-02"))
        #expect(
            try town.refused(note(0, .minus, "2027-01-01"), by: .head, on: "2027-04-02")
                == ["points: 请填写分数", "day: 不早于星级生效的2027-02-02"])
        try town.database.perform(note(20), by: .head, on: day("2027-04-02"))
        #expect(try standing() == ["enough"], "90 points are what five stars ask for")
        try town.database.perform(note(1), by: .head, on: day("2027-04-02"))
        #expect(try standing() == ["below"])
        try town.database.perform(note(4, .plus), by: .head, on: day("2027-04-03"))
        #expect(try standing() == ["enough"])
        let plus = try #require(try town.database.read { try $0.points(of: star).last { $0.scheme.way == .plus } })
        try town.database.perform(
            WithdrawStarPoints(record: plus.code, reason: "重复登记"), by: .head, on: day("2027-04-04"))
        #expect(try standing() == ["below"])
        #expect(try town.database.read { try $0.sum(of: star) } == 179)
        // What is lowered goes on from the points it has, and asks for those of fewer stars.
        let lower = try town.database.perform(
            LowerStars(record: star.code, draft: .init(stars: 4, from: day("2027-04-05"), reason: "低于标准")), by: .office,
            on: day("2027-04-05"))
        #expect(lower.points == StarPointsKept(round: round.code, first: 179, least: 160))
        #expect(try town.refused(note(2), by: .head, on: "2027-04-06") == [": 这个星级已经失效"])
        #expect(try town.database.faults() == [])
    }
}
