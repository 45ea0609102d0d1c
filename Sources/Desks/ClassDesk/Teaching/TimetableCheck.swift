import Pages
import Storage
import Store
import Vocabulary

/// A timetable against the timetables of other classes and against the library: what is wanted twice, is not free, is out of
/// use or too small. Shown, never refused (docs/decisions/0102).
struct TimetableCheck {
    private let found: TrainingClass
    private let sessions: [ClassSession]
    private let others: [(found: TrainingClass, sessions: [ClassSession])]
    private let library: LibraryInUse
    let calendar: WorkingCalendar

    init(_ found: TrainingClass, _ sheet: TimetableSheet, _ ask: Ask) throws {
        self.found = found
        sessions = sheet.sessions
        let others = try ask.reading.otherTimetables(besides: found.code, sheet)
        self.others = others
        library = try LibraryInUse(of: sheet.sessions, in: ask.reading, for: ask.reader)
        calendar = try ask.reading.workingCalendar()
        let clashes = sheet.sessions.map { session in
            session.day == .unset ? [] : Self.clashes(session, Self.theirs(at: session, others))
        }
        isWantedTwice = clashes.map { !$0.isEmpty }
        remarks = []
        let crowded = sheet.crowded(try ask.classRules)
        remarks = sheet.sessions.indices.map { place in
            let session = sheet.sessions[place]
            return session.day == .unset ? [] : clashes[place] + own(session) + crowded[place]
        }
    }

    /// What is the matter with each session, in the order of the timetable; of most nothing.
    private(set) var remarks: [[Words]]
    /// Whether somebody or something of it is wanted twice.
    let isWantedTwice: [Bool]

    /// The same one after the other, each with its half-day.
    var all: [Words] {
        zip(sessions, remarks).flatMap { session, remarks in
            remarks.map {
                Words(
                    "\(session.day.iso)\(session.half.words.zh)：\($0.zh)",
                    "\(session.day.iso), \(session.half.words.en.lowercased()): \($0.en)")
            }
        }
    }

    /// A trainer, a room or a site wanted twice in one half-day.
    private static func clashes(_ session: ClassSession, _ theirs: [(TrainingClass, ClassSession)]) -> [Words] {
        theirs.flatMap { other, theirs -> [Words] in
            if session.isTogether(with: theirs) { return [] }
            var found: [Words] = []
            if session.hasTrainer(of: theirs) {
                found.append(
                    Words(
                        "教师冲突：\(session.trainer)同时在“\(other.title)”授课",
                        "\(session.trainer) teaches “\(other.title)” then"))
            }
            // Another trainer of the same course in the same room is the same lesson, which one of the two has wrong.
            if session.hasPlace(of: theirs), theirs.course != session.course {
                found.append(
                    Words(
                        "\(session.siteCode == nil ? "教室" : "教学点")冲突：\(session.room)同时由“\(other.title)”使用",
                        "\(session.room) is used by “\(other.title)” then"))
            }
            return found
        }
    }

    private static func theirs(
        at session: ClassSession, _ others: [(found: TrainingClass, sessions: [ClassSession])]
    ) -> [(TrainingClass, ClassSession)] {
        others.flatMap { other in
            other.sessions.filter { $0.day == session.day && $0.half == session.half }.map { (other.found, $0) }
        }
    }

    /// What the library says against it.
    private func own(_ session: ClassSession) -> [Words] {
        var remarks: [Words] = []
        if session.way != .travel, let off = calendar.whyOff(session.day) { remarks.append(off) }
        if let trainer = session.trainerCode.flatMap({ library.trainers[$0] }) {
            if trainer.entry.isAway(on: session.day) {
                remarks.append(
                    Words("\(trainer.title)这一天不能授课", "\(trainer.title) is not free on that day"))
            }
            remarks += stopped(trainer, session)
        }
        // Who is taught together sits together.
        let heads = Self.theirs(at: session, others).filter { session.isTogether(with: $0.1) }
            .reduce(found.scheme.heads) { $0 + $1.0.scheme.heads }
        if let room = session.roomCode.flatMap({ library.rooms[$0] }) {
            remarks += tooSmall(room.entry.capacity, heads, session) + stopped(room, session)
        }
        if let site = session.siteCode.flatMap({ library.sites[$0] }) {
            remarks += tooSmall(site.entry.capacity, heads, session) + stopped(site, session)
        }
        if let course = session.courseCode.flatMap({ library.courses[$0] }) { remarks += stopped(course, session) }
        if let one = session.caseCode.flatMap({ library.cases[$0] }) { remarks += stopped(one, session) }
        return remarks
    }

    private func tooSmall(_ capacity: Int, _ heads: Int, _ session: ClassSession) -> [Words] {
        guard capacity < heads else { return [] }
        return [
            Words(
                "\(session.room)容纳\(capacity)人，上课\(heads)人", "\(session.room) holds \(capacity), \(heads) are taught")
        ]
    }

    /// Taken out of use by the day of the session.
    private func stopped(_ entry: some LibraryNoun, _ session: ClassSession) -> [Words] {
        guard let stop = entry.stop, stop.day <= session.day else { return [] }
        return [Words("\(entry.title)已停用：\(stop.reason)", "\(entry.title) is out of use: \(stop.reason)")]
    }
}

extension ClassSession {
    /// One lesson to several classes together is no clash.
    func isTogether(with other: ClassSession) -> Bool {
        other.course == course && hasTrainer(of: other) && hasPlace(of: other)
    }

    func hasTrainer(of other: ClassSession) -> Bool {
        if let mine = trainerCode, let theirs = other.trainerCode { return mine == theirs }
        return !trainer.isEmpty && trainer == other.trainer
    }

    func hasPlace(of other: ClassSession) -> Bool {
        if let mine = roomCode ?? siteCode, let theirs = other.roomCode ?? other.siteCode { return mine == theirs }
        return !room.isEmpty && room == other.room
    }
}

/// What of the library some sessions use, by code.
struct LibraryInUse {
    let trainers: [String: Trainer]
    let courses: [String: Course]
    let rooms: [String: Room]
    let sites: [String: TeachingSite]
    let cases: [String: TeachingCase]

    init(of sessions: [ClassSession], in reading: some Reading, for reader: Reader) throws {
        func named<N: LibraryNoun>(_ type: N.Type) throws -> [String: N] {
            let codes = Set(sessions.compactMap { N.used(in: $0) })
            let found = codes.isEmpty ? [] : try reading.nouns(type, codes.sorted(), for: reader)
            return Dictionary(found.map { ($0.code, $0) }) { first, _ in first }
        }
        trainers = try named(Trainer.self)
        courses = try named(Course.self)
        rooms = try named(Room.self)
        sites = try named(TeachingSite.self)
        cases = try named(TeachingCase.self)
    }

    /// Of which kind a session is; nil: the library does not tell.
    func kind(of session: ClassSession) -> CourseKind? {
        if session.caseCode != nil { return .caseLesson }
        return session.courseCode.flatMap { courses[$0]?.entry.kind }
            ?? session.siteCode.flatMap { sites[$0]?.entry.kind }
    }
}

extension TimetableSheet {
    /// What is said of it before it is kept, after what else there is to say.
    func remarks(of found: TrainingClass, besides others: [Words] = [], _ ask: Ask) throws -> HTML {
        let planned = found.scheme.hours
        let hours = Figure.plain(Double(sessions.reduce(0) { $0 + $1.halfHours }) / 2)
        let library = try LibraryInUse(of: sessions, in: ask.reading, for: ask.reader)
        let composition = ClassComposition(sessions, library).remarks(of: found.scheme.kind, try ask.classRules)
        return .section(
            .p(.say("合计\(hours)学时，计划\(planned)学时。", "\(hours) of \(planned) hours.")),
            .warnings(
                others + (try hoursOfRolls(of: found, ask)) + (try TimetableCheck(found, self, ask).all) + composition))
    }
}
