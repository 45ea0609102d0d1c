import Formats
import Pages
import Store
import Vocabulary

extension Trainer {
    /// What somebody teaches in all classes that are not long over, for a calendar program (RFC 5545). Lessons that went to
    /// somebody else, or off the timetable, are cancelled in it.
    func calendar(_ ask: Ask) throws -> Answered {
        let classes = try ask.all(
            TrainingClass.self,
            where:
                "stage in (\(list: [ClassStage.approved, .cancelled])) and closing_day >= \(ask.today - Self.daysKept)",
            order: "code")
        var events: [CalendarEvent] = []
        var stamp: CalendarMoment?
        for found in classes {
            let theirs = try found.calendarEvents(ask, of: code)
            events += theirs.all
            stamp = later(stamp, theirs.stamp)
        }
        // Nothing to teach is a calendar too: whoever subscribed to it is told so.
        guard let stamp = stamp ?? CalendarMoment("\(entered.iso)T00:00:00") else {
            throw NotFound(context: ask.context)
        }
        let feed = CalendarFeed(name: "\(title)授课安排", stamp: stamp, events: events)
        return .file(
            Array(feed.text.utf8), type: "text/calendar; charset=utf-8", name: "\(code).ics", shown: "\(title)授课安排.ics")
    }

    /// After the last day of a class nothing of it changes in anybody's calendar.
    private static let daysKept = 60
}

private func later(_ one: CalendarMoment?, _ other: CalendarMoment?) -> CalendarMoment? {
    guard let one, let other else { return one ?? other }
    return (one.day, one.seconds) < (other.day, other.seconds) ? other : one
}
