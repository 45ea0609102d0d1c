extension String {
    /// The text with no more marks on one character than anybody writes, and as many more as show that there were too many
    /// (docs/decisions/0086). To compare, to look up and to compose such piles takes as long as their length squared: what
    /// comes from outside is cut to this before anything else is done with it.
    public var unpiled: String {
        // No mark begins with a lesser byte.
        guard utf8.contains(where: { $0 >= 0xCC }) else { return self }
        var pile = Pile()
        guard unicodeScalars.contains(where: { !pile.takes($0) }) else { return self }
        pile = Pile()
        var kept = String.UnicodeScalarView()
        for sign in unicodeScalars where pile.takes(sign) { kept.append(sign) }
        return String(kept)
    }
}

/// How many marks lie on the character at hand.
private struct Pile {
    /// Three times what any text may have (`TextRule`).
    private static let most = 32
    private var marks = 0

    mutating func takes(_ sign: Unicode.Scalar) -> Bool {
        // Ideographs and syllables, nearly all of every text.
        if (0x3400...0x9FFF).contains(sign.value) || (0xAC00...0xD7A3).contains(sign.value) {
            marks = 0
        } else if sign.isMark {
            marks += 1
        } else if marks > 0, !sign.isInvisible {
            // What shows nothing is left out elsewhere, and would bring two piles together.
            marks = 0
        }
        return marks <= Self.most
    }
}
