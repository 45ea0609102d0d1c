import Formats
import Pages
import Storage
import Store
import Vocabulary

extension TrainingClass {
    /// The timetable for a calendar program (RFC 5545): a change replaces what was taken in before, and what was struck off
    /// the timetable is cancelled there too.
    func calendar(_ ask: Ask) throws -> Answered {
        let events = try calendarEvents(ask)
        guard let stamp = events.stamp else { throw NotFound(context: ask.context) }
        let feed = CalendarFeed(name: title, stamp: stamp, events: events.all)
        return .file(
            Array(feed.text.utf8), type: "text/calendar; charset=utf-8", name: "\(code).ics", shown: "\(title)课程表.ics")
    }

    /// `trainer`: only what they teach or were to teach; what somebody else teaches now is off for them.
    func calendarEvents(
        _ ask: Ask, of trainer: String? = nil
    ) throws -> (all: [CalendarEvent], stamp: CalendarMoment?) {
        if let trainer {
            // Most classes never had them on their timetable, and need not be followed.
            let rows = try ask.reading.journal(ofKind: Timetable.kind, code: code)
            guard rows.contains(where: { $0.after?.contains(trainer) == true }) else { return ([], nil) }
        }
        let rules = try ask.classRules
        let changes = try ask.reading.changes(of: Timetable.self, code)
        let timeline = SessionTimeline(changes, rules)
        // When half-days begin is a rule, and whoever changes it moves every session; a class that is cancelled is over.
        let bells = try ask.reading.changesOfBells()
        let cancelled = stage == .cancelled ? try ask.reading.journal(ofKind: TrainingClass.kind, code: code).last : nil
        let entries = timeline.entries.filter { entry in trainer.map { entry.trainers.contains($0) } ?? true }
        let all = entries.compactMap { entry -> CalendarEvent? in
            var event = event(entry, rules, trainer)
            event?.sequence = entry.sequence + bells.count + (cancelled == nil ? 0 : 1)
            return event
        }
        let moments = entries.map(\.at) + bells + [cancelled?.at].compactMap { $0 }
        return (all, entries.isEmpty ? nil : moments.max().flatMap { CalendarMoment($0) })
    }

    private func event(_ entry: SessionTimeline.Entry, _ rules: ClassRules, _ trainer: String?) -> CalendarEvent? {
        let session = entry.timed.session
        let (year, month, dayOfMonth) = session.day.civil
        guard let day = CalendarDay(year: year, month: month, day: dayOfMonth) else { return nil }
        // What has no hours takes some time too: an event ends after it begins.
        let to = max(entry.timed.to, entry.timed.from + rules.schoolHour * 60)
        let isTheirs = trainer.map { $0 == session.trainerCode } ?? true
        return CalendarEvent(
            uid: "\(code)-\(entry.id)\(trainer.map { "-\($0)" } ?? "")@xingzhi",
            span: .times(CalendarMoment(day, seconds: entry.timed.from), CalendarMoment(day, seconds: to)),
            title: session.course, place: session.room.isEmpty ? nil : session.room,
            details: [title, session.trainer, entry.said ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"),
            isCancelled: entry.isOff || stage == .cancelled || !isTheirs)
    }
}

extension Reading {
    /// The moments at which it was set when half-days begin and how long a school hour is.
    fileprivate func changesOfBells() throws -> [String] {
        try ["class.morningAt", "class.afternoonAt", "class.eveningAt", "class.schoolHour"].flatMap { name in
            try journal(ofKind: "setting", code: name).map(\.at)
        }
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
