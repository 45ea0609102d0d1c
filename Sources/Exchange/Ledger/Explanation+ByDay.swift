public import LedgerEngine
import Records

extension Explanation {
    /// What counted, day by day; the engine tells it subject by subject.
    public var countedByDay: [CountedRecord] {
        counted.sorted { ($0.day, $0.record.code) < ($1.day, $1.record.code) }
    }

    /// What did not count, day by day.
    public var notCountedByDay: [UncountedRecord] {
        notCounted.sorted { ($0.day, $0.record.code) < ($1.day, $1.record.code) }
    }
}
