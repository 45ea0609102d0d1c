import Vocabulary

/// Writes JSON in the order it is told, one list element to a line where asked: easy to compare and to read.
///
/// Whole numbers are written without a fraction, absent values as an explicit `null`.
public struct JSONWriter {
    private let output: ByteOutput
    private var levels: [Level] = []

    private struct Level {
        var isFirst = true
        var onLines: Bool
        var awaitsValue = false
        var closing: String
    }

    public init(_ output: ByteOutput) { self.output = output }

    public mutating func object(onLines: Bool = false, _ body: (inout JSONWriter) -> Void) {
        nest("{", "}", onLines, body)
    }

    public mutating func list<Element>(
        _ elements: some Sequence<Element>, onLines: Bool = false, _ each: (inout JSONWriter, Element) -> Void
    ) {
        nest("[", "]", onLines) { json in
            for element in elements { each(&json, element) }
        }
    }

    /// A list whose elements `body` writes as it comes to them.
    public mutating func list(onLines: Bool = false, _ body: (inout JSONWriter) throws -> Void) rethrows {
        try nest("[", "]", onLines, body)
    }

    public mutating func list(_ texts: some Sequence<String>) {
        list(texts) { json, text in json.value(text) }
    }

    public mutating func key(_ name: String) {
        separate()
        quote(name)
        output.write(levels.count == 1 ? ": " : ":")
        if !levels.isEmpty { levels[levels.count - 1].awaitsValue = true }
    }

    public mutating func value(_ text: String?) {
        separate()
        if let text { quote(text) } else { output.write("null") }
    }

    public mutating func value(_ number: Int?) {
        separate()
        output.write(number.map(String.init) ?? "null")
    }

    public mutating func value(_ number: Double?) {
        separate()
        output.write(number.flatMap(Figure.exact) ?? "null")
    }

    public mutating func value(_ flag: Bool) {
        separate()
        output.write(flag ? "true" : "false")
    }

    public mutating func null() {
        separate()
        output.write("null")
    }

    public mutating func field(_ name: String, _ text: String?) { key(name); value(text) }
    public mutating func field(_ name: String, _ number: Int?) { key(name); value(number) }
    public mutating func field(_ name: String, _ number: Double?) { key(name); value(number) }
    public mutating func field(_ name: String, _ flag: Bool) { key(name); value(flag) }
    public mutating func field(_ name: String, _ texts: [String]) { key(name); list(texts) }

    public func endLine() { output.write("\n") }

    private mutating func nest(
        _ opening: String, _ closing: String, _ onLines: Bool, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        output.write(opening)
        levels.append(Level(onLines: onLines, closing: closing))
        try body(&self)
        let level = levels.removeLast()
        if level.onLines && !level.isFirst { newLine() }
        output.write(closing)
    }

    /// Puts the comma and the line break that the next thing needs.
    private mutating func separate() {
        guard let last = levels.indices.last else { return }
        if levels[last].awaitsValue {
            levels[last].awaitsValue = false
            return
        }
        if !levels[last].isFirst { output.write(levels[last].onLines ? "," : ", ") }
        levels[last].isFirst = false
        if levels[last].onLines { newLine() }
    }

    private func newLine() {
        output.write("\n" + String(repeating: "  ", count: levels.filter(\.onLines).count))
    }

    private func quote(_ text: String) {
        output.write(byte: 0x22)
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
            output.write(text)
        } else {
            for scalar in text.unicodeScalars { output.write(Self.escaped(scalar)) }
        }
        output.write(byte: 0x22)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F:
            let hex = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: return String(scalar)
        }
    }
}
