import Accounts
import Foundation
import Store
import Synchronization

/// Sessions that somebody ended while the database took nothing, such as on a full disk: they are over for this process at
/// once, and for the database as soon as it takes something again.
final class UnwrittenEnds: Sendable {
    private struct Held {
        var sessions: [String: Session] = [:]
        var tried = Date.distantPast
    }
    private let held = Mutex(Held())

    func add(_ session: Session, at now: Date) {
        held.withLock { held in
            held.sessions[session.hash] = session
            held.tried = now
        }
    }

    func holds(_ session: Session) -> Bool { held.withLock { $0.sessions[session.hash] != nil } }

    /// Writes them where that was not tried in the last minute.
    func retry(in database: Database, at now: Date) {
        let waiting = held.withLock { held -> [Session] in
            guard !held.sessions.isEmpty, now.timeIntervalSince(held.tried) > 60 else { return [] }
            held.tried = now
            return Array(held.sessions.values)
        }
        for session in waiting {
            database.notes.add { [self] in
                _ = try database.endSession(session.code, of: session.account)
                held.withLock { $0.sessions[session.hash] = nil }
            }
        }
    }
}

/// That somebody fetched a file, or was refused a page.
struct Trace: Sendable {
    var act: String
    var path: String
    var query: String
    var account: String
    var address: String
    var at: Date

    func write(to database: Database, isLate: Bool = false) throws {
        try database.noteTrace(act, at: path, query: query, by: account, from: address, when: isLate ? at : nil)
    }
}

/// Traces that the database did not take: they are written before anybody fetches another file.
final class UnwrittenTraces: Sendable {
    private let held = Mutex<[Trace]>([])
    /// Of pages that were refused no more are kept than these; of files there are never as many.
    private static let most = 10_000

    var isEmpty: Bool { held.withLock { $0.isEmpty } }

    func add(_ trace: Trace) { held.withLock { if $0.count < Self.most { $0.append(trace) } } }

    /// Throws what keeps the database from taking them.
    func write(to database: Database) throws {
        while let trace = held.withLock({ $0.first }) {
            try trace.write(to: database, isLate: true)
            held.withLock { if !$0.isEmpty { $0.removeFirst() } }
        }
    }
}
