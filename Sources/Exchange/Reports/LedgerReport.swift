public import LedgerEngine
public import Plans
public import Vocabulary

/// A ledger for reading on a terminal: each obligation, its running window, and how many subjects stand how.
public struct LedgerReport {
    private let ledger: Ledger
    private let edition: PlanEdition
    private let language: Language

    public init(_ ledger: Ledger, of edition: PlanEdition, language: Language) {
        self.ledger = ledger
        self.edition = edition
        self.language = language
    }

    public func write(to output: ByteOutput) {
        heading(to: output)
        var running: [String: [LedgerEntry]] = [:]
        for entry in ledger.entries where entry.subject.kind != .rollUp && (entry.to.map { $0 >= ledger.asOf } ?? true)
        {
            running[entry.obligation, default: []].append(entry)
        }
        for obligation in edition.obligations {
            output.write("\n\(obligation.id)  \(language == .zh ? obligation.sentenceZh : obligation.sentenceEn)\n")
            if let entries = running[obligation.id] {
                output.write("    \(summary(entries, obligation.rule.unit))\n")
            } else if let question = obligation.question {
                output.write(
                    "    \(LedgerText.standing(.needsRuling, in: language))  \(QuestionText.sentence(question, in: language))\n"
                )
            } else {
                output.write(language == .zh ? "    当前没有进行中的周期\n" : "    no running window\n")
            }
        }
    }

    private func heading(to output: ByteOutput) {
        let asOf = LedgerText.date(ledger.asOf, language)
        switch language {
        case .zh:
            output.write("《\(edition.title)》第\(ledger.edition)版台账，截至\(asOf)")
            if let knownAt = ledger.knownAt { output.write("（掌握截至\(LedgerText.date(knownAt, .zh))）") }
            output.write("，共\(ledger.entries.count)条\n")
        case .en:
            output.write("\(edition.title), edition \(ledger.edition), as of \(asOf)")
            if let knownAt = ledger.knownAt { output.write(" (known at \(knownAt.iso))") }
            output.write(": \(ledger.entries.count) entries\n")
        }
    }

    private func summary(_ entries: [LedgerEntry], _ unit: CountingUnit) -> String {
        if entries.count == 1, let entry = entries.first {
            let figures =
                language == .zh
                ? "应\(LedgerText.amountText(entry.required, unit, in: .zh))，已\(LedgerText.amountText(entry.done, unit, in: .zh))"
                : "\(Figure.plain(entry.done)) of \(LedgerText.amountText(entry.required, unit, in: .en))"
            return "\(LedgerText.standing(entry.standing, in: language))  \(figures)"
        }
        return Standing.allCases.compactMap { standing in
            let count = entries.count { $0.standing == standing }
            return count == 0 ? nil : "\(LedgerText.standing(standing, in: language)) \(count)"
        }.joined(separator: "  ")
    }
}
