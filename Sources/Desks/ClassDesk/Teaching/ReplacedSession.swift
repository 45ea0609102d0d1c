import Store
import Vocabulary

/// A session in whose place another was taught (换课): it keeps its slot on the page and in documents, struck through, and counts
/// for nothing.
struct ReplacedSession: Sendable, Hashable {
    var session: ClassSession
    /// Its place in its half-day, from 1.
    var number: Int
    var day: Day
    var reason: String

    static let table = Table<ReplacedSession>(
        "replaced_sessions", Column("day") { $0.session.day }, Column("half") { $0.session.half },
        Column("number") { $0.number }, Column("course") { $0.session.course }, Column("way") { $0.session.way },
        Column("trainer") { $0.session.trainer }, Column("room") { $0.session.room },
        Column("half_hours") { $0.session.halfHours }, Column("course_code") { $0.session.courseCode },
        Column("case_code") { $0.session.caseCode }, Column("trainer_code") { $0.session.trainerCode },
        Column("room_code") { $0.session.roomCode }, Column("site_code") { $0.session.siteCode },
        Column("replaced_day") { $0.day }, Column("reason") { $0.reason }
    ) {
        day, half, number, course, way, trainer, room, halfHours, courseCode, caseCode, trainerCode, roomCode, siteCode,
        replaced, reason in
        ReplacedSession(
            session: ClassSession(
                day: day, half: half, course: course, way: way, trainer: trainer, room: room, halfHours: halfHours,
                courseCode: courseCode, caseCode: caseCode, trainerCode: trainerCode, roomCode: roomCode,
                siteCode: siteCode), number: number, day: replaced, reason: reason)
    }

    /// Why, and since when: `2026-10-12更换：教师临时不能到`.
    var said: Words { Words("\(day.iso)更换：\(reason)", "replaced on \(day.iso): \(reason)") }
}

extension TimetableSheet {
    /// Sessions in the order of the timetable, those of a half-day as they stood.
    var inOrder: TimetableSheet {
        var sheet = self
        sheet.sessions = sessions.enumerated().sorted {
            ($0.element.day, $0.element.half, $0.offset) < ($1.element.day, $1.element.half, $1.offset)
        }.map(\.element)
        return sheet
    }

    /// What stood there before each session, in the order of `sessions`; `left` are those of half-days that have fewer
    /// sessions now.
    var replacedAt: (each: [[ReplacedSession]], left: [ReplacedSession]) {
        var open = replaced
        var numbers: [ClassHalf: Int] = [:]
        let each = sessions.map { session in
            numbers[session.place, default: 0] += 1
            let number = numbers[session.place, default: 0]
            let here = open.filter { $0.session.place == session.place && $0.number == number }
            open.removeAll { $0.session.place == session.place && $0.number == number }
            return here
        }
        return (each, open)
    }
}

extension ClassSession {
    var place: ClassHalf { ClassHalf(day: day, half: half) }
}
