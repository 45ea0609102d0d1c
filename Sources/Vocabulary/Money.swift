/// An amount in yuan, kept in fen so that sums are exact.
public struct Money: Hashable, Sendable, Comparable, AdditiveArithmetic {
    public var fen: Int

    public init(fen: Int) { self.fen = fen }

    /// Rounded to the nearest fen.
    public init(yuan: Double) { fen = Int(exactly: (yuan * 100).rounded()) ?? 0 }

    public static let zero = Money(fen: 0)
    /// A hundred million yuan: no training costs more.
    public static let most = Money(fen: 10_000_000_000)

    public var yuan: Double { Double(fen) / 100 }

    public static func < (a: Money, b: Money) -> Bool { a.fen < b.fen }
    public static func + (a: Money, b: Money) -> Money { Money(fen: a.fen &+ b.fen) }
    public static func - (a: Money, b: Money) -> Money { Money(fen: a.fen &- b.fen) }

    /// `9600`, `9600.50`
    public var plain: String { whole + fraction }

    /// `9,600`, `9,600.50`
    public var grouped: String {
        var text = ""
        let digits = Array(whole.drop { $0 == "-" })
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (fen < 0 ? "-" : "") + text + fraction
    }

    private var whole: String { (fen < 0 ? "-" : "") + String(abs(fen) / 100) }

    private var fraction: String {
        let rest = abs(fen) % 100
        return rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest)
    }
}
