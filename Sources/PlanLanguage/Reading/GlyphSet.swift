/// A set of glyphs of the basic plane, one bit each: most places of a text are ruled out by a single look.
struct GlyphSet: Sendable {
    private var bits: [UInt64] = []

    mutating func insert(_ glyph: Glyph) {
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: 1024) }
        let place = Int(glyph & 0xFFFF)
        bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    mutating func formUnion(_ other: GlyphSet) {
        guard !other.bits.isEmpty else { return }
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: 1024) }
        for index in bits.indices { bits[index] |= other.bits[index] }
    }

    /// May be true for a glyph outside of the basic plane that is not in it; never false for one that is.
    func mayContain(_ glyph: Glyph) -> Bool {
        guard !bits.isEmpty else { return false }
        let place = Int(glyph & 0xFFFF)
        return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// What any of the words begins with, and any of the glyphs.
    static func first(of words: [Words], and glyphs: [Glyph]) -> GlyphSet {
        var set = GlyphSet()
        for word in words { set.formUnion(word.firsts) }
        for glyph in glyphs { set.insert(glyph) }
        return set
    }
}
