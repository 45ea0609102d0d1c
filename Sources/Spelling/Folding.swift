extension String {
    /// The text as search and matching see it, in all places the same: width, case, spaces, the dot of a name and
    /// look-alikes of punctuation make no difference (docs/decisions/0071).
    ///
    /// `Ｐ00718` is `p00718`, `古丽·某某` with any dot is `古丽某某`, `（一）` is `(一)`.
    public var folded: String {
        if isFolded { return self }
        var kept = String.UnicodeScalarView()
        let text =
            unicodeScalars.allSatisfy(\.foldsAlone) ? self : unpiled.composedCompatibly.lowercased().composedCompatibly
        let signs = text.unicodeScalars.map(\.narrowAndSmall)
        for (index, sign) in signs.enumerated() {
            if sign.isSmallLetterOrDigit || (0x4E00...0x9FFF).contains(sign.value) {
                kept.append(sign)
                continue
            }
            if Self.dots.contains(sign.value) || sign.isBlank || sign.isControl || sign.isInvisible { continue }
            if sign == "." || sign == "\u{3002}" {
                // 1.2 is not 12, but a name may be written with a full stop.
                let isDecimal =
                    index > 0 && index + 1 < signs.count && signs[index - 1].isDigit && signs[index + 1].isDigit
                if isDecimal { kept.append(".") }
                continue
            }
            kept.append(Self.sameSigns[sign.value] ?? sign)
        }
        return String(kept).unpiled
    }

    /// Whether part of the folded text is the folded `part`.
    public func holdsFolded(_ part: String) -> Bool {
        // Before either is copied: what is looked for is compared with many.
        guard !part.isEmpty, part.utf8.count <= utf8.count else { return false }
        let whole = Array(utf8)
        let part = Array(part.utf8)
        return (0...whole.count - part.count).contains { start in
            whole[start] == part[0] && whole[start..<start + part.count].elementsEqual(part)
        }
    }

    /// Most names of people and units: nothing in them folds.
    private var isFolded: Bool {
        unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0.isSmallLetterOrDigit }
    }

    /// · • ‧ ∙ ⋅ ・ ᐧ ˙ ꞏ ⸱ ﹒: all are met as the dot of a name.
    fileprivate static let dots: Set<UInt32> = [
        0xB7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0x1427, 0x2D9, 0xA78F, 0x2E31, 0x2024, 0x387, 0x25CF, 0x25E6,
    ]

    private static let sameSigns: [UInt32: Unicode.Scalar] = [
        0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x300C: "\"", 0x300D: "\"", 0x300E: "\"", 0x300F: "\"",
        0x2018: "'", 0x2019: "'", 0x201A: "'", 0x3001: ",", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-",
        0x2014: "-", 0x2015: "-", 0x2212: "-", 0x2500: "-", 0x301C: "~", 0x3014: "(", 0x3015: ")", 0x3010: "[",
        0x3011: "]", 0x3008: "<", 0x3009: ">", 0x300A: "<", 0x300B: ">",
    ]
}

extension Unicode.Scalar {
    /// Whether it is met as the dot of a name, a full stop aside.
    public var isDotOfName: Bool { String.dots.contains(value) || value == 0xFF65 || value == 0xFE52 }

    /// Folds by what is written here, without tables.
    fileprivate var foldsAlone: Bool {
        switch value {
        case 0..<0x80, 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xFF01...0xFF5E, 0xB7, 0x2010, 0x2012...0x2015,
            0x2018...0x201A,
            0x201C...0x201E, 0x2022, 0x2027, 0x3000...0x3002, 0x3008...0x3011, 0x3014, 0x3015, 0x30FB:
            true
        default: false
        }
    }

    fileprivate var narrowAndSmall: Unicode.Scalar {
        let narrow = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        return Unicode.Scalar((0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow) ?? self
    }

    fileprivate var isSmallLetterOrDigit: Bool { (0x61...0x7A).contains(value) || isDigit }
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}

extension String {
    /// A code as it may stand in the records, whatever width or case it was typed in: as typed, in capitals, in small
    /// letters; without signs that no code has.
    public var codeSpellings: [String] {
        let narrow = narrow
        var spellings: [String] = []
        for spelling in [unpiled, narrow, narrow.uppercased(), narrow.lowercased()]
        where !spelling.isEmpty && !spelling.utf8.contains(0) && !spellings.contains(spelling) {
            spellings.append(spelling)
        }
        return spellings
    }

    /// Full-width letters, digits and signs as narrow ones; without white space and invisible signs.
    public var narrow: String {
        var kept = String.UnicodeScalarView()
        for sign in unicodeScalars where !sign.isBlank && !sign.isInvisible {
            kept.append((0xFF01...0xFF5E).contains(sign.value) ? Unicode.Scalar(sign.value - 0xFEE0) ?? sign : sign)
        }
        return String(kept).unpiled
    }
}
