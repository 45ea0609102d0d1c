import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Half-yearly and yearly reports of groups: drawn up, handed in, noted.
    mutating func reports() {
        list(GroupReport.self)
        page(of: GroupReport.self, Words("一份学习报告", "One report")) { try $0.page($1) }
        evidence(of: GroupReport.self)
        look("\(GroupReport.path)/report.docx", RouteAbout(Words("学习报告（Word）", "The report as a document"))) { ask in
            try ask.one(GroupReport.self).document(ask)
        }
        var draft = FormFlow(DraftReport.self, ReportText.new) { group, ask in
            try ask.nextReport(of: group)
        } act: { group, text in
            DraftReport(record: group.code, text: text)
        }
        draft.refusals = { text, ask in text.problems(on: ask.today) }
        form(draft)
        form(
            FormFlow(ChangeReport.self, ReportText.form, changing: \.text) { report, text in
                ChangeReport(record: report.code, text: text)
            })
        form(.plain(HandInReport.self, saying: { .sheet(try $0.toRead($1)) }) { HandInReport(record: $0.code) })
        var note = FormFlow(NoteReport.self, Decision.form) { _, _ in
            Decision()
        } act: { report, decision in
            NoteReport(record: report.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        note.opening = { ask in
            let report = try ask.one(GroupReport.self)
            return .sheet(report.said, try report.toRead(ask))
        }
        form(note)
    }
}

extension Ask {
    /// What is due next: last year's until the middle of a year, the half year's then, this year's at its end; of these the first
    /// that there is none of.
    fileprivate func nextReport(of group: StudyGroup) throws -> ReportText {
        let choices: [(Int, ReportPart)] =
            today.month <= 6
            ? [(today.year - 1, .whole), (today.year, .half)] : [(today.year, .half), (today.year, .whole)]
        let next =
            try choices.first { try reading.report(of: group.code, $0.0, $0.1) == nil } ?? choices[choices.count - 1]
        return ReportText(year: next.0, part: next.1)
    }
}
