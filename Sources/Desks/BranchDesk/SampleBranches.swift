import Records
import Storage
public import Store
public import Vocabulary

/// Plans, meetings, a contact point and a rating of a few branches of a sample town, done by the acts themselves.
public struct SampleBranches {
    private let database: Database
    private let until: Day
    private let office = Reader(account: "市委组织部", rights: [.see, .report, .plan, .lead])
    private let above = Reader(account: "机关党委", rights: [.see, .lead])

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    /// Does nothing where the town has not enough branches with people.
    public func make() throws {
        guard (2000...2098).contains(until.year) else { return }
        let branches = try database.read { reading in
            try reading.all(Branch.self, for: .everybody, where: Branch.open(on: until), order: "code", limit: 40)
                .filter {
                    try $0.from < until - 400 && reading.members(ofBranch: $0.code, on: until).count >= 5
                }
        }
        guard branches.count >= 6 else { return }
        try plans(Array(branches.prefix(6)))
        try meetings(branches[0], branches[1])
        try contactPoint(branches[0])
        try looks(branches[0], branches[1])
        try rating(Array(branches.prefix(5)))
    }

    private var quarter: Int { (until.month + 2) / 3 }

    /// Read, to be read, returned, in the making; the others drew up none.
    private func plans(_ branches: [Branch]) throws {
        guard let first = Day(year: until.year, month: quarter * 3 - 2, day: 3), first <= until else { return }
        for (place, branch) in branches.prefix(4).enumerated() {
            var lines: [PlannedMeeting] = []
            for month in 0..<3 {
                let start = first.adding(months: month)
                lines += [
                    PlannedMeeting(kind: .committee, day: start + 5, topic: "研究当月工作"),
                    PlannedMeeting(kind: .group, day: start + 7, topic: "学习文件"),
                    PlannedMeeting(kind: .themedDay, day: start + 15, topic: "主题党日"),
                ]
            }
            lines += [
                PlannedMeeting(kind: .general, day: first + 22, topic: "通报季度工作"),
                PlannedMeeting(kind: .lecture, day: first + 40, topic: "支部书记讲党课"),
            ]
            let plan = try database.perform(
                DraftQuarterPlan(
                    record: branch.code, draft: QuarterDraft(year: until.year, quarter: quarter, lines: lines)),
                by: office, on: first)
            guard place < 3 else { continue }
            try database.perform(SendQuarterPlan(record: plan.code), by: office, on: min(until, first + 1))
            guard place != 1 else { continue }
            try database.perform(
                NoteQuarterPlan(
                    record: plan.code, isApproved: place == 0, remark: place == 0 ? "" : "主题党日没有写主题，请补充"), by: above,
                on: min(until, first + 4))
        }
    }

    /// The quarter before: one branch is fine, of another something is to be put right.
    private func looks(_ first: Branch, _ second: Branch) throws {
        let (year, before) = quarter == 1 ? (until.year - 1, 4) : (until.year, quarter - 1)
        try database.perform(
            LookAtQuarter(record: first.code, scheme: LookScheme(year: year, quarter: before)), by: above,
            on: until - 20)
        try database.perform(
            LookAtQuarter(
                record: second.code,
                scheme: LookScheme(
                    year: year, quarter: before, gaps: ["主题党日缺1次", "纪实逾期2次"], due: until + 10, remark: "其他按期开展")),
            by: above, on: until - 20)
    }

    private func announce(_ branch: Branch, _ kind: MeetingKind, _ title: String, _ offset: Int) throws -> BranchMeeting
    {
        var scheme = MeetingScheme(
            kind: kind, title: title, day: until + offset, heldAt: "党员活动室", agenda: ["通报情况", "讨论", "议定事项"])
        if kind == .themedDay { scheme.themed = .field }
        if kind == .lecture { scheme.topics = [.theory] }
        return try database.perform(
            AnnounceMeeting(record: branch.code, scheme: scheme), by: office, on: min(until, until + offset - 8))
    }

    private func record(_ meeting: BranchMeeting, _ after: Int, _ change: (inout MeetingOutcome) -> Void = { _ in })
        throws
    {
        let day = min(until, meeting.scheme.day + after)
        if meeting.scheme.kind == .life {
            try database.perform(
                RecordDay(record: meeting.code, outcome: MeetingOutcome(day: meeting.scheme.day)), by: office, on: day)
            return
        }
        var outcome = try database.read { try MeetingOutcome(of: meeting, in: $0, BranchRules()) }
        let members = try database.read { try $0.members(ofBranch: meeting.branch, on: meeting.scheme.day) }
        if outcome.chair.isEmpty { outcome.chair = members[0].person }
        outcome.recorder = members[1].person
        outcome.should = members.count
        outcome.present = max(1, members.count * 9 / 10)
        outcome.leaders = Array(outcome.offered.prefix(1))
        if meeting.scheme.kind == .lecture {
            outcome.speakers = [LectureSpeaker(role: .secretary, person: outcome.chair)]
            try database.perform(RecordLecture(record: meeting.code, outcome: outcome), by: office, on: day)
            return
        }
        change(&outcome)
        try database.perform(RecordMeeting(record: meeting.code, outcome: outcome), by: office, on: day)
    }

    /// On record in time and late, short of people; to be recorded, overdue, to come.
    private func meetings(_ first: Branch, _ second: Branch) throws {
        let month = until.month
        try record(try announce(first, .general, "\(month)月党员大会：通报工作", -24), 1) { $0.decisions = ["通过下一步工作安排"] }
        try record(try announce(first, .committee, "\(month)月支委会", -20), 2) {
            ($0.should, $0.present) = (5, 4)
        }
        try record(try announce(first, .themedDay, "\(month)月主题党日：走进基层", -14), 9)
        try record(try announce(first, .lecture, "支部书记讲党课：把工作做到群众心坎上", -12), 1)
        try record(try announce(first, .life, "组织生活会", -30), 3)
        _ = try announce(first, .committee, "下月支委会", 8)
        _ = try announce(second, .general, "\(month)月党员大会", -2)
        _ = try announce(second, .themedDay, "\(month)月主题党日：志愿服务", -18)
        _ = try announce(second, .group, "党小组会：学习讨论", 5)
    }

    /// Of a leading official of another unit, at the first branch.
    private func contactPoint(_ branch: Branch) throws {
        let leader = try database.read { reading in
            try reading.members(ofTeams: .leadershipTeam, on: until - 200).sorted { $0.code < $1.code }.first { place in
                let held = try reading.appointment(of: place.person, on: until - 200, knownAt: nil)?.unit
                return held != nil && held != branch.parent && held != branch.code
            }
        }
        guard let leader else { return }
        try database.perform(
            EnterContactPoint(scheme: ContactScheme(person: leader.person, place: branch.code, from: until - 200)),
            by: office, on: until - 200)
    }

    /// Last year's stars are announced, one of them lowered since; this year's criteria are published, with assessments at
    /// several steps.
    private func rating(_ branches: [Branch]) throws {
        let year = until.year
        guard let begun = Day(year: year, month: 1, day: 6), begun + 60 < until else { return }
        var scheme = StarScheme.proposed(.m1, .office, on: begun)
        (scheme.title, scheme.year) = ("\(year - 1)年度机关党支部星级评定", year - 1)
        (scheme.terms.quotaFive, scheme.terms.quotaFour) = (20, 40)
        scheme.assessBy = begun + 10
        let last = try database.perform(OpenStarRound(scheme: scheme), by: office, on: begun)
        for (place, branch) in branches.enumerated() {
            let assessment = try assess(branch, in: last, losing: place * 8, on: begun + 4)
            try review(assessment, on: begun + 20)
        }
        try database.perform(
            DecideStars(
                record: last.code,
                decision: StarMeeting(meeting: "部务会", day: begun + 30, noticeFrom: begun + 31)), by: office,
            on: begun + 30)
        try database.perform(AnnounceStars(record: last.code, document: "组发〔\(year)〕3号"), by: office, on: begun + 40)
        if let star = try database.read({ try $0.stars(of: branches[1].code, on: until) }), star.stars > 1 {
            try database.perform(
                LowerStars(
                    record: star.code,
                    draft: .init(
                        stars: star.stars - 1, from: begun + 60, reason: "半年未开展组织生活，低于本星级的标准", document: "")),
                by: office, on: begun + 60)
        }
        var next = StarScheme.proposed(.m2, .office, on: until)
        (next.title, next.year, next.assessBy) = ("\(year)年度机关党支部星级评定", year, until + 20)
        let now = try database.perform(OpenStarRound(scheme: next), by: office, on: until - 12)
        _ = try assess(branches[0], in: now, losing: 4, on: until - 6)
        try review(try assess(branches[2], in: now, losing: 9, on: until - 8), on: until - 3)
    }

    private func assess(_ branch: Branch, in round: StarRound, losing halves: Int, on day: Day) throws -> StarAssessment
    {
        var own = OwnStars(branch: branch.code, round: round.code).kept(round)
        for place in own.lines.indices {
            own.lines[place].own = round.scheme.items[place].points
            own.lines[place].proof = "见材料"
        }
        own.lines[5].own -= halves
        own.innovation = halves < 8 ? "“一线支部工作法”" : ""
        return try database.perform(AssessBranch(record: round.code, own: own), by: office, on: day)
    }

    private func review(_ assessment: StarAssessment, on day: Day) throws {
        var review = assessment.toReview
        review.visited = day - 2
        review.assessment = 180
        review.lines[3].review -= 3
        review.lines[3].reason = "主题党日少开展一次"
        try database.perform(ReviewAssessment(record: assessment.code, review: review), by: above, on: day)
    }
}
