import Foundation
import TestIssuer
import Testing

@testable import OpenID

/// What an issuer says is believed where it is signed by a key that it shows, is meant for this site, now, and answers what
/// was asked.
@Suite("Tokens of an issuer")
struct IDTokenTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let right: [String: any Sendable] = [
        "iss": "https://id.example.gov.cn", "sub": "s-1", "aud": "xingzhi", "iat": 1_800_000_000, "exp": 1_800_000_300,
        "nonce": "n", "preferred_username": "P1",
    ]

    private func read(_ token: String, by key: TestKey) throws -> IDToken {
        let shown = try #require(SigningKey(key.shown))
        return try IDToken(
            token, keys: [shown], issuer: "https://id.example.gov.cn", client: "xingzhi", nonce: "n", at: Self.now)
    }

    @Test("hold, whichever of the two ways they are signed", arguments: [SigningKey.Algorithm.rs256, .es256])
    func hold(_ algorithm: SigningKey.Algorithm) throws {
        let key = try TestKey(algorithm, id: "k")
        // Signatures differ each time, some with leading zeros.
        for _ in 0..<20 {
            let token = try read(key.token(Self.right), by: key)
            #expect(token.subject == "s-1" && token.texts["preferred_username"] == "P1")
        }
    }

    @Test("are not believed where any sign is another", arguments: [SigningKey.Algorithm.rs256, .es256])
    func altered(_ algorithm: SigningKey.Algorithm) throws {
        let key = try TestKey(algorithm, id: "k")
        let token = Array(try key.token(Self.right))
        for place in stride(from: 0, to: token.count, by: 3) where token[place] != "." {
            var other = token
            other[place] = token[place] == "A" ? "Q" : "A"
            // The last sign of a part holds bits that say nothing.
            guard place + 1 < token.count, token[place + 1] != "." else { continue }
            #expect(throws: (any Error).self, "\(place)") { try read(String(other), by: key) }
        }
    }

    @Test(
        "are not believed where a claim is not as it was asked",
        arguments: [
            ("iss", "https://other.example.gov.cn"), ("aud", "another"), ("nonce", "m"), ("sub", ""),
            ("azp", "another"),
        ])
    func claims(name: String, value: String) throws {
        let key = try TestKey(.es256, id: "k")
        var claims = Self.right
        claims[name] = value
        #expect(throws: NotTrue(name)) { try read(key.token(claims), by: key) }
        claims[name] = nil
        if name != "azp" { #expect(throws: NotTrue(name)) { try read(key.token(claims), by: key) } }
    }

    @Test(
        "are not believed too late, too early, or without a time",
        arguments: [
            ("exp", 1_799_999_900), ("iat", 1_800_000_100), ("nbf", 1_800_000_100),
        ])
    func times(name: String, value: Int) throws {
        let key = try TestKey(.es256, id: "k")
        var claims = Self.right
        claims[name] = value
        #expect(throws: NotTrue(name)) { try read(key.token(claims), by: key) }
    }

    @Test("of several audiences name the one that asked")
    func audiences() throws {
        let key = try TestKey(.es256, id: "k")
        var claims = Self.right
        claims["aud"] = ["xingzhi", "another"]
        #expect(throws: NotTrue("azp")) { try read(key.token(claims), by: key) }
        claims["azp"] = "xingzhi"
        #expect(try read(key.token(claims), by: key).subject == "s-1")
    }

    @Test("are signed in no other way", arguments: ["none", "HS256", "RS512", "ES384", "PS256", ""])
    func algorithms(name: String) throws {
        let key = try TestKey(.rs256, id: "k")
        #expect(throws: NotTrue("alg")) { try read(key.token(Self.right, head: ["alg": name]), by: key) }
    }

    @Test("of a key of another kind, or with what must be understood and is not, are not believed")
    func mixed() throws {
        let (key, other) = (try TestKey(.rs256, id: "k"), try TestKey(.es256, id: "k"))
        #expect(throws: UnknownKey.self) { try read(key.token(Self.right, head: ["alg": "ES256"]), by: key) }
        #expect(throws: UnknownKey.self) { try read(other.token(Self.right), by: key) }
        #expect(throws: NotTrue("alg")) { try read(key.token(Self.right, head: ["crit": ["exp"]]), by: key) }
        #expect(throws: UnknownKey.self) { try read(key.token(Self.right, head: ["kid": "other"]), by: key) }
    }

    @Test("that are none are refused", arguments: ["", ".", "..", "a.b.c", "a.b", "e30.e30.e30", "e30.e30.e30.e30"])
    func malformed(text: String) throws {
        let key = try TestKey(.rs256, id: "k")
        #expect(throws: NotTrue.self) { try read(text, by: key) }
        #expect(throws: NotTrue("length")) { try read(String(repeating: "a", count: 20_000), by: key) }
    }

    @Test("keys that are too short, of other kinds, or for other uses are none")
    func keys() throws {
        let key = try TestKey(.rs256, id: "k").shown
        #expect(SigningKey(key) != nil)
        for (name, value) in [("n", "AQAB"), ("e", ""), ("kty", "oct"), ("use", "enc"), ("alg", "RS512"), ("n", "+")] {
            #expect(SigningKey(key.merging([name: value]) { $1 }) == nil, "\(name)")
        }
        let curve = try TestKey(.es256, id: "k").shown
        for (name, value) in [("crv", "P-384"), ("x", "AQAB"), ("alg", "ES512")] {
            #expect(SigningKey(curve.merging([name: value]) { $1 }) == nil, "\(name)")
        }
        // No point of the curve.
        let none = try #require(
            SigningKey(curve.merging(["x": Base64URL.text([UInt8](repeating: 7, count: 32))]) { $1 }))
        #expect(!none.fits([UInt8](repeating: 1, count: 64), of: [1, 2, 3]))
    }

    @Test("the example of RFC 7636, appendix B, and any bytes there and back")
    func texts() {
        #expect(
            CodeVerifier.challenge(of: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count) }
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
        for text in ["a", "ab=", "a b", "a+b/", "é", "aaaaa"] { #expect(Base64URL.bytes(text) == nil) }
    }
}
