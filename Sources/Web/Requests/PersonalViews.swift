import Accounts
import Hummingbird
import Pages
import Store
import Synchronization
import Vocabulary

/// Notes who opens what is held about somebody else, and who takes a list of people away as a file (docs/decisions/0133). A
/// second look on the same day costs nothing.
struct PersonalViews<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        guard request.method == .get, response.status == .ok || response.status == .notModified,
            let (about, means) = Self.looked(request)
        else { return response }
        let reader = try site.reader(request)
        // Of no unit in particular: of all that the reader sees.
        let whose = if case .peopleOf(nil) = about { PersonalView.About.peopleOf(reader.unit) } else { about }
        if case .person(let code) = about, code == reader.person { return response }
        let view = PersonalView(whose, on: site.today(), by: reader.account, means)
        let (database, noted) = (site.database, site.noted)
        guard noted.insert(view) else { return response }
        // The page was made already: a database that takes nothing keeps nobody from it. The next look is then noted.
        database.notes.add {
            try database.note(view)
        } failed: {
            noted.remove(view)
        }
        return response
    }

    /// Whose page an address is; nil for what tells nothing of one person.
    private static func looked(_ request: Request) -> (PersonalView.About, PersonalView.Means)? {
        let parts = request.uri.path.split(separator: "/").map { Query.decoded($0.utf8) }
        let query = Query(parsing: request.uri.query ?? "")
        switch (parts.first, parts.count) {
        case ("people"?, 2...): return (.person(parts[1]), .page)
        case ("ledger"?, 2...) where query["kind"] == "person":
            return query["subject"].map { (.person($0), .page) }
        case (let list?, 1) where list.hasPrefix("people."): return (.peopleOf(query["unit"]), .file)
        case ("structure"?, 2) where parts[1].hasPrefix("people."): return (.peopleOf(query["unit"]), .file)
        default: return nil
        }
    }
}

/// Looks that were noted already, of one day.
final class NotedViews: Sendable {
    private let noted = Mutex<Set<PersonalView>>([])
    private static let most = 50_000

    /// Whether it is a new one.
    func insert(_ view: PersonalView) -> Bool {
        noted.withLock { noted in
            if noted.count >= Self.most || noted.first.map({ $0.day != view.day }) == true { noted = [] }
            return noted.insert(view).inserted
        }
    }

    func remove(_ view: PersonalView) { noted.withLock { _ = $0.remove(view) } }
}
