import LedgerEngine
import Plans
import Records
import Vocabulary

/// One entry with everything that explains it.
struct EntryModel: Sendable {
    let view: LedgerView
    let obligation: Obligation
    let explanation: Explanation
    /// The same obligation and subject, window by window, newest first.
    let history: [LedgerEntry]
    /// The entries that a roll-up sums, worst first.
    let parts: [LedgerEntry]
    /// How the entry stood by what was known on its as-of day; nil where nothing was recorded since.
    let knownThen: LedgerEntry?

    var entry: LedgerEntry { explanation.entry }

    init?(_ view: LedgerView, obligation id: String, subject: Subject, from: Day?) {
        guard let obligation = view.obligation(id),
            let explanation = view.evaluator.explain(
                obligation: id, subject: subject, from: from, asOf: view.ledger.asOf, knownAt: view.ledger.knownAt)
        else { return nil }
        self.view = view
        self.obligation = obligation
        self.explanation = explanation
        let entry = explanation.entry
        let all = view.index.entries(of: id)
        history = all.filter { $0.subject == subject }.sorted { $0.from > $1.from }
        if subject.kind == .rollUp || (subject.kind == .programme && obligation.rule.measure == .coverage)
            || (subject.kind == .programme && obligation.rule.measure == .share)
        {
            let singles = all.filter { single in
                let isSameWindow =
                    single.subject.kind == .activity
                    ? entry.from <= single.from && (entry.to.map { single.from <= $0 } ?? true)
                    : single.from == entry.from
                return isSameWindow && single.subject != subject && single.subject.kind != .programme
                    && single.subject.kind != .rollUp && view.directory.isBeneath(single.unit, entry.unit)
            }
            let pieces =
                singles.isEmpty || subject.kind == .programme
                ? all.filter {
                    $0.from == entry.from && $0.subject.kind == .rollUp
                        && view.directory.unit($0.unit)?.parent
                            == (subject.kind == .programme ? view.directory.root?.code : subject.code)
                } : singles
            parts = pieces.sorted {
                (StandingMark.rank($0.standing), $0.subject.code) < (StandingMark.rank($1.standing), $1.subject.code)
            }
        } else {
            parts = []
        }
        let then = view.evaluator.explain(
            obligation: id, subject: subject, from: entry.from, asOf: view.ledger.asOf, knownAt: view.ledger.asOf)
        knownThen = then?.entry == entry ? nil : then?.entry
    }
}
