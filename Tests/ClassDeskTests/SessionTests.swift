import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("A session is moved or replaced, and two people work at one timetable", .onEveryEngine) struct SessionTests {
    private let town: ClassTown
    private let made: TrainingClass
    private let opening: Day

    init() throws {
        town = try ClassTown(TestEngine.current)
        made = try town.calledUp()
        opening = made.scheme.opening
        try town.planned(made)
    }

    private var sheet: TimetableSheet {
        get throws {
            try town.database.read { try #require(try $0.one(Timetable.self, made.code, for: .everybody)).sheet }
        }
    }

    private var lessons: [String] {
        get throws { try sheet.sessions.map { "\($0.day - opening) \($0.half) \($0.course) \($0.trainer)" } }
    }

    private func name(_ course: String) throws -> String {
        try #require(try sheet.named.first { $0.session.course == course }).name
    }

    private func move(_ session: String, to days: Int, _ half: HalfDay, by reader: Reader = .teacher) throws {
        try town.database.perform(
            MoveSession(record: made.code, move: SessionMove(session: session, day: opening + days, half: half)),
            by: reader, on: opening)
    }

    private func problems<P: Refusal>(_ type: P.Type, _ body: () throws -> Void) -> [P] {
        do { try body() } catch let refused as Refused { return refused.problems.compactMap { $0 as? P } } catch {
            return []
        }
        return []
    }

    @Test("a session goes to another half-day, after what is there, and the others stay") func moved() throws {
        try move(try name("分组研讨"), to: 1, .morning)
        #expect(
            try lessons == ["0 morning 形势与任务 甲教授", "1 morning 实务操作 甲教授", "1 morning 分组研讨 "])
        #expect(try sheet.timed(ClassRules()).map(\.number) == [1, 1, 2])
        #expect(throws: NotAllowed.self) { try move(try name("分组研讨"), to: 2, .morning, by: .clerk) }
        #expect(try town.database.faults().isEmpty)
    }

    @Test("outside of the class, into the same half-day, or beyond twelve hours is refused") func refused() throws {
        let session = try name("分组研讨")
        let days = made.scheme.registration...made.scheme.closing
        #expect(
            problems(TimetableProblem.self) { try move(session, to: 5, .morning) } == [.outside(opening + 5, days)])
        #expect(problems(TimetableProblem.self) { try move(session, to: 0, .afternoon) } == [.isThere])
        var long = try sheet
        long.sessions[2].halfHours = 20
        try town.database.perform(KeepTimetable(record: made.code, sheet: long), by: .teacher, on: opening)
        #expect(
            problems(TimetableProblem.self) { try move(session, to: 1, .morning) } == [
                .tooMuch(ClassHalf(day: opening + 1, half: .morning))
            ])
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.call(made, ClassHalf(day: opening, half: .afternoon))
        #expect(refusal { try move(session, to: 2, .morning) } == [.rolled(opening)], "its roll was called")
    }

    @Test("whoever moves what somebody else has changed meanwhile is told; others' sessions are not touched")
    func twoMove() throws {
        let (first, second) = (try name("形势与任务"), try name("实务操作"))
        try move(first, to: 2, .afternoon)
        try move(second, to: 3, .morning, by: .office)
        #expect(try lessons.suffix(2) == ["2 afternoon 形势与任务 甲教授", "3 morning 实务操作 甲教授"])
        #expect(problems(TimetableProblem.self) { try move(first, to: 4, .morning) } == [.notThere])
    }

    private func replace(_ session: String, _ trainer: String, because reason: String = "甲教授临时不能到") throws {
        var taught = ClassSession(course: "形势与任务", room: "301")
        taught.trainer = trainer
        try town.database.perform(
            ReplaceSession(
                record: made.code, replacement: TaughtInstead(session: session, taught: taught, reason: reason)),
            by: .teacher, on: opening)
    }

    @Test("another teaches in the same slot; what stood there stays, counts for nothing and outlasts the form")
    func replaced() throws {
        try replace(try name("形势与任务"), "乙教授")
        var now = try sheet
        #expect(now.sessions[0].trainer == "乙教授" && now.sessions[0].halfHours == 8 && now.sessions[0].day == opening)
        #expect(now.replaced.map(\.session.trainer) == ["甲教授"] && now.replaced.map(\.number) == [1])
        #expect(now.replacedAt.each.map(\.count) == [1, 0, 0])
        let halves = try town.database.read { try $0.one(Timetable.self, made.code, for: .everybody)?.halves }
        #expect(halves?.map(\.halfHours) == [8, 6, 8], "the hours of what is taught")
        now.replaced = []
        now.sessions[1].room = "302"
        try town.database.perform(KeepTimetable(record: made.code, sheet: now), by: .teacher, on: opening)
        #expect(try sheet.replaced.count == 1)
        #expect(problems(TimetableProblem.self) { try replace(try name("形势与任务"), "乙教授") } == [.isSame])
        #expect(problems(TimetableProblem.self) { try replace("2026-10-12.morning.1.00000000", "丙教授") } == [.notThere])
        // Where the half-day is emptied afterwards, it is still told.
        now.sessions.removeFirst()
        try town.database.perform(KeepTimetable(record: made.code, sheet: now), by: .teacher, on: opening)
        #expect(try sheet.replacedAt.left.count == 1)
        #expect(try town.database.faults().isEmpty)
    }

    /// A form that was opened now.
    private func opened() throws -> TimetableSheet {
        var sheet = try sheet
        sheet.base = String(try town.database.read { try $0.seen(Timetable.self, made.code).seq })
        return sheet
    }

    private func keep(_ sheet: TimetableSheet, by reader: Reader = .teacher) throws {
        try town.database.perform(KeepTimetable(record: made.code, sheet: sheet), by: reader, on: opening)
    }

    @Test("two who fill in one timetable both keep what they changed, half-day by half-day") func merged() throws {
        var (one, other) = (try opened(), try opened())
        one.sessions[0].room = "报告厅"
        one.sessions.append(ClassSession(day: opening + 2, half: .morning, course: "测试", halfHours: 4))
        other.sessions[1].course = "分组交流"
        other.sessions.remove(at: 2)
        try keep(one)
        let seen = try town.database.read { try MergedTimetable(other, of: made, in: $0) }
        #expect(
            seen.remarks.map(\.zh) == ["县委党校在您填写期间改了2026-10-12上午、2026-10-14上午，已一并保留"], "it is told before")
        try keep(other, by: .office)
        #expect(
            try lessons == ["0 morning 形势与任务 甲教授", "0 afternoon 分组交流 ", "2 morning 测试 "])
        #expect(try sheet.sessions[0].room == "报告厅")
    }

    @Test("a half-day that both changed otherwise is refused with what stands there now, until they agree")
    func conflict() throws {
        var (one, other) = (try opened(), try opened())
        one.sessions[0].trainer = "乙教授"
        other.sessions[0].trainer = "丙教授"
        other.sessions[1].room = "302"
        try keep(one)
        let refused = problems(MergeProblem.self) { try keep(other, by: .office) }
        #expect(refused.map(\.place) == [ClassHalf(day: opening, half: .morning)])
        #expect(refused.first?.now == "形势与任务（乙教授）" && refused.first?.by == "县委党校")
        #expect(try sheet.sessions[0].trainer == "乙教授" && sheet.sessions[1].room == "301", "nothing was kept")
        other.sessions[0].trainer = "乙教授"
        try keep(other, by: .office)
        #expect(try sheet.sessions[1].room == "302")
    }

    @Test("one lesson that both have moved, each elsewhere, is not taught twice") func movedTwice() throws {
        var (one, other) = (try opened(), try opened())
        one.sessions[1].day = opening + 2
        other.sessions[1].day = opening + 3
        try keep(one)
        #expect(!problems(MergeProblem.self) { try keep(other, by: .office) }.isEmpty)
        #expect(try lessons.filter { $0.contains("分组研讨") }.count == 1)
    }

    @Test("rows of a day alone are no sessions; a row without a course is told") func bare() throws {
        var sheet = try opened()
        sheet.sessions.append(ClassSession(day: opening + 3, half: .morning))
        #expect(sheet.problems(of: made).isEmpty && sheet.filled.sessions.count == 3)
        sheet.sessions[3].room = "301"
        #expect(sheet.problems(of: made) == [.noCourse(row: 3)])
        #expect(TimetableSheet(sessions: [ClassSession(day: opening)]).problems(of: made) == [.noSessions])
    }
}
