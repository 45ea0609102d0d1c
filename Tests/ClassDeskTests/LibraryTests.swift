import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("What a school chooses from: entered, changed, taken out of use, taken up again") struct LibraryTests {
    private static let entered = day("2026-03-01")

    private func enter<N: LibraryNoun>(_ type: N.Type, _ entry: N.Entry, in town: ClassTown) throws -> N {
        try town.database.perform(EnterInLibrary<N>(entry: entry), by: .teacher, on: Self.entered)
    }

    private func refused(_ body: () throws -> Void) -> [LibraryProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? LibraryProblem }
        } catch { return [] }
        return []
    }

    @Test("a trainer is stopped with a reason and taken up again; only once each", arguments: TestEngine.allCases)
    func stop(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        var entry = TrainerEntry()
        (entry.name, entry.unit, entry.post, entry.phone) = ("沈砚秋", "市行政学院", "教授", "0951-6012345")
        entry.topics = [TrainerTopic(title: "数字政府", halfHours: 6, audience: "")]
        entry.away = [DaysAway(from: day("2026-10-12"), to: day("2026-10-13"))]
        let made = try enter(Trainer.self, entry, in: town)
        #expect(made.code == "SZ2026-000001" && made.entered == Self.entered && made.stop == nil)
        #expect(made.entry.printed == "沈砚秋（市行政学院教授）")
        let stopping = StopUsing<Trainer>(record: made.code, reason: "调外地")
        let stopped = try town.database.perform(stopping, by: .office, on: Self.entered + 1)
        #expect(stopped.stop == LibraryStop(day: Self.entered + 1, reason: "调外地"))
        #expect(
            refused { try town.database.perform(stopping, by: .office, on: Self.entered + 2) }
                == [.isStopped(Self.entered + 1)])
        let again = TakeUpAgain<Trainer>(record: made.code)
        #expect(try town.database.perform(again, by: .teacher, on: Self.entered + 3) == made)
        #expect(refused { try town.database.perform(again, by: .teacher, on: Self.entered + 3) } == [.notStopped])
        #expect(throws: NotAllowed.self) { try town.database.perform(stopping, by: .clerk, on: Self.entered + 4) }
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what would be untrue is refused at its row", arguments: TestEngine.allCases)
    func untrue(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        var entry = TrainerEntry()
        entry.name = "顾怀川"
        entry.away = [DaysAway(from: day("2026-10-12"), to: day("2026-10-11"))]
        #expect(refused { _ = try enter(Trainer.self, entry, in: town) } == [.endsBeforeItBegins(row: 0)])
        entry.away = []
        let trainer = try enter(Trainer.self, entry, in: town)
        var course = CourseEntry()
        course.title = "业务流程再造"
        course.trainers = [
            CourseTrainer(code: trainer.code), CourseTrainer(code: "SZ2026-000099"), CourseTrainer(code: trainer.code),
        ]
        #expect(
            refused { _ = try enter(Course.self, course, in: town) } == [
                .unknownTrainer(row: 1), .trainerTwice(row: 2),
            ])
        course.trainers = [CourseTrainer(code: trainer.code)]
        let made = try enter(Course.self, course, in: town)
        let same = ChangeEntry<Course>(record: made.code, entry: course)
        #expect(refused { try town.database.perform(same, by: .teacher, on: Self.entered) } == [.nothingChanged])
        course.syllabus = "一、现状\n二、做法"
        let changed = try town.database.perform(
            ChangeEntry<Course>(record: made.code, entry: course), by: .teacher, on: Self.entered + 1)
        #expect(changed.entry.syllabus.contains("做法") && changed.entry.trainers.map(\.code) == [trainer.code])
        #expect(try town.database.faults().isEmpty)
    }

    @Test(
        "two reviewers take a case in; one who asks for a revision sends it back to a new round",
        arguments: TestEngine.allCases)
    func reviews(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        var entry = CaseEntry()
        (entry.title, entry.field, entry.author) = ("老旧小区改造的资金账", "城市更新", "案例组")
        let made = try enter(TeachingCase.self, entry, in: town)
        func review(_ name: String, _ verdict: CaseVerdict, _ remark: String = "") throws -> TeachingCase {
            try town.database.perform(
                ReviewCase(record: made.code, review: CaseReview(reviewer: name, verdict: verdict, remark: remark)),
                by: .teacher, on: Self.entered + 5)
        }
        func expect(_ state: CaseState) throws {
            try town.database.read { reading in
                let found = try #require(try reading.one(TeachingCase.self, made.code, for: .everybody))
                #expect(found.state(reviewers: 2) == state)
                let lists = try CaseState.allCases.filter {
                    try reading.count(TeachingCase.self, for: .everybody, where: $0.condition(reviewers: 2)) == 1
                }
                #expect(lists == [state], "the list agrees with the page")
            }
        }
        try expect(.underReview)
        #expect(refused { _ = try review("甲", .revise) } == [.noRemark])
        _ = try review("甲", .accept)
        #expect(refused { _ = try review("甲", .accept) } == [.reviewedAlready("甲")])
        try expect(.underReview)
        _ = try review("乙", .revise, "补充数据来源")
        try expect(.toRevise)
        #expect(refused { _ = try review("丙", .accept) } == [.notToReview(.toRevise)])
        entry.summary = "数据来自住建局"
        let revised = try town.database.perform(
            ChangeEntry<TeachingCase>(record: made.code, entry: entry), by: .teacher, on: Self.entered + 9)
        #expect(revised.round == 2 && revised.reviews.count == 2, "what was said stays")
        try expect(.underReview)
        _ = try review("甲", .accept)
        _ = try review("乙", .accept)
        try expect(.inLibrary)
        try town.database.perform(
            StopUsing<TeachingCase>(record: made.code, reason: "政策已调整"), by: .office, on: Self.entered + 200)
        try expect(.stopped)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a case that is turned down is in no list but its own", arguments: TestEngine.allCases)
    func turnedDown(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        var entry = CaseEntry()
        (entry.title, entry.field, entry.author) = ("一次普通会议", "其他", "案例组")
        let made = try enter(TeachingCase.self, entry, in: town)
        let review = CaseReview(reviewer: "甲", verdict: .turnDown, remark: "没有可讨论的问题")
        let found = try town.database.perform(
            ReviewCase(record: made.code, review: review), by: .teacher, on: Self.entered)
        #expect(found.state(reviewers: 2) == .turnedDown)
        let lists = try town.database.read { reading in
            try CaseState.allCases.filter {
                try reading.count(TeachingCase.self, for: .everybody, where: $0.condition(reviewers: 2)) == 1
            }
        }
        #expect(lists == [.turnedDown])
    }

    @Test(
        "rooms and sites keep what was entered, and where each is used is counted from the timetables of all classes",
        arguments: TestEngine.allCases)
    func used(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let room = try enter(
            Room.self, RoomEntry(name: "301报告厅", place: "二号楼", capacity: 2, equipment: "投影"), in: town)
        var site = SiteEntry()
        (site.name, site.theme, site.county) = ("河畔党史馆", "党史", "河畔县")
        (site.graded, site.grade, site.halfHours) = (day("2025-07-01"), .first, 6)
        let place = try enter(TeachingSite.self, site, in: town)
        let made = try town.calledUp()
        var first = ClassSession(
            day: made.scheme.opening, half: .morning, course: "形势", room: "二号楼301报告厅", halfHours: 8)
        first.roomCode = room.code
        var second = ClassSession(day: made.scheme.opening, half: .afternoon, course: "现场", way: .field, halfHours: 6)
        second.siteCode = place.code
        try town.database.perform(
            KeepTimetable(record: made.code, sheet: TimetableSheet(sessions: [second, first])), by: .teacher,
            on: ClassTown.applied + 20)
        try town.database.read { reading in
            let rooms = try reading.usedSessions(where: LibraryKind.room.condition(room.code))
            #expect(rooms.compactMap(\.session.roomCode) == [room.code])
            let sites = try reading.usedSessions(where: LibraryKind.site.condition(place.code))
            #expect(sites.first?.found.code == made.code && sites.contains { $0.session.siteCode == place.code })
            #expect(try reading.one(TeachingSite.self, place.code, for: .everybody)?.entry == site)
        }
        try town.database.perform(CancelClass(record: made.code, reason: "改期"), by: .office, on: ClassTown.applied + 21)
        let after = try town.database.read { try $0.usedSessions(where: LibraryKind.room.condition(room.code)) }
        #expect(after.isEmpty, "a class that is cancelled uses nothing")
        #expect(try town.database.faults().isEmpty)
    }
}
