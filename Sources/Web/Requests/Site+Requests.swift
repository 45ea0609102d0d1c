import Hummingbird
import LedgerEngine
import Records
import Storage
import Vocabulary

extension Site {
    /// A page on the records as they stand.
    func page<Value>(_ request: Request, _ body: (TownPage, PageContext) throws -> Value) throws -> Value {
        try state.read { town in try body(town, pageContext(request, town)) }
    }

    func pageContext(_ request: Request) throws -> PageContext { try page(request) { $1 } }

    /// Reads language and days from the address; what is unreadable there falls back to today and Chinese.
    func pageContext(_ request: Request, _ town: TownPage) -> PageContext {
        let query = Query(parsing: request.uri.query ?? "")
        let today = today()
        func day(_ name: String) -> Day? {
            query[name].flatMap(Day.init(iso:)).flatMap { $0 <= Evaluator.furthestAsOf(from: today) ? $0 : nil }
        }
        return PageContext(
            language: query["lang"] == "en" ? .en : .zh, asOf: day("asOf") ?? today, knownAt: day("knownAt"),
            today: today, path: request.uri.path, query: query,
            town: town.directory.root?.name ?? "")
    }

    func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: html.rendered())))
    }

    func redirect(to address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// The fields of a posted form, up to 1 MiB.
    func fields(_ request: Request) async throws -> Query {
        let body = try await request.body.collect(upTo: 1 << 20)
        return Query(parsing: String(buffer: body))
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
