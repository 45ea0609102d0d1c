import Books
import LedgerEngine
import Pages
import Plans
import Store
import Vocabulary

/// Which units are behind on what today, within the reader's reach, to be reminded.
struct Behind {
    static let words = Words("提醒滞后单位", "Remind units behind")

    private let ask: Ask
    private let view: LedgerView

    init(_ ask: Ask) throws {
        self.ask = ask
        var today = ask.context
        today.asOf = ask.today
        today.knownAt = nil
        view = try ask.town.view(today)
    }

    /// The obligation that the address names.
    private func obligation() throws -> Obligation {
        let id = ask.parts["code"] ?? ""
        guard let obligation = view.obligation(id) else { throw NothingThere(context: ask.context, what: .clause(id)) }
        return obligation
    }

    private func lines(_ obligation: Obligation) -> [ReminderLine] {
        entries(obligation).map { ReminderLine($0, in: view) }
    }

    private func entries(_ obligation: Obligation) -> [LedgerEntry] {
        view.behind(on: obligation).filter { entry in
            ask.reader.unit.map { view.directory.isBeneath(entry.unit, $0) } ?? true
        }
    }

    func act(_ draft: ReminderDraft) throws -> SendReminder {
        let obligation = try obligation()
        return SendReminder(
            obligation: obligation.id, clause: view.words(of: obligation), remark: draft.remark,
            lines: lines(obligation))
    }

    // MARK: What is behind

    /// Every obligation on which units are behind, to choose from.
    func page() throws -> Page {
        let late = view.obligationsBehind.map { ($0.obligation, entries($0.obligation).count) }.filter { $0.1 > 0 }
        var page = Page(
            Self.words, crumbs: [Frame.Crumb(Words("提醒", "Reminders"), "/reminders")],
            .sheet(
                late.isEmpty
                    ? .emptyState(
                        Words("没有单位滞后", "No unit is behind"),
                        .say("出现滞后时，可在这里一次提醒。", "Once some are, they can be reminded here in one go."))
                    : .section(
                        .data(
                            .say("有单位滞后的要求", "Requirements with units behind"),
                            [
                                DataHead(.say("要求", "Requirement"), .lead),
                                DataHead(
                                    .say("滞后单位", "Units behind"), .meta, isNumber: true, unit: Words("个单位", "units")),
                                DataHead(.say("上次提醒", "Last reminded"), .meta), DataHead(.say("操作", "Act"), .end),
                            ],
                            try late.map { try row($0, units: $1) }, count: late.count))))
        page.sentence = .say(
            "有\(late.count)条要求存在滞后单位；每条一次提醒到所有滞后单位。",
            "Units are behind on \(late.count) requirements; one reminder goes to all that are behind on one.")
        return page
    }

    private func row(_ obligation: Obligation, units: Int) throws -> [HTML] {
        let address = "/reminders/new/\(Query.encoded(obligation.id))"
        let last = try ask.all(
            Reminder.self, where: "obligation = \(obligation.id)", order: "sent_day desc", limit: 1
        ).first
        return [
            .link(address, .text(view.short(obligation, ask.context.language))), .text(String(units)),
            last.map { .link("/reminders/\($0.code)", .day($0.day)) } ?? .say("未提醒过", "never"),
            .act(address, Words("提醒", "Remind"), .small),
        ]
    }

    // MARK: The form

    /// Where nobody is behind any more there is nothing to send.
    func nobody() throws -> Answered? {
        let obligation = try obligation()
        guard lines(obligation).isEmpty else { return nil }
        return .page(
            Page(
                Self.words, crumbs: [Frame.Crumb(Words("提醒", "Reminders"), "/reminders")],
                .sheet(
                    .emptyState(
                        Words("没有单位滞后", "No unit is behind"),
                        .text(view.short(obligation, ask.context.language)),
                        acts: .act("/reminders/new", Words("看其他要求", "Other requirements"))))))
    }

    /// Who gets it, and what they will read.
    func opening() throws -> HTML {
        let obligation = try obligation()
        let (clause, lines) = (view.words(of: obligation), lines(obligation))
        let sent = try ask.all(
            Reminder.self, where: "obligation = \(obligation.id) and sent_day >= \(ask.today - Self.daysSince)",
            order: "sent_day desc", limit: 1
        ).first
        return .group([
            .opening(
                .say("将提醒", "To be reminded of "), .when(ask.context.language == .en, "“\(clause.en)”: "),
                .b(.text(String(lines.count))), .say("个单位：“\(clause.zh)”。", lines.count == 1 ? " unit." : " units.")),
            sent.map { reminder in
                .warning(
                    .behind,
                    .link("/reminders/\(reminder.code)", .day(reminder.day), .say("已提醒过", ": reminded already")),
                    .say("这条要求。", ". "))
            } ?? .nothing,
            .sheet(
                .part(
                    Words("收到提醒的单位", "Units that get it"), id: "units",
                    aside: .say("发送时已补齐的单位不再提醒", "Who has settled it by then gets none"),
                    .data(
                        .say("收到提醒的单位", "Units that get it"),
                        [
                            DataHead(.say("单位和看到的内容", "Unit, and what it reads"), .lead),
                            DataHead(.say("完成", "Done"), .meta, isNumber: true),
                            DataHead(.say("期限", "By"), .day),
                            DataHead(.say("状态", "Standing"), .end),
                        ],
                        lines.map { line in
                            [
                                .group([
                                    .link(
                                        "/units/\(Query.encoded(line.unit))",
                                        .text(view.directory.unitName(line.unit))),
                                    .small(.class("quiet"), .words(line.sentence(clause))),
                                ]), .words(line.figure), line.to.map { .day($0) } ?? "–",
                                .standing(Mark(line.standing), line.standing.words),
                            ]
                        }))),
        ])
    }

    /// A reminder of these last days is pointed out.
    private static let daysSince = 7
}
