import Foundation
import Synchronization
import TestIssuer
import Testing

@testable import OpenID

@Suite("An issuer is asked")
struct IssuerTests {
    /// Stands still unless it is moved: a test may be left waiting for minutes where many run beside it.
    private final class Clock: Sendable {
        private let start = Date()
        private let moved = Mutex(0.0)
        var now: Date { start + moved.withLock { $0 } }
        func go(_ seconds: Double) { moved.withLock { $0 += seconds } }
    }

    private func pair(secret: String? = nil, clock: Clock = Clock()) throws -> (TestIssuer, Issuer, TestKey) {
        let key = try TestKey(.es256, id: "first")
        let there = TestIssuer(key: key, now: { clock.now })
        return (
            there,
            Issuer(
                address: there.address, client: "xingzhi", secret: secret, claim: "preferred_username",
                fetch: there.fetch, now: { clock.now }), key
        )
    }

    private static let back = "https://xz.example.gov.cn/sign-in/issuer/back"

    private func somebody(_ there: TestIssuer, _ issuer: Issuer, verifier: String? = nil) async throws -> IDToken {
        let way = try await issuer.way(back: Self.back, state: "s", nonce: "n&=", verifier: "v")
        let back = try there.signIn("张三", at: way)
        let code = try #require(URLComponents(string: back)?.queryItems?.first { $0.name == "code" }?.value)
        return try await issuer.somebody(code: code, back: Self.back, nonce: "n&=", verifier: verifier ?? "v")
    }

    @Test("and says who somebody is, to a client with a secret and to one without", arguments: [nil, "geheim:/+"])
    func whole(secret: String?) async throws {
        let (there, issuer, _) = try pair(secret: secret)
        #expect(try await somebody(there, issuer).texts["preferred_username"] == "张三")
        await #expect(throws: NotAnswered.self) { try await somebody(there, issuer, verifier: "w") }
    }

    @Test("for its keys once an hour, and again where it signs with another")
    func keys() async throws {
        let clock = Clock()
        let (there, issuer, first) = try pair(clock: clock)
        for _ in 0..<3 { _ = try await somebody(there, issuer) }
        #expect(there.questions.count { $0.hasSuffix("/keys") } == 1)
        there.show([first, try TestKey(.rs256, id: "second")])
        await #expect(throws: NotTrue("kid"), "nobody has it ask at each token") { try await somebody(there, issuer) }
        clock.go(61)
        _ = try await somebody(there, issuer)
        #expect(there.questions.count { $0.hasSuffix("/keys") } == 2)
    }

    @Test("in vain where it is silent, or says that it is another")
    func silent() async throws {
        let (there, issuer, _) = try pair()
        let other = Issuer(
            address: there.address + "/", client: "xingzhi", secret: nil, claim: "sub", fetch: there.fetch)
        await #expect(throws: NotTrue("issuer")) {
            try await other.way(back: Self.back, state: "s", nonce: "n", verifier: "v")
        }
        there.fallSilent()
        await #expect(throws: NotAnswered.self) { try await somebody(there, issuer) }
    }

    @Test("at an address by https, or on this machine")
    func addresses() {
        for address in ["https://id.example.gov.cn", "https://id.example.gov.cn/realms/x", "http://127.0.0.1:8081"] {
            #expect(Issuer.isAddress(address))
        }
        for address in [
            "http://id.example.gov.cn", "id.example.gov.cn", "", "https://a?b", "https://a:b@c", "file:///x",
        ] {
            #expect(!Issuer.isAddress(address), "\(address)")
        }
    }
}
