import Books
import LedgerEngine
import Pages
import Storage
import Store
import Training
import Vocabulary

/// How units that were reminded stand now.
struct ReminderProgress {
    let reminder: Reminder
    /// Of each unit as it stands now; nil where the plan has no such entry any more.
    let now: [LedgerEntry?]

    init(_ reminder: Reminder, _ view: LedgerView?) {
        self.reminder = reminder
        now = reminder.lines.map { line in view.flatMap { line.entry(of: reminder.obligation, in: $0) } }
    }

    var settled: Int { reminder.lines.indices.count { isSettled($0) } }

    /// Since then no longer behind.
    func isSettled(_ place: Int) -> Bool { now[place].map { !$0.standing.isLate } ?? false }
}

extension Ask {
    /// The ledger as it stands today, whatever day is looked at.
    var ledgerOfToday: LedgerView? {
        get throws { try town.ledger(asOf: today) }
    }
}

/// What the office sent: when, by whom, of what, to how many units, and how many have settled it since (已发提醒).
struct RemindersSent {
    private let ask: Ask

    init(_ ask: Ask) { self.ask = ask }

    func page() throws -> Page {
        let view = try ask.ledgerOfToday
        let count = try ask.reading.count(Reminder.self, for: ask.reader)
        let place = ListPlace(ask.context, count: count)
        let sent = try ask.reading.all(
            Reminder.self, for: ask.reader, order: "sent_at desc", limit: place.size, offset: place.first
        ).map { ReminderProgress($0, view) }
        let language = ask.context.language
        func column(
            _ key: String, _ words: Words, _ place: CellPlace, counts unit: Words? = nil,
            _ cell: @escaping (ReminderProgress) -> HTML
        ) -> DataTable<ReminderProgress>.Column {
            .init(
                key: key, title: words.in(language), isNumber: unit != nil, place: place, unit: unit?.in(language),
                cell: cell)
        }
        let names = try Dictionary(
            sent.map { ($0.reminder.by, try ask.naming.accountName($0.reminder.by)) },
            uniquingKeysWith: { one, _ in one })
        let moments = try Dictionary(
            sent.map { ($0.reminder.code, try ask.siteTime.minute($0.reminder.at)) },
            uniquingKeysWith: { one, _ in one })
        return Page(
            Words("提醒", "Reminders"),
            actions: SendReminder.isAllowed(to: ask.reader)
                ? .act("/reminders/new", Behind.words, .primary) : .nothing,
            .sheet(
                .section(
                    DataTable<ReminderProgress>(
                        columns: [
                            column("clause", Words("要求", "Requirement"), .lead) { one in
                                .link(
                                    one.address(), .text("\(one.reminder.obligation) "),
                                    .words(one.reminder.clause))
                            },
                            column("at", Words("时间", "When"), .meta) { .text(moments[$0.reminder.code] ?? "") },
                            column("by", Words("发送人", "Sent by"), .meta) {
                                .text(names[$0.reminder.by] ?? $0.reminder.by)
                            },
                            column("units", Words("提醒单位", "Units"), .meta, counts: Words("个单位", "units")) { one in
                                .link(
                                    one.address(), .count(one.reminder.lines.count),
                                    .text(String(one.reminder.lines.count)))
                            },
                            column("settled", Words("其后补齐", "Settled since"), .meta, counts: Words("个已补齐", "settled")) {
                                one in
                                .link(one.address("settled"), .count(one.settled), .text(String(one.settled)))
                            },
                            column("open", Words("仍滞后", "Still behind"), .meta, counts: Words("个仍滞后", "behind")) {
                                one in
                                let open = one.reminder.lines.count - one.settled
                                return .link(one.address("open"), .count(open), .text(String(open)))
                            },
                        ], rows: sent,
                        empty: .emptyState(
                            Words("还没有发过提醒", "Nobody was reminded yet"),
                            .say(
                                "在台账条目或“提醒滞后单位”中，可一次提醒所有滞后单位。",
                                "From an entry of the ledger, or from “Remind units behind”, all that are behind are reminded in one go."
                            )), count: count
                    ).html(ask.context, caption: ask.say("已发提醒", "Reminders sent")))))
    }
}

extension ReminderProgress {
    func address(_ state: String? = nil) -> String {
        "/reminders/\(reminder.code)" + (state.map { "?state=\($0)" } ?? "") + "#units"
    }
}
