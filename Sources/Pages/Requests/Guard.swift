import HTTPTypes
public import Hummingbird

/// What a page may load and do: our own style, data images and forms to ourselves, nothing else.
enum ContentPolicy {
    static let text =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

/// Keeps other sites out: only names of ours, forms only from our own pages, nothing loaded from elsewhere.
///
/// A page of another site could otherwise post a form here, or rebind its name to 127.0.0.1.
public struct Guard<Context: RequestContext>: RouterMiddleware {
    /// The page in place of a form that was sent from elsewhere.
    private let forbidden: @Sendable (Request) -> Response

    private let entrance: Entrance

    public init(_ entrance: Entrance = .thisMachine, forbidden: @escaping @Sendable (Request) -> Response) {
        self.entrance = entrance
        self.forbidden = forbidden
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard entrance.admits(request) else {
            return Response(
                status: .misdirectedRequest, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: entrance.refusal)))
        }
        if request.method == .post, !isOurs(request) { return keeping(forbidden(request)) }
        return keeping(try await next(request, context))
    }

    private func keeping(_ response: Response) -> Response {
        var response = response
        // A page that may be dragged asks for the one script itself.
        if response.headers[.contentSecurityPolicy] != Dragging.policy {
            response.headers[.contentSecurityPolicy] = ContentPolicy.text
        }
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.others {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        // Two years, as browsers ask for it; other names of the same domain are none of ours.
        if entrance.isSecure { response.headers[.strictTransportSecurity] = "max-age=63072000" }
        return response
    }

    private static var others: [(String, String)] {
        [
            ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
    }

    public static func isLocal(_ authority: String) -> Bool { Entrance.isLocal(authority) }

    private func isOurs(_ request: Request) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        return origin == entrance.origin(request.head.authority ?? "")
    }
}
