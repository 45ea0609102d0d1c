import Plans
import Store
import Synchronization

/// Editions as they were last read from their stored text: the same text is the same edition, and reading one takes
/// milliseconds where comparing the text takes microseconds. Every page that names an activity's kind needs one.
enum EditionMemo {
    private static let most = 8
    private static let held = Mutex<[(body: String, edition: PlanEdition)]>([])

    static func edition(_ body: String) throws -> PlanEdition {
        if let known = held.withLock({ $0.first { $0.body.isAlike(body) }?.edition }) { return known }
        let edition = try StoredJSON.value(PlanEdition.self, from: body)
        held.withLock { held in
            if held.count == most { held.removeFirst() }
            held.append((body, edition))
        }
        return edition
    }
}

extension String {
    /// Byte by byte: equality of Chinese text would be found letter by letter.
    fileprivate func isAlike(_ other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
