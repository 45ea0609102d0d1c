import Exchange
import Hummingbird
import Records
import Storage
import Upkeep
import Vocabulary

extension Site {
    /// A page on the records as they stand.
    func page<Value>(_ request: Request, _ body: (TownPage, PageContext) throws -> Value) throws -> Value {
        try state.read { town in try body(town, pageContext(request, town)) }
    }

    func pageContext(_ request: Request) throws -> PageContext { try page(request) { $1 } }

    /// Reads language and days from the address. What cannot be read there is told on the page (`slips`), left out of every
    /// link, and today, everything recorded to date and Chinese stand for it.
    func pageContext(_ request: Request, _ town: TownPage) -> PageContext {
        var context = PageContext(
            address: request.uri.query ?? "", path: request.uri.path, today: today(),
            town: town.directory.root?.name ?? "")
        context.isUnchecked = watch?.state == .unchecked
        return context
    }

    func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.rendered())))
    }

    /// A file to be kept. `shown` is its name for readers, in any letters; `name`, in ASCII, for programs that know no other.
    func download(_ text: String, as type: String, named name: String, shown: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"; filename*=UTF-8''\(Query.encoded(shown))",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    func redirect(to address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// The fields of a posted form. Throws `TooMuchSent` above 1 MiB, with what can be shown again.
    func fields(_ request: Request) async throws -> Query {
        let body = try await request.body.collect(upTo: PostedBody<BasicRequestContext>.mostRead)
        let query = Query(parsing: String(buffer: body))
        guard body.readableBytes <= TooMuchSent.limit, query.items.count < Query.mostItems else {
            throw TooMuchSent(fields: query)
        }
        return query
    }

    /// The fields of a form that can be shown again, and what is wrong with so much of them; nil where nothing is.
    func fieldsToShow(_ request: Request, _ context: PageContext) async throws -> (fields: Query, error: FieldError?) {
        do { return (try await fields(request), nil) } catch let excess as TooMuchSent {
            return (excess.fields, excess.error(context))
        }
    }
}

/// A form was sent with more than it may hold.
struct TooMuchSent: Error {
    static let limit = 1 << 20
    var fields: Query

    /// Beside the field that takes the most room.
    func error(_ context: PageContext) -> FieldError {
        FieldError(
            field: fields.longest ?? "content",
            message: context.say(
                "内容太多：一次最多提交1 MB、\(Query.mostItems)项，没有保存。请缩短这一栏，或分次填报。",
                "Too much at once: at most 1 MB and \(Query.mostItems) fields may be sent. Nothing was saved: shorten this, or send it in parts."
            ))
    }
}

/// No edition was in force on the day asked for.
struct NoEdition: Error {
    var context: PageContext
    var first: Day?
}

/// There is no such page; `what` says of what kind.
struct NotFound: Error {
    var context: PageContext
}
