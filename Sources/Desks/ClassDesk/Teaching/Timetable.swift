import Pages
import Spelling
import Store
import Vocabulary

/// What is taught when, by whom and where (课程表).
struct Timetable: Noun {
    var trainingClass: String
    /// The day on which it was last changed.
    var kept: Day
    var sheet: TimetableSheet

    static let table = Table<Timetable>(
        "class_timetables", Column("class") { $0.trainingClass }, Column("kept_day") { $0.kept },
        make: { Timetable(trainingClass: $0, kept: $1, sheet: TimetableSheet()) })
    static let lists = [
        NounList<Timetable>(
            \.sheet.sessions, owner: "class",
            Table(
                "class_sessions", Column("day") { $0.day }, Column("half") { $0.half }, Column("course") { $0.course },
                Column("way") { $0.way }, Column("trainer") { $0.trainer }, Column("room") { $0.room },
                Column("half_hours") { $0.halfHours }, Column("course_code") { $0.courseCode },
                Column("case_code") { $0.caseCode }, Column("trainer_code") { $0.trainerCode },
                Column("room_code") { $0.roomCode }, Column("site_code") { $0.siteCode }, make: ClassSession.init)),
        NounList(\.sheet.replaced, owner: "class", ReplacedSession.table),
    ]
    static let reach = Reach.everybody
}

struct TimetableSheet: Sendable, Hashable {
    var sessions: [ClassSession] = []
    /// What another was taught in the place of. No form asks for it.
    var replaced: [ReplacedSession] = []
    /// The change of the timetable from which a form began; empty: none is told. It is kept nowhere.
    var base = ""

    /// A half-day has twelve hours at most.
    static let mostHalfHours = 24
    /// Half a year of mornings, afternoons and evenings.
    static let mostSessions = 400

    static let form = Form<TimetableSheet>(
        .init(
            Words("课程表", "Timetable"),
            .rows(
                \.sessions, "sessions", Words("课程表", "Timetable"),
                of: Form<ClassSession>(
                    .init(
                        Words("课程", "Session"), .day(\.day, "day", Words("日期", "Day")),
                        .choice(\.half, "half", Words("时段", "Half")),
                        .suggested(
                            \.chosenCourse, "course", Words("课程（活动）内容", "Course"), isRequired: false, rule: .title,
                            list: LibraryList.courses, among: { try LibraryList.courses($0) }),
                        .choice(\.way, "way", Words("形式", "How")),
                        .suggested(
                            \.chosenTrainer, "trainer", Words("授课人（单位、职务）", "Trainer"), isRequired: false,
                            list: LibraryList.trainers, among: { try LibraryList.trainers($0) }),
                        .suggested(
                            \.chosenPlace, "room", Words("地点", "Place"), isRequired: false, list: LibraryList.places,
                            among: { try LibraryList.places($0) }),
                        .hours(\.halfHours, "hours", Words("学时", "Hours"), most: 12))),
                blank: ClassSession(),
                hint: Words(
                    "课程、授课人、地点可从库里选，也可直接填写；只有从库里选的才检查容量、停用和讲课费。只有日期的行不算",
                    "Courses, trainers and places may be chosen from the library or typed; only what is chosen is checked. A row with a day alone counts for nothing"
                ),
                most: mostSessions), .hidden(\.base, "base")))
}

/// One course or event in one half-day.
struct ClassSession: Sendable, Hashable {
    var day = Day.unset
    var half = HalfDay.morning
    var course = ""
    var way = TeachingWay.classroom
    var trainer = ""
    var room = ""
    var halfHours = 0
    /// What of it is in the library; the texts above say what was printed then.
    var courseCode: String?
    var caseCode: String?
    var trainerCode: String?
    var roomCode: String?
    var siteCode: String?
}

extension ClassSession {
    /// A course or a case.
    var chosenCourse: Suggested {
        get { Suggested(course, code: courseCode ?? caseCode) }
        set {
            course = newValue.text
            courseCode = newValue.code.flatMap { Course.series.has($0) ? $0 : nil }
            caseCode = newValue.code.flatMap { TeachingCase.series.has($0) ? $0 : nil }
        }
    }

    var chosenTrainer: Suggested {
        get { Suggested(trainer, code: trainerCode) }
        set { (trainer, trainerCode) = (newValue.text, newValue.code) }
    }

    /// A room or a field-teaching site.
    var chosenPlace: Suggested {
        get { Suggested(room, code: roomCode ?? siteCode) }
        set {
            room = newValue.text
            roomCode = newValue.code.flatMap { Room.series.has($0) ? $0 : nil }
            siteCode = newValue.code.flatMap { TeachingSite.series.has($0) ? $0 : nil }
        }
    }
}

extension CodeSeries {
    /// Whether a code is of this series.
    fileprivate func has(_ code: String) -> Bool { code.hasPrefix(rawValue) }
}

/// The unit of timetable and attendance (半天).
enum HalfDay: String, Named, Stored, Comparable {
    case morning, afternoon, evening

    var words: Words {
        switch self {
        case .morning: Words("上午", "Morning")
        case .afternoon: Words("下午", "Afternoon")
        case .evening: Words("晚上", "Evening")
        }
    }

    private var place: Int { self == .morning ? 0 : self == .afternoon ? 1 : 2 }

    static func < (one: HalfDay, other: HalfDay) -> Bool { one.place < other.place }
}

/// One half-day of a class: what its sessions come to.
struct ClassHalf: Hashable, Comparable {
    var day: Day
    var half: HalfDay

    static func < (one: ClassHalf, other: ClassHalf) -> Bool { (one.day, one.half) < (other.day, other.half) }
}

extension Timetable {
    /// The half-days in order, with their hours in halves.
    var halves: [(place: ClassHalf, halfHours: Int)] {
        Dictionary(grouping: sheet.sessions, by: \.place)
            .map { ($0.key, $0.value.reduce(0) { $0 + $1.halfHours }) }.sorted { $0.0 < $1.0 }
    }

    var halfHours: Int { sheet.sessions.reduce(0) { $0 + $1.halfHours } }
}

/// Keeps the timetable of a class (编排课程).
struct KeepTimetable: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("编排课程表", "Timetable kept")
    static let title = Words("编排课程", "Timetable")
    static let button = Words("编排课程", "Timetable")
    static let step = "timetable/edit"
    static let settles = true
    var record: String
    var sheet: TimetableSheet

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.notOpen(in: reading, for: reader) }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        try t.refuse(sheet.problems(of: found))
        let merged = try MergedTimetable(sheet, of: found, in: t)
        try t.refuse(merged.problems)
        try t.keepTimetable(merged.sheet, of: found)
        return found
    }
}

extension ActTransaction {
    func timetable(of found: TrainingClass) throws -> Timetable {
        guard let timetable = try one(Timetable.self, found.code, for: reader) else {
            try refuse(TimetableProblem.noTimetable)
        }
        return timetable
    }

    /// Half-days whose roll was called stay on it.
    func keepTimetable(_ sheet: TimetableSheet, of found: TrainingClass) throws {
        let made = Timetable(trainingClass: found.code, kept: today, sheet: sheet.inOrder)
        let kept = Set(made.halves.map(\.place))
        for roll in try all(RollCall.self, for: .everybody, where: "class = \(found.code)", order: "day")
        where !kept.contains(roll.place) {
            try refuse(ClassProblem.rolled(roll.day))
        }
        guard let before = try one(Timetable.self, found.code, for: reader) else { return try insert(made) }
        if before.sheet == made.sheet { try refuse(ClassProblem.nothingChanged) }
        try update(made)
    }
}

extension ClassSession {
    /// A day and nothing else, as the form offers it.
    var isBare: Bool { course.isEmpty && trainer.isEmpty && room.isEmpty && halfHours == 0 }
}

extension TimetableSheet {
    /// Without the rows that nobody filled in.
    var filled: TimetableSheet {
        var sheet = self
        sheet.sessions.removeAll(where: \.isBare)
        return sheet
    }

    func problems(of found: TrainingClass) -> [ClassProblem] {
        var problems: [ClassProblem] = []
        var hours: [ClassHalf: Int] = [:]
        if filled.sessions.isEmpty { problems.append(.noSessions) }
        for (row, session) in sessions.enumerated() where session.day != .unset && !session.isBare {
            if session.course.isEmpty { problems.append(.noCourse(row: row)) }
            if session.day < found.scheme.registration || session.day > found.scheme.closing {
                problems.append(.sessionOutside(row: row, session.day))
            }
            hours[session.place, default: 0] += session.halfHours
            if hours[session.place, default: 0] > Self.mostHalfHours {
                problems.append(.sameHalf(row: row))
            }
        }
        return problems
    }
}
