/// A number of a cell, as its plain decimal text: `100000`, never `1.0E5`.
///
/// Spreadsheets keep 15 digits and show no more. What calculating in binary fractions leaves behind those is taken off, so that
/// 13.100000000000001 is 13.1 here as on the screen.
public struct SheetNumber: Hashable, Sendable, CustomStringConvertible {
    /// Digits, with a minus in front and a point where they are needed; `d.dddE±nnn` only beyond thirty places.
    public let text: String
    /// Has more than 15 digits before the point: whoever typed it, an identity number perhaps, typed others at its end.
    public let hasLostDigits: Bool

    public init(_ number: Int) {
        text = String(number)
        hasLostDigits = number.magnitude >= 1_000_000_000_000_000
    }

    /// Nil for what is no number.
    public init?(_ number: Double) {
        guard number.isFinite else { return nil }
        self.init(number.description)
    }

    /// From a decimal text, with or without an exponent; nil for any other.
    public init?(_ text: some StringProtocol) {
        guard let decimal = DecimalText(text.utf8) else { return nil }
        self.init(decimal)
    }

    init(_ decimal: DecimalText) {
        hasLostDigits = decimal.point > 15
        text = (hasLostDigits ? decimal : decimal.rounded(to: 15)).text
    }

    /// Nil where it has a fraction, or is too large.
    public var whole: Int? { Int(text) }

    public var description: String { text }
}
