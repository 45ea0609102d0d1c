public import Formats
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
        for entry in ledger.entries where entry.to.map({ $0 >= ledger.asOf }) ?? true {
            running[entry.obligation, default: []].append(entry)
        }
        for obligation in edition.obligations {
            output.write("\n\(obligation.id)  \(language == .zh ? obligation.sentenceZh : obligation.sentenceEn)\n")
            output.write("    \(line(obligation, running[obligation.id] ?? []))\n")
        }
    }

    private func line(_ obligation: Obligation, _ entries: [LedgerEntry]) -> String {
        if let question = obligation.question {
            return
                "\(LedgerText.standing(.needsRuling, in: language))  \(QuestionText.sentence(question, in: language))"
        }
        let subjects = entries.filter { $0.subject.kind != .rollUp }
        if subjects.count > 1 { return tally(subjects) }
        // Where nobody is named, the widest roll-up tells.
        guard let entry = subjects.first ?? entries.max(by: { $0.population ?? 0 < $1.population ?? 0 }) else {
            return language == .zh ? "当前没有进行中的周期" : "no running window"
        }
        return
            "\(LedgerText.standing(entry.standing, in: language))  \(LedgerText.figures(of: entry, obligation, in: language))"
    }

    private func heading(to output: ByteOutput) {
        let asOf = LedgerText.date(ledger.asOf, language)
        switch language {
        case .zh:
            output.write("《\(edition.title)》第\(ledger.edition)版台账，截至\(asOf)")
            if let knownAt = ledger.knownAt { output.write("（登记截至\(LedgerText.date(knownAt, .zh))）") }
            output.write("，共\(ledger.entries.count)条\n")
        case .en:
            output.write("\(edition.title), edition \(ledger.edition), as of \(asOf)")
            if let knownAt = ledger.knownAt { output.write(" (known at \(knownAt.iso))") }
            output.write(": \(ledger.entries.count) entries\n")
        }
    }

    private func tally(_ entries: [LedgerEntry]) -> String {
        Standing.allCases.compactMap { standing in
            let count = entries.count { $0.standing == standing }
            return count == 0 ? nil : "\(LedgerText.standing(standing, in: language)) \(count)"
        }.joined(separator: "  ")
    }
}
