import CCrypto
import Foundation

/// Codes that a telephone makes of a shared secret and the time (TOTP, RFC 6238): SHA-1, six digits, thirty seconds, which is
/// what all such programs know.
public enum TimeCode {
    static let seconds = 30
    static let digits = 6

    /// Which thirty seconds a moment belongs to.
    static func step(at now: Date) -> Int { Int(now.timeIntervalSince1970 / Double(seconds)) }

    /// RFC 4226, section 5.3. `digits` is another in the examples of the RFC.
    static func code(of secret: [UInt8], at step: Int, digits: Int = digits) -> String {
        let moving = (0..<8).reversed().map { UInt8(truncatingIfNeeded: UInt64(bitPattern: Int64(step)) >> ($0 * 8)) }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        HMAC(EVP_sha1(), secret, Int32(secret.count), moving, moving.count, &digest, &length)
        let offset = Int(digest[Int(length) - 1] & 0xF)
        let number = digest[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(1) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code was typed, the present one or its neighbours, and later than the last that was used; nil: none.
    static func step(of typed: String, secret: [UInt8], after last: Int, at now: Date) -> Int? {
        let typed = digitsOnly(typed)
        guard typed.utf8.count == digits else { return nil }
        let present = step(at: now)
        return [present, present - 1, present + 1].first { step in
            step > last && code(of: secret, at: step) == typed
        }
    }

    /// As people type them: `123 456`, in any width.
    private static func digitsOnly(_ typed: String) -> String {
        String(
            String.UnicodeScalarView(
                typed.unicodeScalars.compactMap { sign in
                    let narrow = (0xFF10...0xFF19).contains(sign.value) ? sign.value - 0xFEE0 : sign.value
                    return (0x30...0x39).contains(narrow) ? Unicode.Scalar(narrow) : nil
                }))
    }
}

/// RFC 4648, section 6, without padding: as secrets of telephones are written.
public enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, bits) = (0, 0)
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[held >> bits & 31])
                held &= (1 << bits) - 1
            }
        }
        if bits > 0 { text.append(letters[held << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where another sign stands in it.
    public static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (held, bits) = (0, 0)
        for letter in text.utf8 {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            held = held << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits))
                held &= (1 << bits) - 1
            }
        }
        return bytes
    }
}
