import Records
import Spelling
public import Vocabulary

/// A day of an activity that may be typed wrongly.
public enum ActivityDay: Hashable, Sendable {
    case from, filed, approved, reported
    /// Position in the list of attachments, from 1.
    case attachment(Int)
}

/// A day that lies far from what it belongs to: a slip, unless somebody says that it is right.
public struct UnlikelyDay: Hashable, Sendable {
    public var field: ActivityDay
    public var day: Day
    /// The days that are usual there.
    public var usual: ClosedRange<Day>
    /// The day that was most likely meant.
    public var meant: Day?
    /// Whether nobody can mean it: then saying that it is right does not help.
    public var isImpossible: Bool
}

extension ActivityDraft {
    /// Days that lie outside what is usual, in the order of the form (docs/decisions/0072).
    ///
    /// An activity is reported within three years; it is filed and approved at most two years before its first day and a
    /// year after its last, its result follows within a year. Nothing belongs to an activity ten years away.
    func unlikelyDays(today: Day) -> [UnlikelyDay] {
        let earliest = today.adding(months: -36)
        var found: [UnlikelyDay] = []
        func look(_ field: ActivityDay, _ day: Day?, usual: ClosedRange<Day>, possible: Day, near reference: Day) {
            guard let day, day <= today, !usual.contains(day) else { return }
            found.append(
                UnlikelyDay(
                    field: field, day: day, usual: usual, meant: day.inTheYearMeant(within: usual, near: reference),
                    isImpossible: day < possible))
        }
        look(.from, from, usual: earliest...max(earliest, today), possible: today.adding(months: -360), near: today)
        // Whatever else is typed is measured by the activity's own days, once these make sense.
        guard from <= to, to <= today, from >= today.adding(months: -360) else { return found }
        let start = from.adding(months: -24)
        let end = min(today, to.adding(months: 12))
        let possible = from.adding(months: -120)
        look(.filed, filed, usual: start...end, possible: possible, near: from)
        look(.approved, approved, usual: start...end, possible: possible, near: from)
        if let reported, reported >= to { look(.reported, reported, usual: to...end, possible: to, near: to) }
        for (index, attachment) in attachments.enumerated() {
            look(.attachment(index + 1), attachment.day, usual: start...end, possible: possible, near: to)
        }
        return found
    }
}
