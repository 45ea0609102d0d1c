public import Foundation
import Synchronization

/// Who signs people in for a site, and as what the site is known there (OpenID Connect Core 1.0; code flow with PKCE, RFC 7636).
public final class Issuer: Sendable {
    /// `https://id.example.gov.cn`, as its tokens name it.
    public let address: String
    public let client: String
    private let secret: String?
    /// The claim that holds the name of the account.
    public let claim: String
    private let fetch: Fetch
    private let now: @Sendable () -> Date
    private let known = Mutex<Known?>(nil)
    /// The question that is under way: whoever comes meanwhile waits for its answer.
    private let asking = Mutex<Task<Known, any Error>?>(nil)
    /// Until when it is not asked again, having not answered.
    private let silentUntil = Mutex<Date?>(nil)
    private static let secondsOfSilence = 30.0

    public init(
        address: String, client: String, secret: String?, claim: String, fetch: Fetch = .network,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.address = address
        self.client = client
        self.secret = secret
        self.claim = claim
        self.fetch = fetch
        self.now = now
    }

    /// Whether an address may be an issuer's: by https, or on this machine.
    public static func isAddress(_ address: String) -> Bool {
        guard let url = URL(string: address), let host = url.host, url.query == nil, url.fragment == nil,
            url.user == nil
        else { return false }
        return url.scheme == "https"
            || url.scheme == "http" && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
    }

    /// What is told of it where it is asked (OpenID Connect Discovery 1.0), and the keys that it shows.
    private struct Known: Sendable {
        var authorization: String
        var token: String
        var keys: [SigningKey]
        var asked: Date
    }

    /// Where a browser is led, to come back to `back` with a code and this state.
    public func way(back: String, state: String, nonce: String, verifier: String) async throws -> String {
        let known = try await known()
        let fields = [
            ("response_type", "code"), ("client_id", client), ("redirect_uri", back), ("scope", "openid profile"),
            ("state", state), ("nonce", nonce), ("code_challenge", CodeVerifier.challenge(of: verifier)),
            ("code_challenge_method", "S256"),
        ]
        let join = known.authorization.contains("?") ? "&" : "?"
        return known.authorization + join + Form.text(fields.map { (name: $0, value: $1) })
    }

    /// Who came back with a code. Throws `NotAnswered` where the issuer does not answer, `NotTrue` where what it says does
    /// not hold.
    public func somebody(code: String, back: String, nonce: String, verifier: String) async throws -> IDToken {
        let known = try await known()
        var fields = [
            (name: "grant_type", value: "authorization_code"), (name: "code", value: code),
            (name: "redirect_uri", value: back), (name: "code_verifier", value: verifier),
        ]
        // A client without a secret names itself in the form.
        if secret == nil { fields.append((name: "client_id", value: client)) }
        let answer = try await fetch.fields(
            .init(address: known.token, fields: fields, client: secret.map { (client, $0) }))
        guard let token = answer["id_token"] as? String else { throw NotTrue("id_token") }
        func read(_ keys: [SigningKey]) throws -> IDToken {
            try IDToken(token, keys: keys, issuer: address, client: client, nonce: nonce, at: now())
        }
        do { return try read(known.keys) } catch is UnknownKey {
            // It may have begun to sign with another since.
            guard now().timeIntervalSince(known.asked) > 60 else { throw NotTrue("kid") }
            let renewed = try await ask()
            do { return try read(renewed.keys) } catch is UnknownKey { throw NotTrue("kid") }
        }
    }

    private func known() async throws -> Known {
        if let known = known.withLock({ $0 }), now().timeIntervalSince(known.asked) < 3600 { return known }
        if let until = silentUntil.withLock({ $0 }), now() < until {
            throw NotAnswered(address: address, isRemembered: true)
        }
        return try await ask()
    }

    private func ask() async throws -> Known {
        let task = asking.withLock { asking in
            if let asking { return asking }
            let task = Task { try await askedAnew() }
            asking = task
            return task
        }
        defer { asking.withLock { if $0 == task { $0 = nil } } }
        do {
            let known = try await task.value
            silentUntil.withLock { $0 = nil }
            return known
        } catch {
            silentUntil.withLock { $0 = now().addingTimeInterval(Self.secondsOfSilence) }
            throw error
        }
    }

    private func askedAnew() async throws -> Known {
        let base = address.hasSuffix("/") ? String(address.dropLast()) : address
        let told = try await fetch.fields(.init(address: base + "/.well-known/openid-configuration"))
        guard told["issuer"] as? String == address else { throw NotTrue("issuer") }
        func place(_ name: String) throws -> String {
            guard let place = told[name] as? String, Self.isPlace(place) else { throw NotTrue(name) }
            return place
        }
        let (authorization, token) = (try place("authorization_endpoint"), try place("token_endpoint"))
        let keys = try await fetch.fields(.init(address: place("jwks_uri")))["keys"] as? [[String: Any]] ?? []
        let asked = Known(
            authorization: authorization, token: token,
            keys: keys.prefix(50).compactMap { SigningKey($0) }, asked: now())
        known.withLock { $0 = asked }
        return asked
    }

    private static func isPlace(_ address: String) -> Bool {
        guard address.utf8.count < 2000, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let plain = address.split(separator: "?", omittingEmptySubsequences: false).first
        else { return false }
        return isAddress(String(plain))
    }
}
