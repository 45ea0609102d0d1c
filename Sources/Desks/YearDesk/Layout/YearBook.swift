import Books
import LedgerEngine
import Plans
import Records
import Store
import Synchronization
import Vocabulary

/// A whole town's year: every lane with every subject. What was counted of it stays with it.
final class YearBook: Sendable {
    let lanes: [YearLane]
    let subjects: YearSubjects
    /// Without changes, by whom they were rolled up.
    private let rolled = Mutex<[(tops: [String], sums: [[YearCells]])]>([])
    private static let mostRolled = 16

    init(_ live: LiveLedger, _ subjects: YearSubjects, _ year: Int) {
        self.subjects = subjects
        lanes = YearLayout(live: live).lanes(of: year, among: subjects)
    }

    /// By lane and then by each of `tops`: what stands at it and beneath it, as far as no other of them is nearer.
    func sums(beneath tops: [String]) -> [[YearCells]] {
        if let known = rolled.withLock({ $0.last { $0.tops == tops }?.sums }) { return known }
        let owners = owners(tops)
        let sums = lanes.map { $0.cells(by: owners, of: tops.count) }
        rolled.withLock { rolled in
            if rolled.count >= Self.mostRolled { rolled.removeFirst() }
            rolled.append((tops, sums))
        }
        return sums
    }

    /// Where a subject stands in a lane; nil where nothing is asked of it.
    func position(of subject: Subject, in lane: YearLane) -> Int? {
        subjects.number(of: subject).flatMap { lane.position(of: $0) }
    }

    /// Which of `tops` the unit of a lane's subject is or stands beneath, the nearest; nil where it is none.
    func owner(of subject: Int, in lane: YearLane, among tops: [String: Int]) -> Int? {
        var place = lane.places[subject]
        while place >= 0 {
            if let found = tops[subjects.units[Int(place)].code] { return found }
            place = subjects.parents[Int(place)]
        }
        return nil
    }

    /// By the place of a unit, which of `tops` it is or stands beneath, the nearest; negative where it is none.
    func owners(_ tops: [String]) -> [Int32] {
        let parents = subjects.parents
        let unknown: Int32 = -2
        var owners = [Int32](repeating: unknown, count: parents.count)
        for (number, top) in tops.enumerated() {
            if let place = subjects.place(of: top) { owners[Int(place)] = Int32(number) }
        }
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
        // Whom a year asks is the same as long as the records are, whatever was reported since.
        let subjects = laid.withLock { kept in kept.last { $0.records === records }?.book.subjects }
        let made = YearBook(view.live, subjects ?? YearSubjects(view.directory.units, view.live), year)
        laid.withLock { kept in
            kept.removeAll { $0.records == nil || $0.revision != revision }
            if kept.count >= Self.most { kept.removeFirst() }
            kept.append(Laid(records: records, revision: revision, key: key, book: made))
        }
        return made
    }
}
