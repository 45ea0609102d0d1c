import Books
import Hummingbird
import Pages
import Store

/// Notes when somebody is at their desk, and what they saw there, so that next time it can tell what changed since
/// (docs/decisions/0132). Comes before the page's mark, which a new visit changes.
struct DeskVisits<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, request.uri.path == MyDesk.address else {
            return try await next(request, context)
        }
        let reader = try site.reader(request)
        // An official's desk tells of no changes, an administrator has none.
        guard reader.may(.see) else { return try await next(request, context) }
        // Where the database takes nothing, the desk is looked at without.
        try? site.database.noteDeskVisit(of: reader, awayFor: site.minutesBetweenVisits)
        let response = try await next(request, context)
        if response.status == .ok { try? note(reader) }
        return response
    }

    /// What today's desk shows, whatever day was looked at.
    private func note(_ reader: Reader) throws {
        let (seq, state) = try site.state.read { town in
            let state = try reader.unit.flatMap { unit in
                try town.ledger(asOf: site.today()).map { DeskState(UnitDuties(unit, $0)).text }
            }
            return (try town.directory.reading.revision(), state ?? "")
        }
        try site.database.noteDesk(of: reader, seq: seq, state: state)
    }
}
