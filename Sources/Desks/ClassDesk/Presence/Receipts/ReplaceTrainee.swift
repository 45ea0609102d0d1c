import Pages
import Records
import Storage
import Store
import Vocabulary

/// Who goes out, who comes in, and why (更换申请).
struct Replacement: Sendable, Hashable {
    var leaving = ""
    var coming = ""
    var reason = ""

    static let form = Form<Replacement>(
        .init(
            Words("换人", "Substitute"), .person(\.leaving, "leaving", Words("换出", "Goes out")),
            .person(\.coming, "coming", Words("换入", "Comes in")),
            .longText(\.reason, "reason", Words("原因", "Why"), limit: 200, rows: 2)))
}

/// Sends somebody else of the same unit in the place of one who was named, until the day of arrival (换人). The seat stays the
/// unit's: nobody who waits moves up by it.
struct ReplaceTrainee: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("换人", "Substitute named")
    static let title = Words("换人", "Name a substitute")
    static let button = Words("换人", "Substitute")
    static let step = "replace"
    var record: String
    var replacement: Replacement

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try found.notApprovedOrClosed(in: reading) { return problem }
        guard let callUp = try reading.one(CallUp.self, found.code, for: .everybody) else {
            return ClassProblem.notCalledUp
        }
        if today >= found.scheme.registration { return ReceiptProblem.noStandIn(found.scheme.registration) }
        guard let within = try reading.unitsWithinReach(of: reader) else { return nil }
        return callUp.notice.quotas.contains { within.contains($0.unit) } ? nil : ClassProblem.noSeatsForYou
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        func name(_ person: String) throws -> String { try t.person(code: person)?.name ?? person }
        guard replacement.leaving != replacement.coming else { try t.refuse(ReceiptProblem.same) }
        guard var out = try t.trainee(of: replacement.leaving, in: found.code),
            TraineeStage.seated.contains(out.stage), out.stage != .arrived
        else { try t.refuse(ReceiptProblem.notToReplace(try name(replacement.leaving))) }
        try t.requireReach(to: out.unit, with: Self.right)
        let coming = try name(replacement.coming)
        let post = try t.appointment(of: replacement.coming, on: t.today)
        guard let post, try t.unitsAbove(post.unit).contains(out.unit) else {
            let unit = try post.map { try t.unit(code: $0.unit)?.name ?? $0.unit } ?? "—"
            try t.refuse(ClassProblem.servesElsewhere(coming, unit: unit))
        }
        let before = try t.trainee(of: replacement.coming, in: found.code)
        if let before, !TraineeStage.off.contains(before.stage), before.stage != .waiting {
            try t.refuse(ClassProblem.alreadyNamed(coming))
        }
        let eligibility = try t.eligibility(for: found, of: [replacement.coming])
        for case .elsewhere(let other) in try t.person(code: replacement.coming).map({
            eligibility.bars($0, holding: [])
        }) ?? [] {
            try t.refuse(ClassProblem.alreadyElsewhere(coming, name: other))
        }
        (out.stage, out.decided) = (.withdrawn, t.today)
        out.remark = "换人，由\(coming)参加：\(replacement.reason)"
        try t.update(out)
        var trainee = Trainee(
            code: "", trainingClass: found.code, person: replacement.coming, unit: out.unit, named: t.today,
            stage: .nominated, decided: nil, remark: "替换\(try name(replacement.leaving))")
        // Of a seat beside the quota the substitute has that one.
        trainee.way = out.way
        try t.enrol(trainee)
        return found
    }
}
