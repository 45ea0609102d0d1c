import Store

/// What cannot be guessed: the mark of a session, and codes that are handed out.
public enum Token {
    /// Without letters and digits that are taken for one another on paper.
    private static let printed = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    /// 160 random bits.
    public static func session() -> String { RandomText.make(32) }

    /// 80 random bits, as they are printed: `7KQM-2WRT-XHPD-94BN`.
    public static func code() -> String {
        (0..<4).map { _ in RandomText.make(4, of: printed) }.joined(separator: "-")
    }

    /// Its hash is all that is kept. A token is random as a whole: it needs no salt and no cost.
    public static func hash(_ token: String) -> String { SHA256.hex(Array(token.utf8)) }

    /// The same of a code, however it was typed: with or without its strokes, in any case and width.
    public static func hash(code typed: String) -> String {
        hash(
            String(
                String.UnicodeScalarView(
                    typed.unicodeScalars.compactMap { sign in
                        let narrow = (0xFF01...0xFF5E).contains(sign.value) ? sign.value - 0xFEE0 : sign.value
                        let big = (0x61...0x7A).contains(narrow) ? narrow - 0x20 : narrow
                        let isKept = (0x30...0x39).contains(big) || (0x41...0x5A).contains(big)
                        return isKept ? Unicode.Scalar(big) : nil
                    })))
    }
}
