/// A sentence of a task, cut into segments at commas; responsibility brackets stand outside.
struct Sentence: Sendable {
    var segments: [Range<Int>]
    /// Ends in ； and so may hand its window and subject on.
    var goesOn: Bool

    var range: Range<Int> {
        (segments.first?.lowerBound ?? 0)..<(segments.last?.upperBound ?? 0)
    }

    private static let ends: Set<Glyph> = [
        Char.fullStop, Char.exclamation, Char.question, Char.newline, Char.semicolon,
    ]

    private static let numbersOfSegment = 24

    /// Sentences of a stretch of text.
    static func sentences(in text: [Glyph], _ range: Range<Int>, brackets: [ResponsibilityBracket]) -> [Sentence] {
        var result: [Sentence] = []
        var segments: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        var pending = brackets.filter { $0.range.lowerBound >= range.lowerBound }[...]
        var book = 0
        var numbers = 0
        var inNumber = false
        func cut() {
            if start < index { segments.append(start..<index) }
        }
        func finish(goesOn: Bool) {
            if !segments.isEmpty { result.append(Sentence(segments: segments, goesOn: goesOn)) }
            segments = []
        }
        while index < range.upperBound {
            if let bracket = pending.first, bracket.range.lowerBound == index {
                cut()
                finish(goesOn: false)
                index = bracket.range.upperBound
                start = index
                pending = pending.dropFirst()
                continue
            }
            let glyph = text[index]
            // A table of figures without a stop: each figure looks over its whole segment.
            let isNumber = glyph.isDigit || NumeralScript.first.mayContain(glyph)
            if index == start { numbers = 0 }
            if isNumber, !inNumber { numbers += 1 }
            inNumber = isNumber
            if numbers > numbersOfSegment, isNumber {
                cut()
                (start, numbers) = (index, 1)
            }
            if glyph == Char.openBook { book += 1 }
            if glyph == Char.closeBook { book = max(0, book - 1) }
            if glyph == Char.newline { book = 0 }
            if book > 0 {
                index += 1
                continue
            }
            if ends.contains(glyph) {
                cut()
                finish(goesOn: glyph == Char.semicolon)
                start = index + 1
            } else if index - start >= 240 {
                // Nobody writes so long without a comma; a table or a list might.
                cut()
                start = index
            } else if glyph == Char.comma || glyph == Char.colon && !isClock(text, index)
                || longBracket(text, index, range.upperBound)
            {
                cut()
                start = index + 1
            }
            index += 1
        }
        cut()
        finish(goesOn: false)
        return result
    }

    /// 17:00
    private static func isClock(_ text: [Glyph], _ index: Int) -> Bool {
        index > 0 && index + 1 < text.count && text[index - 1].isDigit && text[index + 1].isDigit
    }

    /// A bracket with clauses of its own in it, not （社区） or （含）.
    private static func longBracket(_ text: [Glyph], _ index: Int, _ end: Int) -> Bool {
        if text[index] == Char.openParenthesis {
            return !text[index..<min(end, index + 15)].contains(Char.closeParenthesis)
        }
        guard text[index] == Char.closeParenthesis else { return false }
        let limit = max(0, index - 14)
        return !text[limit..<index].contains(Char.openParenthesis)
    }
}
