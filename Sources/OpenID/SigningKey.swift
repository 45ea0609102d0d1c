import CCrypto

/// A public key that an issuer signs with (RFC 7517), and what it can prove (RFC 7518): RS256 and ES256, nothing else.
public struct SigningKey: Hashable, Sendable {
    public enum Algorithm: String, Sendable { case rs256 = "RS256", es256 = "ES256" }

    public var id: String?
    public var algorithm: Algorithm
    /// RSA: modulus and exponent. P-256: x and y, 32 bytes each.
    private var first: [UInt8]
    private var second: [UInt8]

    /// One of a set of keys, by its fields; nil where it is of another kind, or not for signatures.
    init?(_ fields: [String: Any]) {
        func bytes(_ name: String) -> [UInt8]? { (fields[name] as? String).flatMap { Base64URL.bytes($0) } }
        if let use = fields["use"] as? String, use != "sig" { return nil }
        let said = fields["alg"] as? String
        switch fields["kty"] as? String {
        case "RSA":
            // Shorter ones are broken, longer ones keep a machine busy.
            guard said == nil || said == Algorithm.rs256.rawValue, let modulus = bytes("n"), let exponent = bytes("e"),
                (256...1024).contains(modulus.count), (1...8).contains(exponent.count)
            else { return nil }
            (algorithm, first, second) = (.rs256, modulus, exponent)
        case "EC":
            guard said == nil || said == Algorithm.es256.rawValue, fields["crv"] as? String == "P-256",
                let x = bytes("x"), let y = bytes("y"), x.count == 32, y.count == 32
            else { return nil }
            (algorithm, first, second) = (.es256, x, y)
        default: return nil
        }
        id = fields["kid"] as? String
    }

    /// Whether a signature of a text is by this key.
    func fits(_ signature: [UInt8], of text: [UInt8]) -> Bool {
        switch algorithm {
        case .rs256:
            guard let key = rsa_key(first, Int32(first.count), second, Int32(second.count)) else { return false }
            defer { EVP_PKEY_free(key) }
            return Self.verify(signature, text, key)
        case .es256:
            let point = [4] + first + second
            guard signature.count == 64, let der = Self.der(signature), let key = p256_key(point, Int32(point.count))
            else { return false }
            defer { EVP_PKEY_free(key) }
            return Self.verify(der, text, key)
        }
    }

    private static func verify(_ signature: [UInt8], _ text: [UInt8], _ key: OpaquePointer) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, text, text.count) == 1
    }

    /// Two numbers of 32 bytes each, as the library wants them (RFC 7518, section 3.4).
    private static func der(_ signature: [UInt8]) -> [UInt8]? {
        guard let pair = ECDSA_SIG_new() else { return nil }
        defer { ECDSA_SIG_free(pair) }
        guard let r = BN_bin2bn(Array(signature[..<32]), 32, nil) else { return nil }
        guard let s = BN_bin2bn(Array(signature[32...]), 32, nil), ECDSA_SIG_set0(pair, r, s) == 1 else {
            BN_free(r)
            return nil
        }
        let length = i2d_ECDSA_SIG(pair, nil)
        guard length > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(length))
        bytes.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            _ = i2d_ECDSA_SIG(pair, &start)
        }
        return bytes
    }
}
