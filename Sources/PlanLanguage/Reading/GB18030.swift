#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// GB18030 to text through the C library's iconv; its table is too large to carry.
enum GB18030 {
    enum Result {
        case text(String)
        /// Ends inside a character, after this text.
        case truncated(String)
        case broken
        case unavailable
    }

    static func decode(_ bytes: ArraySlice<UInt8>) -> Result {
        let converter = iconv_open("UTF-8", "GB18030")
        guard converter != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // Two bytes become at most three; four become at most four.
        var output = [CChar](repeating: 0, count: input.count * 2 + 16)
        var written = 0
        var fault: Int32 = 0
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = source.count
                var room = target.count
                if iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max) { fault = errno }
                written = target.count - room
            }
        }
        let text = String(decoding: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return fault == 0 ? .text(text) : fault == EINVAL ? .truncated(text) : .broken
    }
}
