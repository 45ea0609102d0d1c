public import Foundation
public import OpenID
import Synchronization

/// A small issuer of our own: shows its keys, hands out codes, and redeems each once for whoever has the verifier.
public final class TestIssuer: Sendable {
    public let address: String
    private let state: Mutex<State>

    private struct State {
        var keys: [TestKey]
        /// By code, what was asked with it.
        var codes: [String: [String: String]] = [:]
        var questions: [String] = []
        var claims: [String: String] = [:]
        var isSilent = false
    }

    private let now: @Sendable () -> Date

    public init(
        address: String = "https://id.example.gov.cn", key: TestKey, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.address = address
        self.now = now
        state = Mutex(State(keys: [key]))
    }

    public func show(_ keys: [TestKey]) { state.withLock { $0.keys = keys } }
    /// Claims of the next token in the place of the right ones.
    public func say(_ claims: [String: String]) { state.withLock { $0.claims = claims } }
    public func fallSilent() { state.withLock { $0.isSilent = true } }
    public var questions: [String] { state.withLock { $0.questions } }

    /// Somebody signs in where they were led; where they are led back.
    public func signIn(_ name: String, at way: String) throws -> String {
        guard let parts = URLComponents(string: way), way.hasPrefix(address + "/authorize?") else { throw NotOurs() }
        var asked: [String: String] = [:]
        for item in parts.queryItems ?? [] { asked[item.name] = item.value ?? "" }
        asked["name"] = name
        let code = UUID().uuidString
        state.withLock { [asked] in $0.codes[code] = asked }
        return "\(asked["redirect_uri"] ?? "")?code=\(code)&state=\(asked["state"] ?? "")"
    }

    struct NotOurs: Error {}

    public var fetch: Fetch { Fetch { [self] in try answer($0.address, $0.fields ?? [], client: $0.client?.name) } }

    public func answer(
        _ asked: String, _ fields: [(name: String, value: String)], client: String?
    ) throws -> (status: Int, body: Data) {
        try state.withLock { state in
            state.questions.append(asked)
            guard !state.isSilent, asked.hasPrefix(address) else { return (500, Data()) }
            switch asked.dropFirst(address.count) {
            case "/.well-known/openid-configuration":
                return try Self.json([
                    "issuer": address, "authorization_endpoint": address + "/authorize",
                    "token_endpoint": address + "/token", "jwks_uri": address + "/keys",
                ])
            case "/keys": return try Self.json(["keys": state.keys.map(\.shown)])
            case "/token":
                let sent = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
                guard let code = sent["code"], let begun = state.codes.removeValue(forKey: code),
                    CodeVerifier.challenge(of: sent["code_verifier"] ?? "") == begun["code_challenge"],
                    sent["redirect_uri"] == begun["redirect_uri"],
                    (client ?? sent["client_id"]) == begun["client_id"], let key = state.keys.last
                else { return (400, Data(#"{"error":"invalid_grant"}"#.utf8)) }
                let moment = Int(self.now().timeIntervalSince1970)
                var claims: [String: Any] = [
                    "iss": address, "sub": "s-\(begun["name"] ?? "")", "aud": begun["client_id"] ?? "", "iat": moment,
                    "exp": moment + 300, "nonce": begun["nonce"] ?? "", "preferred_username": begun["name"] ?? "",
                ]
                claims.merge(state.claims) { $1 }
                return try Self.json(["id_token": key.token(claims), "token_type": "Bearer", "access_token": "x"])
            default: return (404, Data())
            }
        }
    }

    private static func json(_ value: Any) throws -> (Int, Data) {
        (200, try JSONSerialization.data(withJSONObject: value))
    }
}
