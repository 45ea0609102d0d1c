/// Texts as the XML of a workbook holds them, both ways.
///
/// What XML cannot hold, and the line break CR, which it would change, stands as `_x000D_` (ECMA-376 part 1, 22.9.2.19); a text
/// that itself reads so gets its first sign escaped.
enum XMLText {
    /// Appends a text between tags or within double quotes.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while index < utf8.count {
                guard let (replacement, length) = replacement(in: utf8, at: index) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                bytes.append(contentsOf: replacement.utf8)
                index += length
                start = index
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// What stands for the sign that begins here, and how many bytes that sign has.
    private static func replacement(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, Int)? {
        switch utf8[index] {
        case 0x22: ("&quot;", 1)
        case 0x26: ("&amp;", 1)
        case 0x3C: ("&lt;", 1)
        case 0x3E: ("&gt;", 1)
        case 0x09, 0x0A: nil
        case 0..<0x20: (escape(UInt16(utf8[index])), 1)
        case 0x5F: escaped(in: utf8, at: index) == nil ? nil : (escape(0x5F), 1)
        // U+FFFE and U+FFFF; other signs that begin with this byte are full-width forms.
        case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE:
            (escape(0xFFC0 | UInt16(utf8[index + 2] & 0x3F)), 3)
        default: nil
        }
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
    }

    /// The text that was meant by the bytes of an element.
    static func text(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
        guard utf8.contains(0x5F) else { return String(decoding: utf8, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            if utf8[index] == 0x5F, let scalar = escaped(in: utf8, at: index) {
                bytes.append(contentsOf: String(Character(scalar)).utf8)
                index += 7
            } else {
                bytes.append(utf8[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// What `_xHHHH_` stands for where it begins here; nothing for half of a pair.
    private static func escaped(in utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
        guard index + 6 < utf8.count, utf8[index + 1] == 0x78, utf8[index + 6] == 0x5F else { return nil }
        var value: UInt32 = 0
        for byte in utf8[index + 2..<index + 6] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return Unicode.Scalar(value)
    }
}
