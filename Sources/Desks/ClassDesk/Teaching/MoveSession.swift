import Pages
import Store
import Vocabulary

/// Moves one session to another half-day (调整时段). It touches that session alone, so that several people can work at one
/// timetable.
struct MoveSession: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("调整时段", "Session moved")
    static let title = Words("调整时段", "Move a session")
    static let button = Words("调整时段", "Move")
    static let step = "timetable/move"
    var record: String
    var move: SessionMove

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.sessionsNotOpen(in: reading, for: reader) }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let before = try t.timetable(of: found)
        guard let place = before.sheet.index(of: move.session) else { try t.refuse(TimetableProblem.notThere) }
        try t.refuse(move.problems(of: found, before.sheet))
        try t.keepTimetable(before.sheet.moving(place, to: move.place), of: found)
        return found
    }
}

/// What is asked for: which session, and where it goes.
struct SessionMove: Sendable, Hashable {
    var session = ""
    var day = Day.unset
    var half = HalfDay.morning

    var place: ClassHalf { ClassHalf(day: day, half: half) }

    static let form = Form<SessionMove>(
        .init(
            Words("调整时段", "Move a session"), .session(\.session), .day(\.day, "day", Words("改到哪一天", "To the day")),
            .choice(\.half, "half", Words("时段", "Half"))))

    func problems(of found: TrainingClass, _ sheet: TimetableSheet) -> [TimetableProblem] {
        guard let index = sheet.index(of: session), day != .unset else { return [] }
        let days = found.scheme.registration...max(found.scheme.registration, found.scheme.closing)
        if !days.contains(day) { return [.outside(day, days)] }
        if sheet.sessions[index].place == place { return [.isThere] }
        let there = sheet.sessions.filter { $0.place == place }.reduce(sheet.sessions[index].halfHours) {
            $0 + $1.halfHours
        }
        return there > TimetableSheet.mostHalfHours ? [.tooMuch(place)] : []
    }
}

extension TimetableSheet {
    /// With one session in another half-day, after what is there.
    func moving(_ index: Int, to place: ClassHalf) -> TimetableSheet {
        var sheet = self
        var session = sheet.sessions.remove(at: index)
        (session.day, session.half) = (place.day, place.half)
        sheet.sessions.append(session)
        return sheet.inOrder
    }
}

extension TrainingClass {
    /// Why no session of it is moved or replaced.
    func sessionsNotOpen(in reading: some Reading, for reader: Reader) throws -> (any Refusal)? {
        if let problem = try notOpen(in: reading, for: reader) { return problem }
        let isThere = try reading.one(Timetable.self, code, for: .everybody)?.sheet.sessions.isEmpty == false
        return isThere ? nil : TimetableProblem.noTimetable
    }
}
