import Foundation
public import HTTPTypes
public import Hummingbird

/// What is answered: a page, a file to be kept, or where to go on.
extension Response {
    /// A form to be sent bears a mark of its own each time it is shown: such a page is nowhere kept.
    public static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .cacheControl: status == .ok && !html.takes ? askedEachTime : "no-store",
            ], body: .init(byteBuffer: ByteBuffer(bytes: html.rendered())))
    }

    /// Kept by the browser of whoever asked, who asks each time whether it is still the same.
    public static var askedEachTime: String { "private, no-cache" }

    /// A page about work under way, which the browser asks for again by itself.
    public func asking(againAfter seconds: Int) -> Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("Refresh") { response.headers[name] = String(seconds) }
        return response
    }

    /// A file to be kept. `shown` is its name for readers, in any letters; `name`, in ASCII, for programs that know no other.
    public static func download(_ text: String, as type: String, named name: String, shown: String) -> Response {
        download(Array(text.utf8), as: type, named: name, shown: shown)
    }

    public static func download(_ bytes: [UInt8], as type: String, named name: String, shown: String) -> Response {
        Response(
            status: .ok, headers: attachment(type, named: name, shown: shown),
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func attachment(_ type: String, named name: String, shown: String) -> HTTPFields {
        [
            .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            .contentDisposition: "attachment; filename=\"\(name)\"; filename*=UTF-8''\(Query.encoded(shown))",
        ]
    }

    /// The same of a file on the server's disk, which is never whole in memory.
    public static func stored(_ path: String, as type: String, named name: String, shown: String) -> Response {
        guard let file = FileHandle(forReadingAtPath: path), let size = try? file.seekToEnd() else {
            // It was taken away while it was asked for.
            return Response(status: .notFound)
        }
        return Response(
            status: .ok, headers: attachment(type, named: name, shown: shown),
            body: ResponseBody(contentLength: Int(size)) { writer in
                try file.seek(toOffset: 0)
                while let part = try file.read(upToCount: 1 << 16), !part.isEmpty {
                    try await writer.write(ByteBuffer(bytes: part))
                }
                try await writer.finish(nil)
            })
    }

    public static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// That the reader may not do this, or not for this unit; nothing was written.
    public static func notAllowed(_ context: PageContext, unit: String? = nil) -> Response {
        var page = Page(
            context.say("没有这项权限", "Not allowed"),
            .emptyState(
                unit == nil
                    ? context.say("您的账号不能做这件事", "Your account may not do this")
                    : context.say("超出您的管理范围", "Beyond your reach"),
                unit.map { unit in
                    context.say(
                        "您的账号只能查看、办理\(unit)范围内的事项。", "Your account may look at and act for \(unit) only.")
                } ?? context.say("如需办理，请联系本单位管理员。", "Ask your administrator if you need to."),
                .p(
                    .class("btns"),
                    .a(.class("btn primary"), .href(context.link("/")), .say("返回首页", "To the first page")))))
        page.isApart = true
        return .page(page.html(context), status: .forbidden)
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

extension HTML {
    /// Whether it holds a form that changes something.
    fileprivate var takes: Bool {
        switch self {
        case .group(let parts): parts.contains { $0.takes }
        case .element(let name, let parts):
            name.text == "form" && parts.contains(.attribute("method", "post")) || parts.contains { $0.takes }
        case .attribute, .flag, .text, .words, .spokenAttribute, .address, .travelling: false
        }
    }
}

/// There is no such page.
public struct NotFound: Error {
    public var context: PageContext

    public init(context: PageContext) { self.context = context }
}
