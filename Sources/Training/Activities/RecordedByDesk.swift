import Records
import Storage
public import Store
import Vocabulary

// What a desk's own record comes to among the activities: put there, corrected with it, followed. Its days are as the record
// says; one that comes late is a record.

extension ActTransaction {
    /// Puts an activity on record for a desk's own record, in the same change: the ledger counts it. Its code. `alike` and `otherwise`
    /// say in the desk's words why not.
    ///
    /// `isAsSaid`: its days are as they were said, however unlikely.
    public func record(
        _ draft: ActivityDraft, isAsSaid: Bool = true, alike: (String) -> any Refusal, otherwise: any Refusal
    ) throws -> String {
        do {
            return try ReportActivity(draft, confirmed: isAsSaid ? draft.confirmations : []).perform(in: self)
                .activity.code
        } catch let refused as ActivityRefused {
            try refuse(refused, alike: alike, otherwise: otherwise)
        }
    }

    /// The code of the activity that says it now; one that somebody had voided meanwhile is put on record anew.
    public func correct(
        recorded activity: String, with draft: ActivityDraft, reason: String, alike: (String) -> any Refusal,
        otherwise: any Refusal
    ) throws -> String {
        let standing = try standing(activity: activity)
        if standing.isVoid { return try record(draft, alike: alike, otherwise: otherwise) }
        do {
            return try CorrectActivity(standing.code, with: draft, reason: reason, confirmed: draft.confirmations)
                .perform(in: self).activity.code
        } catch is NothingToCorrect {
            return standing.code
        } catch let refused as ActivityRefused {
            try refuse(refused, alike: alike, otherwise: otherwise)
        }
    }

    /// Voids it, unless somebody has.
    public func void(recorded activity: String, reason: String) throws {
        let standing = try standing(activity: activity)
        guard !standing.isVoid else { return }
        _ = try VoidRecord(RecordReference(.activity, standing.code), reason: reason).perform(in: self)
    }
}

extension Reading {
    /// The activity that stands in the place of one, after what was corrected among the activities, and whether it is void.
    public func standing(activity: String) throws -> (code: String, isVoid: Bool) {
        var code = activity
        var passed: Set<String> = []
        while passed.insert(code).inserted, let correction = try correction(of: RecordReference(.activity, code)) {
            code = correction.replacement
        }
        return (code, try voiding(of: RecordReference(.activity, code)) != nil)
    }
}
