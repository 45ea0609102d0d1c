import Formats
import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("What a calendar program is told of a timetable that changes", .onEveryEngine) struct TimetableCalendarTests {
    private let town: ClassTown
    private let made: TrainingClass
    private let opening: Day
    private let one: Trainer
    private let other: Trainer

    init() throws {
        town = try ClassTown(TestEngine.current)
        made = try town.calledUp()
        opening = made.scheme.opening
        one = try Self.trainer("沈砚秋", in: town)
        other = try Self.trainer("顾怀川", in: town)
    }

    private static func trainer(_ name: String, in town: ClassTown) throws -> Trainer {
        var entry = TrainerEntry()
        entry.name = name
        return try town.database.perform(EnterInLibrary<Trainer>(entry: entry), by: .teacher, on: ClassTown.applied)
    }

    private func session(_ course: String, _ trainer: Trainer, _ half: HalfDay = .morning, after days: Int = 0)
        -> ClassSession
    {
        var session = ClassSession(
            day: opening + days, half: half, course: course, trainer: trainer.title, room: "301", halfHours: 6)
        session.trainerCode = trainer.code
        return session
    }

    private func keep(_ sessions: ClassSession...) throws {
        try town.database.perform(
            KeepTimetable(record: made.code, sheet: TimetableSheet(sessions: sessions)), by: .teacher,
            on: ClassTown.applied + 20)
    }

    private func events(of trainer: Trainer? = nil) throws -> [CalendarEvent] {
        try town.asking { ask in
            let found = try #require(try ask.reading.one(TrainingClass.self, made.code, for: .everybody))
            return try found.calendarEvents(ask, of: trainer?.code).all
        }
    }

    @Test("a session that is moved is the same event at another time; the others are not touched") func moved() throws {
        try keep(session("形势", one), session("研讨", other, .afternoon))
        let before = try events()
        try keep(session("研讨", other, .afternoon), session("形势", one, after: 2))
        let after = try events()
        #expect(after.map(\.uid) == before.map(\.uid) && after.allSatisfy { !$0.isCancelled })
        #expect(after.map(\.sequence) == [1, 0])
        #expect(after[0].span != before[0].span && after[1] == before[1])
        #expect(after[0].details?.contains("调整：原为2026-10-12上午 形势（沈砚秋）") == true)
    }

    @Test("who takes over a lesson has it as theirs, and for the other it is cancelled, with the reason")
    func replaced() throws {
        try keep(session("形势", one))
        let before = try events(of: one)
        let name = try town.database.read { reading in
            try #require(try reading.one(Timetable.self, made.code, for: .everybody)?.sheet.named.first).name
        }
        try town.database.perform(
            ReplaceSession(
                record: made.code,
                replacement: TaughtInstead(session: name, taught: session("形势", other), reason: "临时出差")),
            by: .teacher, on: opening)
        let (theirs, others, all) = (try events(of: one), try events(of: other), try events())
        #expect(theirs.map(\.uid) == before.map(\.uid) && theirs.map(\.isCancelled) == [true])
        #expect(theirs.map(\.sequence) == [1])
        #expect(others.map(\.isCancelled) == [false] && all.map(\.isCancelled) == [false])
        #expect(all.first?.details?.contains("原为2026-10-12上午 形势（沈砚秋），临时出差") == true)
    }

    @Test("what is struck off is cancelled, and so is all of a class that is cancelled, each with a later number")
    func cancelled() throws {
        try keep(session("形势", one), session("研讨", other, .afternoon))
        try keep(session("形势", one))
        #expect(try events().map(\.isCancelled) == [false, true] && events().map(\.sequence) == [0, 1])
        try keep(session("形势", one), session("测试", one, .afternoon))
        #expect(try events().count == 3, "another lesson in the same half-day is another event")
        try town.database.perform(CancelClass(record: made.code, reason: "改期"), by: .office, on: ClassTown.applied + 21)
        #expect(try events().allSatisfy { $0.isCancelled } && events().map(\.sequence) == [1, 2, 1])
    }

    @Test("when half-days begin otherwise, every session is told anew") func bells() throws {
        try keep(session("形势", one))
        let before = try events()
        var rules = ClassRules()
        rules.morningAt = 900
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: ClassTown.applied + 21)
        let after = try events()
        #expect(after.map(\.uid) == before.map(\.uid) && after[0].sequence > before[0].sequence)
        #expect(after[0].span != before[0].span)
    }

    @Test("what has no hours takes some time all the same") func travel() throws {
        var journey = session("前往", one)
        (journey.halfHours, journey.way) = (0, .travel)
        try keep(journey)
        guard case .times(let from, let to) = try #require(try events().first).span else {
            Issue.record("no times")
            return
        }
        #expect(from.seconds < to.seconds)
    }
}
