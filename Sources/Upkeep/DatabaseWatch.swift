import Foundation
import Glibc
public import Store
import Synchronization

/// Whether the database has been found sound since it was opened: a small one is checked before anybody is served, a large
/// one beside, while pages say that the check is not over.
public final class DatabaseWatch: Sendable {
    public enum State: Hashable, Sendable {
        /// Being checked, or the check could not be carried out.
        case unchecked
        case sound
        case damaged([DatabaseFault])
    }

    /// A database up to this size is checked in about a second.
    public static let quickSize = 128 << 20

    private let place: DatabasePlace
    private let schema: Schema
    private let held = Mutex<State>(.unchecked)
    private let checking = Mutex<Database?>(nil)
    private let isStopped = Mutex(false)

    public init(_ place: DatabasePlace, schema: Schema) {
        self.place = place
        self.schema = schema
    }

    public var state: State { held.withLock { $0 } }

    /// Something that was read later showed damage.
    public func note(_ faults: [DatabaseFault]) { held.withLock { $0 = .damaged(faults) } }

    public var isQuick: Bool {
        // What cannot be asked for its size is soon told to be worse.
        (try? place.size()) ?? 0 <= Self.quickSize
    }

    /// Checks all of it now, on a connection of its own.
    @discardableResult
    public func check() throws -> State {
        let database = try place.openForReading(schema: schema)
        checking.withLock { $0 = database }
        defer {
            checking.withLock { $0 = nil }
            try? database.close()
        }
        // Whoever stopped it before the connection was known has interrupted nothing.
        if isStopped.withLock({ $0 }) { throw CancellationError() }
        let faults = try database.faults()
        return held.withLock { state in
            if !faults.isEmpty {
                state = .damaged(faults)
            } else if case .unchecked = state {
                // Damage that was noted meanwhile stays.
                state = .sound
            }
            return state
        }
    }

    /// Checks on a thread that gives way to pages; `tell` is called at its end, unless it was stopped.
    public func checkBeside(_ tell: @escaping @Sendable (Result<State, any Error>) -> Void) {
        Thread.detachNewThread { [self] in
            // On Linux this is the thread's own.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19)
            let result = Result { try check() }
            if !isStopped.withLock({ $0 }) { tell(result) }
        }
    }

    /// Ends a check that is under way.
    public func stop() {
        isStopped.withLock { $0 = true }
        checking.withLock { $0?.interrupt() }
    }
}
