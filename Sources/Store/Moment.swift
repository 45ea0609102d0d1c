public import Foundation

/// Moments as they are stored: ISO 8601 in UTC with milliseconds, `2026-09-30T08:15:30.125Z`, which sort as text.
public enum Moment {
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    public static func text(_ date: Date) -> String { date.formatted(style) }

    public static func after(_ date: Date, seconds: Int) -> String {
        text(date.addingTimeInterval(Double(seconds)))
    }

    /// What is no moment lies before all.
    public static func date(_ text: String) -> Date { (try? Date(text, strategy: style)) ?? .distantPast }

    /// So many days before a moment; for what is none, one before all.
    static func days(_ days: Int, before moment: String) -> String {
        guard let date = try? Date(moment, strategy: style) else { return "" }
        return after(date, seconds: -86_400 * days)
    }
}
