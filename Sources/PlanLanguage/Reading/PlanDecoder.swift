import Formats

/// Bytes of a plan to its text: UTF-8 with or without a byte-order mark, else GB18030. Line ends stay as they are.
enum PlanDecoder {
    /// 4 MiB: some two hundred times the longest plan seen.
    static let sizeLimit = 4 << 20

    static func decode(_ bytes: [UInt8]) throws(UnreadablePlan) -> String {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        var body = bytes[...]
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
        guard !body.isEmpty else { throw .empty }
        let text = try decoded(body)
        try refuseControls(text)
        let blank = text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        if blank { throw .empty }
        return text
    }

    private static func decoded(_ body: ArraySlice<UInt8>) throws(UnreadablePlan) -> String {
        let (stop, cut) = UTF8Reader.firstFault(in: body)
        guard let stop else { return String(decoding: body, as: UTF8.self) }
        // Nearly all of it good UTF-8, then a fault: say where, rather than guess at another encoding.
        let before = body[body.startIndex..<stop]
        let wide = before.lazy.filter { $0 >= 0x80 }.count
        if cut, wide > 0 || body.count <= 4 {
            throw .truncated(line: 0, column: 0).at(String(decoding: before, as: UTF8.self))
        }
        if let binary = body.firstIndex(where: isControl) {
            throw .binary(line: 0, column: 0).at(String(decoding: body[..<binary], as: UTF8.self))
        }
        switch GB18030.decode(body) {
        case .text(let text) where plausible(text): return text
        case .text: break
        case .truncated(let prefix) where plausible(prefix): throw .truncated(line: 0, column: 0).at(prefix)
        case .truncated, .broken, .unavailable: break
        }
        throw .undecodable(line: 0, column: 0).at(String(decoding: before, as: UTF8.self))
    }

    /// GB18030 accepts nearly any bytes; a plan in it is mostly Chinese, not private-use or rare characters.
    private static func plausible(_ text: String) -> Bool {
        var chinese = 0
        var strange = 0
        for scalar in text.unicodeScalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF, 0x2000...0x206F: chinese += 1
            default: strange += 1
            }
        }
        return chinese > strange * 4
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C || byte == 0x7F
    }

    private static func refuseControls(_ text: String) throws(UnreadablePlan) {
        guard let index = text.utf8.firstIndex(where: isControl) else { return }
        throw .binary(line: 0, column: 0).at(String(text[..<index]))
    }
}

extension UnreadablePlan {
    /// The same fault, placed right after `prefix`.
    func at(_ prefix: String) -> UnreadablePlan {
        var line = 1
        var column = 1
        var afterReturn = false
        for scalar in prefix.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                if !(scalar == "\n" && afterReturn) { line += 1 }
                column = 1
                afterReturn = scalar == "\r"
            } else {
                column += 1
                afterReturn = false
            }
        }
        switch self {
        case .binary: return .binary(line: line, column: column)
        case .undecodable: return .undecodable(line: line, column: column)
        case .truncated: return .truncated(line: line, column: column)
        case .empty, .tooLarge, .document: return self
        }
    }
}
