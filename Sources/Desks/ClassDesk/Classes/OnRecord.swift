import Pages
import Records
import Store
import Training
import Vocabulary

/// What a class or a claim comes to is on record as an activity, in the same change.
extension ActTransaction {
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

extension Ask {
    /// The class that was closed, or the claim that was confirmed, into an activity: it is put right there, or the class would
    /// stay closed and count for nothing.
    func keeper(ofActivity code: String) throws -> FormOption? {
        let closings = try reading.all(
            ClassClosing.self, for: .everybody, where: "activity = \(code) and reopened_day is null", order: "class",
            limit: 1)
        if let closing = closings.first {
            let title = try className(closing.trainingClass)
            return FormOption("/classes/\(closing.trainingClass)", Words("班次“\(title)”", "the class “\(title)”"))
        }
        let claims = try reading.all(
            TrainingClaim.self, for: .everybody, where: "activity = \(code) and stage = \(ClaimStage.approved)",
            order: "code", limit: 1)
        return claims.first.map {
            FormOption($0.address, Words("学时申报“\($0.title)”", "the claim “\($0.title)”"))
        }
    }
}
