import Hummingbird
import Synchronization

/// Pages as they were made, by their marks, so that they are sent again as they are to whoever asks for the same
/// (docs/decisions/0126). Bounded: where a page more would be too much, the older half goes.
final class KeptPages: Sendable {
    /// Of either half, in bytes.
    private let limit: Int
    private let halves = Mutex(Halves())

    private struct Halves {
        var younger: [String: Response] = [:]
        var older: [String: Response] = [:]
        /// What the younger half holds.
        var bytes = 0
    }

    init(limit: Int = 16 << 20) { self.limit = limit }

    subscript(mark: String) -> Response? { halves.withLock { $0.younger[mark] ?? $0.older[mark] } }

    func keep(_ page: Response, as mark: String) {
        // One of unknown size may be read once only; one that would push many others out is made anew.
        guard let size = page.body.contentLength, size <= limit / 8 else { return }
        halves.withLock { halves in
            guard halves.younger[mark] == nil else { return }
            if halves.bytes + size > limit {
                halves.older = halves.younger
                halves.younger = [:]
                halves.bytes = 0
            }
            halves.younger[mark] = page
            halves.bytes += size
        }
    }
}
