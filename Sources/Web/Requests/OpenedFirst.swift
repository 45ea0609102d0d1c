import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Store

/// When a browser opened an address first that counts by its moment: told to the browser under a seal, so that whoever has to
/// sign in between loses nothing by it (docs/decisions/0150). The browser alone has it: it travels in no address, and holds
/// for the browser and the network that it was told to.
struct OpenedFirst<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let path = request.uri.path
        guard request.method == .get, path.hasPrefix(PageContext.countsByMoment), path.utf8.count <= 200,
            site.openedFirst(request) == nil
        else { return response }
        response.headers[values: .setCookie].append(site.openedCookie(request, at: site.now()))
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension Site {
    private var openedName: String { signIn?.entrance.isSecure == true ? "__Host-xingzhi-opened" : "xingzhi-opened" }

    fileprivate func openedCookie(_ request: Request, at now: Date) -> String {
        let moment = Int(now.timeIntervalSince1970 * 1000)
        let seal = KeyedDigest.mark(of: sealed(request, moment), key: openedKey)
        let isSecure = signIn?.entrance.isSecure == true
        return
            "\(openedName)=\(moment).\(seal); Path=/; HttpOnly; SameSite=Lax; Max-Age=3600\(isSecure ? "; Secure" : "")"
    }

    private func sealed(_ request: Request, _ moment: Int) -> String {
        let from = (signIn?.entrance ?? .thisMachine).address(of: request)
        let browser = (request.headers[.userAgent] ?? "").prefix(200)
        return "\(request.uri.path) \(moment) \(from) \(browser)"
    }

    /// Seconds since 1970; nil where this browser was told of none at this address.
    func openedFirst(_ request: Request) -> Double? {
        let start = "\(openedName)="
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let value = pairs.lazy.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(start) }?.dropFirst(start.count)
        guard let parts = value?.split(separator: "."), parts.count == 2, let moment = Int(parts[0]),
            KeyedDigest.holds(String(parts[1]), of: sealed(request, moment), key: openedKey)
        else { return nil }
        return Double(moment) / 1000
    }
}
