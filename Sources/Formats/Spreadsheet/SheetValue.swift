/// What stands in a cell.
public enum SheetValue: Hashable, Sendable {
    case empty
    case text(String)
    case number(SheetNumber)
    case day(CalendarDay)
    /// A day with a time, in seconds from its midnight.
    case moment(CalendarDay, seconds: Int)
    /// A time of day, or a length of time, in seconds.
    case time(seconds: Int)
    case boolean(Bool)
    /// As the spreadsheet says it: `#N/A`, `#REF!`.
    case error(String)

    public static func whole(_ number: Int) -> SheetValue { .number(SheetNumber(number)) }

    /// An empty cell for what is no number.
    public static func decimal(_ number: Double) -> SheetValue { SheetNumber(number).map { .number($0) } ?? .empty }
}

extension SheetValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .whole(number) }
}
