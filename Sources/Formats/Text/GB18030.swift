import Glibc

/// GB18030, and GBK within it, to text through the C library's iconv; its table is too large to carry.
public enum GB18030 {
    public enum Result {
        case text(String)
        /// Ends inside a character, after this text.
        case truncated(String)
        case broken
        case unavailable
    }

    /// How far the conversion came; places are counted in bytes from the beginning.
    enum Stop: Hashable {
        case end
        case truncated(at: Int)
        case broken(at: Int)
        case unavailable
    }

    public static func decode(_ bytes: ArraySlice<UInt8>) -> Result {
        let (utf8, stop) = utf8(bytes)
        return switch stop {
        case .end: .text(String(decoding: utf8, as: UTF8.self))
        case .truncated: .truncated(String(decoding: utf8, as: UTF8.self))
        case .broken: .broken
        case .unavailable: .unavailable
        }
    }

    /// The text up to where it is none, as UTF-8.
    static func utf8(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Stop) {
        let converter = iconv_open("UTF-8", "GB18030")
        guard converter != iconv_t(bitPattern: -1) else { return ([], .unavailable) }
        defer { iconv_close(converter) }
        var stop = Stop.end
        // Two bytes become at most three; four become at most four.
        let size = bytes.count * 2 + 16
        let utf8 = [UInt8](unsafeUninitializedCapacity: size) { target, written in
            bytes.withUnsafeBytes { source in
                // iconv takes its input as changeable, and does not change it.
                var from = UnsafeMutableRawPointer(mutating: source.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var to = UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self)
                var left = source.count
                var room = size
                if iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max) {
                    let place = source.count - left
                    stop = errno == EINVAL ? .truncated(at: place) : .broken(at: place)
                }
                written = size - room
            }
        }
        return (utf8, stop)
    }
}
