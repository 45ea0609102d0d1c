public import Foundation

/// What an issuer says of somebody who signed in with it, once it has been found to be true.
public struct IDToken: Sendable {
    /// By which the issuer names them, for good.
    public var subject: String
    /// Of the claims those that are texts.
    public var texts: [String: String]

    /// Longer ones are nobody's.
    static let longest = 16_384
    /// Clocks differ by so much.
    static let leeway: TimeInterval = 60

    /// Checks signature, issuer, audience, times and nonce (OpenID Connect Core 1.0, section 3.1.3.7).
    ///
    /// Throws `NotTrue`, or `UnknownKey` where it is signed by a key that is not among these.
    init(_ text: String, keys: [SigningKey], issuer: String, client: String, nonce: String, at now: Date) throws {
        guard text.utf8.count <= Self.longest else { throw NotTrue("length") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let head = Self.fields(parts[0]), let claims = Self.fields(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { throw NotTrue("form") }
        // What must be understood and is not (RFC 7515, section 4.1.11).
        guard head["crit"] == nil, let named = head["alg"] as? String,
            let algorithm = SigningKey.Algorithm(rawValue: named)
        else { throw NotTrue("alg") }
        let id = head["kid"] as? String
        let meant = keys.filter { $0.algorithm == algorithm && (id == nil || $0.id == id) }
        guard !meant.isEmpty else { throw UnknownKey() }
        let signed = Array("\(parts[0]).\(parts[1])".utf8)
        guard meant.contains(where: { $0.fits(signature, of: signed) }) else { throw NotTrue("signature") }

        guard claims["iss"] as? String == issuer else { throw NotTrue("iss") }
        let audience = (claims["aud"] as? [String]) ?? (claims["aud"] as? String).map { [$0] } ?? []
        guard audience.contains(client) else { throw NotTrue("aud") }
        let party = claims["azp"] as? String
        guard party == client || party == nil && audience.count == 1 else { throw NotTrue("azp") }
        guard let until = claims["exp"] as? Double, now.timeIntervalSince1970 < until + Self.leeway else {
            throw NotTrue("exp")
        }
        guard let made = claims["iat"] as? Double, made <= now.timeIntervalSince1970 + Self.leeway else {
            throw NotTrue("iat")
        }
        if let from = claims["nbf"] as? Double, from > now.timeIntervalSince1970 + Self.leeway { throw NotTrue("nbf") }
        guard claims["nonce"] as? String == nonce else { throw NotTrue("nonce") }
        guard let subject = claims["sub"] as? String, (1...255).contains(subject.utf8.count) else {
            throw NotTrue("sub")
        }
        self.subject = subject
        texts = claims.compactMapValues { $0 as? String }
    }

    private static func fields(_ part: Substring) -> [String: Any]? {
        guard let bytes = Base64URL.bytes(part) else { return nil }
        return (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]
    }
}

/// That what an issuer said does not hold.
public struct NotTrue: Error, Hashable {
    /// Which part of it: `nonce`, `signature`.
    public var what: String

    init(_ what: String) { self.what = what }
}

/// That a token is signed by a key that the issuer did not show.
struct UnknownKey: Error {}
