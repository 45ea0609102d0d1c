import Hummingbird
import Pages
import Storage
import Store

extension Site {
    /// An address that takes an act: whoever may not do it is refused before anything is read of what they sent.
    func take<A: Act>(
        _ act: A.Type, at path: RouterPath, on router: Router<BasicRequestContext>,
        _ body: @escaping @Sendable (Request, BasicRequestContext, Reader) async throws -> Response
    ) {
        router.post(path) { request, route in
            let reader = try reader(request)
            try A.require(of: reader)
            return try await body(request, route, reader)
        }
    }
}

/// Every page asks for the right to look; only the stylesheet is everybody's.
struct RightToSee<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if request.uri.path != Stylesheet.address { try site.reader(request).require(.see) }
        return try await next(request, context)
    }
}
