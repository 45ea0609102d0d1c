import Spelling

/// Names and values of an address or of a form, in order.
public struct Query: Equatable, Sendable {
    public private(set) var items: [Item]

    public struct Item: Equatable, Sendable {
        public var name: String
        public var value: String
    }

    public init(_ items: [(String, String)] = []) { self.items = items.map { Item(name: $0, value: $1) } }

    /// More fields than the largest form has, with a tick for each person of a large unit.
    public static let mostItems = 10_000

    /// Reads `a=1&b=%E5%B8%82`, up to so many; what is not UTF-8 is replaced by U+FFFD, which no field takes.
    public init(parsing text: some StringProtocol) {
        // By bytes: what was not encoded may be of any kind, and is not compared with a sign before it is decoded.
        let pairs = text.utf8.split(separator: UInt8(ascii: "&"), maxSplits: Self.mostItems)
        items = pairs.prefix(Self.mostItems).map { pair in
            let halves = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return Item(name: Self.decoded(halves[0]), value: halves.count > 1 ? Self.decoded(halves[1]) : "")
        }
    }

    public var isEmpty: Bool { items.isEmpty }

    /// The name whose values take the most bytes.
    public var longest: String? {
        Dictionary(items.map { ($0.name, $0.value.utf8.count) }, uniquingKeysWith: +).max { $0.value < $1.value }?.key
    }

    /// The first value of a name; nil where it is missing or blank.
    public subscript(name: String) -> String? {
        items.first { $0.name == name }.flatMap { $0.value.allSatisfy(\.isWhitespace) ? nil : $0.value }
    }

    /// A whole number from 0 on, as it was typed; nil where it is none, or one that nothing here has.
    public func number(_ name: String) -> Int? {
        guard let typed = self[name] else { return nil }
        do { return try WholeNumberRule(0...999_999_999).number(typed) } catch { return nil }
    }

    /// Whether the name stands there, be it without a value.
    public func holds(_ name: String) -> Bool { items.contains { $0.name == name } }

    public func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    public mutating func set(_ name: String, _ value: String?) {
        items.removeAll { $0.name == name }
        if let value { items.append(Item(name: name, value: value)) }
    }

    /// One more of a name, up to as many as there may be.
    mutating func add(_ name: String, _ value: String) {
        if items.count < Self.mostItems { items.append(Item(name: name, value: value)) }
    }

    public mutating func set(_ name: String, to values: [String]) {
        items.removeAll { $0.name == name }
        items += values.map { Item(name: name, value: $0) }
    }

    public var text: String {
        var text = ""
        for (place, item) in items.enumerated() {
            if place > 0 { text += "&" }
            text += Self.encoded(item.name)
            text += "="
            text += Self.encoded(item.value)
        }
        return text
    }

    /// Nearly every name and value of a link stands for itself; a page has hundreds of them.
    public static func encoded(_ text: String) -> String {
        guard let first = text.utf8.firstIndex(where: { !isPlain($0) }) else { return text }
        var bytes = Array(text.utf8[..<first])
        for byte in text.utf8[first...] {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// What was sent as text, in which no pile of marks is left that would be slow to compare.
    public static func decoded(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = hexadecimal(bytes[index + 1]),
                let low = hexadecimal(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self).unpiled
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
