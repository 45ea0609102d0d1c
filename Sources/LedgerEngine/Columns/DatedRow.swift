import Records
import Vocabulary

/// No day: later than every day there is.
let never = Int32.max

/// A dated fact in 16 bytes.
struct DatedRow: Sendable {
    var from: Int32
    var until: Int32
    var recorded: Int32
    /// Day the end was recorded; `Int32.min` where the end was known from the start.
    var endRecorded: Int32

    init(_ dated: Dated) {
        from = dated.span.from.number
        until = dated.span.until?.number ?? never
        recorded = dated.recorded.number
        endRecorded = dated.endRecorded?.number ?? .min
    }

    /// Whether the fact held on `day`, by what was known on `knownAt` (`never`: everything).
    func holds(on day: Int32, knownAt: Int32) -> Bool {
        recorded <= knownAt && from <= day && (day <= until || endRecorded > knownAt)
    }
}
