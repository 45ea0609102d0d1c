import Books
import LedgerEngine
import Plans
import Records
import Store
import Synchronization
import Vocabulary

/// A whole town's year: every lane with every subject.
struct YearBook: Sendable {
    let lanes: [YearLane]
    /// By lane and subject: the place of its unit in the directory; negative where there is none.
    let places: [[Int32]]
    /// By a unit's place in the directory: the place of the unit above it; negative for roots.
    let parents: [Int32]
    private let known: [String: Int32]

    init(_ view: LedgerView, _ year: Int) {
        let directory = view.directory.units
        lanes = view.lanes(of: year) { kind in
            kind == .team
                ? directory.teams.map { YearSubject(code: $0.code, unit: $0.unit) }
                : directory.units.map { YearSubject(code: $0.code, unit: $0.code) }
        }
        let known = Dictionary(
            directory.units.enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        places = lanes.map { lane in lane.units.map { known[$0] ?? -1 } }
        parents = directory.units.map { $0.parent.flatMap { known[$0] } ?? -1 }
        self.known = known
    }

    /// By the place of a unit, which of `tops` it is or stands beneath, the nearest; negative where it is none.
    func owners(_ tops: [String]) -> [Int32] {
        let unknown: Int32 = -2
        var owners = [Int32](repeating: unknown, count: parents.count)
        for (number, top) in tops.enumerated() { if let place = known[top] { owners[Int(place)] = Int32(number) } }
        for place in parents.indices where owners[place] == unknown {
            var passed: [Int] = []
            var next = place
            while owners[next] == unknown {
                passed.append(next)
                // Whoever stands beneath nobody asked for is nobody's; a tree has no ring (UnitTree).
                guard parents[next] >= 0 else { break }
                next = Int(parents[next])
            }
            let found = owners[next] == unknown ? -1 : owners[next]
            for one in passed { owners[one] = found }
        }
        return owners
    }
}

/// Years that were laid out, kept as long as no record changes.
public final class YearKept: Sendable {
    private struct Key: Hashable {
        var edition: Int
        var asOf: Day
        var knownAt: Day?
        var year: Int
    }

    private struct Laid: Sendable {
        weak var records: KnownRecords?
        let revision: Int
        let key: Key
        let book: YearBook
    }

    private let laid = Mutex<[Laid]>([])
    private static let most = 6

    public init() {}

    func book(_ view: LedgerView, _ year: Int) -> YearBook {
        let key = Key(edition: view.edition.number, asOf: view.live.asOf, knownAt: view.live.knownAt, year: year)
        let (records, revision) = (view.records, view.town.revision)
        let known = laid.withLock { kept in
            kept.last { $0.records === records && $0.revision == revision && $0.key == key }?.book
        }
        if let known { return known }
        let made = YearBook(view, year)
        laid.withLock { kept in
            kept.removeAll { $0.records == nil || $0.revision != revision }
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append(Laid(records: records, revision: revision, key: key, book: made))
        }
        return made
    }
}
