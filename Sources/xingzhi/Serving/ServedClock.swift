import Storage
import Synchronization
import Training
import Vocabulary

/// The site's clock while it serves: what the pages call today, also after its zone was set anew.
final class ServedClock: Sendable {
    private let held: Mutex<TownClock>

    init(_ database: Database) throws { held = Mutex(try database.read { try TownClock($0) }) }

    var today: Day { held.withLock { $0.today } }

    /// After a change that may have been one of the clock.
    func renew(_ database: Database) throws {
        let clock = try database.read { try TownClock($0) }
        held.withLock { $0 = clock }
    }
}
