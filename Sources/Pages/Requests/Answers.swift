public import HTTPTypes
public import Hummingbird

/// What is answered: a page, a file to be kept, or where to go on.
extension Response {
    public static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.rendered())))
    }

    /// A file to be kept. `shown` is its name for readers, in any letters; `name`, in ASCII, for programs that know no other.
    public static func download(_ text: String, as type: String, named name: String, shown: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"; filename*=UTF-8''\(Query.encoded(shown))",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    public static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// The stylesheet, whose address changes with its content.
    public static var stylesheet: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable",
                .xContentTypeOptions: "nosniff",
            ], body: .init(byteBuffer: ByteBuffer(string: Stylesheet.text)))
    }
}

/// There is no such page.
public struct NotFound: Error {
    public var context: PageContext

    public init(context: PageContext) { self.context = context }
}
