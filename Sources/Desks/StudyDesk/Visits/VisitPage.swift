import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of a visit.
enum VisitDocument: String, Named, Stored {
    case scheme, readings, texts, report, other

    var words: Words {
        switch self {
        case .scheme: Words("学习方案", "Scheme")
        case .readings: Words("学习资料", "Readings")
        case .texts: Words("发言材料", "Texts of keynotes")
        case .report: Words("旁听报告", "Report")
        case .other: Words("其他", "Other")
        }
    }
}

extension ObserverVisit: EvidenceBearer {
    typealias Document = VisitDocument
}

extension ObserverVisit {
    func page(_ ask: Ask) throws -> Page {
        let (rules, state) = (try ask.studyRules, try VisitState.state(of: self, ask))
        let sendDue = try sendDue(ask)
        let required: [RequiredPaper<VisitDocument>] =
            stage == .cancelled
            ? []
            : [VisitDocument.scheme, .readings, .texts].map {
                RequiredPaper($0, due: sendDue, why: Words("旁听前送旁听组", "To the observers before they come"))
            }
        let isLong = reported != nil && report.characters > rules.visitCharacters
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(try steps(ask, rules, state))),
                remark.isEmpty ? .nothing : .section(.p(.b(.say("取消原因：", "Why it was cancelled: ")), .text(remark))),
                .when(
                    isLong,
                    .p(
                        .class("warn"),
                        .say(
                            "报告\(report.characters)字，超过\(rules.visitCharacters)字的规定",
                            "The report has \(report.characters) characters; the rule is \(rules.visitCharacters)"))),
                reported == nil ? .nothing : try VisitReport.form.facts(report, ask),
                reply.isEmpty ? .nothing : .part(Words("回复", "Reply"), .p(.text(reply))),
                try VisitScheme.form.facts(scheme, ask), try ask.evidence(of: self, required: required),
                try history(ask)))
        page.sentence = .group([
            .link(StudyGroup.address(of: team), .text(try ask.groupName(team))), .say("，", ", "), .day(scheme.day),
            .say("。", ". "), .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func steps(_ ask: Ask, _ rules: StudyRules, _ state: VisitState) throws -> [FlowStep] {
        let (sendDue, reportDue) = (try sendDue(ask), try reportDue(ask))
        let isPast = scheme.day < ask.today
        return [
            FlowStep(
                Words("送材料", "Papers"),
                sent.map { $0 > sendDue ? .late : .done } ?? (ask.today > sendDue ? .overdue : .toDo), due: sendDue,
                done: sent,
                rule: Words("旁听前\(rules.visitSendDays)个工作日", "\(rules.visitSendDays) working days before it")),
            FlowStep(
                Words("旁听", "The visit"), reported != nil ? .done : isPast ? .toDo : .toCome, due: scheme.day,
                done: reported == nil ? nil : report.came, rule: Words("按安排的日期", "on the day arranged")),
            FlowStep(
                Words("报告", "Report"),
                reported.map { $0 > reportDue ? .late : .done }
                    ?? (state == .reportOverdue ? .overdue : isPast ? .toDo : .toCome), due: reportDue, done: reported,
                rule: Words("旁听后\(rules.visitReportDays)个工作日", "\(rules.visitReportDays) working days after it")),
            FlowStep(
                Words("回复", "Reply"), replied != nil ? .done : reported != nil ? .toDo : .toCome, due: nil,
                done: replied, rule: Words("由被旁听单位回复", "by the host")),
        ]
    }

    func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: ObserverVisit.self, code, VisitScheme.form, \.scheme) { step, visit, change in
            if change.row.act == CancelVisit.name { step.remarks = [HistoryStep.reason(visit.remark)] }
        }
        return try ask.history(own + ask.paperSteps(of: self))
    }
}
