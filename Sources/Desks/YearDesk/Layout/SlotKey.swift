import LedgerEngine
import Vocabulary

/// Which slot of a year: the obligation, whose it is, the window that it lies in, and its place there, from 1 on.
struct SlotKey: Hashable, Sendable {
    var obligation: String
    var subject: Subject
    var from: Day
    var place: Int

    init(obligation: String, subject: Subject, from: Day, place: Int) {
        self.obligation = obligation
        self.subject = subject
        self.from = from
        self.place = place
    }

    /// `9.1 unit D07 2026-11-01 1`, as addresses and forms name it.
    var text: String { "\(obligation) \(subject.kind.rawValue) \(subject.code) \(from.iso) \(place)" }

    /// Nil for anything that `text` does not write.
    init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 5, let kind = Subject.Kind(rawValue: parts[1]), Self.kinds.contains(kind),
            let from = Day(iso: parts[3]), let place = Int(parts[4]), (1...SlotPace.mostSlots).contains(place)
        else { return nil }
        self.init(obligation: parts[0], subject: Subject(kind, parts[2]), from: from, place: place)
    }

    /// Who has slots: what is asked of people is told by unit only (docs/decisions/0006).
    static let kinds: Set<Subject.Kind> = [.programme, .unit, .team]
}
