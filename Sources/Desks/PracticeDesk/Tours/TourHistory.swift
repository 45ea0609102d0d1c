import Pages
import Store
import Vocabulary

/// What became of a tour since it was filed: decisions with their reasons, changes, its report, its measures, its papers.
extension StudyTour {
    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: StudyTour.self, code, TourScheme.form, \.scheme) { step, tour, change in
            let reason = tour.remark.isEmpty ? [] : [HistoryStep.reason(tour.remark)]
            switch change.row.act {
            case DecideTour.name:
                step.words = (tour.stage == .approved ? Decision.Answer.approve : .sendBack).words
                step.remarks = reason
            case WithdrawTour.name: step.remarks = reason
            case FileTourAgain.name where change.before?.stage == .returned: step.words = Words("重新报备", "Filed again")
            default: break
            }
        }
        let report = try ask.steps(of: TourReport.self, code) { step, report, _ in
            step.what = .link("/activities/\(Query.encoded(report.activity))", .text(report.activity))
            let why = report.outcome.differences
            if !why.isEmpty {
                step.remarks = [.say("与批准方案不一致的原因：\(why)", "Why it differs from what was approved: \(why)")]
            }
        }
        let measures = try ask.all(TourMeasure.self, where: "tour = \(code)", order: "code").flatMap { measure in
            try ask.steps(of: TourMeasure.self, measure.code) { step, measure, change in
                step.what = .text(measure.title)
                step.remarks = [
                    change.row.act == FinishMeasure.name
                        ? .say("完成情况和佐证：\(measure.proof)", "What proves it: \(measure.proof)")
                        : .group([
                            .text(try ask.naming.unitName(measure.draft.lead)), .say("，", ", "),
                            .text(try ask.naming.personName(measure.draft.owner)), .say("，期限 ", ", due "),
                            .day(measure.draft.due),
                        ])
                ]
            }
        }
        return try ask.history(own + report + measures + ask.paperSteps(of: self))
    }
}
