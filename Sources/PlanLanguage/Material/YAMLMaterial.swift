import Plans
import Yams

/// Reads YAML that a user hands in: within stated sizes, without references, and with the place of what is wrong.
enum YAMLMaterial {
    /// 1 MiB: some thirty times the built-in lexicon.
    static let sizeLimit = 1 << 20
    static let depthLimit = 24

    static func decode<Value: Decodable>(_ type: Value.Type, from yaml: String) throws(MaterialRefused) -> Value {
        try check(yaml)
        do {
            let written = CodingUserInfoKey.figuresAsWritten.map { [$0: true] } ?? [:]
            return try YAMLDecoder().decode(type, from: yaml, userInfo: written)
        } catch let error as DecodingError {
            throw refusal(error, yaml)
        } catch let error as YamlError {
            throw refusal(error)
        } catch {
            throw MaterialRefused(.malformed("\(error)"))
        }
    }

    /// The line of an entry, from 1; nil where it cannot be told.
    static func line(of path: [String], in yaml: String) -> Int? {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { return nil }
        guard var node = root else { return nil }
        var line = node.mark?.line
        for key in path {
            let next = Int(key).flatMap { index in
                node.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            }
            guard let found = next ?? node.mapping?[Node(key)] else { break }
            node = found
            line = node.mark?.line ?? line
        }
        return line
    }

    private static func refusal(_ error: DecodingError, _ yaml: String) -> MaterialRefused {
        if case .dataCorrupted(let context) = error, let broken = context.underlyingError as? YamlError {
            return refusal(broken)
        }
        let context: DecodingError.Context
        var path: [any CodingKey] = []
        switch error {
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            context = found
            path = [key]
        @unknown default: return MaterialRefused(.malformed("\(error)"))
        }
        let keys = (context.codingPath + path).map { $0.intValue.map(String.init) ?? $0.stringValue }
        var reason = context.underlyingError.map { "\($0)" } ?? context.debugDescription
        if reason.isEmpty { reason = "\(error)" }
        return MaterialRefused(
            .malformed(reason), line: keys.isEmpty ? nil : line(of: keys, in: yaml),
            key: keys.isEmpty ? nil : keys.joined(separator: "."))
    }

    /// What the parser could not read, without the lines that it quotes.
    private static func refusal(_ error: YamlError) -> MaterialRefused {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            MaterialRefused(.malformed(problem), line: mark.line)
        default: MaterialRefused(.malformed("\(error)"))
        }
    }

    // MARK: before the parser

    private static func check(_ yaml: String) throws(MaterialRefused) {
        guard yaml.utf8.count <= sizeLimit else {
            throw MaterialRefused(.tooLarge(bytes: yaml.utf8.count, limit: sizeLimit))
        }
        var scan = YAMLScan()
        for byte in yaml.utf8 { try scan.take(byte) }
        var references = YAMLReferences()
        for byte in yaml.utf8 { try references.take(byte) }
        try references.end()
    }
}

/// Finds a name that is given with `&` and used with `*` further on, wherever the two stand: what is a quotation and what
/// is not, the parser alone knows for certain, and by then it has copied. In plain words nobody writes such a pair.
private struct YAMLReferences {
    private var line = 1
    private var sign: UInt8?
    private var name: [UInt8] = []
    private var given: Set<[UInt8]> = []
    private var previous = UInt8(ascii: "\n")

    mutating func take(_ byte: UInt8) throws(MaterialRefused) {
        defer { previous = byte }
        if Self.isOfName(byte) {
            if sign != nil { name.append(byte) }
            return
        }
        try end()
        // Within a word the sign is a part of it.
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), !Self.isOfName(previous) { sign = byte }
        if byte == UInt8(ascii: "\n") { line += 1 }
    }

    mutating func end() throws(MaterialRefused) {
        defer { (sign, name) = (nil, []) }
        guard let sign, !name.isEmpty else { return }
        if sign == UInt8(ascii: "&") {
            given.insert(name)
        } else if given.contains(name) {
            throw MaterialRefused(.reference, line: line)
        }
    }

    /// As the parser reads names: letters, digits, `-` and `_`.
    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// Looks at every byte once: the parser calls itself for every level, and copies what a reference stands for.
private struct YAMLScan {
    private var line = 1
    private var depth = 0
    private var indent = 0
    /// Still among the blanks and dashes at the head of the line.
    private var leading = true
    private var dashes = 0
    private var quote: UInt8?
    /// The byte before is a backslash that stands for no other one.
    private var isEscaped = false
    private var comment = false
    private var previous = UInt8(ascii: "\n")

    mutating func take(_ byte: UInt8) throws(MaterialRefused) {
        defer { previous = byte }
        if byte == UInt8(ascii: "\n") {
            line += 1
            (indent, dashes, leading, comment, isEscaped) = (0, 0, true, false, false)
            return
        }
        if comment { return }
        if let open = quote {
            if byte == open, !isEscaped { quote = nil }
            isEscaped = open == UInt8(ascii: "\"") && byte == UInt8(ascii: "\\") && !isEscaped
            leading = false
            return
        }
        let starts = Self.starters.contains(previous)
        switch byte {
        case UInt8(ascii: " "):
            if leading { indent += 1 }
            if indent > 200 { throw MaterialRefused(.tooDeep(limit: YAMLMaterial.depthLimit), line: line) }
            return
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
            guard leading else { return }
            dashes += 1
            if dashes > YAMLMaterial.depthLimit {
                throw MaterialRefused(.tooDeep(limit: YAMLMaterial.depthLimit), line: line)
            }
            return
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            if depth > YAMLMaterial.depthLimit {
                throw MaterialRefused(.tooDeep(limit: YAMLMaterial.depthLimit), line: line)
            }
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): if starts { quote = byte }
        case UInt8(ascii: "#"): if starts { comment = true }
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
            if starts { throw MaterialRefused(.reference, line: line) }
        default: break
        }
        leading = false
    }

    /// What a value may stand behind.
    private static let starters: Set<UInt8> = Set("\n\r\t [{,-:?".utf8)
}
