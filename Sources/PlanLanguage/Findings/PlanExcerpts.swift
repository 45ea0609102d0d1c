public import Vocabulary

/// A plan's text, laid out once, to show where each of its findings stands.
public struct PlanExcerpts: Sendable {
    private let source: PlanSource

    public init(of text: String) { source = PlanSource(text) }

    /// The line a finding is about, with carets beneath its stretch; wide characters take two columns.
    public func excerpt(_ finding: Finding) -> String {
        guard let place = finding.place, place.line >= 1, place.line <= source.lineStarts.count else { return "" }
        let start = source.lineStarts[place.line - 1]
        let limit = place.line < source.lineStarts.count ? source.lineStarts[place.line] : source.scalars.count
        let from = min(limit, start + max(0, place.column - 1))
        // Long paragraphs: a window around the place.
        let right = shown(from, min(limit, from + Self.window))
        let to = max(from, min(right, from + max(1, place.end - place.start)))
        let stop = min(right, max(to, from + 1) + 12)
        let left = max(start, from - 20)
        let text = source.string(left..<max(left, stop))
        let lead = source.scalars[left..<from].reduce(0) { $0 + FindingText.width($1) }
        let carets = source.scalars[from..<max(from, min(to, stop))].reduce(0) { $0 + FindingText.width($1) }
        return (left > start ? "… " : "  ") + text + (goesOn(stop, limit) ? " …" : "") + "\n  "
            + String(repeating: " ", count: lead) + String(repeating: "^", count: max(1, carets))
    }

    private static let window = 60

    /// Where the line's text ends, at the latest at `end`.
    private func shown(_ from: Int, _ end: Int) -> Int {
        source.scalars[from..<end].firstIndex { $0 == "\n" || $0 == "\r" } ?? end
    }

    private func goesOn(_ stop: Int, _ limit: Int) -> Bool {
        stop < limit && source.scalars[stop] != "\n" && source.scalars[stop] != "\r"
    }
}
