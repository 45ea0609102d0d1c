import CCrypto

/// Proves that whoever redeems a code is who asked for it (RFC 7636).
public enum CodeVerifier {
    /// The SHA-256 of a verifier, as it is shown beforehand.
    public static func challenge(of verifier: String) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let text = Array(verifier.utf8)
        // Cannot fail: the digest is one that the library always has.
        _ = EVP_Digest(text, text.count, &digest, &length, EVP_sha256(), nil)
        return Base64URL.text(digest)
    }
}
