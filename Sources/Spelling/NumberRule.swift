/// How a number may be typed in one field, and between which bounds; the only reader of typed numbers.
///
/// Digits, full-width ones too, a sign and one decimal point; no exponent, no hexadecimal, no `nan`.
public struct NumberRule: Hashable, Sendable {
    public var bounds: ClosedRange<Double>
    /// Digits that may follow the point.
    public var decimals: Int
    /// Only multiples of this: hours go in halves.
    public var step: Double?

    public init(_ bounds: ClosedRange<Double>, decimals: Int, step: Double? = nil) {
        self.bounds = bounds
        self.decimals = decimals
        self.step = step
    }

    /// More digits than any bound has; a number of them is outside, and is not worked out.
    private static let mostDigits = 15

    public func number(_ typed: String) throws(NumberFlaw) -> Double {
        var rest = Substring(typed.narrow)
        let isNegative = ["-", "\u{2212}"].contains(rest.first)
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !whole.isEmpty, whole.isDigits else { throw .notANumber }
        let digits = whole.drop { $0 == "0" }
        var fraction: Substring = ""
        if halves.count > 1 {
            guard !halves[1].isEmpty, halves[1].isDigits else { throw .notANumber }
            fraction = halves[1]
            while fraction.last == "0" { fraction.removeLast() }
        }
        guard digits.count <= Self.mostDigits else { throw .outside }
        guard fraction.count <= decimals else { throw .tooFine }
        guard let size = Double("\(digits.isEmpty ? "0" : digits).\(fraction.isEmpty ? "0" : fraction)") else {
            throw .notANumber
        }
        let value = isNegative && size != 0 ? -size : size
        guard bounds.contains(value) else { throw .outside }
        if let step, (value / step).rounded() * step != value { throw .tooFine }
        return value
    }

    /// Whether a word is meant as a number, well or badly written.
    public static func isMeant(by word: String) -> Bool {
        guard let first = word.narrow.unicodeScalars.first else { return false }
        return ("0"..."9").contains(first) || ["+", "-", ".", "\u{2212}"].contains(first)
    }
}

/// The same for whole numbers.
public struct WholeNumberRule: Hashable, Sendable {
    public var bounds: ClosedRange<Int>

    public init(_ bounds: ClosedRange<Int>) { self.bounds = bounds }

    public func number(_ typed: String) throws(NumberFlaw) -> Int {
        let rule = NumberRule(-999_999_999_999_999...999_999_999_999_999, decimals: 0)
        let value = try rule.number(typed)
        guard let whole = Int(exactly: value), bounds.contains(whole) else { throw .outside }
        return whole
    }
}

/// Why a typed number is not taken.
public enum NumberFlaw: Error, Hashable, Sendable {
    case notANumber
    case outside
    /// More decimals than the field has, or no multiple of its step.
    case tooFine
}

extension Substring {
    fileprivate var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
