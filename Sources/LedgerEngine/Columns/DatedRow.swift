import Records
import Vocabulary

/// No day: later than every day there is.
let never = Int32.max

/// A dated fact in 16 bytes.
struct DatedRow: Sendable, BitwiseCopyable {
    var from: Int32
    var until: Int32
    var recorded: Int32
    /// Day the end was recorded; `Int32.min` where the end was known from the start.
    var endRecorded: Int32

    init(_ dated: Dated) {
        from = dated.span.from.placed
        until = dated.span.until?.placed ?? never
        recorded = dated.recorded.number
        endRecorded = dated.endRecorded?.number ?? .min
    }

    init(from: Int32, until: Int32, recorded: Int32, endRecorded: Int32) {
        self.from = from
        self.until = until
        self.recorded = recorded
        self.endRecorded = endRecorded
    }

    /// The last day, as it was known; `never` where no end was.
    func end(knownAt: Int32) -> Int32 { endRecorded > knownAt ? never : until }

    /// Whether the fact held on `day`, by what was known on `knownAt` (`never`: everything).
    func holds(on day: Int32, knownAt: Int32) -> Bool {
        recorded <= knownAt && from <= day && (day <= until || endRecorded > knownAt)
    }
}
