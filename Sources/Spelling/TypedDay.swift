public import Vocabulary

extension Day {
    /// Reads a day as people type it: `2026-09-30`, `2026/9/30`, `2026.9.30`, `2026年9月30日`, `二〇二六年九月三十日`,
    /// full-width digits too.
    public init?(typed text: String) {
        let text = text.narrow.withFiguresInDates
        let hasWords = text.contains("年")
        let separators: Set<Character> = hasWords ? ["年", "月", "日", "号"] : ["-", "/", ".", "\u{2212}"]
        var parts = text.split(omittingEmptySubsequences: false) { separators.contains($0) }
        if hasWords, parts.last?.isEmpty == true { parts.removeLast() }
        guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count), (1...2).contains(parts[2].count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The same day of the year that was most likely meant: of the years that lie in the span, the one that differs in
    /// the fewest digits from the one typed, then the one nearest to `reference`. Nil where none fits.
    public func inTheYearMeant(within span: ClosedRange<Day>, near reference: Day) -> Day? {
        let (year, month, number) = civil
        let first = span.lowerBound.year
        let last = min(span.upperBound.year, first + 200)
        guard first <= last else { return nil }
        let fitting = (first...last).compactMap { candidate -> Day? in
            guard candidate != year, let day = Day(year: candidate, month: month, day: number), span.contains(day)
            else { return nil }
            return day
        }
        return fitting.min { a, b in
            let (forA, forB) = (Self.digitsApart(a.year, year), Self.digitsApart(b.year, year))
            return forA != forB ? forA < forB : abs(a - reference) < abs(b - reference)
        }
    }

    private static func digitsApart(_ a: Int, _ b: Int) -> Int {
        var (a, b, apart) = (a, b, 0)
        for _ in 0..<4 {
            if a % 10 != b % 10 { apart += 1 }
            a /= 10
            b /= 10
        }
        return apart
    }
}
