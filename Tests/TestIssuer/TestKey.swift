import CCrypto
import Foundation
public import OpenID

/// A pair of keys that an issuer signs with.
public final class TestKey: @unchecked Sendable {
    public let algorithm: SigningKey.Algorithm
    public let id: String
    private let key: OpaquePointer

    public init(_ algorithm: SigningKey.Algorithm, id: String) throws {
        self.algorithm = algorithm
        self.id = id
        let isRSA = algorithm == .rs256
        guard let context = EVP_PKEY_CTX_new_id(isRSA ? EVP_PKEY_RSA : EVP_PKEY_EC, nil) else { throw NoKey() }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            (isRSA
                ? EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048)
                : EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1)) == 1,
            EVP_PKEY_keygen(context, &made) == 1, let made
        else { throw NoKey() }
        key = made
    }

    deinit { EVP_PKEY_free(key) }

    struct NoKey: Error {}

    /// As a set of keys shows it.
    public var shown: [String: String] {
        switch algorithm {
        case .rs256:
            ["kty": "RSA", "kid": id, "use": "sig", "alg": "RS256", "n": number("n"), "e": number("e")]
        case .es256:
            ["kty": "EC", "kid": id, "crv": "P-256", "x": number("qx", length: 32), "y": number("qy", length: 32)]
        }
    }

    private func number(_ name: String, length: Int? = nil) -> String {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1, let number else { return "" }
        defer { BN_free(number) }
        let count = length ?? Int((BN_num_bits(number) + 7) / 8)
        var bytes = [UInt8](repeating: 0, count: count)
        BN_bn2binpad(number, &bytes, Int32(count))
        return Base64URL.text(bytes)
    }

    /// A token of these claims; `head` is put over what would stand there.
    public func token(_ claims: [String: Any], head more: [String: Any] = [:]) throws -> String {
        let head = ["alg": algorithm.rawValue, "kid": id, "typ": "JWT"].merging(more) { $1 }
        let text = try [head, claims].map {
            Base64URL.text(try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys))
        }.joined(separator: ".")
        return text + "." + Base64URL.text(try signature(of: Array(text.utf8)))
    }

    private func signature(of text: [UInt8]) throws -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw NoKey() }
        defer { EVP_MD_CTX_free(context) }
        var length = 0
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
            EVP_DigestSign(context, nil, &length, text, text.count) == 1
        else { throw NoKey() }
        var bytes = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSign(context, &bytes, &length, text, text.count) == 1 else { throw NoKey() }
        bytes = Array(bytes.prefix(length))
        guard algorithm == .es256 else { return bytes }
        // Two numbers of 32 bytes, not the library's own form.
        return try bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let pair = d2i_ECDSA_SIG(nil, &start, length) else { throw NoKey() }
            defer { ECDSA_SIG_free(pair) }
            var plain = [UInt8](repeating: 0, count: 64)
            plain.withUnsafeMutableBufferPointer { plain in
                BN_bn2binpad(ECDSA_SIG_get0_r(pair), plain.baseAddress, 32)
                BN_bn2binpad(ECDSA_SIG_get0_s(pair), plain.baseAddress.map { $0 + 32 }, 32)
            }
            return plain
        }
    }
}
