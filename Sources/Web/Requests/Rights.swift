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

/// Every page asks for the right to look at the town; only stylesheet and script are everybody's, and the ways in. An address of
/// one's own, or of an administrator, asks for its own right instead.
struct RightToSee<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if site.isAlwaysOpen(path) { return try await next(request, context) }
        let reader = try site.reader(request)
        if reader.may(.see) || site.deskRoutes.standsByItself(path) { return try await next(request, context) }
        if request.method != .post, reader.ownPages.contains(path) { return try await next(request, context) }
        if path == "/", request.method != .post, let home = reader.home {
            return .seeOther(try site.pageContext(request).link(home))
        }
        throw NotAllowed(right: .see)
    }
}

extension Site {
    /// Stylesheet and script are everybody's; the ways in and out know by themselves whom they are for, and whoever looks at a sample
    /// as somebody with few rights looks as somebody else again.
    func isAlwaysOpen(_ path: String) -> Bool {
        path == Stylesheet.address || path == Dragging.address || !looks.isEmpty && path.isAtOrBeneath("/look")
            || signIn != nil && SignInAddress.all.contains { path.isAtOrBeneath($0) }
    }
}

extension Reader {
    /// The file of somebody who may look at nothing else.
    var ownFile: String? { may(.own) ? person.map { "/people/\(Query.encoded($0))" } : nil }

    /// All that somebody sees who may look at nothing but their own.
    var ownPages: Set<String> {
        ownFile.map { [MyDesk.address, $0, HeldAboutMe.address, WhoLooked.address, "/me/*"] } ?? []
    }

    /// Where somebody begins who may not look at the town; nil: nowhere.
    var home: String? {
        if ownFile != nil { return MyDesk.address }
        if may(.administerUsers) { return "/accounts" }
        if may(.administerSecurity) { return "/roles" }
        if may(.audit) { return "/journal" }
        return may(.own) ? SignInAddress.account : nil
    }
}

extension String {
    fileprivate func isAtOrBeneath(_ address: String) -> Bool { self == address || hasPrefix(address + "/") }
}
