/// The text as the grammar reads it: normalised, without gaps and without line breaks inside a sentence.
///
/// `origin` leads every glyph back to its scalar, so that quotations are exact.
struct CleanText: Sendable {
    private(set) var glyphs: [Glyph] = []
    private(set) var origin: [Int] = []
    /// Places where a line with something on it begins.
    private(set) var lineStarts: [Int] = []

    /// Scalars of page marks, which the text is read without.
    private(set) var pageMarks: [Range<Int>] = []

    private let raw: [Unicode.Scalar]

    init(_ source: PlanSource) {
        raw = source.scalars
        glyphs.reserveCapacity(source.scalars.count)
        origin.reserveCapacity(source.scalars.count)
        var lines: [[(glyph: Glyph, origin: Int)]] = []
        var line: [(glyph: Glyph, origin: Int)] = []
        for (index, scalar) in source.scalars.enumerated() {
            if scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{85}" {
                lines.append(line)
                line = []
            } else if !Glyph.isGap(scalar.value) {
                line.append((Glyph(normalising: scalar), index))
            }
        }
        lines.append(line)
        append(lines)
    }

    /// A line goes on in the next one where it is long, ends without a stop, and neither is a heading (texts wrapped by hand).
    private mutating func append(_ lines: [[(glyph: Glyph, origin: Int)]]) {
        var previous: [Glyph] = []
        // The line before was cut by the end of a page.
        var cut = false
        for (index, whole) in lines.enumerated() {
            let (typed, mark) = Self.withoutPageMark(whole)
            if let mark {
                pageMarks.append(mark)
                if typed.isEmpty {
                    cut = !previous.isEmpty
                    continue
                }
            }
            let line = Self.joined(Self.ungrouped(Self.stopped(typed)))
            let current = line.map(\.glyph)
            guard !current.isEmpty else {
                previous = []
                continue
            }
            let wrapped =
                index > 0 && !previous.isEmpty
                && (cut || previous.count >= 20 && previous.contains(where: Self.pauses.contains))
                && !Self.stops.contains(previous.last ?? Char.newline)
                && HeadingMark(current, at: 0, before: current.count) == nil
                && ResponsibilityBracket.label(current, at: 0, before: current.count) == nil
                && !(HeadingMark(previous, at: 0, before: previous.count) != nil && previous.count < 30)
            if !wrapped {
                if !glyphs.isEmpty {
                    glyphs.append(Char.newline)
                    origin.append((origin.last ?? -1) + 1)
                }
                lineStarts.append(glyphs.count)
            }
            for item in line {
                glyphs.append(item.glyph)
                origin.append(item.origin)
            }
            previous = current
            cut = mark != nil
        }
    }

    /// A line without the page mark that ends it or is all of it: － 3 －, — 12 —, 第 3 页 共 10 页.
    private static func withoutPageMark(
        _ line: [(glyph: Glyph, origin: Int)]
    ) -> (line: [(glyph: Glyph, origin: Int)], mark: Range<Int>?) {
        guard let last = line.last, dashes.contains(last.glyph) || last.glyph == pageWord else { return (line, nil) }
        var index = line.count - 1
        if last.glyph == pageWord {
            while index > 0, pageGlyphs.contains(line[index - 1].glyph) || line[index - 1].glyph.isDigit { index -= 1 }
            guard index == 0, line.contains(where: \.glyph.isDigit) else { return (line, nil) }
        } else {
            while index > 0, dashes.contains(line[index - 1].glyph) { index -= 1 }
            let digits = index
            while index > 0, line[index - 1].glyph.isDigit { index -= 1 }
            guard index < digits, digits - index <= 4, index > 0, dashes.contains(line[index - 1].glyph) else {
                return (line, nil)
            }
            while index > 0, dashes.contains(line[index - 1].glyph) { index -= 1 }
        }
        return (Array(line[..<index]), line[index].origin..<last.origin + 1)
    }

    private static let dashes: Set<Glyph> = [Char.hyphen, 0x30FC, 0xB7]
    private static let pageWord = PlanLanguage.glyphs("页").first ?? 0
    private static let pageGlyphs = Set(PlanLanguage.glyphs("第页共/,"))

    /// A title has none of these; a line of a text nearly always does.
    private static let pauses: Set<Glyph> = [Char.comma, Char.fullStop, Char.semicolon, Char.enumerationComma]
    /// 培训时间：5天 reads as 培训时间5天.
    private static func joined(_ line: [(glyph: Glyph, origin: Int)]) -> [(glyph: Glyph, origin: Int)] {
        guard line.contains(where: { $0.glyph == Char.colon }) else { return line }
        return line.indices.filter { index in
            guard line[index].glyph == Char.colon, index > 0, index + 1 < line.count else { return true }
            return !(labels.contains(line[index - 1].glyph) && line[index + 1].glyph.isDigit)
        }.map { line[$0] }
    }

    /// 1,200 and 1，200 read as 1200: a comma before three digits, after one to three or another such comma.
    private static func ungrouped(_ line: [(glyph: Glyph, origin: Int)]) -> [(glyph: Glyph, origin: Int)] {
        guard line.contains(where: { $0.glyph == Char.comma }) else { return line }
        var kept: [(glyph: Glyph, origin: Int)] = []
        kept.reserveCapacity(line.count)
        // Digits since the number began or since the last comma in it; nil where a comma cannot group them.
        var run: Int? = 0
        var grouped = false
        for (index, item) in line.enumerated() {
            if item.glyph.isDigit {
                run = run.map { $0 + 1 }
            } else if item.glyph == Char.comma, let digits = run, grouped ? digits == 3 : (1...3).contains(digits),
                index + 3 < line.count, line[index + 1...index + 3].allSatisfy(\.glyph.isDigit),
                index + 4 >= line.count || !line[index + 4].glyph.isDigit
            {
                (run, grouped) = (0, true)
                continue
            } else {
                // 1.234,567: no group begins behind a point.
                run = item.glyph == Char.dot ? nil : 0
                grouped = false
            }
            kept.append(item)
        }
        return kept
    }

    private static let labels = Set(PlanLanguage.glyphs("间数制限量员长模期"))

    /// A half-width . that ends a sentence becomes 。; one in a number, a heading or a Latin word stays.
    private static func stopped(_ line: [(glyph: Glyph, origin: Int)]) -> [(glyph: Glyph, origin: Int)] {
        guard line.contains(where: { $0.glyph == Char.dot }) else { return line }
        var line = line
        for index in line.indices where line[index].glyph == Char.dot && index > 0 {
            let next = index + 1 < line.count ? line[index + 1].glyph : Char.newline
            guard !next.isDigit, !next.isLetter, next != Char.dot else { continue }
            var start = index
            while start > 0, line[start - 1].glyph.isDigit { start -= 1 }
            if start < index {
                // 1.各单位 at the head of a line or after a stop is a mark of a list.
                guard start > 0, !stops.contains(line[start - 1].glyph),
                    next == Char.newline || index - start > 2 || start > 2
                else { continue }
            } else if line[index - 1].glyph.isLetter || line[index - 1].glyph == Char.dot {
                continue
            }
            line[index].glyph = Char.fullStop
        }
        return line
    }

    private static let stops: Set<Glyph> = [
        Char.fullStop, Char.semicolon, Char.colon, Char.exclamation, Char.question, Char.closeParenthesis,
    ]

    /// The stretch of scalars that a stretch of glyphs came from.
    func scalars(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last, last < origin.count else { return 0..<0 }
        return origin[first]..<origin[last] + 1
    }

    /// Whether something that the grammar does not see stands before a glyph on its line.
    func hasGap(before index: Int) -> Bool {
        index > 0 && index < origin.count && origin[index] - origin[index - 1] > 1
    }

    /// A stretch as its author wrote it, without gaps and look-alikes: names of units are compared later.
    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for index in range where glyphs[index] != Char.newline {
            let scalar = raw[origin[index]]
            view.append(LookAlike.ideograph(scalar) ?? scalar)
        }
        return String(view)
    }
}
