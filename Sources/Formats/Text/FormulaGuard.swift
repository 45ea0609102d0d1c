/// Keeps a spreadsheet from running a text as a formula: an apostrophe is put before it (docs/decisions/0077).
///
/// Readers who want the text itself take the apostrophe off again: `unguarded` gives back what `guarded` was given.
public enum FormulaGuard {
    public static func guarded(_ text: String) -> String { begins(text) ? "'" + text : text }

    public static func unguarded(_ text: String) -> String {
        text.utf8.first == apostrophe && begins(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// The same for the readers of a file: a spreadsheet would also make a number of `007` and a day of `3-4`.
    static func guarded(_ text: String, for readers: CSVWriter.Readers) -> String {
        begins(text) || (readers == .spreadsheets && isFigure(text)) ? "'" + text : text
    }

    /// A cell of a table of text without the apostrophe that a writer, ours or a spreadsheet's user, put before it; or
    /// without the formula `="0017"` that other programs write to keep the zeros.
    static func unguardedCell(_ text: String) -> String {
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 {
            let inner = text.dropFirst(2).dropLast()
            if !inner.contains("\"") { return String(inner) }
        }
        return text.utf8.first == apostrophe && (begins(text) || isFigure(text))
            ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// `007`, `13.10`, `1E5`, `3-4`, apostrophes before it aside.
    private static func isFigure(_ text: String) -> Bool {
        let signs = Set("0123456789.,:/-+%eE ".utf8)
        let bare = text.utf8.drop { $0 == apostrophe }
        // `E04` is a code; no figure begins with a letter.
        guard let first = bare.first(where: { $0 != 0x20 }), first != 0x45, first != 0x65 else { return false }
        return bare.allSatisfy(signs.contains) && bare.contains { (0x30...0x39).contains($0) }
    }

    /// Whether what is first seen of a text, apostrophes aside, is a sign that begins a formula.
    static func begins(_ text: String) -> Bool {
        // Nearly all texts begin with a letter, a digit or a Chinese character.
        guard let byte = text.utf8.first else { return false }
        if (0x30...0x39).contains(byte) || (0x41...0x7A).contains(byte) || (0xE4...0xE9).contains(byte) { return false }
        return text.unicodeScalars.first { !isPassedOver($0) }.map(signs.contains) ?? false
    }

    private static let apostrophe = UInt8(ascii: "'")

    /// Also as full-width, small, raised and lowered forms, which some programs take for the plain ones.
    private static let signs: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−", "⁼", "⁺", "⁻", "₌", "₊", "₋",
    ]

    /// What does not show, or shows as nothing: a spreadsheet may drop it before it looks.
    private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar == "'" || scalar.value == 0x7F }
        if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return true
        default: return scalar == "\u{2800}"  // a braille cell without dots
        }
    }
}
