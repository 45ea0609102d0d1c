import Pages
import Store
import Vocabulary

/// What became of each session since the first timetable: by it a calendar program knows that a lesson was moved, is taught by
/// somebody else, or is off (docs/decisions/0159).
///
/// Sessions have no number of their own. From one timetable to the next a session is the one that says the same in the same
/// half-day; else the same lesson in another half-day, which was moved; else what stands in its half-day now, which took its
/// place.
struct SessionTimeline {
    struct Entry {
        /// By which it is known, once and for ever.
        let id: String
        /// As it stands, or stood last.
        var timed: TimedSession
        /// How often it was changed.
        var sequence = 0
        var isOff = false
        /// What it was before it was changed last.
        var before: ClassSession?
        /// Why another was put in its place, if that was said.
        var reason: String?
        /// All who were to teach it, of the library.
        var trainers: Set<String> = []
        /// The moment of its last change.
        var at: String
    }

    private(set) var entries: [Entry] = []

    /// Of one class, oldest first; whatever stood on a timetable that was kept.
    init(_ changes: [NounChange<Timetable>], _ rules: ClassRules) {
        for (number, change) in changes.enumerated() {
            follow(change.after?.sheet ?? TimetableSheet(), number, change.row.at, rules)
        }
    }

    private mutating func follow(_ sheet: TimetableSheet, _ number: Int, _ at: String, _ rules: ClassRules) {
        let timed = sheet.timed(rules)
        var open = Array(timed.indices)
        var known = entries.indices.filter { !entries[$0].isOff }
        func pair(_ isSame: (TimedSession, TimedSession) -> Bool) {
            for entry in known {
                guard let place = open.firstIndex(where: { isSame(entries[entry].timed, timed[$0]) }) else { continue }
                set(entry, timed[open[place]], sheet, at)
                open.remove(at: place)
                known.removeAll { $0 == entry }
            }
        }
        pair { $0.session == $1.session }
        pair { $0.session.isSameLesson(as: $1.session) }
        pair { $0.session.place == $1.session.place }
        for entry in known {
            entries[entry].isOff = true
            entries[entry].sequence += 1
            entries[entry].at = at
        }
        for place in open {
            let session = timed[place]
            entries.append(
                Entry(
                    id: "\(number + 1).\(place + 1)", timed: session,
                    trainers: Set([session.session.trainerCode].compactMap { $0 }), at: at))
        }
    }

    private mutating func set(_ entry: Int, _ timed: TimedSession, _ sheet: TimetableSheet, _ at: String) {
        let old = entries[entry].timed
        guard old.session != timed.session || old.from != timed.from || old.to != timed.to else { return }
        if old.session != timed.session {
            entries[entry].before = old.session
            entries[entry].reason = sheet.replaced.last { $0.session == old.session }?.reason
        }
        entries[entry].timed = timed
        entries[entry].sequence += 1
        entries[entry].at = at
        if let trainer = timed.session.trainerCode { entries[entry].trainers.insert(trainer) }
    }
}

extension ClassSession {
    /// The same in another half-day: it was moved.
    fileprivate func isSameLesson(as other: ClassSession) -> Bool {
        course == other.course && trainer == other.trainer && way == other.way && place != other.place
    }
}

extension SessionTimeline.Entry {
    /// What is said of a change: `原为10-12上午 形势与任务（甲教授），教师临时不能到`.
    var said: String? {
        guard let before else { return nil }
        let was = "\(before.day.iso)\(before.half.words.zh) \(before.course)"
        let trainer = before.trainer.isEmpty ? "" : "（\(before.trainer)）"
        return "调整：原为\(was)\(trainer)" + (reason.map { "，\($0)" } ?? "")
    }
}
