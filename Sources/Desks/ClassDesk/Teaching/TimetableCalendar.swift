import Formats
import Pages
import Store
import Vocabulary

extension TrainingClass {
    /// The timetable for a calendar program (RFC 5545): a change replaces what was taken in before, and what was struck off
    /// the timetable is cancelled there too.
    func calendar(_ ask: Ask) throws -> Answered {
        let changes = try ask.reading.changes(of: Timetable.self, code)
        guard let last = changes.last, let stamp = CalendarMoment(last.row.at) else {
            throw NotFound(context: ask.context)
        }
        let rules = try ask.classRules
        let now = stage == .cancelled ? [:] : slots(last.after, rules)
        // Whatever any earlier timetable had is known to somebody's calendar.
        var known: [String: CalendarEvent] = [:]
        for change in changes { known.merge(slots(change.after, rules)) { _, later in later } }
        let events = known.keys.sorted().compactMap { uid in
            var event = now[uid] ?? known[uid]
            event?.isCancelled = now[uid] == nil
            event?.sequence = changes.count
            return event
        }
        let feed = CalendarFeed(name: title, stamp: stamp, events: events)
        return .file(
            Array(feed.text.utf8), type: "text/calendar; charset=utf-8", name: "\(code).ics", shown: "\(title)课程表.ics")
    }

    /// Sessions of a half-day follow one another from its bell on.
    private func slots(_ timetable: Timetable?, _ rules: ClassRules) -> [String: CalendarEvent] {
        var events: [String: CalendarEvent] = [:]
        let halves = Dictionary(grouping: timetable?.sheet.sessions ?? []) { ClassHalf(day: $0.day, half: $0.half) }
        for (place, sessions) in halves {
            let (year, month, dayOfMonth) = place.day.civil
            guard let day = CalendarDay(year: year, month: month, day: dayOfMonth) else { continue }
            var from = rules.bell(place.half)
            for (number, session) in sessions.enumerated() {
                let to = from + session.halfHours * rules.schoolHour * 30
                let uid = "\(code)-\(place.day.iso)-\(place.half.rawValue)-\(number + 1)@xingzhi"
                events[uid] = CalendarEvent(
                    uid: uid, span: .times(CalendarMoment(day, seconds: from), CalendarMoment(day, seconds: to)),
                    title: session.course, place: session.room.isEmpty ? nil : session.room,
                    details: session.trainer.isEmpty ? title : "\(title)，\(session.trainer)")
                from = to
            }
        }
        return events
    }
}

extension ClassRules {
    /// When a half-day begins, in seconds from midnight (作息时间).
    fileprivate func bell(_ half: HalfDay) -> Int {
        let clock =
            switch half {
            case .morning: morningAt
            case .afternoon: afternoonAt
            case .evening: eveningAt
            }
        return clock / 100 * 3600 + min(59, clock % 100) * 60
    }
}

extension CalendarMoment {
    /// A moment of the journal: `2026-09-30T08:15:30.125Z`.
    fileprivate init?(_ moment: String) {
        let parts = moment.prefix(19).split { "-T:".contains($0) }.compactMap { Int($0) }
        guard parts.count == 6, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        self.init(day, seconds: parts[3] * 3600 + parts[4] * 60 + parts[5])
    }
}
