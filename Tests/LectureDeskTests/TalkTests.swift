import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import LectureDesk

@Suite("In-house trainers and talks") struct TalkTests {
    @Test("a unit recommends its own, the office appoints for a term, renews and ends", arguments: TestEngine.allCases)
    func trainer(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        func recommend(_ change: @escaping (inout TrainerEntry) -> Void) throws -> [String] {
            try town.refused(RecommendTrainer(entry: .sample(change)), by: .clerk, on: "2026-02-02")
        }
        #expect(try recommend { $0.person = "P4" } == ["person: 这名人员不在推荐单位，请核对"])
        #expect(try recommend { $0.topics[1].title = "农房安全" } == ["topics.1.title: 第2行的题目重复"])
        #expect(throws: NotAllowed.self, "of another unit") {
            try town.database.perform(RecommendTrainer(entry: .sample()), by: .neighbour, on: day("2026-02-02"))
        }
        let trainer = try town.database.perform(RecommendTrainer(entry: .sample()), by: .clerk, on: day("2026-02-02"))
        #expect(try recommend { _ in } == ["person: 这名人员已经推荐或在聘：\(trainer.code)"])
        func decide(_ term: TrainerTerm) throws -> [String] {
            try town.refused(AppointTrainer(record: trainer.code, term: term), by: .office, on: "2026-02-04")
        }
        #expect(try decide(TrainerTerm(answer: .appoint, until: day("2026-02-04"))) == ["until: 聘任的，请填写今天以后的聘期"])
        #expect(try decide(TrainerTerm(answer: .sendBack)) == ["remark: 请写明原因"])
        #expect(try decide(TrainerTerm(answer: .sendBack, remark: "补充专题")) == [])
        let changed = try town.database.perform(
            ChangeTrainer(record: trainer.code, entry: .sample { $0.kind = .speaker }), by: .clerk,
            on: day("2026-02-05"))
        #expect(changed.stage == .recommended && changed.entry.kind == .speaker && changed.remark == "")
        try town.database.perform(
            AppointTrainer(record: trainer.code, term: TrainerTerm(answer: .appoint, until: day("2027-02-01"))),
            by: .office, on: day("2026-02-06"))
        #expect(
            try town.refused(
                RenewTrainer(record: trainer.code, until: day("2027-02-01")), by: .office, on: "2026-12-20")
                == ["until: 续聘的聘期应晚于现聘期和今天"])
        for (today, state) in [
            ("2026-12-02", TrainerState.serving), ("2026-12-03", .expiring), ("2027-02-01", .expiring),
            ("2027-02-02", .expired),
        ] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                let now = try #require(try reading.one(InHouseTrainer.self, trainer.code, for: .everybody))
                #expect(try TrainerState.state(of: now, ask) == state, "\(today)")
                for other in TrainerState.allCases {
                    let found = try reading.count(
                        InHouseTrainer.self, for: .everybody, where: "(\(try other.condition(ask)))")
                    #expect(found == (other == state ? 1 : 0), "\(today) \(other)")
                }
            }
        }
        try town.database.perform(
            RenewTrainer(record: trainer.code, until: day("2028-02-01")), by: .office, on: day("2026-12-20"))
        #expect(throws: NotAllowed.self, "of another unit") {
            try town.database.perform(
                EndTrainer(record: trainer.code, reason: "调离"), by: .neighbour, on: day("2026-12-21"))
        }
        let ended = try town.database.perform(
            EndTrainer(record: trainer.code, reason: "调离"), by: .clerk, on: day("2026-12-21"))
        #expect(ended.stage == .ended && ended.ended == day("2026-12-21"))
        #expect(
            try town.refused(BookTalk(record: trainer.code, request: .sample()), by: .neighbour, on: "2026-12-22")
                == [": 这名内训师不在聘期，不能预约"])
    }

    @Test("a talk goes from the request to its record, each side does its own", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let talk = try town.asked()
        #expect(talk.stage == .requested && talk.trainerUnit == "U2" && talk.code == "XH2026-000001")
        let agree = AnswerTalk(record: talk.code, answer: TalkAnswer(isAgreed: .agree))
        #expect(try town.refused(agree, by: .neighbour, on: "2026-04-03") == [": 由其他单位办理"])
        #expect(
            try town.refused(
                AnswerTalk(record: talk.code, answer: TalkAnswer(isAgreed: .decline)), by: .clerk, on: "2026-04-03")
                == ["remark: 请写明原因"])
        try town.database.perform(agree, by: .clerk, on: day("2026-04-03"))
        let moved = try town.database.perform(
            MoveTalk(record: talk.code, move: LectureMove(day: day("2026-04-21"), reason: "村里有会")), by: .neighbour,
            on: day("2026-04-10"))
        #expect(moved.request.day == day("2026-04-21") && moved.stage == .agreed)
        func record(_ outcome: TalkOutcome, by reader: Reader = .clerk, on today: String) throws -> [String] {
            try town.refused(RecordTalk(record: talk.code, outcome: outcome), by: reader, on: today)
        }
        let outcome = TalkOutcome(day: day("2026-04-21"), halfHours: 3, heard: 45)
        #expect(try record(outcome, on: "2026-04-20") == [": 日期2026-04-21还没有到，举行后再登记"])
        #expect(try record(outcome, by: .neighbour, on: "2026-04-22") == [": 由其他单位办理"])
        #expect(
            try record(TalkOutcome(day: day("2026-04-23"), halfHours: 0, heard: 45), on: "2026-04-22")
                == ["day: 日期2026-04-23还没有到", "hours: 请填写学时"])
        #expect(try record(outcome, on: "2026-04-22") == [])
        let given = try #require(try town.database.read { try $0.one(Talk.self, talk.code, for: .everybody) })
        #expect(try town.held(given.activity) == ["lecture", "U2", "P1 speaker"], "the giver's, and nobody else's")
        let ticks = TickTalk(record: talk.code, feedback: TalkFeedback(ticks: [.clear, .useful]))
        #expect(try town.refused(ticks, by: .clerk, on: "2026-04-23") == [": 由其他单位办理"])
        #expect(
            try town.refused(TickTalk(record: talk.code, feedback: TalkFeedback()), by: .neighbour, on: "2026-04-23")
                == ["ticks: 请至少选一项"])
        let ticked = try town.database.perform(ticks, by: .neighbour, on: day("2026-04-23"))
        #expect(ticked.feedback.ticks == [.clear, .useful])
        #expect(try town.refused(ticks, by: .neighbour, on: "2026-04-24") == [": 已经反馈"])
        let corrected = try town.database.perform(
            CorrectTalk(record: talk.code, outcome: TalkOutcome(day: day("2026-04-21"), halfHours: 4, heard: 45)),
            by: .clerk, on: day("2026-04-24"))
        #expect(try town.database.read { try $0.activity(code: corrected.activity) }?.hours == 2)
        let back = try town.database.perform(
            TakeTalkBack(record: talk.code, reason: "登记错了"), by: .clerk, on: day("2026-04-25"))
        #expect(back.stage == .agreed && back.feedback.ticks == [] && back.activity == "")
        #expect(try town.database.read { try $0.standing(activity: corrected.activity).isVoid })
        #expect(try town.database.faults() == [])
    }

    @Test("a unit that sends its own trainer asks nobody and ticks nothing", arguments: TestEngine.allCases)
    func own(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let trainer = try town.trainer()
        let request = TalkRequest.sample { $0.host = "U2" }
        #expect(throws: NotAllowed.self, "in another unit's name") {
            try town.database.perform(
                BookTalk(record: trainer.code, request: request), by: .neighbour, on: day("2026-04-02"))
        }
        #expect(
            try town.refused(
                BookTalk(record: trainer.code, request: .sample { ($0.host, $0.topic) = ("U2", "别的") }), by: .clerk,
                on: "2026-04-02") == ["topic: 这名内训师没有这一专题"])
        let talk = try town.database.perform(
            BookTalk(record: trainer.code, request: request), by: .clerk, on: day("2026-04-02"))
        #expect(talk.stage == .agreed && talk.isOwn)
        #expect(
            try town.refused(BookTalk(record: trainer.code, request: request), by: .clerk, on: "2026-04-02")
                == ["day: 同一天同一地点已有预约"])
        try town.database.perform(
            RecordTalk(record: talk.code, outcome: TalkOutcome(day: day("2026-04-20"), halfHours: 3, heard: 30)),
            by: .clerk, on: day("2026-04-21"))
        #expect(
            try town.refused(
                TickTalk(record: talk.code, feedback: TalkFeedback(ticks: [.clear])), by: .clerk, on: "2026-04-22")
                == [": 本单位派出的宣讲不用反馈"])
    }

    @Test("a talk's state is the same by table and in memory; what waits is one's own", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        var talk = try town.asked()
        func look(_ today: String, _ state: TalkState) throws {
            try town.database.read { reading in
                let ask = Ask.of(reading, .clerk, on: day(today))
                #expect(try TalkState.state(of: talk, ask) == state, "\(today)")
                for other in TalkState.allCases {
                    let found = try reading.count(Talk.self, for: .everybody, where: "(\(try other.condition(ask)))")
                    #expect(found == (other == state ? 1 : 0), "\(today) \(other)")
                }
            }
        }
        // Asked on Thursday 2 April: three working days lie behind on the 8th.
        for today in ["2026-04-02", "2026-04-03"] { try look(today, .toAnswer) }
        try look("2026-04-15", .answerOverdue)
        try town.database.read { reading in
            let clerk = try TalkState.waitsOfOwn(Ask.of(reading, .clerk, on: day("2026-04-03")))
            #expect(clerk.map(\.count) == [1] && clerk[0].items[0].actAddress == "/lectures/talks/\(talk.code)/answer")
            #expect(try TalkState.waitsOfOwn(Ask.of(reading, .neighbour, on: day("2026-04-03"))).isEmpty)
        }
        talk = try town.database.perform(
            AnswerTalk(record: talk.code, answer: TalkAnswer(isAgreed: .agree)), by: .clerk, on: day("2026-04-03"))
        try look("2026-04-20", .toCome)
        try look("2026-04-21", .toRecord)
        try look("2026-05-20", .recordOverdue)
        talk = try town.database.perform(
            RecordTalk(record: talk.code, outcome: TalkOutcome(day: day("2026-04-20"), halfHours: 3, heard: 30)),
            by: .clerk, on: day("2026-04-21"))
        try look("2026-04-21", .toTick)
        try town.database.read { reading in
            let waits = try TalkState.waitsOfOwn(Ask.of(reading, .neighbour, on: day("2026-04-21")))
            #expect(waits.map(\.address) == ["/lectures/talks?state=toTick&side=asking"])
        }
        talk = try town.database.perform(
            TickTalk(record: talk.code, feedback: TalkFeedback(ticks: [.again])), by: .neighbour, on: day("2026-04-22"))
        try look("2026-04-22", .given)
    }
}
