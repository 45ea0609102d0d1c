import Books
import Hummingbird
import Pages
import Store
import Upkeep

/// Answers 304 where the browser has the page already as it would be made now (docs/decisions/0113), and with the page as it
/// was made for somebody before where it would be the same (docs/decisions/0126).
///
/// A page follows from its address, the day, who asks and what is stored; a mark of these stands on every page that may be
/// kept: one that holds no form to be sent and tells of no work under way.
struct Unchanged<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head, !site.isAlwaysOpen(request.uri.path) else {
            return try await next(request, context)
        }
        let mark = try mark(request)
        if request.headers[.ifNoneMatch] == mark {
            return Response(status: .notModified, headers: [.eTag: mark, .cacheControl: Response.askedEachTime])
        }
        // What is asked for with HEAD has no content, and is not worth keeping.
        if request.method == .get, let page = site.pages[mark] { return page }
        var response = try await next(request, context)
        if response.status == .ok, response.headers[.cacheControl] == Response.askedEachTime {
            response.headers[.eTag] = mark
            if request.method == .get { site.pages.keep(response, as: mark) }
        }
        return response
    }

    private func mark(_ request: Request) throws -> String {
        let reader = try site.reader(request)
        var hasher = Hasher()
        hasher.combine(request.head.path)
        hasher.combine(reader)
        hasher.combine(site.today())
        hasher.combine(site.watch?.state)
        hasher.combine(site.state.drawings)
        hasher.combine(try site.database.read { try $0.mark(for: reader) })
        return "\"\(process)-\(String(UInt(bitPattern: hasher.finalize()), radix: 36))\""
    }
}

/// Another process may be another program.
private let process = String(UInt64.random(in: .min ... .max), radix: 36)
