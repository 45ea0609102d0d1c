import Pages
import Vocabulary

/// How one slot of a year stands. A slot that was skipped is never fulfilled by that: the ledger still asks for it.
enum SlotState: Int, CaseIterable, Sendable {
    /// Worst first.
    case missing, behind, due, toCome, skipped, held

    /// In addresses.
    var name: String {
        switch self {
        case .missing: "missing"
        case .behind: "behind"
        case .due: "due"
        case .toCome: "toCome"
        case .skipped: "skipped"
        case .held: "held"
        }
    }

    init?(name: String) {
        guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    var words: Words {
        switch self {
        case .missing: Words("缺", "missing")
        case .behind: Words("滞后", "behind")
        case .due: Words("本月应办", "due this month")
        case .toCome: Words("未到期", "not yet due")
        case .skipped: Words("经同意免办", "skipped by agreement")
        case .held: Words("已开展", "held")
        }
    }

    var mark: Mark {
        switch self {
        case .missing: .overdue
        case .behind: .behind
        case .due: .next
        case .toCome: .notYetDue
        case .skipped: .excused
        case .held: .met
        }
    }

    /// Whether something is still to be done about it.
    var isOpen: Bool { self != .held && self != .skipped }

    static var legend: HTML { .legend(allCases.reversed().map { ($0.mark, $0.words) }) }
}
