import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("A timetable against other timetables and against the library", .onEveryEngine) struct TimetableTests {
    private let town: ClassTown
    private let made: TrainingClass
    private let other: TrainingClass

    init() throws {
        town = try ClassTown(TestEngine.current)
        made = try town.calledUp()
        other = try town.calledUp { $0.title = "乡村振兴专题班" }
    }

    private func enter<N: LibraryNoun>(_ type: N.Type, _ entry: N.Entry) throws -> N {
        try town.database.perform(EnterInLibrary<N>(entry: entry), by: .teacher, on: day("2026-03-01"))
    }

    private func trainer(_ name: String, away: [DaysAway] = []) throws -> Trainer {
        var entry = TrainerEntry()
        (entry.name, entry.unit, entry.away) = (name, "市行政学院", away)
        return try enter(Trainer.self, entry)
    }

    private func room(_ name: String, holds: Int = 50) throws -> Room {
        try enter(Room.self, RoomEntry(name: name, capacity: holds))
    }

    private func session(
        _ course: String, _ trainer: Trainer?, _ room: Room?, half: HalfDay = .morning, after days: Int = 0
    ) -> ClassSession {
        var session = ClassSession(
            day: made.scheme.opening + days, half: half, course: course, trainer: trainer?.entry.printed ?? "",
            room: room?.entry.printed ?? "", halfHours: 8)
        (session.trainerCode, session.roomCode) = (trainer?.code, room?.code)
        return session
    }

    private func keep(_ sessions: ClassSession..., of found: TrainingClass) throws {
        try town.database.perform(
            KeepTimetable(record: found.code, sheet: TimetableSheet(sessions: sessions)), by: .teacher,
            on: ClassTown.applied + 20)
    }

    private func remarks(_ sessions: ClassSession...) throws -> [[String]] {
        try town.asking { ask in
            try TimetableCheck(made, TimetableSheet(sessions: sessions), ask).remarks.map { $0.map(\.zh) }
        }
    }

    @Test("a trainer and a room wanted twice are told at their session; a lesson to both classes together is no clash")
    func clashes() throws {
        let (one, another) = (try trainer("沈砚秋"), try trainer("顾怀川"))
        let (hall, small) = (try room("301报告厅"), try room("201教室"))
        try keep(session("形势与任务", one, hall), of: other)
        #expect(
            try remarks(session("数据治理", one, small), session("流程再造", another, hall, half: .afternoon)) == [
                ["教师冲突：沈砚秋（市行政学院）同时在“乡村振兴专题班”授课"], [],
            ])
        #expect(try remarks(session("数据治理", another, hall)) == [["教室冲突：301报告厅同时由“乡村振兴专题班”使用"]])
        #expect(try remarks(session("形势与任务", one, hall)) == [[]], "both classes together")
        // As free text it is the same as before.
        var typed = session("数据治理", nil, nil)
        typed.trainer = "沈砚秋（市行政学院）"
        #expect(try remarks(typed).first?.count == 1)
    }

    @Test("a room is too small for those who are taught in it together") func capacity() throws {
        let (one, small) = (try trainer("沈砚秋"), try room("201教室", holds: 5))
        try keep(session("形势与任务", one, small), of: other)
        #expect(try remarks(session("形势与任务", one, small)) == [["201教室容纳5人，上课6人"]])
        #expect(try remarks(session("形势与任务", nil, small, half: .afternoon)) == [[]], "alone they fit")
    }

    @Test("who is not free, and what is out of use by then, are pointed out") func notFree() throws {
        let opening = made.scheme.opening
        let one = try trainer("沈砚秋", away: [DaysAway(from: opening, to: opening)])
        let hall = try room("301报告厅")
        #expect(try remarks(session("形势", one, hall)) == [["沈砚秋这一天不能授课"]])
        #expect(try remarks(session("形势", one, hall, after: 1)) == [[]])
        try town.database.perform(
            StopUsing<Room>(record: hall.code, reason: "维修"), by: .teacher, on: opening + 1)
        #expect(try remarks(session("形势", nil, hall)) == [[]], "in use until then")
        #expect(try remarks(session("形势", nil, hall, after: 1)) == [["301报告厅已停用：维修"]])
    }

    @Test("a main class with too little theory and party spirit is told so; what is not in the library is of no kind")
    func composition() throws {
        func course(_ title: String, _ kind: CourseKind) throws -> Course {
            var entry = CourseEntry()
            (entry.title, entry.kind) = (title, kind)
            return try enter(Course.self, entry)
        }
        let (theory, spirit) = (try course("理论", .theory), try course("党性", .partySpirit))
        func taught(_ course: Course?, _ halfHours: Int, way: TeachingWay = .classroom) -> ClassSession {
            var session = ClassSession(
                day: made.scheme.opening, half: .morning, course: course?.title ?? "其他", way: way, halfHours: halfHours)
            session.courseCode = course?.code
            return session
        }
        func remarks(_ kind: ClassKind, _ sessions: ClassSession...) throws -> [String] {
            try town.database.read { reading in
                let library = try LibraryInUse(of: sessions, in: reading, for: .everybody)
                return ClassComposition(sessions, library).remarks(of: kind, ClassRules()).map(\.zh)
            }
        }
        // Fourteen and four of twenty, and the way there counts for nothing.
        #expect(
            try remarks(.main, taught(theory, 10), taught(spirit, 4), taught(nil, 6), taught(nil, 9, way: .travel))
                == [])
        #expect(
            try remarks(.main, taught(theory, 10), taught(spirit, 3), taught(nil, 7)) == [
                "理论教育和党性教育占65%，主体班不少于70%（3.5学时未从课程库选取，不知类别）",
                "党性教育占15%，主体班不少于20%（3.5学时未从课程库选取，不知类别）",
            ])
        #expect(try remarks(.special, taught(nil, 8)) == [])
    }

    @Test("a week is copied with its half-days, from Monday to Monday") func copied() {
        // 12 October 2026 is a Monday.
        let sheet = TimetableSheet(sessions: [
            ClassSession(day: day("2026-10-12"), half: .morning, course: "甲", halfHours: 8),
            ClassSession(day: day("2026-10-14"), half: .afternoon, course: "乙", halfHours: 6),
        ])
        #expect(sheet.weeks == [day("2026-10-12")])
        let copied = sheet.copying(week: day("2026-10-13"), to: day("2026-10-21"))
        #expect(
            copied.sessions.map(\.day) == ["2026-10-12", "2026-10-14", "2026-10-19", "2026-10-21"].map { day($0) })
        #expect(copied.sessions.map(\.course) == ["甲", "乙", "甲", "乙"])
        #expect(sheet.copying(week: day("2026-10-12"), to: day("2026-10-12")) == sheet)
    }

    @Test("sessions of a half-day follow one another from its bell on") func clock() {
        let sheet = TimetableSheet(sessions: [
            ClassSession(day: day("2026-10-12"), half: .morning, course: "开班式", halfHours: 2),
            ClassSession(day: day("2026-10-12"), half: .morning, course: "形势", halfHours: 6),
            ClassSession(day: day("2026-10-12"), half: .afternoon, course: "研讨", halfHours: 6),
        ])
        let timed = sheet.timed(ClassRules())
        #expect(timed.map(\.clock) == ["8:30–9:15", "9:15–11:30", "14:30–16:45"])
        #expect(timed.map(\.number) == [1, 2, 1])
    }

    @Test("a lesson at a field-teaching site is of the site's kind") func fieldVisit() throws {
        var entry = SiteEntry()
        (entry.name, entry.theme, entry.county, entry.kind) = ("党史馆", "党史", "河畔县", .partySpirit)
        let site = try enter(TeachingSite.self, entry)
        var visit = ClassSession(day: made.scheme.opening, half: .afternoon, course: "现场", way: .field, halfHours: 6)
        visit.siteCode = site.code
        let composition = try town.database.read { reading in
            ClassComposition([visit], try LibraryInUse(of: [visit], in: reading, for: .everybody))
        }
        #expect(composition.halfHours == [.partySpirit: 6] && composition.unknown == 0)
        #expect(
            try town.database.read { try $0.one(TeachingSite.self, site.code, for: .everybody)?.entry.kind }
                == .partySpirit)
    }

    @Test("a session on a day off is pointed out, but for the way there; so is a class that opens on one")
    func daysOff() throws {
        // 17 October 2026 is a Saturday, 10 October one that is worked for it.
        let saturday = ClassSession(day: day("2026-10-17"), half: .morning, course: "形势", halfHours: 8)
        var travel = saturday
        (travel.day, travel.way) = (day("2026-10-18"), .travel)
        #expect(try remarks(saturday, travel) == [["这一天是休息日（周六）"], []])
        #expect(try remarks(ClassSession(day: day("2026-10-16"), half: .morning, course: "形势", halfHours: 8)) == [[]])
        var scheme = made.scheme
        (scheme.opening, scheme.closing) = (day("2026-10-17"), day("2026-10-18"))
        #expect(
            try town.asking { try scheme.daysOff($0).map(\.zh) } == [
                "开班日期2026-10-17：这一天是休息日（周六）", "结业日期2026-10-18：这一天是休息日（周日）",
            ])
    }

    @Test("every class that meets in the same days is held against it, however many there are") func many() throws {
        let one = try trainer("沈砚秋")
        try keep(session("形势与任务", one, nil), of: other)
        let all = try town.database.read { reading in
            try reading.otherTimetables(
                besides: made.code, TimetableSheet(sessions: [session("数据", one, nil, after: 1)]))
        }
        #expect(all.isEmpty, "it meets on another day alone")
        let same = try town.database.read { reading in
            try reading.otherTimetables(besides: made.code, TimetableSheet(sessions: [session("数据", one, nil)]))
        }
        #expect(same.map(\.found.code) == [other.code])
    }

    @Test(
        "what lasts beyond the next bell, stands twice, or changes the hours of a roll that was called is pointed out")
    func crowded() throws {
        var long = session("形势", nil, nil)
        long.halfHours = 20
        #expect(try remarks(long) == [["上到16:00，晚于下一段上课时间14:30"]])
        var short = session("形势", nil, nil)
        short.halfHours = 4
        #expect(try remarks(short, short) == [[], ["这半天已排过同一节课"]])
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        try town.call(made, ClassHalf(day: made.scheme.opening, half: .morning))
        var sheet = try town.database.read {
            try #require(try $0.one(Timetable.self, made.code, for: .everybody)).sheet
        }
        #expect(try town.asking { try sheet.hoursOfRolls(of: made, $0) }.isEmpty)
        sheet.sessions[0].halfHours = 12
        #expect(
            try town.asking { try sheet.hoursOfRolls(of: made, $0).map(\.zh) } == [
                "2026-10-12上午已登记考勤，学时由4改为6，学员的出勤学时随之变动"
            ])
    }
}
