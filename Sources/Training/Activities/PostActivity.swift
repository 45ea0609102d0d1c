import Records
import Storage
public import Store
import Vocabulary

extension ActTransaction {
    /// Puts what a desk has brought to its end on record as an activity, in the same change: the ledger counts it.
    ///
    /// The activity's code. Throws `ActivityRefused` with every problem found.
    public func post(_ draft: ActivityDraft) throws -> String {
        try ReportActivity(draft).perform(in: self).activity.code
    }
}
