import Hummingbird
import Pages
import Storage
import Store
import Upkeep
import Vocabulary

/// Keeps what is damaged from being shown as if it were not: once damage was found, every page says so instead.
struct Soundness<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // Only the stylesheet can do without the database.
        if request.uri.path != Stylesheet.address, case .damaged(let faults) = site.watch?.state {
            throw DatabaseDamaged(path: site.database.path, faults: faults)
        }
        do {
            return try await next(request, context)
        } catch let failure as SQLFailure where failure.kind == .damaged {
            // Nothing that is read from now on can be relied upon.
            site.watch?.note([.structure(failure.message)])
            throw DatabaseDamaged(path: site.database.path, faults: [.structure(failure.message)])
        } catch let row as UnexpectedRow {
            // A row that is not as expected may also be a mistake of this one page: then only the page fails.
            let faults = try site.database.faults()
            guard !faults.isEmpty else { throw row }
            site.watch?.note(faults)
            throw DatabaseDamaged(path: site.database.path, faults: faults)
        }
    }
}
