/// The value of a header with its parameters: `form-data; name="file"; filename="a;b.pdf"` (RFC 2183, RFC 5987).
///
/// By bytes: what browsers write between quotes is of any kind, and is decoded last.
struct HeaderValue {
    /// In small letters.
    private(set) var value = ""
    private var parameters: [(name: String, bytes: [UInt8])] = []

    init(_ bytes: some Collection<UInt8>) {
        var rest = Array(bytes)[...]
        value = Self.text(Self.until(";", &rest)).lowercased()
        while !rest.isEmpty {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3B }
            let name = Self.text(Self.until("=", &rest, or: ";")).lowercased()
            guard !name.isEmpty else { continue }
            let content: [UInt8]
            if rest.first == 0x22 { content = Self.quoted(&rest) } else { content = Array(Self.until(";", &rest)) }
            parameters.append((name, content))
        }
    }

    /// The first of a name, as it stands.
    subscript(name: String) -> [UInt8]? { parameters.first { $0.name == name }?.bytes }

    /// The same as text. One written as `name*=UTF-8''…` goes before the plain one.
    func text(_ name: String) -> String? {
        if let extended = self["\(name)*"].flatMap(Self.extended) { return extended }
        return self[name].map { String(decoding: Self.unescaped($0), as: UTF8.self) }
    }

    private static func until(_ end: Character, _ rest: inout ArraySlice<UInt8>, or other: Character? = nil)
        -> ArraySlice<UInt8>
    {
        let ends = [end, other].compactMap { $0?.asciiValue }
        let found = rest.firstIndex { ends.contains($0) } ?? rest.endIndex
        let part = rest[..<found]
        rest = rest[found...]
        if rest.first == end.asciiValue { rest = rest.dropFirst() }
        return trimmed(part)
    }

    private static func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part.drop { $0 == 0x20 || $0 == 0x09 }
        while part.last == 0x20 || part.last == 0x09 { part = part.dropLast() }
        return part
    }

    /// curl puts a backslash before quotes and backslashes; a backslash before anything else is one, as in `C:\a.pdf`.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.popFirst() {
            if byte == 0x22 { break }
            if byte == 0x5C, let next = rest.first, next == 0x22 || next == 0x5C {
                content.append(next)
                rest = rest.dropFirst()
            } else {
                content.append(byte)
            }
        }
        if let next = rest.firstIndex(of: 0x3B) { rest = rest[next...].dropFirst() } else { rest = [] }
        return content
    }

    /// Browsers write these three as %22, %0D and %0A, and nothing else so (HTML, multipart form data).
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count,
                let byte = hexadecimal(bytes[index + 1], bytes[index + 2]),
                [0x22, 0x0D, 0x0A].contains(byte)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// `UTF-8'zh'%E5%B8%82`; nil where it is in another character set, or none.
    private static func extended(_ bytes: [UInt8]) -> String? {
        let parts = bytes.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, text(parts[0]).lowercased() == "utf-8" else { return nil }
        var result: [UInt8] = []
        let coded = Array(parts[2])
        var index = 0
        while index < coded.count {
            if coded[index] == 0x25 {
                guard index + 2 < coded.count, let byte = hexadecimal(coded[index + 1], coded[index + 2]) else {
                    return nil
                }
                result.append(byte)
                index += 3
            } else {
                result.append(coded[index])
                index += 1
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x41...0x46: byte - 0x41 + 10
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
