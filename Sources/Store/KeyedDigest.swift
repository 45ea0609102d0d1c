import CSodium

/// HMAC with SHA-256 (RFC 2104) by libsodium: that a text was written by whoever holds the key.
package enum KeyedDigest {
    /// 80 bits, as they go into an address.
    package static func mark(of text: String, key: [UInt8]) -> String {
        var state = crypto_auth_hmacsha256_state()
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        let bytes = Array(text.utf8)
        // None of the three has a failure to report.
        _ = crypto_auth_hmacsha256_init(&state, key, key.count)
        _ = crypto_auth_hmacsha256_update(&state, bytes, UInt64(bytes.count))
        _ = crypto_auth_hmacsha256_final(&state, &digest)
        return SHA256.hexadecimal(Array(digest.prefix(10)))
    }

    /// Takes as long whether the first sign differs or the last.
    package static func holds(_ mark: String, of text: String, key: [UInt8]) -> Bool {
        let (given, right) = (Array(mark.utf8), Array(Self.mark(of: text, key: key).utf8))
        return given.count == right.count && sodium_memcmp(given, right, right.count) == 0
    }
}
