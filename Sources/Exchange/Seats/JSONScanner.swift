public import Vocabulary

/// Where and why a JSON file could not be read.
public struct UnreadableJSON: Error, Equatable {
    /// Line and column from 1, in bytes; nil where something is missing from the whole.
    public var place: (line: Int, column: Int)?
    public var problem: Problem

    public enum Problem: Equatable, Sendable {
        case expected(String)
        case missing(String)
        case outOfRange
        case notSupported(String)
    }

    public static func == (a: UnreadableJSON, b: UnreadableJSON) -> Bool {
        a.problem == b.problem && a.place?.line == b.place?.line && a.place?.column == b.place?.column
    }

    public func sentence(in language: Language) -> String {
        let at =
            place.map { language == .zh ? "第\($0.line)行第\($0.column)列：" : "line \($0.line), column \($0.column): " }
            ?? ""
        return switch (problem, language) {
        case (.expected(let what), .zh): "\(at)此处应为 \(what)"
        case (.expected(let what), .en): "\(at)\(what) was expected here"
        case (.missing(let key), .zh): "\(at)缺少 \(key)"
        case (.missing(let key), .en): "\(at)\(key) is missing"
        case (.outOfRange, .zh): "\(at)数字太大"
        case (.outOfRange, .en): "\(at)the number is too large"
        case (.notSupported(let what), .zh): "\(at)不支持 \(what)"
        case (.notSupported(let what), .en): "\(at)\(what) is not supported"
        }
    }
}

/// Reads JSON of known form straight into numbers, in one pass, and knows the place of whatever does not fit.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func end() throws(UnreadableJSON) {
        skipSpace()
        if position < bytes.count { throw trouble(.expected("EOF")) }
    }

    mutating func object(
        _ member: (inout JSONScanner, String) throws(UnreadableJSON) -> Void
    ) throws(UnreadableJSON) {
        try take(0x7B, "{")
        if takeIf(0x7D) { return }
        repeat {
            let key = try text()
            try take(0x3A, ":")
            try member(&self, key)
        } while takeIf(0x2C)
        try take(0x7D, "}")
    }

    mutating func list(_ element: (inout JSONScanner) throws(UnreadableJSON) -> Void) throws(UnreadableJSON) {
        try take(0x5B, "[")
        if takeIf(0x5D) { return }
        repeat { try element(&self) } while takeIf(0x2C)
        try take(0x5D, "]")
    }

    mutating func integers() throws(UnreadableJSON) -> [Int] {
        var result: [Int] = []
        try list { scanner throws(UnreadableJSON) in result.append(try scanner.integer()) }
        return result
    }

    mutating func integer() throws(UnreadableJSON) -> Int {
        skipSpace()
        let start = position
        let isNegative = position < bytes.count && bytes[position] == 0x2D
        if isNegative { position += 1 }
        var value = 0
        var digits = 0
        while position < bytes.count, case let digit = bytes[position] &- 0x30, digit < 10 {
            digits += 1
            guard digits <= 18 else { throw trouble(.outOfRange, at: start) }
            value = value * 10 + Int(digit)
            position += 1
        }
        let isFraction = position < bytes.count && [0x2E, 0x65, 0x45].contains(bytes[position])
        guard digits > 0, !isFraction else { throw trouble(.expected("integer"), at: start) }
        return isNegative ? -value : value
    }

    /// 0, 1, true or false.
    mutating func flag() throws(UnreadableJSON) -> Bool {
        skipSpace()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        let start = position
        let value = try integer()
        guard value == 0 || value == 1 else { throw trouble(.expected("0, 1"), at: start) }
        return value == 1
    }

    /// A decimal number as its text.
    mutating func number() throws(UnreadableJSON) -> String {
        skipSpace()
        let start = position
        while position < bytes.count, Array("+-.0123456789eE".utf8).contains(bytes[position]) { position += 1 }
        guard position > start else { throw trouble(.expected("number")) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A value that is of no use here.
    mutating func skip(depth: Int = 0) throws(UnreadableJSON) {
        skipSpace()
        guard position < bytes.count, depth < 64 else { throw trouble(.expected("value")) }
        switch bytes[position] {
        case 0x7B: try object { scanner, _ throws(UnreadableJSON) in try scanner.skip(depth: depth + 1) }
        case 0x5B: try list { scanner throws(UnreadableJSON) in try scanner.skip(depth: depth + 1) }
        case 0x22: _ = try text()
        default: if !["true", "false", "null"].contains(where: { takeWord($0) }) { _ = try number() }
        }
    }

    private mutating func text() throws(UnreadableJSON) -> String {
        try take(0x22, "\"")
        let start = position
        while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
        guard position < bytes.count else { throw trouble(.expected("\"")) }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func take(_ byte: UInt8, _ name: String) throws(UnreadableJSON) {
        if !takeIf(byte) { throw trouble(.expected(name)) }
    }

    private mutating func takeIf(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    func trouble(_ problem: UnreadableJSON.Problem, at place: Int? = nil) -> UnreadableJSON {
        let before = bytes[..<min(place ?? position, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return UnreadableJSON(place: (line, column), problem: problem)
    }
}
