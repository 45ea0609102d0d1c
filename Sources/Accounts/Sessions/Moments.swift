public import Foundation

/// Moments as the store keeps them, `2026-09-30T08:15:30.125Z`: they sort as text.
public enum Moments {
    private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    public static func text(_ date: Date) -> String { date.formatted(style) }

    public static func after(_ date: Date, seconds: Int) -> String {
        text(date.addingTimeInterval(Double(seconds)))
    }

    /// What is no moment lies before all.
    public static func date(_ text: String) -> Date { (try? Date(text, strategy: style)) ?? .distantPast }
}
