/// The one stylesheet: tokens, then elements, then components, then print. Its address changes with its content.
public enum Stylesheet {
    public static let text =
        [tokens, elements, frame, components, document, forms, seats, small, desks, print].joined(separator: "\n")

    public static let address = "/assets/site-\(fingerprint).css"

    /// FNV-1a (Fowler, Noll, Vo), 64 bits: tells versions apart, nothing more.
    private static let fingerprint: String = {
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }()
}
