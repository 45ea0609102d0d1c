import Books
import LedgerEngine
import Plans
import Vocabulary

/// How a list of entries can be ordered: page and file alike.
enum LedgerOrder: String {
    case standing, obligation, subject, unit, done, window

    /// Obligations stand in the order of the plan: 2.1 before 10.1; without one in none.
    func precedes(_ view: LedgerView? = nil) -> (LedgerEntry, LedgerEntry) -> Bool {
        switch self {
        case .standing: { $0.standing.rank < $1.standing.rank }
        case .obligation:
            { [places = view?.places ?? [:]] in
                places[$0.obligation, default: .max] < places[$1.obligation, default: .max]
            }
        case .subject: { $0.subject.code < $1.subject.code }
        case .unit: { $0.unit < $1.unit }
        case .done: { Self.share($0) < Self.share($1) }
        case .window: { ($0.from, $0.to?.number ?? .max) < ($1.from, $1.to?.number ?? .max) }
        }
    }

    /// How much of what is asked is done; of members, how many of them.
    private static func share(_ entry: LedgerEntry) -> Double { entry.done / max(1, entry.required) }
}

extension LedgerView {
    /// Where each obligation stands in the plan.
    var places: [String: Int] {
        Dictionary(edition.obligations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
