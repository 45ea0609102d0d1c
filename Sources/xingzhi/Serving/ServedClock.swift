import Storage
import Store
import Synchronization
import Training
import Vocabulary

/// The site's clock while it serves: what the pages call today, also after its zone was set anew.
final class ServedClock: Sendable {
    private let held: Mutex<TownClock>
    /// Where other processes may set the zone: asked again now and then.
    private let shared: Database?
    private let asked = Mutex(ContinuousClock.now)

    init(_ database: Database, isShared: Bool) throws {
        held = Mutex(try database.read { try TownClock($0) })
        shared = isShared ? database : nil
    }

    var today: Day {
        if let shared, isOld() {
            // Where the database cannot be read, the page that asks will say so.
            try? renew(shared)
        }
        return held.withLock { $0.today }
    }

    /// True once in half a second, for one of those who ask.
    private func isOld() -> Bool {
        asked.withLock { last in
            guard last.duration(to: .now) > .milliseconds(500) else { return false }
            last = .now
            return true
        }
    }

    /// After a change that may have been one of the clock.
    func renew(_ database: Database) throws {
        let clock = try database.read { try TownClock($0) }
        held.withLock { $0 = clock }
    }
}
