import PlanDesk
import PlanLanguage
import Storage
import Store
import Synchronization

/// Numbers that oblige nothing, of the editions that were asked for: an edition never changes, and reading it anew for each page
/// would cost more than the page.
final class PlanNumbers: Sendable {
    private let known = Mutex<[Int: [PassedOver]]>([:])

    /// So many editions are kept.
    private static let most = 8

    func passedOver(in edition: Int, _ reading: some Reading) throws -> [PassedOver] {
        if let found = known.withLock({ $0[edition] }) { return found }
        let found = try reading.edition(number: edition)?.passedOver ?? []
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[edition] = found
        }
        return found
    }
}
