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
        guard let decimal = Decimal(text.utf8) else { return nil }
        hasLostDigits = decimal.point > 15
        self.text = decimal.rounded.text
    }

    /// Nil where it has a fraction, or is too large.
    public var whole: Int? { Int(text) }

    public var description: String { text }
}

/// Significant digits without zeros at either end, and where the point stands: 12.5 is 125 with its point after 2.
private struct Decimal {
    var isNegative = false
    var digits: [UInt8] = []
    var point = 0

    init?(_ utf8: some Collection<UInt8>) {
        guard utf8.count <= 400 else { return nil }
        var rest = utf8[...]
        if let sign = rest.first, sign == 0x2D || sign == 0x2B {
            isNegative = sign == 0x2D
            rest.removeFirst()
        }
        var sawDigit = false
        var sawPoint = false
        while let byte = rest.first, byte != 0x45, byte != 0x65 {
            rest.removeFirst()
            switch byte {
            case 0x30...0x39:
                sawDigit = true
                if !sawPoint, !(digits.isEmpty && byte == 0x30) { point += 1 }
                if sawPoint, digits.isEmpty, byte == 0x30 { point -= 1 }
                if !(digits.isEmpty && byte == 0x30) { digits.append(byte) }
            case 0x2E where !sawPoint: sawPoint = true
            default: return nil
            }
        }
        guard sawDigit else { return nil }
        if rest.first != nil {
            guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(exponent) <= 400 else {
                return nil
            }
            point += exponent
        }
        trim()
    }

    private mutating func trim() {
        while digits.last == 0x30 { digits.removeLast() }
        if digits.isEmpty {
            isNegative = false
            point = 0
        }
    }

    /// To fifteen digits, unless more stand before the point.
    var rounded: Decimal {
        guard digits.count > 15, point <= 15 else { return self }
        var result = self
        let next = digits[15]
        result.digits.removeSubrange(15...)
        if next >= 0x35 {
            var index = 14
            while index >= 0, result.digits[index] == 0x39 {
                result.digits[index] = 0x30
                index -= 1
            }
            if index >= 0 {
                result.digits[index] += 1
            } else {
                result.digits.insert(0x31, at: 0)
                result.point += 1
            }
        }
        result.trim()
        return result
    }

    var text: String {
        let sign = isNegative ? "-" : ""
        let all = String(decoding: digits, as: UTF8.self)
        if digits.isEmpty { return "0" }
        guard (-30...30).contains(point) else {
            let power = point - 1
            return sign + all.prefix(1) + (digits.count > 1 ? "." + all.dropFirst() : "") + "E"
                + (power < 0 ? "-" : "+") + String(power.magnitude)
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + all }
        if point >= digits.count { return sign + all + String(repeating: "0", count: point - digits.count) }
        return sign + all.prefix(point) + "." + all.dropFirst(point)
    }
}
