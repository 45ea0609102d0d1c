import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import BranchDesk

@Suite("Branches: meetings and what they count as") struct BranchMeetingTests {
    @Test(
        "a meeting on record is the branch's activity: leading officials who came are named, members are a number",
        arguments: TestEngine.allCases)
    func recorded(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let meeting = try town.announced()
        let proposed = try town.outcome(of: meeting)
        #expect(proposed.chair == "P1" && proposed.should == 4 && proposed.offered == ["P3"])
        let outcome = try town.outcome(of: meeting) {
            $0.leaders = ["P3"]
            $0.decisions = ["通过计划"]
        }
        try town.database.perform(
            RecordMeeting(record: meeting.code, outcome: outcome), by: .clerk, on: day("2026-03-18"))
        #expect(try town.held() == [["meeting", "B1", "P3 attendee"]])
        let record = try #require(try town.record(of: meeting))
        #expect(record.outcome.decisions == ["通过计划"] && record.outcome.offered.isEmpty)
        #expect(
            try town.refused(RecordMeeting(record: meeting.code, outcome: outcome), by: .clerk, on: "2026-03-19")
                == [": 这次活动已经纪实；有误的请更正，没有举行的请撤销纪实"])
        #expect(
            try town.isForbidden(CancelMeeting(record: meeting.code, reason: "试"), by: .neighbour, on: "2026-03-19"))
        #expect(try town.database.faults() == [])
    }

    @Test(
        "each kind has its form of record, and what it is made of decides what it counts as",
        arguments: TestEngine.allCases)
    func kinds(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let field = try town.announced(.themedDay) { $0.themed = .field }
        try town.database.perform(
            RecordMeeting(record: field.code, outcome: try town.outcome(of: field)), by: .clerk, on: day("2026-03-17"))
        #expect(try town.held() == [["fieldTeaching", "B1"]])
        let life = try town.announced(.life) { $0.title = "组织生活会：某某的发言" }
        #expect(life.title == "组织生活会" && life.scheme.agenda.isEmpty, "no text of it is kept")
        #expect(
            try town.refused(
                RecordMeeting(record: life.code, outcome: try town.outcome(of: life)), by: .clerk, on: "2026-03-17")
                == [": 组织生活会用另一张纪实表"])
        let full = try town.outcome(of: life) { $0.decisions = ["某某的问题"] }
        try town.database.perform(RecordDay(record: life.code, outcome: full), by: .clerk, on: day("2026-03-17"))
        let kept = try #require(try town.record(of: life))
        #expect(kept.outcome == MeetingOutcome(day: day("2026-03-16")) && kept.activity.isEmpty)
        #expect(try town.held().count == 1, "a day is no activity")
    }

    @Test("a lecture names who spoke, as what and where; a guest is no person", arguments: TestEngine.allCases)
    func lecture(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let meeting = try town.announced(.lecture)
        let outcome = try town.outcome(of: meeting) {
            $0.speakers = [
                LectureSpeaker(role: .secretary, person: "P1"), LectureSpeaker(role: .model, guest: "省劳模 张师傅"),
            ]
        }
        try town.database.perform(
            RecordLecture(record: meeting.code, outcome: outcome), by: .clerk, on: day("2026-03-18"))
        #expect(try town.held() == [["partyLecture", "B1", "P1 speaker"]])
        let kept = try #require(try town.record(of: meeting)).outcome
        #expect(kept.duties(BranchRules()) == [.secretary, .byModel, .branchClass])
        // What is corrected corrects the activity, taking back takes it back.
        let corrected = try town.outcome(of: meeting) {
            $0.speakers = [LectureSpeaker(role: .leader, person: "P3")]
            $0.reason = "授课人有误"
        }
        try town.database.perform(
            CorrectLecture(record: meeting.code, outcome: corrected), by: .clerk, on: day("2026-03-20"))
        #expect(try town.held() == [["partyLecture", "B1", "P3 speaker"]])
        try town.database.perform(
            TakeMeetingBack(record: meeting.code, reason: "没有举行"), by: .clerk, on: day("2026-03-21"))
        #expect(try town.held() == [] && town.record(of: meeting) == nil)
        try town.database.perform(
            RecordLecture(record: meeting.code, outcome: outcome), by: .clerk, on: day("2026-03-22"))
        #expect(try town.held() == [["partyLecture", "B1", "P1 speaker"]])
        #expect(try town.database.faults() == [])
    }

    @Test("a lecture fills the duties that who spoke, where and how long say; a short one fills none") func duties() {
        let rules = BranchRules()
        func filled(_ role: SpeakerRole, _ place: LecturePlace, _ minutes: Int = 60) -> [LectureDuty] {
            LectureDuty.filled(by: [LectureSpeaker(role: role, person: "P1")], at: place, minutes: minutes, rules)
        }
        #expect(filled(.leader, .own) == [.leaderOwn, .branchClass])
        #expect(filled(.leader, .contact) == [.leaderContact, .branchClass])
        #expect(filled(.leader, .other) == [.branchClass], "neither own branch nor contact point")
        #expect(filled(.secretary, .contact) == [.branchClass], "a secretary's is owed at the own branch")
        #expect(filled(.member, .other) == [.member, .branchClass])
        #expect(filled(.expert, .own, 30) == [.byExpert, .branchClass], "the least minutes are enough")
        #expect(filled(.expert, .own, 29).isEmpty)
        #expect(LectureDuty.filled(by: [], at: .own, minutes: 60, rules).isEmpty)
    }

    @Test("what would be untrue is refused beside its field", arguments: TestEngine.allCases)
    func untrue(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let meeting = try town.announced()
        func fields(_ today: String = "2026-03-18", _ change: (inout MeetingOutcome) -> Void) throws -> [String] {
            try town.refused(
                RecordMeeting(record: meeting.code, outcome: try town.outcome(of: meeting, change)), by: .clerk,
                on: today
            ).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try fields("2026-03-15") { _ in } == [""], "it was not held yet")
        #expect(try fields { $0.day = day("2026-03-19") } == ["day"])
        #expect(try fields { $0.present = 5 } == ["present"])
        #expect(try fields { $0.present = 0 } == ["present"])
        #expect(try fields { $0.halfHours = 49 } == ["hours"])
        #expect(try fields { $0.leaders = ["P5"] } == ["leaders"], "of another branch, and no contact point of theirs")
        let lecture = try town.announced(.lecture)
        func speakers(_ speakers: [LectureSpeaker]) throws -> [String] {
            try town.refused(
                RecordLecture(record: lecture.code, outcome: try town.outcome(of: lecture) { $0.speakers = speakers }),
                by: .clerk, on: "2026-03-18"
            ).map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try speakers([]) == ["speakers"])
        #expect(
            try speakers([LectureSpeaker(person: "P1"), LectureSpeaker(role: .leader, person: "P1")])
                == ["speakers.1.who"])
        #expect(try town.held() == [])
    }

    @Test("short of people, late or otherwise than announced is told and never refused") func remarks() throws {
        let town = try BranchTown(.sqlite)
        let meeting = try town.announced()
        let rules = BranchRules()
        func told(_ recorded: String = "2026-03-19", _ change: (inout MeetingOutcome) -> Void) throws -> [String] {
            try town.outcome(of: meeting, change).remarks(
                of: meeting, recorded: day(recorded), rules, .published
            ).map(\.zh)
        }
        #expect(try told { _ in } == [])
        #expect(try told { $0.present = 2 } == ["到会率50%，规定超过50%方为有效"], "half is not more than half")
        #expect(
            try told { $0.purpose = .election } == ["到会率75%，选举规定不少于80%"])
        #expect(try told("2026-03-23") { _ in } == ["应于2026-03-19前纪实，晚了2个工作日"])
        #expect(try told { $0.day = day("2026-03-17") } == ["与通知的日期不一致：通知为2026-03-16，实际为2026-03-17"])
    }

    @Test("each state is found by its condition and in memory alike", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let recorded = try town.announced()
        try town.database.perform(
            RecordMeeting(record: recorded.code, outcome: try town.outcome(of: recorded)), by: .clerk,
            on: day("2026-03-18"))
        _ = try town.announced(.committee)
        let off = try town.announced(.group)
        try town.database.perform(CancelMeeting(record: off.code, reason: "改期"), by: .clerk, on: day("2026-03-12"))
        for today in ["2026-03-15", "2026-03-16", "2026-03-17", "2026-03-19", "2026-03-20"] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .clerk, on: day(today))
                for meeting in try ask.all(BranchMeeting.self) {
                    let found = try MeetingState.allCases.filter { state in
                        try reading.count(
                            BranchMeeting.self, for: .clerk,
                            where: "code = \(meeting.code) and (\(state.condition(ask)))") == 1
                    }
                    #expect(found == [try MeetingState.state(of: meeting, ask)], "\(today) \(meeting.title)")
                }
            }
        }
    }

    @Test("a leading official's part is counted by branch, contact point and lecture", arguments: TestEngine.allCases)
    func leaders(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        #expect(
            try town.refused(
                EnterContactPoint(scheme: ContactScheme(person: "P2", place: "U3", from: day("2026-01-10"))),
                by: .clerk,
                on: "2026-01-10") == ["people: 成员2当天不是领导班子成员"])
        let point = try town.database.perform(
            EnterContactPoint(scheme: ContactScheme(person: "P3", place: "U3", from: day("2026-01-10"))), by: .clerk,
            on: day("2026-01-10"))
        #expect(point.unit == "U2")
        #expect(
            try town.isForbidden(
                EnterContactPoint(scheme: ContactScheme(person: "P3", place: "B2", from: day("2026-01-10"))),
                by: .neighbour, on: "2026-01-10"))
        let own = try town.announced()
        try town.database.perform(
            RecordMeeting(record: own.code, outcome: try town.outcome(of: own) { $0.leaders = ["P3"] }), by: .clerk,
            on: day("2026-03-18"))
        let there = try town.announced(.lecture, in: "B2", by: .neighbour)
        let outcome = try town.outcome(of: there) {
            ($0.recorder, $0.leaders, $0.place) = ("P6", ["P3"], .contact)
            $0.speakers = [LectureSpeaker(role: .leader, person: "P3")]
        }
        #expect(outcome.offered == ["P3"], "the town is their contact point, and its branch with it")
        try town.database.perform(
            RecordLecture(record: there.code, outcome: outcome), by: .neighbour, on: day("2026-03-18"))
        let part = try town.database.read { try $0.part(of: "P3", in: "B1", 2026) }
        #expect(part == LeaderPart(own: 1, contact: 1, lectures: 1))
        #expect(try town.database.read { try $0.part(of: "P3", in: "B1", 2025) } == LeaderPart())
    }

    @Test("of several leading officials each has a part of their own, and a contact point is entered for all at once")
    func severalLeaders() throws {
        let town = try BranchTown(.sqlite)
        let always = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
        var book = RecordBook()
        book.memberships = [
            TeamMembership(code: "MT3P4", team: "T3", person: "P4", role: .member, dated: always),
            TeamMembership(code: "MT3P1", team: "T3", person: "P1", role: .member, dated: always),
        ]
        try town.database.write(by: "test") { try $0.insert(book) }
        let entry = ContactEntry(people: ["P3", "P4"], place: "B2", from: day("2026-01-10"))
        try town.database.perform(EnterContactPoint(entry: entry), by: .clerk, on: day("2026-01-10"))
        #expect(
            try town.database.read { try $0.all(ContactPoint.self, for: .everybody, order: "code") }.map(
                \.scheme.person)
                == ["P3", "P4"])
        #expect(
            try town.refused(
                EnterContactPoint(
                    entry: ContactEntry(people: ["P1", "P1", "P4", "P2"], place: "B2", from: day("2026-01-10"))),
                by: .clerk, on: "2026-01-11")
                == ["people: 成员1重复", "people: 成员4的这个联系点已经登记", "people: 成员2当天不是领导班子成员"])
        let own = try town.announced()
        try town.database.perform(
            RecordMeeting(record: own.code, outcome: try town.outcome(of: own) { $0.leaders = ["P3", "P1"] }),
            by: .clerk,
            on: day("2026-03-18"))
        let lecture = try town.announced(.lecture, in: "B2", by: .neighbour)
        let outcome = try town.outcome(of: lecture) {
            ($0.recorder, $0.leaders, $0.place) = ("P6", ["P4", "P3"], .contact)
            $0.speakers = [LectureSpeaker(role: .leader, person: "P4"), LectureSpeaker(role: .secretary, person: "P5")]
        }
        try town.database.perform(
            RecordLecture(record: lecture.code, outcome: outcome), by: .neighbour, on: day("2026-03-18"))
        try town.database.read { reading in
            let all = ["P4", "P3", "P1", "P2"]
            let parts = try reading.parts(of: all, in: "B1", 2026)
            #expect(
                parts == [
                    LeaderPart(own: 0, contact: 1, lectures: 1), LeaderPart(own: 1, contact: 1, lectures: 0),
                    LeaderPart(own: 1, contact: 0, lectures: 0), LeaderPart(),
                ])
            #expect(try parts == all.map { try reading.part(of: $0, in: "B1", 2026) }, "together as one by one")
            #expect(try reading.leaders(among: ["P1", "P2", "P3", "P4"], on: day("2026-03-18")) == ["P1", "P3", "P4"])
        }
    }

    @Test(
        "of an organisation-life meeting no paper is kept, nor of one that is made one", arguments: TestEngine.allCases)
    func lifePapers(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let life = try town.announced(.life)
        let file = EvidenceFile(
            name: "发言.pdf", type: "application/pdf", bytes: 10, hash: String(repeating: "a", count: 64))
        func attach(_ meeting: BranchMeeting) -> AttachEvidence<BranchMeeting> {
            AttachEvidence(record: meeting.code, document: .texts, file: file, proves: day("2026-03-10"), note: "")
        }
        #expect(
            try town.refused(attach(life), by: .clerk, on: "2026-03-17") == [": 组织生活会只记日期，不收材料"])
        let meeting = try town.announced()
        try town.database.perform(attach(meeting), by: .clerk, on: day("2026-03-11"))
        var scheme = meeting.scheme
        scheme.kind = .life
        #expect(
            try town.refused(ChangeMeeting(record: meeting.code, scheme: scheme), by: .clerk, on: "2026-03-12")
                == ["kind: 已有材料的活动不能改为组织生活会，请先撤下材料"])
    }

    @Test(
        "a quarter is looked at by the unit above; what it finds is put right, answered and confirmed, each by somebody else",
        arguments: TestEngine.allCases)
    func look(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        let meeting = try town.announced()
        try town.database.perform(
            RecordMeeting(record: meeting.code, outcome: try town.outcome(of: meeting)), by: .clerk,
            on: day("2026-03-25"))
        let proposed = try town.database.read { reading in
            try Ask.of(reading, .head, on: day("2026-04-10")).proposedLook(
                at: try #require(try reading.branch("B1", for: .everybody)))
        }
        #expect(proposed.year == 2026 && proposed.quarter == 1 && proposed.due == day("2026-04-25"))
        #expect(proposed.gaps.contains("没有报送季度计划") && proposed.gaps.contains("支委会缺3次"))
        #expect(proposed.gaps.contains("纪实逾期1次") && !proposed.gaps.contains { $0.hasPrefix("党员大会") })
        func look(_ change: (inout LookScheme) -> Void = { _ in }) -> LookAtQuarter {
            var scheme = proposed
            change(&scheme)
            return LookAtQuarter(record: "B1", scheme: scheme)
        }
        #expect(try town.isForbidden(look(), by: .clerk, on: "2026-04-10"), "a clerk reports, and looks at nobody")
        #expect(try town.isForbidden(look(), by: .neighbour, on: "2026-04-10"))
        let own = Reader(account: "支部书记", rights: [.see, .report, .lead], unit: "B1")
        #expect(try town.refused(look(), by: own, on: "2026-04-10").count == 1, "nobody looks at themselves")
        #expect(try town.refused(look { $0.due = nil }, by: .head, on: "2026-04-10") == ["due: 有要整改的，请填写期限"])
        #expect(
            try town.refused(look { $0.gaps = [] }, by: .head, on: "2026-04-10") == ["due: 没有要整改的，不用填写期限"])
        #expect(try town.refused(look { $0.quarter = 3 }, by: .head, on: "2026-04-10") == ["quarter: 这个季度还没有开始"])
        let found = try town.database.perform(look(), by: .head, on: day("2026-04-10"))
        #expect(try town.refused(look(), by: .other, on: "2026-04-11") == ["quarter: 2026年第1季度已经查看"])
        let close = CloseLook(record: found.code, isApproved: true, remark: "")
        #expect(try town.refused(close, by: .head, on: "2026-04-12").count == 1, "nothing was put right yet")
        let answer = AnswerLook(record: found.code, answer: "已补开")
        #expect(try town.isForbidden(answer, by: .neighbour, on: "2026-04-12"))
        try town.database.perform(answer, by: .clerk, on: day("2026-04-12"))
        #expect(
            try town.refused(
                CloseLook(record: found.code, isApproved: false, remark: ""), by: .head, on: "2026-04-13"
            ).count == 1)
        try town.database.perform(
            CloseLook(record: found.code, isApproved: false, remark: "缺签到表"), by: .head, on: day("2026-04-13"))
        for today in ["2026-04-25", "2026-04-26"] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .head, on: day(today))
                for look in try ask.all(QuarterLook.self) {
                    let states = try LookState.allCases.filter { state in
                        try reading.count(
                            QuarterLook.self, for: .head, where: "code = \(look.code) and (\(state.condition(ask)))")
                            == 1
                    }
                    #expect(states == [LookState.state(of: look, ask)])
                    #expect(states == [today == "2026-04-25" ? .toMend : .overdue])
                }
            }
        }
        try town.database.perform(answer, by: .clerk, on: day("2026-04-14"))
        let closed = try town.database.perform(close, by: .head, on: day("2026-04-15"))
        #expect(closed.stage == .closed && closed.closed == day("2026-04-15"))
        let fine = try town.database.perform(
            LookAtQuarter(record: "B4", scheme: LookScheme(year: 2026, quarter: 1)), by: .head, on: day("2026-04-10"))
        #expect(fine.stage == .fine)
        #expect(try town.database.faults() == [])
    }

    @Test("a quarter's plan goes up and comes back; whoever sent it does not read it", arguments: TestEngine.allCases)
    func plan(engine: TestEngine) throws {
        let town = try BranchTown(engine)
        var draft = QuarterDraft(
            year: 2026, quarter: 1,
            lines: [
                PlannedMeeting(kind: .general, day: day("2026-03-16"), topic: "年度安排"),
                PlannedMeeting(kind: .committee, day: day("2026-04-01")),
            ])
        #expect(
            try town.refused(DraftQuarterPlan(record: "B1", draft: draft), by: .clerk, on: "2026-01-04")
                == ["lines.1.day: 第2行的日期不在这个季度"])
        draft.lines[1].day = day("2026-03-31")
        #expect(draft.remarks(BranchRules()).map(\.zh).contains("支委会安排1次，规定3次"))
        let plan = try town.database.perform(
            DraftQuarterPlan(record: "B1", draft: draft), by: .clerk, on: day("2026-01-04"))
        #expect(
            try town.refused(DraftQuarterPlan(record: "B1", draft: draft), by: .clerk, on: "2026-01-04")
                == ["quarter: 2026年第1季度的计划已经有了，请在原计划上修改"])
        let both = Reader(account: "住建局联络员", rights: [.see, .report, .lead], unit: "U2")
        try town.database.perform(SendQuarterPlan(record: plan.code), by: both, on: day("2026-01-05"))
        let note = NoteQuarterPlan(record: plan.code, isApproved: false, remark: "补充主题")
        #expect(try town.refused(note, by: both, on: "2026-01-06") == [": 不能办理自己报送的事项，请由其他人办理"])
        #expect(try town.isForbidden(note, by: .neighbour, on: "2026-01-06"))
        #expect(
            try town.database.perform(note, by: .head, on: day("2026-01-06")).stage == .returned)
        try town.database.perform(SendQuarterPlan(record: plan.code), by: .clerk, on: day("2026-01-07"))
        let noted = try town.database.perform(
            NoteQuarterPlan(record: plan.code, isApproved: true, remark: ""), by: .head, on: day("2026-01-08"))
        #expect(noted.stage == .noted && noted.sent == day("2026-01-07"), "what came back counts anew")
        // Of every branch its state is the one that its list is narrowed by.
        for today in ["2026-01-05", "2026-01-06", "2026-05-05", "2026-05-06"] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                for branch in try ask.all(Branch.self, where: Branch.open(on: ask.today)) {
                    let found = try BranchPlanState.allCases.filter { state in
                        try reading.count(
                            Branch.self, for: .office, where: "code = \(branch.code) and (\(state.condition(ask)))")
                            == 1
                    }
                    #expect(found == [try BranchPlanState.state(of: branch, ask)], "\(today) \(branch.code)")
                }
            }
        }
    }

    @Test("what is missing of a year is told at the end of its month, quarter or year") func year() throws {
        let town = try BranchTown(.sqlite)
        let meeting = try town.announced()
        try town.database.perform(
            RecordMeeting(record: meeting.code, outcome: try town.outcome(of: meeting)), by: .clerk,
            on: day("2026-03-18"))
        try town.database.perform(
            AnnounceMeeting(
                record: "B3", scheme: MeetingScheme(title: "成立大会", day: day("2026-05-20"), heldAt: "会议室")), by: .clerk,
            on: day("2026-05-18"))
        let (found, fresh, none) = try town.database.read { reading in
            let branches = try ["B1", "B3", "B4"].map { try #require(try reading.branch($0, for: .everybody)) }
            return (
                try BranchYear(branches[0], 2026, in: reading, on: day("2026-06-15"), BranchRules()),
                try BranchYear(branches[1], 2026, in: reading, on: day("2026-06-15"), BranchRules()),
                try BranchYear(branches[2], 2026, in: reading, on: day("2026-06-15"), BranchRules())
            )
        }
        #expect(found.cell(3, .general).missing == 0 && found.cell(3, .general).mark == .met)
        #expect(found.cell(6, .general).missing == 0, "the quarter still runs")
        #expect(found.cell(5, .committee).missing == 1 && found.cell(6, .committee).missing == 0)
        #expect(found.cell(3, .lecture).mark == .overdue && found.cell(2, .lecture).mark == nil)
        #expect(
            fresh.cell(4, .committee).missing == 0 && fresh.cell(5, .committee).missing == 1, "from its first day on")
        #expect(none.missing == 0, "it keeps nothing here yet")
    }
}
