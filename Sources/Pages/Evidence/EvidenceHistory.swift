public import Store
import Vocabulary

extension Ask {
    /// What was done with the papers of a record, for its history.
    public func paperSteps<Record: EvidenceBearer>(of record: Record) throws -> [HistoryStep] {
        try reading.evidence(of: record).flatMap { paper in
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
