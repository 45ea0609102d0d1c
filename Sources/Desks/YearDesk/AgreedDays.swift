public import Books
public import LedgerEngine
public import Pages
public import Records
import Store
public import Vocabulary

/// What was agreed of a unit's slots in the year of the as-of day, for whoever tells when something is due: the ledger knows
/// nothing of it, and goes on asking (docs/decisions/0166).
public struct AgreedDays {
    public enum Agreed: Equatable {
        /// All that is still to be done of it was moved; the nearest of the new days.
        case moved(to: Day)
        /// Nothing is to be done of it any more: it was skipped by agreement, or held on the day that it was moved to.
        case settled
    }

    private let slots: [Key: [YearSlot]]

    private struct Key: Hashable {
        let obligation: String
        let subject: Subject
        let from: Day
    }

    public init(_ unit: OrgUnit, _ view: LedgerView, _ ask: Ask) throws {
        let year = view.live.asOf.year
        let subjects =
            [unit.code, view.live.wholeSubject.code] + view.directory.teams(of: unit.code).map(\.code)
        let isAny = try ask.reading.slotChanges(in: year, of: subjects, knownAt: view.live.knownAt).contains {
            $0.isInForce
        }
        // Laid out only where there is something to follow: mostly there is nothing.
        let laid = isAny ? try UnitYear(unit, year, view, ask).slots : []
        slots = Dictionary(grouping: laid) {
            Key(obligation: $0.key.obligation, subject: $0.key.subject, from: $0.key.from)
        }.filter { $0.value.contains { $0.change?.isInForce == true } }
    }

    /// Nil: it is due as the ledger says.
    public func of(_ entry: LedgerEntry) -> Agreed? {
        guard let slots = slots[Key(obligation: entry.obligation, subject: entry.subject, from: entry.from)] else {
            return nil
        }
        let open = slots.filter { $0.state.isOpen }
        if open.isEmpty { return .settled }
        return open.allSatisfy(\.isMoved) ? open.map(\.standingDue).min().map { .moved(to: $0) } : nil
    }
}
