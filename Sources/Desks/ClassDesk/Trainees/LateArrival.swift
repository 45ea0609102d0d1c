import Storage
import Store
import Vocabulary

extension ActTransaction {
    /// Whoever arrives late was not there before: on rolls that were called without them they stand as absent from then on, so
    /// that hours and what may be missed are right. Where they signed in, or were on the roll when it was called, nothing is
    /// added; the class teacher can put it right.
    func notThereBefore(_ trainee: Trainee) throws {
        let rolls = try all(
            RollCall.self, for: .everybody, where: "class = \(trainee.trainingClass)", order: "day, half")
        guard !rolls.isEmpty else { return }
        let stages = try changes(of: Trainee.self, trainee.code).map { (seq: $0.row.seq, stage: $0.after?.stage) }
        let signedIn = try all(HallSignIn.self, for: .everybody, where: "trainee = \(trainee.code)", order: "code")
        for var roll in rolls where !roll.marks.contains(where: { $0.trainee == trainee.code }) {
            let called = try journal(ofKind: RollCall.kind, code: roll.code).last {
                [CallRoll.name, CorrectRoll.name].contains($0.act)
            }
            let then = stages.last { $0.seq < called?.seq ?? 0 }?.stage
            if then.map({ TraineeStage.students.contains($0) }) ?? false { continue }
            let sign = signedIn.first { $0.place == roll.place }
            if let sign, !sign.isLate { continue }
            roll.marks.append(RollMark(trainee: trainee.code, mark: sign == nil ? .absent : .late))
            roll.reason = "点名时还没有登记报到"
            try update(roll)
        }
    }
}
