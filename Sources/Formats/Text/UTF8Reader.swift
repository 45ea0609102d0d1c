/// Finds the first fault in bytes that should be UTF-8.
public enum UTF8Reader {
    /// Index of the first bad sequence, and whether it is bad only because the bytes end; nil where all is good.
    public static func firstFault(in bytes: ArraySlice<UInt8>) -> (index: Int?, cut: Bool) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let lead = bytes[index]
            let length: Int
            switch lead {
            case 0..<0x80:
                index += 1
                continue
            case 0xC2...0xDF: length = 2
            case 0xE0...0xEF: length = 3
            case 0xF0...0xF4: length = 4
            default: return (index, false)
            }
            for offset in 1..<length {
                guard index + offset < bytes.endIndex else { return (index, true) }
                let next = bytes[index + offset]
                guard next & 0xC0 == 0x80, offset > 1 || secondByteFits(lead, next) else { return (index, false) }
            }
            index += length
        }
        return (nil, false)
    }

    /// How many characters of three or four bytes are good, and how many bytes belong to none: a text in UTF-8 with a few damaged
    /// bytes has many of the former, one in another encoding many of the latter.
    static func wideAndBad(in bytes: ArraySlice<UInt8>) -> (wide: Int, bad: Int) {
        var rest = bytes
        var bad = 0
        var wide = 0
        while true {
            let (fault, _) = firstFault(in: rest)
            let good = rest[..<(fault ?? rest.endIndex)]
            wide += good.reduce(0) { $0 + ($1 >= 0xE0 ? 1 : 0) }
            guard let fault else { return (wide, bad) }
            bad += 1
            rest = rest[(fault + 1)...]
        }
    }

    /// Rules out overlong forms, surrogates and values beyond U+10FFFF.
    private static func secondByteFits(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xE0: second >= 0xA0
        case 0xED: second < 0xA0
        case 0xF0: second >= 0x90
        case 0xF4: second < 0x90
        default: true
        }
    }
}
