import CSodium

/// How much work one guess costs: passes over so much memory (argon2id).
public struct PasswordCost: Hashable, Sendable {
    public var passes: Int
    public var bytes: Int

    public init(passes: Int, bytes: Int) {
        self.passes = passes
        self.bytes = bytes
    }

    /// 64 MiB in two passes: above what OWASP asks for, a tenth of a second here.
    public static let usual = PasswordCost(passes: 2, bytes: 64 << 20)
    /// As little as the library allows, for tests.
    public static let least = PasswordCost(passes: 1, bytes: 8192)
}

/// Passwords as they are kept: argon2id with its own salt, by libsodium. The text names method and cost, so that both can
/// be raised later.
public enum PasswordHash {
    /// Takes as long as the cost says: not to be called where others wait.
    public static func make(_ password: String, cost: PasswordCost) throws -> Secret {
        guard isReady else { throw NoRandomness() }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        guard crypto_pwhash_str(&text, bytes, UInt64(bytes.count), UInt64(cost.passes), cost.bytes) == 0 else {
            throw TooLittleMemory()
        }
        return Secret(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// The same work whether it fits or not.
    public static func fits(_ password: String, _ secret: Secret) -> Bool {
        guard isReady, secret.text.utf8.count < Int(crypto_pwhash_STRBYTES) else { return false }
        let bytes = password.utf8.map { CChar(bitPattern: $0) }
        return secret.text.withCString { crypto_pwhash_str_verify($0, bytes, UInt64(bytes.count)) == 0 }
    }

    private static let isReady = sodium_init() >= 0

    struct NoRandomness: Error {}
    /// That there was no memory for it: nothing is wrong with the password.
    public struct TooLittleMemory: Error {}
}
