import Yams

/// Reads YAML that a user hands in: within stated sizes, without references, and with the place of what is wrong.
enum YAMLMaterial {
    /// 1 MiB: some thirty times the built-in lexicon.
    static let sizeLimit = 1 << 20
    static let depthLimit = 24

    static func decode<Value: Decodable>(_ type: Value.Type, from yaml: String) throws(MaterialRefused) -> Value {
        try check(yaml)
        do {
            return try YAMLDecoder().decode(type, from: yaml)
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
    private var comment = false
    private var previous = UInt8(ascii: "\n")

    mutating func take(_ byte: UInt8) throws(MaterialRefused) {
        defer { previous = byte }
        if byte == UInt8(ascii: "\n") {
            line += 1
            (indent, dashes, leading, comment) = (0, 0, true, false)
            return
        }
        if comment { return }
        if let open = quote {
            if byte == open, previous != UInt8(ascii: "\\") || open == UInt8(ascii: "'") { quote = nil }
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
