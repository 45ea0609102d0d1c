import Pages
import Store
import Vocabulary

/// A session with the clock: those of a half-day follow one another from its bell on (作息时间).
struct TimedSession {
    var session: ClassSession
    /// In its half-day, from 1.
    var number: Int
    /// In seconds from midnight.
    var from: Int
    var to: Int

    /// `8:30–12:00`; empty: it has no hours.
    var clock: String { from == to ? "" : "\(Self.clock(from))–\(Self.clock(to))" }

    /// When it is over: `12:00`
    var end: String { Self.clock(to) }

    private static func clock(_ seconds: Int) -> String {
        let minutes = seconds / 60 % 60
        return "\(seconds / 3600):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}

extension TimetableSheet {
    /// In the order of the timetable.
    func timed(_ rules: ClassRules) -> [TimedSession] {
        var last: [ClassHalf: TimedSession] = [:]
        return sessions.map { session in
            let place = session.place
            let from = last[place]?.to ?? rules.begins(session.half).seconds
            let timed = TimedSession(
                session: session, number: (last[place]?.number ?? 0) + 1, from: from,
                to: from + session.halfHours * rules.schoolHour * 30)
            last[place] = timed
            return timed
        }
    }
}
