import Records
import Spelling
public import Vocabulary

/// A day of an activity that may be typed wrongly.
public enum ActivityDay: Hashable, Sendable {
    case from, filed, approved, reported
    /// Of an attachment of that name.
    case attachment(String)
}

/// A day that was asked about and said to be right, in its own place only: the same day elsewhere may be a slip.
public struct ConfirmedDay: Hashable, Sendable {
    public var field: ActivityDay
    public var day: Day

    public init(_ field: ActivityDay, _ day: Day) {
        self.field = field
        self.day = day
    }
}

/// A day that lies far from what it belongs to: a slip, unless somebody says that it is right.
public struct UnlikelyDay: Hashable, Sendable {
    public var field: ActivityDay
    public var day: Day
    /// Of an attachment its position in the list, from 1.
    public var position: Int?
    /// The days that are usual there.
    public var usual: ClosedRange<Day>
    /// The day that was most likely meant.
    public var meant: Day?
    /// Whether nobody can mean it: then saying that it is right does not help.
    public var isImpossible: Bool

    /// What somebody says who says that it is right.
    public var confirmation: ConfirmedDay { ConfirmedDay(field, day) }
}

extension ActivityDraft {
    /// Days that lie outside what is usual, in the order of the form (docs/decisions/0072).
    ///
    /// An activity is reported within three years; it is filed and approved at most two years before its first day and a
    /// year after its last, its result follows within a year. Nothing belongs to an activity ten years away.
    func unlikelyDays(today: Day) -> [UnlikelyDay] {
        let earliest = today.adding(months: -36)
        var found: [UnlikelyDay] = []
        func look(
            _ field: ActivityDay, at position: Int? = nil, _ day: Day?, usual: ClosedRange<Day>, possible: Day,
            near reference: Day
        ) {
            guard let day, day <= today, !usual.contains(day) else { return }
            found.append(
                UnlikelyDay(
                    field: field, day: day, position: position, usual: usual,
                    meant: day.inTheYearMeant(within: usual, near: reference), isImpossible: day < possible))
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
            look(
                .attachment(attachment.name), at: index + 1, attachment.day, usual: start...end, possible: possible,
                near: to)
        }
        return found
    }

    /// Every day as one that is right where it stands.
    public var confirmations: Set<ConfirmedDay> {
        let days: [(ActivityDay, Day?)] = [
            (.from, from), (.filed, filed), (.approved, approved), (.reported, reported),
        ]
        return Set(
            days.compactMap { field, day in day.map { ConfirmedDay(field, $0) } }
                + attachments.map { ConfirmedDay(.attachment($0.name), $0.day) })
    }
}
