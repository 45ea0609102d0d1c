/// Reads JSON of known form straight into numbers, in one pass, and knows the place of whatever does not fit.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var position: Int
    /// The keys and the places in lists that lead to what is being read.
    private var path: [Step] = []

    private enum Step {
        case key(String)
        case index(Int)
    }

    /// A byte order mark, as Windows editors write it, is passed over.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    mutating func end() throws(UnreadableJSON) {
        skipSpace()
        if position < bytes.count { throw trouble(.expectedEnd) }
    }

    mutating func object(
        _ member: (inout JSONScanner, String) throws(UnreadableJSON) -> Void
    ) throws(UnreadableJSON) {
        try take(0x7B, "{")
        if takeIf(0x7D) { return }
        var seen: Set<String> = []
        repeat {
            skipSpace()
            let start = position
            let key = try text()
            // Of two values of a key most readers take the last, some the first: neither is what was meant.
            guard seen.insert(key).inserted else { throw trouble(.duplicate(key), at: start) }
            try take(0x3A, ":")
            path.append(.key(key))
            try member(&self, key)
            path.removeLast()
        } while takeIf(0x2C)
        try take(0x7D, "}")
    }

    mutating func list(_ element: (inout JSONScanner) throws(UnreadableJSON) -> Void) throws(UnreadableJSON) {
        try take(0x5B, "[")
        if takeIf(0x5D) { return }
        path.append(.index(0))
        var index = 0
        repeat {
            path[path.count - 1] = .index(index)
            try element(&self)
            index += 1
        } while takeIf(0x2C)
        path.removeLast()
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
        guard digits > 0, !isFraction else { throw trouble(.expectedInteger, at: start) }
        return isNegative ? -value : value
    }

    /// 0, 1, true or false.
    mutating func flag() throws(UnreadableJSON) -> Bool {
        skipSpace()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        let start = position
        let value = try integer()
        guard value == 0 || value == 1 else { throw trouble(.expectedFlag, at: start) }
        return value == 1
    }

    private static let ofNumbers = Set("+-.0123456789eE".utf8)

    /// A decimal number as its text.
    mutating func number() throws(UnreadableJSON) -> String {
        skipSpace()
        let start = position
        while position < bytes.count, Self.ofNumbers.contains(bytes[position]) { position += 1 }
        guard position > start else { throw trouble(.expectedNumber) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A value that is of no use here.
    mutating func skip(depth: Int = 0) throws(UnreadableJSON) {
        skipSpace()
        guard position < bytes.count else { throw trouble(.expectedValue) }
        guard depth < 64 else { throw trouble(.tooDeep) }
        switch bytes[position] {
        case 0x7B: try object { scanner, _ throws(UnreadableJSON) in try scanner.skip(depth: depth + 1) }
        case 0x5B: try list { scanner throws(UnreadableJSON) in try scanner.skip(depth: depth + 1) }
        case 0x22: _ = try text()
        default: if !["true", "false", "null"].contains(where: { takeWord($0) }) { _ = try number() }
        }
    }

    /// No key has more bytes.
    private static let longestText = 1000

    /// A text, or the beginning of one that is too long to be any key.
    private mutating func text() throws(UnreadableJSON) -> String {
        try take(0x22, "\"")
        let start = position
        while position < bytes.count, bytes[position] != 0x22 { position += bytes[position] == 0x5C ? 2 : 1 }
        guard position < bytes.count else { throw trouble(.expectedSign("\"")) }
        defer { position += 1 }
        return String(decoding: bytes[start..<min(position, start + Self.longestText)], as: UTF8.self)
    }

    private mutating func takeWord(_ word: String) -> Bool {
        guard bytes[position...].starts(with: word.utf8) else { return false }
        position += word.utf8.count
        return true
    }

    private mutating func take(_ byte: UInt8, _ name: String) throws(UnreadableJSON) {
        if !takeIf(byte) { throw trouble(.expectedSign(name)) }
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
        return UnreadableJSON(place: .init(line: line, column: column, path: pathText), problem: problem)
    }

    private var pathText: String {
        path.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }
}
