/// Significant digits without zeros at either end, and where the point stands: 12.5 is 125 with its point after 2.
struct DecimalText: Hashable {
    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var point = 0

    /// Nil for what is no decimal number, with or without an exponent.
    init?(_ utf8: some Collection<UInt8>) {
        guard utf8.count <= 400 else { return nil }
        var isFraction = false
        var sawDigit = false
        var index = utf8.startIndex
        if let sign = utf8.first, sign == 0x2D || sign == 0x2B {
            isNegative = sign == 0x2D
            index = utf8.index(after: index)
        }
        scan: while index < utf8.endIndex {
            let byte = utf8[index]
            switch byte {
            case 0x30...0x39:
                sawDigit = true
                let isLeadingZero = digits.isEmpty && byte == 0x30
                if isFraction { point -= isLeadingZero ? 1 : 0 } else { point += isLeadingZero ? 0 : 1 }
                if !isLeadingZero { digits.append(byte) }
            case 0x2E where !isFraction: isFraction = true
            case 0x45, 0x65: break scan
            default: return nil
            }
            index = utf8.index(after: index)
        }
        guard sawDigit else { return nil }
        if index < utf8.endIndex {
            let text = String(decoding: utf8[utf8.index(after: index)...], as: UTF8.self)
            guard let exponent = Int(text), exponent.magnitude <= 400 else { return nil }
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

    /// To so many digits, the last one rounded half up.
    func rounded(to count: Int) -> DecimalText {
        guard count >= 0, digits.count > count else {
            return count < 0 ? zero : self
        }
        var result = self
        let isUp = digits[count] >= 0x35
        result.digits.removeSubrange(count...)
        if isUp { result.raiseLast() }
        result.trim()
        return result
    }

    private var zero: DecimalText {
        var result = self
        result.digits = []
        result.trim()
        return result
    }

    private mutating func raiseLast() {
        for index in digits.indices.reversed() {
            guard digits[index] == 0x39 else {
                digits[index] += 1
                return
            }
            digits[index] = 0x30
        }
        digits.insert(0x31, at: 0)
        point += 1
    }

    /// As it is written: `d.dddE±nnn` only beyond thirty places.
    var text: String {
        if digits.isEmpty { return "0" }
        let sign = isNegative ? "-" : ""
        let all = String(decoding: digits, as: UTF8.self)
        guard (-30...30).contains(point) else {
            let power = point - 1
            let fraction = digits.count > 1 ? "." + all.dropFirst() : ""
            return "\(sign)\(all.prefix(1))\(fraction)E\(power < 0 ? "-" : "+")\(power.magnitude)"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + all }
        if point >= digits.count { return sign + all + String(repeating: "0", count: point - digits.count) }
        return sign + all.prefix(point) + "." + all.dropFirst(point)
    }

    /// As a format of zeros shows it: 7 as `007`, 13.1 as `13.10`, 0.85 as `85%`.
    func shown(whole: Int, places: Int, isPercent: Bool) -> String {
        var number = self
        if isPercent { number.point += 2 }
        number = number.digits.isEmpty ? zero : number.rounded(to: number.point + places)
        guard (-30...30).contains(number.point) else { return text }
        let before = number.point > 0 ? number.digits.prefix(number.point) : []
        let zeros = number.point > 0 ? number.point - before.count : 0
        var head = String(decoding: before, as: UTF8.self) + String(repeating: "0", count: zeros)
        head = String(repeating: "0", count: max(whole - head.count, 0)) + head
        var tail = number.point < 0 ? String(repeating: "0", count: min(-number.point, places)) : ""
        tail += String(decoding: number.digits.dropFirst(max(number.point, 0)), as: UTF8.self)
        tail += String(repeating: "0", count: max(places - tail.count, 0))
        let sign = number.isNegative ? "-" : ""
        return sign + head + (places > 0 ? "." + tail : "") + (isPercent ? "%" : "")
    }
}
