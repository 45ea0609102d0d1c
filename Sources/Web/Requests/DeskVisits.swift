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
        // Where the database takes nothing, or somebody writes for long, the desk is looked at without.
        if !site.database.isWritingLong {
            try? site.database.noteDeskVisit(of: reader, awayFor: site.minutesBetweenVisits)
        }
        // What comes while the page is made is told the next time, rather than never.
        let shown = try? shown(to: reader)
        let response = try await next(request, context)
        if response.status == .ok, let (seq, state) = shown {
            let database = site.database
            database.notes.add { try database.noteDesk(of: reader, seq: seq, state: state) }
        }
        return response
    }

    /// What today's desk shows, whatever day was looked at.
    private func shown(to reader: Reader) throws -> (seq: Int, state: String) {
        try site.state.read { town in
            let state = try reader.unit.flatMap { unit in
                try town.ledger(asOf: site.today()).map { DeskState(UnitDuties(unit, $0)).text }
            }
            return (try town.directory.reading.revision(), state ?? "")
        }
    }
}
