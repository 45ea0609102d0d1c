import HTTPTypes
public import Hummingbird

/// By which way requests come in (docs/decisions/0123). The port itself is open to this machine alone, whichever it is.
public enum Entrance: Equatable, Sendable {
    /// This machine's own names, by plain HTTP.
    case thisMachine
    /// A proxy on this machine, which speaks TLS to everybody under this name.
    case proxy(name: String)

    /// Whether a request came by it.
    func admits(_ request: Request) -> Bool {
        guard let authority = request.head.authority else { return false }
        switch self {
        case .thisMachine: return Self.isLocal(authority)
        case .proxy(let name):
            let said = HTTPField.Name("X-Forwarded-Proto").flatMap { request.headers[$0] }
            return said == "https" && [name, "\(name):443"].contains(authority.lowercased())
        }
    }

    /// How pages of ours are addressed, as a browser names the page that a form was sent from.
    public func origin(_ authority: String) -> String {
        switch self {
        case .thisMachine: "http://\(authority)"
        case .proxy(let name): "https://\(name)"
        }
    }

    var refusal: String {
        switch self {
        case .thisMachine: "只在本机（127.0.0.1）提供服务。This machine only.\n"
        case .proxy(let name): "请通过 https://\(name) 访问。Only by https://\(name).\n"
        }
    }

    /// By which others reach the site; nil: none do.
    public var name: String? { if case .proxy(let name) = self { name } else { nil } }

    /// Whether what is sent travels under TLS: then browsers are told to insist on it.
    public var isSecure: Bool { self != .thisMachine }

    /// Where a request comes from, as the proxy says: what others said before it is not believed.
    public func address(of request: Request) -> String {
        guard isSecure, let name = HTTPField.Name("X-Forwarded-For"), let said = request.headers[values: name].last,
            let last = said.split(separator: ",").last
        else { return "127.0.0.1" }
        return String(last.filter { $0.isHexDigit || $0 == "." || $0 == ":" }.prefix(45))
    }

    static func isLocal(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count)
        return ["127.0.0.1", "localhost", "[::1]"].contains(host.lowercased())
            && (port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
    }
}
