import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Vocabulary

extension ReminderLine {
    /// A unit's entry as it stands now: of its only subject, where it has one, which says more than the sum.
    init(_ row: LedgerEntry, in view: LedgerView) {
        let entry = view.best(row)
        self.init(
            unit: row.unit, subject: entry.subject, from: entry.from, to: entry.to, standing: entry.standing,
            figure: Words(view.figure(entry, .zh), view.figure(entry, .en)))
    }

    /// How the same entry stands in another ledger; nil where that has none.
    func entry(of obligation: String, in view: LedgerView) -> LedgerEntry? {
        view.live.history(of: obligation, subject: subject).first { $0.from == from }
    }

    /// The sentence that the unit reads.
    func sentence(_ clause: Words) -> Words {
        let zh = to.map { "，请于\(LedgerText.date($0, .zh))前补齐" } ?? "，请尽快补齐"
        let en = to.map { "; please settle it by \($0.iso)" } ?? "; please settle it soon"
        return Words(
            "“\(clause.zh)”：贵单位现为\(figure.zh)，\(standing.words.zh)\(zh)。",
            "\(clause.en): your unit has \(figure.en) and is \(standing.words.en)\(en).")
    }
}

extension LedgerView {
    /// What an obligation asks, in both languages, as a sentence within another.
    func words(of obligation: Obligation) -> Words {
        func bare(_ text: String) -> String {
            String(text.reversed().drop { "。.".contains($0) }.reversed())
        }
        return Words(bare(sentence(obligation, .zh)), bare(sentence(obligation, .en)))
    }
}
