import Books
import Hummingbird
import LedgerEngine
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Keeps whoever sees one unit only to what lies beneath it, on the pages that are no desk's: a list without a unit becomes
/// their unit's, what lies beyond is refused. Desks keep to it by their nouns.
struct WithinReach<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if site.isAlwaysOpen(request.uri.path) { return try await next(request, context) }
        let reader = try site.reader(request)
        guard let own = reader.unit, request.method == .get || request.method == .head else {
            return try await next(request, context)
        }
        switch Wanted(request) {
        case .everybodys: break
        case .wholeTown:
            guard request.uri.path == "/" || request.uri.path == "/units" else {
                throw NotAllowed(right: .see, unit: own)
            }
            let place = request.uri.path == "/" ? MyDesk.address : "/units/\(Query.encoded(own))"
            return .seeOther(try site.pageContext(request).link(place))
        case .list(let unit):
            guard let unit else {
                var query = Query(parsing: request.uri.query ?? "")
                query.set("unit", own)
                return .seeOther("\(request.uri.path)?\(query.text)")
            }
            try require(reader) { try $0.isWithinReach(unit, of: reader) }
        case .unit(let code): try require(reader) { try $0.isWithinReach(code, of: reader) }
        case .person(let code): try require(reader) { try $0.isWithinReach(person: code, of: reader, on: site.today()) }
        case .activity(let code): try require(reader) { try $0.isWithinReach(activity: code, of: reader) }
        case .subject(let subject):
            try require(reader) { try $0.isWithinReach(subject, of: reader, on: site.today()) }
        }
        return try await next(request, context)
    }

    private func require(_ reader: Reader, _ isWithin: (ReadTransaction) throws -> Bool) throws {
        guard try site.database.read(isWithin) else { throw NotAllowed(right: .see, unit: reader.unit) }
    }
}

/// Whose an address is.
private enum Wanted {
    case everybodys, wholeTown
    /// Of one unit, or of none yet.
    case list(unit: String?)
    case unit(String)
    case person(String)
    case activity(String)
    case subject(Subject)

    init(_ request: Request) {
        let parts = request.uri.path.split(separator: "/").map { Query.decoded($0.utf8) }
        let query = Query(parsing: request.uri.query ?? "")
        let stem = parts.first.map { $0.split(separator: ".").first.map(String.init) ?? $0 }
        switch (stem, parts.count) {
        case (nil, _), ("units", 1), ("seats", _): self = .wholeTown
        case ("units", _): self = .unit(parts[1])
        case ("people", 1), ("activities", 1), ("ledger", 1): self = .list(unit: query["unit"])
        case ("people", _): self = .person(parts[1])
        case ("activities", _) where parts[1] == "new": self = .everybodys
        case ("activities", _): self = .activity(parts[1])
        case ("ledger", _):
            let kind = query["kind"].flatMap(Subject.Kind.init(rawValue:))
            self = kind.map { .subject(Subject($0, query["subject"] ?? "")) } ?? .wholeTown
        default: self = .everybodys
        }
    }
}
