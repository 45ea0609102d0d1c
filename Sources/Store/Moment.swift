import Foundation

/// Moments as they are stored: ISO 8601 in UTC, which sort as text.
enum Moment {
    /// So many days before a moment; for what is none, one before all.
    static func days(_ days: Int, before moment: String) -> String {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = try? Date(moment, strategy: style) else { return "" }
        return date.addingTimeInterval(-86_400 * Double(days)).formatted(style)
    }
}
