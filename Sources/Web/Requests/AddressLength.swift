import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses an address longer than any that a page of ours makes: each link of a page carries the whole of it along, so that a
/// long one makes a page of many times its length.
struct AddressLength<Context: RequestContext>: RouterMiddleware {
    /// In bytes; the longest of ours have some hundred, one with 100 rows chosen has 3,000.
    static var most: Int { 8_000 }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard (request.head.path?.utf8.count ?? 0) <= Self.most else {
            return Response(
                status: .uriTooLong, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "网址太长，请从页面上的链接或表单进入。This address is too long.\n")))
        }
        return try await next(request, context)
    }
}
