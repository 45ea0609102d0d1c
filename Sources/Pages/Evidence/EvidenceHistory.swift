public import Store
import Vocabulary

extension Ask {
    /// What was done with the papers of a record, for the history that whoever may read them sees.
    public func paperSteps<Record: EvidenceBearer>(of record: Record) throws -> [HistoryStep] {
        // What a file is called may say whom it is about.
        guard try reading.mayRead(papersOf: record, reader) else { return [] }
        return try reading.evidence(of: record).flatMap { paper in
            try reading.journal(ofKind: Evidence<Record>.kind, code: paper.code).map { row in
                let isWithdrawn = row.act == WithdrawEvidence<Record>.name
                return HistoryStep(
                    at: row.at, by: row.by,
                    words: isWithdrawn ? WithdrawEvidence<Record>.words : AttachEvidence<Record>.words,
                    what: .group([.words(paper.document.words), " ", .text(paper.file.name)]),
                    remarks: isWithdrawn ? [HistoryStep.reason(paper.reason)] : [])
            }
        }
    }
}
