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

    private func slots(_ timetable: Timetable?, _ rules: ClassRules) -> [String: CalendarEvent] {
        let events = (timetable?.sheet.timed(rules) ?? []).compactMap { event($0) }
        return Dictionary(events.map { ($0.uid, $0) }) { _, later in later }
    }

    /// `besides`: what makes it another event than the class's own, such as its trainer.
    func event(_ timed: TimedSession, besides: String = "") -> CalendarEvent? {
        let session = timed.session
        let (year, month, dayOfMonth) = session.day.civil
        guard let day = CalendarDay(year: year, month: month, day: dayOfMonth) else { return nil }
        return CalendarEvent(
            uid: "\(code)-\(session.day.iso)-\(session.half.rawValue)-\(timed.number)\(besides)@xingzhi",
            span: .times(CalendarMoment(day, seconds: timed.from), CalendarMoment(day, seconds: timed.to)),
            title: session.course, place: session.room.isEmpty ? nil : session.room,
            details: session.trainer.isEmpty ? title : "\(title)，\(session.trainer)")
    }
}

extension CalendarMoment {
    /// A moment of the journal: `2026-09-30T08:15:30.125Z`.
    init?(_ moment: String) {
        let parts = moment.prefix(19).split { "-T:".contains($0) }.compactMap { Int($0) }
        guard parts.count == 6, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
            return nil
        }
        self.init(day, seconds: parts[3] * 3600 + parts[4] * 60 + parts[5])
    }
}
