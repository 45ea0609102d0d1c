import Accounts
import House
import Pages
import Plans
import Storage
import Store
import Synchronization
import Vocabulary

/// How much waits on a reader's desk, and how many forms were left in their post, as the menu of every page says. Both follow from what a page's mark holds, so they
/// are counted once for each mark and reader, and a kept page cannot show another count than a new one.
final class WaitingCounts: Sendable {
    struct Counts {
        var waiting = 0
        var draftsLeft = 0
    }

    private let counts = Mutex<[Key: Counts]>([:])
    /// Clauses that need clarifying, of each edition: one that was published does not change.
    private let openClauses = Mutex<[Int: Int]>([:])

    private struct Key: Hashable {
        var reader: Reader
        var day: Day
        var mark: String
    }

    private static let most = 4096

    func counts(_ ask: Ask) throws -> Counts {
        let key = Key(reader: ask.reader, day: ask.today, mark: try ask.reading.mark(for: ask.reader))
        if let known = counts.withLock({ $0[key] }) { return known }
        var found = Counts()
        found.waiting = try desks.flatMap { try $0.waiting(ask) }.reduce(0) { $0 + $1.count }
        if MyDesk.settlesClauses(ask.reader) { found.waiting += try clauses(ask) }
        found.draftsLeft = try ask.reading.draftsLeft(to: ask.reader, on: ask.today).count
        counts.withLock { counts in
            if counts.count >= Self.most { counts = [:] }
            counts[key] = found
        }
        return found
    }

    private func clauses(_ ask: Ask) throws -> Int {
        guard let number = try ask.reading.editionNumber(inForceOn: ask.today, knownAt: nil) else { return 0 }
        if let known = openClauses.withLock({ $0[number] }) { return known }
        let open = try ask.reading.edition(number: number)?.edition.obligations.count { !$0.executable } ?? 0
        openClauses.withLock { $0[number] = open }
        return open
    }
}
