import HTTPTypes
public import Hummingbird

/// Keeps other sites out: only this machine's own names, forms only from our own pages, nothing loaded from elsewhere.
///
/// Without a sign-in, a page of another site could otherwise post a form here, or rebind its name to 127.0.0.1.
public struct Guard<Context: RequestContext>: RouterMiddleware {
    /// The page in place of a form that was sent from elsewhere.
    private let forbidden: @Sendable (Request) -> Response

    public init(forbidden: @escaping @Sendable (Request) -> Response) { self.forbidden = forbidden }

    public static var policy: String {
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let authority = request.head.authority, Self.isLocal(authority) else {
            return Response(
                status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "只在本机（127.0.0.1）提供服务。This machine only.\n")))
        }
        if request.method == .post, !Self.isOurs(request, authority) {
            return Self.keeping(forbidden(request))
        }
        return Self.keeping(try await next(request, context))
    }

    private static func keeping(_ response: Response) -> Response {
        var response = response
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        return response
    }

    public static func isLocal(_ authority: String) -> Bool {
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        let port = authority.dropFirst(host.count)
        return ["127.0.0.1", "localhost", "[::1]"].contains(host.lowercased())
            && (port.isEmpty || port.first == ":" && port.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
    }

    private static func isOurs(_ request: Request, _ authority: String) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        return origin == "http://\(authority)"
    }
}
