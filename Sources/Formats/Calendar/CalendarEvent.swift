/// Something that takes place, as a calendar program shows it.
public struct CalendarEvent: Hashable, Sendable {
    public enum Span: Hashable, Sendable {
        /// Whole days, both included.
        case days(CalendarDay, CalendarDay)
        /// By the clock of the place.
        case times(CalendarMoment, CalendarMoment)
    }

    /// The same for ever: by it a program knows an event that it has already.
    public var uid: String
    /// Counts the changes of the event.
    public var sequence: Int
    public var span: Span
    public var title: String
    public var place: String?
    public var details: String?
    public var isCancelled: Bool

    public init(
        uid: String, sequence: Int = 0, span: Span, title: String, place: String? = nil, details: String? = nil,
        isCancelled: Bool = false
    ) {
        self.uid = uid
        self.sequence = sequence
        self.span = span
        self.title = title
        self.place = place
        self.details = details
        self.isCancelled = isCancelled
    }
}

/// A day and a time, in seconds from its midnight.
public struct CalendarMoment: Hashable, Sendable {
    public var day: CalendarDay
    public var seconds: Int

    /// A time that no day has becomes the nearest that it has.
    public init(_ day: CalendarDay, seconds: Int) {
        self.day = day
        self.seconds = min(max(seconds, 0), 86_399)
    }
}
