import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Visits of observers: arranged, prepared, reported on, answered.
    mutating func visits() {
        list(ObserverVisit.self)
        page(of: ObserverVisit.self, Words("一次列席旁听", "One visit of observers")) { try $0.page($1) }
        evidence(of: ObserverVisit.self)
        form(
            FormFlow(ArrangeVisit.self, VisitScheme.form) { _, _ in
                VisitScheme()
            } act: { group, scheme in
                ArrangeVisit(record: group.code, scheme: scheme)
            })
        form(
            FormFlow(ChangeVisit.self, VisitScheme.form, changing: \.scheme) { visit, scheme in
                ChangeVisit(record: visit.code, scheme: scheme)
            })
        form(
            FormFlow(CancelVisit.self, Reason.form) { _, _ in
                Reason()
            } act: { visit, reason in
                CancelVisit(record: visit.code, reason: reason.text)
            })
        form(
            .plain(SendVisitPapers.self, saying: { .sheet(try VisitScheme.form.facts($0.scheme, $1)) }) {
                SendVisitPapers(record: $0.code)
            })
        var report = FormFlow(ReportVisit.self, VisitReport.form) { visit, _ in
            VisitReport(came: visit.scheme.day)
        } act: { visit, report in
            ReportVisit(record: visit.code, report: report)
        }
        report.remarks = { report, ask in
            let most = try ask.studyRules.visitCharacters
            return .warnings(
                report.characters > most
                    ? [
                        Words(
                            "共\(report.characters)字，规定\(most)字以内",
                            "\(report.characters) characters; the rule is \(most)")
                    ]
                    : [])
        }
        form(report)
        form(
            FormFlow(ReplyToVisit.self, ReplyToVisit.form) { _, _ in
                Reason()
            } act: { visit, reply in
                ReplyToVisit(record: visit.code, reply: reply.text)
            })
    }
}
