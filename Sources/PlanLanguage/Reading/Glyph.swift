/// A scalar in the form that the grammar reads: full-width forms made half-width, kinds of dash and bracket made one.
typealias Glyph = UInt32

extension Glyph {
    /// Whitespace and invisible marks, which the grammar does not see.
    static func isGap(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x2000...0x200F, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    init(normalising scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0xFF01...0xFF5E: self = scalar.value - 0xFEE0
        case 0x2010...0x2015, 0x2212, 0xFE63: self = 0x2D  // -
        case 0x301C, 0x223C: self = 0x7E  // ~
        case 0x3008, 0x2039, 0xFE64: self = 0x3C  // <
        case 0x3009, 0x203A, 0xFE65: self = 0x3E  // >
        case 0xFF61: self = 0x3002
        case 0xFE6A: self = 0x25
        case 0x1D7CE...0x1D7FF: self = 0x30 + (scalar.value - 0x1D7CE) % 10  // 𝟏 as 1
        case 0x6BCE: self = 0x6BCF  // 毎 as 每
        case 0x3007: self = 0x96F6  // 〇 as 零
        case 0x2E80..<0x31A0, 0xF900..<0xFB00: self = LookAlike.meant(scalar.value)
        default: self = scalar.value
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

/// A word as the grammar reads it.
func glyphs(_ word: String) -> [Glyph] {
    word.unicodeScalars.filter { !Glyph.isGap($0.value) }.map(Glyph.init(normalising:))
}
