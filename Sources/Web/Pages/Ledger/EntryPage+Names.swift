import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Records
import Vocabulary

/// Who has still to do it, and who is left out.
extension EntryModel {
    func namesParts(_ context: PageContext) -> HTML {
        let named = explanation.outstanding ?? []
        let outstanding = parts.isEmpty ? named : named.filter { $0.kind == .person }
        let all = outstanding.isEmpty ? 0 : explanation.cut.map { max($0.outstanding, named.count) } ?? named.count
        let still =
            outstanding.isEmpty
            ? .nothing
            : counted(
                Words("尚未完成", "Still to do"), all, .outstanding, context, subjects(outstanding, all: all, context))
        let excused =
            explanation.excused.isEmpty
            ? .nothing
            : counted(
                Words("不计入应训人数", "Excused"), explanation.excused.count, .excused, context,
                .narrowRows(
                    explanation.excused.prefix(100).map { excused in
                        Row(
                            .text(view.name(of: excused.subject, context.language)),
                            act: .span(
                                .class("quiet"), .text(LedgerText.excuse(excused.reason, in: context.language))))
                    }))
        return .group([
            .when(
                isUnnamed,
                .section(.p(.class("quiet"), .words(EntryListModel.whyUnnamed), .text(excusedText(context))))),
            still == .nothing || excused == .nothing ? .group([still, excused]) : .halves(still, excused),
        ])
    }

    /// How many are left out, where they are not named.
    private func excusedText(_ context: PageContext) -> String {
        guard let count = explanation.excusedCount, count > 0 else { return "" }
        return context.say("另有\(count)人不计入应训人数。", " \(count) more are left out of the population.")
    }

    private func subjects(_ subjects: [Subject], all: Int, _ context: PageContext) -> HTML {
        let limit = 300
        return .group([
            .names(
                subjects.prefix(limit).map { subject in
                    .group([link(subject, context), " ", .small(.text(unitName(of: subject)))])
                }),
            .when(
                all > min(limit, subjects.count),
                .p(
                    .a(
                        .href(context.link(toList: .outstanding, of: entry)), .count(all),
                        .say("全部\(all)个", "All \(all)")))),
        ])
    }

    func link(_ subject: Subject, _ context: PageContext) -> HTML {
        let name = HTML.text(view.name(of: subject, context.language))
        return context.link(to: subject, in: view).map { .a(.href($0), name) } ?? name
    }

    func unitName(of subject: Subject) -> String {
        switch subject.kind {
        case .person:
            view.directory.appointment(of: subject.code, on: view.live.asOf, knownAt: view.live.knownAt).map {
                view.directory.unitName($0.unit)
            } ?? ""
        case .team: view.directory.team(subject.code).map { view.directory.unitName($0.unit) } ?? ""
        case .programme, .unit, .activity, .rollUp: ""
        }
    }
}
