import HTTPTypes
public import Hummingbird
public import Store
import Vocabulary

/// Answers the addresses of the desks: reads who asks, throws `NotAllowed` where they may not, and frames the page.
public struct DeskRoutes: Sendable {
    let desks: [Desk]
    let database: Database
    let doors: Doors
    /// Language, day, menu and town of a request.
    let context: @Sendable (Request) throws -> PageContext
    let reader: @Sendable (Request) throws -> Reader
    let jobs: JobWorker?
    let evidence: EvidenceStore?
    private let acts: ActNames

    public init(
        _ desks: [Desk], database: Database, doors: Doors, context: @escaping @Sendable (Request) throws -> PageContext,
        reader: @escaping @Sendable (Request) throws -> Reader, jobs: JobWorker? = nil, evidence: EvidenceStore? = nil
    ) {
        self.jobs = jobs
        self.evidence = evidence
        acts = ActNames(desks)
        self.desks = desks
        self.database = database
        self.doors = doors
        self.context = context
        self.reader = reader
    }

    public func add(to router: Router<BasicRequestContext>) {
        router.get(RouterPath(OpenAPI.address)) { [desks] _, _ in
            // Made when it is asked for, which is seldom: a router is made for each request of a test.
            let document = OpenAPI(desks: desks).bytes
            return Response(
                status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(bytes: document)))
        }
        for route in desks.flatMap(\.routes) {
            let path = RouterPath(route.path)
            switch route.answer {
            case .look(let look):
                router.get(path) { request, place in try answer(route, request, place, look) }
            case .take(let take):
                router.post(path) { request, place in try await answer(route, request, place, take) }
            }
        }
    }

    private func answer(
        _ route: Route, _ request: Request, _ place: BasicRequestContext, _ look: (Ask) throws -> Answered
    ) throws -> Response {
        let context = try context(request)
        let reader = try reader(request)
        try route.require(of: reader)
        return try doors.through(route.door) { reading, ledger in
            let ask = Ask(
                context: context, reader: reader, reading: reading, parts: Self.parts(of: place), jobs: jobs,
                evidence: evidence, acts: acts, ledger: ledger)
            return Self.response(try look(ask), context)
        }
    }

    private func answer(
        _ route: Route, _ request: Request, _ place: BasicRequestContext,
        _ take: (Sent) throws -> Answered
    ) async throws -> Response {
        let context = try context(request)
        let reader = try reader(request)
        try route.require(of: reader)
        if route.takesFiles, let evidence, PartedForm.isOne(request) {
            let form = try await PartedForm(request, into: evidence, takesTables: route.takesTables)
            let excess = form.isTooMuch ? TooMuchSent(fields: form.fields).error(context) : nil
            do {
                if let failure = form.failure { throw failure }
                return Self.taken(
                    try take(
                        Sent(
                            context: context, reader: reader, database: database, doors: doors,
                            parts: Self.parts(of: place), fields: form.fields, excess: excess, jobs: jobs,
                            evidence: evidence, acts: acts, upload: form.upload)),
                    context)
            } catch {
                throw FormNotKept(form.fields, error) ?? error
            }
        }
        let (fields, excess) = try await request.fieldsToShow(context)
        let sent = Sent(
            context: context, reader: reader, database: database, doors: doors, parts: Self.parts(of: place),
            fields: fields, excess: excess, jobs: jobs, evidence: evidence, acts: acts)
        return Self.taken(try take(sent), context)
    }

    /// What answers a form is nowhere kept: it may show what is shown once.
    private static func taken(_ answered: Answered, _ context: PageContext) -> Response {
        var response = response(answered, context)
        if case .page = answered { response.headers[.cacheControl] = "no-store" }
        return response
    }

    /// Whether a request brings a file that is read while it comes in.
    public func streams(_ request: Request) -> Bool {
        PartedForm.isOne(request) && routes(at: request.uri.path).contains { $0.takesFiles }
    }

    /// Whether the form at an address is kept as a draft while it is filled in.
    public func keepsDraft(at path: String) -> Bool {
        routes(at: path).contains { $0.keepsDraft }
    }

    /// Whether an address asks for a right that stands by itself: one's own, or an administrator's. All else asks besides
    /// that one may look at the town.
    public func standsByItself(_ path: String) -> Bool {
        let routes = routes(at: path)
        return !routes.isEmpty && routes.allSatisfy { $0.right == .own || Right.administrators.contains($0.right) }
    }

    private func routes(at path: String) -> [Route] {
        let parts = path.split(separator: "/")
        return desks.flatMap { $0.routes(at: parts) }
    }

    private static func parts(of place: BasicRequestContext) -> [String: String] {
        var parts: [String: String] = [:]
        for (name, value) in place.parameters { parts[String(name)] = Query.decoded(value.utf8) }
        return parts
    }

    private static func shown(_ page: Page, _ context: PageContext) -> Response {
        var response = Response.page(page.html(context))
        if !page.isKept { response.headers[.cacheControl] = "no-store" }
        if page.isDragged { response = response.dragged }
        return page.refresh.map { response.asking(againAfter: $0) } ?? response
    }

    private static func response(_ answered: Answered, _ context: PageContext) -> Response {
        switch answered {
        case .page(let page):
            shown(page, context)
        case .missing(let page): .page(page.html(context), status: .notFound)
        case .ended(let page): .page(page.html(context), status: .conflict)
        case .refused(let page, let isTooLong):
            .page(page.html(context), status: isTooLong ? .contentTooLarge : .unprocessableContent)
        case .file(let bytes, let type, let name, let shown): .download(bytes, as: type, named: name, shown: shown)
        case .stored(let path, let type, let name, let shown): .stored(path, as: type, named: name, shown: shown)
        case .goTo(let address): .seeOther(address)
        }
    }
}
