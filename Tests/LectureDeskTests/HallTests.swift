import Pages
import Records
import Spelling
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import LectureDesk

@Suite("The lecture hall") struct HallTests {
    @Test(
        "a series is approved as one, by somebody else, and its lectures are numbered by their days",
        arguments: TestEngine.allCases)
    func series(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let series = try town.database.perform(DraftSeries(draft: .sample()), by: .office, on: day("2026-01-05"))
        #expect(series.code == "DX2026-000001" && series.stage == .draft)
        #expect(
            try town.refused(DraftSeries(draft: .sample()), by: .office, on: "2026-01-05")
                == ["year: 2026年的大讲堂年度安排已经有了，请在原安排上修改"])
        #expect(
            try town.refused(
                DraftSeries(draft: .sample { $0.year = 2027 }), by: .office, on: "2026-01-05")
                == ["lectures.0.day: 第1行的日期不在2027年", "lectures.1.day: 第2行的日期不在2027年"])
        let approve = ApproveSeries(record: series.code, isApproved: true, remark: "")
        #expect(try town.refused(approve, by: .head, on: "2026-01-05") == [": 年度安排现在是“草拟中”，不能办理这一步"])
        try town.database.perform(SubmitSeries(record: series.code), by: .office, on: day("2026-01-06"))
        #expect(try town.refused(approve, by: .office, on: "2026-01-06") == [": 送审、申请的人不审批，请由另一人办理"])
        #expect(throws: NotAllowed.self) { try town.database.perform(approve, by: .clerk, on: day("2026-01-06")) }
        #expect(
            try town.refused(
                ApproveSeries(record: series.code, isApproved: false, remark: " "), by: .head, on: "2026-01-06")
                == ["remark: 请写明原因"])
        try town.database.perform(approve, by: .head, on: day("2026-01-07"))
        let lectures = try town.database.read { try $0.lectures(of: series.code) }
        #expect(lectures.map(\.title) == ["第1期：基层治理", "第2期：乡村振兴"])
        #expect(lectures.map(\.scheme.speaker.text) == ["沈老师", "待定"] && lectures[0].planned == day("2026-03-16"))
        #expect(try town.database.read { try $0.one(HallSeries.self, series.code, for: .clerk) }?.draft == .sample())
        #expect(try town.database.faults() == [])
    }

    @Test(
        "a lecture is applied for, approved by another, announced with places; another speaker is applied for anew",
        arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let lecture = try town.lecture(.applied)
        let decide = DecideLecture(record: lecture.code, isApproved: true, remark: "")
        #expect(try town.refused(decide, by: .office, on: "2026-03-03") == [": 送审、申请的人不审批，请由另一人办理"])
        try town.database.perform(decide, by: .head, on: day("2026-03-04"))
        var other = lecture.scheme
        other.day = day("2026-03-20")
        #expect(
            try town.refused(ChangeLecture(record: lecture.code, scheme: other), by: .office, on: "2026-03-05")
                == ["day: 日期有变的，请办理“改期”并写明原因"])
        other = lecture.scheme
        other.speaker = Suggested("方老师")
        #expect(
            try town.refused(ChangeLecture(record: lecture.code, scheme: other), by: .office, on: "2026-03-05")
                == ["topic: 变更题目、主讲人须重新申请"])
        let again = try town.database.perform(
            ReapplyLecture(record: lecture.code, scheme: other), by: .office, on: day("2026-03-05"))
        #expect(again.stage == .applied && again.approved == nil && again.scheme.speaker.text == "方老师")
        try town.database.perform(decide, by: .head, on: day("2026-03-06"))
        let moved = try town.database.perform(
            PostponeLecture(record: lecture.code, move: LectureMove(day: day("2026-03-20"), reason: "会场冲突")),
            by: .office,
            on: day("2026-03-07"))
        #expect(moved.scheme.day == day("2026-03-20") && moved.planned == day("2026-03-16"))
        #expect(
            moved.postponed == [
                Postponement(
                    from: day("2026-03-16"), to: day("2026-03-20"), said: day("2026-03-07"), reason: "会场冲突")
            ])
        let off = try town.database.perform(
            CancelLecture(record: lecture.code, reason: "并入下一期"), by: .office, on: day("2026-03-08"))
        #expect(off.stage == .cancelled && off.remark == "并入下一期")
        #expect(
            try town.refused(CancelLecture(record: lecture.code, reason: "再次"), by: .office, on: "2026-03-08")
                == [": 这一期已经取消"])
    }

    @Test(
        "units name who comes within their places, and what they named cannot be taken", arguments: TestEngine.allCases)
    func places(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let lecture = try town.named()
        let seats = try #require(try town.seats(lecture, of: "U2"))
        #expect(seats.coming == 3 && seats.named == day("2026-03-09"))
        func name(_ people: [String], _ others: Int, by reader: Reader = .clerk) throws -> [String] {
            try town.refused(
                NameComers(record: seats.code, sheet: NameSheet(people: people, others: others)), by: reader,
                on: "2026-03-10")
        }
        #expect(try name(["P1"], 5) == ["others: 超过名额5个；需要增加的，请与主办单位联系"])
        #expect(try name(["P4"], 0) == ["people: 成员4不在本单位，请核对"])
        #expect(try name(["P1"], 0, by: .neighbour) == [": 没有编号为\(seats.code)的记录"])
        func give(_ lines: [SeatLine]) throws -> [String] {
            try town.refused(
                ChangeSeats(record: lecture.code, sheet: SeatSheet(lines: lines)), by: .office, on: "2026-03-10")
        }
        #expect(
            try give([SeatLine(unit: "U2", places: 2), SeatLine(unit: "U3", places: 3)])
                == ["lines.0.places: 该单位已报3人，名额不能少于此数"])
        #expect(try give([SeatLine(unit: "U3", places: 3)]) == ["lines: 县住建局已报人选，不能收回全部名额"])
        #expect(
            try give([SeatLine(unit: "U2", places: 5), SeatLine(unit: "U2", places: 3)])
                == ["lines.1.unit: 这个单位重复，请删去一行"])
        #expect(try give([SeatLine(unit: "U2", places: 6)]) == [])
        #expect(try town.seats(lecture, of: "U3")?.places == 0)
        #expect(try town.seats(lecture, of: "U2")?.sheet.people == ["P1", "P2"], "who was named stays named")
    }

    @Test(
        "by its record a lecture is an activity with who came; a correction corrects it, taking back voids it",
        arguments: TestEngine.allCases)
    func record(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let lecture = try town.named()
        func tell(_ change: @escaping (inout LectureOutcome) -> Void, on today: String = "2026-03-17") throws
            -> [String]
        {
            try town.refused(
                RecordHallLecture(record: lecture.code, outcome: try town.outcome(of: lecture, change)), by: .office,
                on: today)
        }
        #expect(try tell({ _ in }, on: "2026-03-15") == [": 日期2026-03-16还没有到，举行后再登记"])
        #expect(try tell { $0.units[0].came = 1 } == ["units.0.came: 到会人员中本单位有2人，到会人数不能少于此数"])
        #expect(try tell { ($0.units, $0.people) = ([], []) } == ["units: 没有人到会，不能纪实；没有举行的请取消"])
        #expect(try tell { $0.halfHours = 0 } == ["hours: 请填写学时"])
        let outcome = try town.outcome(of: lecture) { $0.people = ["P1", "P4"] }
        #expect(outcome.units == [UnitCame(unit: "U2", came: 3), UnitCame(unit: "U3", came: 0)], "as units had named")
        #expect(
            try town.refused(RecordHallLecture(record: lecture.code, outcome: outcome), by: .office, on: "2026-03-17")
                == ["units.1.came: 到会人员中本单位有1人，到会人数不能少于此数"])
        try town.database.perform(
            RecordHallLecture(
                record: lecture.code,
                outcome: try town.outcome(of: lecture) {
                    ($0.people, $0.units[1].came) = (["P1", "P4"], 2)
                }), by: .office, on: day("2026-03-17"))
        let first = try #require(try town.record(of: lecture))
        #expect(first.outcome.came == 5)
        #expect(
            first.attendees == [Attendee(person: "P1", unit: "U2"), Attendee(person: "P4", unit: "U3")],
            "P4 was not named, and came for the township in which they serve")
        #expect(try town.held(first.activity) == ["lectureHall", "U4", "P1 attendee", "P4 attendee", "P6 staff"])
        let activity = try #require(try town.database.read { try $0.activity(code: first.activity) })
        #expect(activity.title == "理论大讲堂第1期：基层治理" && activity.filed == day("2026-03-02"))
        var corrected = first.filled
        corrected.people = ["P1"]
        #expect(
            try town.refused(
                CorrectHallLecture(record: lecture.code, outcome: corrected), by: .office, on: "2026-03-18")
                == ["reason: 请写明更正原因"])
        corrected.reason = "签到核对"
        try town.database.perform(
            CorrectHallLecture(record: lecture.code, outcome: corrected), by: .office, on: day("2026-03-18"))
        let second = try #require(try town.record(of: lecture))
        #expect(second.activity != first.activity && second.outcome.came == 5)
        #expect(try town.held(second.activity) == ["lectureHall", "U4", "P1 attendee", "P6 staff"])
        try town.database.perform(
            TakeLectureBack(record: lecture.code, reason: "登记错了期"), by: .office, on: day("2026-03-19"))
        #expect(try town.record(of: lecture) == nil)
        #expect(try town.database.read { try $0.standing(activity: second.activity).isVoid })
        try town.database.perform(
            RecordHallLecture(record: lecture.code, outcome: try town.outcome(of: lecture)), by: .office,
            on: day("2026-03-20"))
        #expect(try town.record(of: lecture)?.attendees.map(\.person) == ["P1", "P2"], "anew, as it was named")
        #expect(try town.database.faults() == [])
    }

    @Test("a state is the same by table and in memory, and moves with the day", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try LectureTown(engine)
        let lecture = try town.named()
        let expected: [(String, LectureState, SeatsState)] = [
            ("2026-03-09", .toCome, .named), ("2026-03-16", .toCome, .named), ("2026-03-17", .toRecord, .named),
            ("2026-03-19", .toRecord, .named), ("2026-03-20", .recordOverdue, .named),
        ]
        for (today, state, named) in expected {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                #expect(try LectureState.state(of: lecture, ask) == state, "\(today)")
                for other in LectureState.allCases {
                    let found = try reading.count(
                        HallLecture.self, for: .everybody,
                        where: "code = \(lecture.code) and (\(try other.condition(ask)))")
                    #expect(found == (other == state ? 1 : 0), "\(today) \(other)")
                }
                for seats in try reading.seats(of: lecture.code) {
                    let own = try SeatsState.state(of: seats, ask)
                    #expect(seats.unit == "U3" || own == named)
                    for other in SeatsState.allCases {
                        let found = try reading.count(
                            HallSeats.self, for: .everybody,
                            where: "code = \(seats.code) and (\(try other.condition(ask)))")
                        #expect(found == (other == own ? 1 : 0), "\(today) \(seats.unit) \(other)")
                    }
                }
            }
        }
        // The second lecture is planned for 15 June and is applied for a week ahead.
        let planned = try #require(
            try town.database.read { try $0.lectures(of: lecture.series).first { $0.issue == 2 } })
        for (today, state) in [("2026-06-08", LectureState.toApply), ("2026-06-09", .applyOverdue)] {
            try town.database.read { reading in
                let ask = Ask.of(reading, .office, on: day(today))
                #expect(try LectureState.state(of: planned, ask) == state)
                let late = try LectureState.applyOverdue.condition(ask)
                let found = try reading.count(
                    HallLecture.self, for: .everybody, where: "code = \(planned.code) and (\(late))")
                #expect(found == (state == .applyOverdue ? 1 : 0), "\(today)")
            }
        }
    }

    @Test("rules: too few lectures, a late application and a crowd are shown") func remarks() {
        var rules = LectureRules()
        #expect(SeriesDraft.sample().remarks(rules).map(\.zh) == ["安排了2期，规定每年6期", "1期主讲人未定"])
        rules.perYear = 2
        #expect(SeriesDraft.sample().remarks(rules).map(\.zh) == ["1期主讲人未定"])
        var scheme = LectureScheme(SeriesDraft.sample().inOrder[0])
        scheme.speaker = Suggested("沈老师", code: "SZ1")
        #expect(scheme.remarks(applied: day("2026-03-09"), rules) == [])
        #expect(scheme.remarks(applied: day("2026-03-10"), rules).map(\.zh) == ["应提前7天申请，实际提前6天"])
        (scheme.origin, scheme.places) = (.outside, 200)
        #expect(
            scheme.remarks(applied: day("2026-03-09"), rules).map(\.zh) == ["应提前15天申请，实际提前7天", "200人及以上，须附安全预案"])
        rules.planBy = 230
        #expect(rules.problems == [.noSuchDay])
    }
}
