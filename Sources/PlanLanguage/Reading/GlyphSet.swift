/// A set of glyphs of the basic plane, one bit each: most places of a text are ruled out by a single look.
struct GlyphSet: Sendable {
    private var bits: [UInt64] = []

    mutating func insert(_ glyph: Glyph) {
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: 1024) }
        let place = Int(glyph & 0xFFFF)
        bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// May be true for a glyph outside of the basic plane that is not in it; never false for one that is.
    func mayContain(_ glyph: Glyph) -> Bool {
        guard !bits.isEmpty else { return false }
        let place = Int(glyph & 0xFFFF)
        return bits[place >> 6] & (1 << UInt64(place & 63)) != 0
    }
}
