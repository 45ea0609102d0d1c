/// The bytes of a table as UTF-8, whatever they came in.
struct TableText {
    let utf8: ArraySlice<UInt8>
    let encoding: TextEncoding
    /// Why and at which byte of the file the text ends before the bytes do.
    var stop: TextTableRefused.Reason?

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(utf8: bytes[3...])
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(utf16: bytes, isLittle: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: bytes, isLittle: false)
        } else if UTF8Reader.firstFault(in: bytes[...]).index == nil || Self.isDamagedUTF8(bytes[...]) {
            self.init(utf8: bytes[...])
        } else {
            self.init(gb18030: bytes[...])
        }
    }

    private static func isDamagedUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
        let (wide, bad) = UTF8Reader.wideAndBad(in: bytes)
        return wide > bad * 4
    }

    private init(utf8 bytes: ArraySlice<UInt8>) {
        encoding = .utf8
        let (fault, isCut) = UTF8Reader.firstFault(in: bytes)
        utf8 = bytes[..<(fault ?? bytes.endIndex)]
        stop = fault.map { isCut ? .truncated(.utf8, byte: $0) : .undecodable(.utf8, byte: $0) }
    }

    private init(gb18030 bytes: ArraySlice<UInt8>) {
        encoding = .gb18030
        let (text, end) = GB18030.utf8(bytes)
        utf8 = text[...]
        stop =
            switch end {
            case .end: nil
            case .truncated(let place): .truncated(.gb18030, byte: bytes.startIndex + place)
            case .broken(let place): .undecodable(.gb18030, byte: bytes.startIndex + place)
            case .unavailable: .unavailable(.gb18030)
            }
    }

    private init(utf16 bytes: [UInt8], isLittle: Bool) {
        encoding = isLittle ? .utf16LittleEndian : .utf16BigEndian
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        var place = 2
        func unit(_ place: Int) -> UInt16? {
            guard place + 1 < bytes.count else { return nil }
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        while let first = unit(place) {
            var value = UInt32(first)
            var length = 2
            if first & 0xFC00 == 0xD800 {
                guard let second = unit(place + 2) else { break }
                guard second & 0xFC00 == 0xDC00 else {
                    stop = .undecodable(encoding, byte: place)
                    break
                }
                value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF
                length = 4
            }
            guard let scalar = Unicode.Scalar(value) else {
                stop = .undecodable(encoding, byte: place)
                break
            }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            place += length
        }
        if stop == nil, place < bytes.count { stop = .truncated(encoding, byte: place) }
        utf8 = text[...]
    }
}
