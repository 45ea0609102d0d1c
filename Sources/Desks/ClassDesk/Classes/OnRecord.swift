import Records
import Store
import Training
import Vocabulary

/// What a class or a claim comes to is on record as an activity, in the same change.
extension ActTransaction {
    /// The activity's code. Refuses with `alike` where the records hold the same already, with `otherwise` for all else.
    func putOnRecord(
        _ draft: ActivityDraft, alike: (String) -> any Refusal, otherwise: any Refusal
    ) throws -> String {
        do { return try post(draft) } catch let refused as ActivityRefused {
            for problem in refused.problems {
                if case .alreadyReported(let code) = problem { try refuse(alike(code)) }
            }
            try refuse(otherwise)
        }
    }

    /// Voids it again; one that somebody had voided among the activities stays so.
    func takeOffRecord(_ activity: String, reason: String, corrected: any Refusal) throws {
        do {
            _ = try VoidRecord(RecordReference(.activity, activity), reason: reason).perform(in: self)
        } catch RecordRefused.alreadyVoided {
        } catch is RecordRefused {
            try refuse(corrected)
        }
    }
}
