/// What a code point shows, for the rule of typed text and for folding.
extension Unicode.Scalar {
    /// C0, DEL and C1.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    var breaksLine: Bool { (0x0A...0x0D).contains(value) || [0x85, 0x2028, 0x2029].contains(value) }

    /// White space, and the Braille sign without a dot, which looks the same.
    var isBlank: Bool { value == 0x2800 || properties.isWhitespace }

    /// Shows nothing by itself: zero-width signs, signs of direction, fillers, variation selectors.
    var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint || (0xFFF9...0xFFFB).contains(value)
    }

    /// Stands for what could not be read, or will never be a character.
    var isUnreadable: Bool { value == 0xFFFD || (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE }

    /// Of the private use areas: what it shows is known to one font alone.
    var isPrivate: Bool {
        (0xE000...0xF8FF).contains(value) || (0xF0000...0xFFFFD).contains(value)
            || (0x100000...0x10FFFD).contains(value)
    }

    /// Has no place of its own: it is drawn on the character before it.
    var isMark: Bool {
        guard value >= 0x300 else { return false }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }

    /// The few invisible signs that change what is seen: a variation selector behind a character, and a joiner between
    /// two that join (emoji, Indic and Arabic letters; never between Chinese or Latin ones).
    func belongs(between previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        guard let previous else { return false }
        if isVariation { return !previous.isBlank && !previous.isMark && !previous.isInvisible }
        guard value == 0x200C || value == 0x200D, let next else { return false }
        return next.joins && (previous.joins || previous.value == 0xFE0F)
    }

    private var isVariation: Bool { (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) }
    private var joins: Bool { (0x0600...0x0DFF).contains(value) || (value >= 0x2190 && properties.isEmoji) }
}

extension String {
    /// Without white space at either end, full-width spaces included.
    public var withoutOuterSpace: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}
