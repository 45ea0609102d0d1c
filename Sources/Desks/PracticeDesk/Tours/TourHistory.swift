import Pages
import Store
import Vocabulary

/// What became of a tour since it was filed: decisions with their reasons, changes, its report, its measures, its papers.
extension StudyTour {
    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.reading.changes(of: StudyTour.self, code).compactMap { try Self.step($0, ask) }
        let measures = try ask.all(TourMeasure.self, where: "tour = \(code)", order: "code").flatMap { measure in
            try ask.reading.changes(of: TourMeasure.self, measure.code).compactMap { try $0.step(ask) }
        }
        return .history(own + (try reportSteps(ask)) + measures + (try ask.paperSteps(of: self)), by: try ask.siteTime)
    }

    private static func step(_ change: NounChange<StudyTour>, _ ask: Ask) throws -> HistoryStep? {
        guard let after = change.after else { return nil }
        var step = HistoryStep(at: change.row.at, by: change.row.by, words: after.stage.words)
        switch change.row.act {
        case DecideTour.name:
            step.words = (after.stage == .approved ? TourDecision.Answer.approve : .sendBack).words
            step.remarks = after.reasons
        case WithdrawTour.name:
            step.words = WithdrawTour.words
            step.remarks = after.reasons
        case FileTourAgain.name:
            step.words = change.before?.stage == .returned ? Words("重新报备", "Filed again") : FileTourAgain.words
            step.changes = try change.before.map { try TourScheme.form.changes($0.scheme, after.scheme, ask) } ?? []
        default: step.words = FileTour.words
        }
        return step
    }

    private var reasons: [HTML] { remark.isEmpty ? [] : [HistoryStep.reason(remark)] }

    private func reportSteps(_ ask: Ask) throws -> [HistoryStep] {
        try ask.reading.changes(of: TourReport.self, code).compactMap { change in
            guard let report = change.after else { return nil }
            return HistoryStep(
                at: change.row.at, by: change.row.by, words: ReportTour.words,
                what: .link("/activities/\(Query.encoded(report.activity))", .text(report.activity)),
                remarks: report.outcome.differences.isEmpty
                    ? []
                    : [
                        .say(
                            "与批准方案不一致的原因：\(report.outcome.differences)",
                            "Why it differs from what was approved: \(report.outcome.differences)")
                    ])
        }
    }
}

extension NounChange<TourMeasure> {
    fileprivate func step(_ ask: Ask) throws -> HistoryStep? {
        guard let measure = after else { return nil }
        let isDone = row.act == FinishMeasure.name
        var remarks: [HTML] = [
            .group([
                .text(try ask.naming.unitName(measure.draft.lead)), .say("，", ", "),
                .text(try ask.naming.personName(measure.draft.owner)), .say("，期限 ", ", due "),
                .day(measure.draft.due),
            ])
        ]
        if isDone { remarks = [.say("完成情况和佐证：\(measure.proof)", "What proves it: \(measure.proof)")] }
        return HistoryStep(
            at: row.at, by: row.by, words: isDone ? FinishMeasure.words : DrawMeasure.words,
            what: .text(measure.draft.measure), remarks: remarks)
    }
}
