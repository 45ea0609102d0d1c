import Books
import Pages
import Store
import Vocabulary

extension Reminder {
    /// Who was reminded since a day: of the whole town each reminder with what came of it, of a unit what it got.
    static func told(_ ask: Ask, since day: Day) throws -> HTML? {
        let words = Words("一个月内的提醒", "Reminders of a month")
        if ask.reader.unit != nil {
            let notices = try ask.all(
                Notice.self,
                where: """
                    \(Notice.own(of: ask.reader)) and reminder in (select code from reminders where sent_day >= \(day))
                    """, order: "reminder desc")
            guard !notices.isEmpty else { return nil }
            return .part(
                words, aside: .link("/notices", .say("全部", "All")),
                .narrowRows(
                    try notices.prefix(Waiting.mostItems).map { notice in
                        let sent = try notice.sent(ask)
                        return Row(
                            .link("/notices/\(Query.encoded(notice.code))", .words(sent.clause)),
                            act: .span(.class("quiet"), .day(sent.day)))
                    }))
        }
        let view = try ask.ledgerOfToday
        let sent = try ask.reading.all(
            Reminder.self, for: ask.reader, where: "sent_day >= \(day)", order: "sent_at desc", limit: Waiting.mostItems
        )
        return .part(
            words, aside: .link("/reminders", .say("全部", "All")),
            sent.isEmpty
                ? .p(.class("quiet"), .say("没有发过提醒。", "Nobody was reminded."))
                : .narrowRows(
                    sent.map { reminder in
                        let progress = ReminderProgress(reminder, view)
                        return Row(
                            .group([
                                .link(progress.address(), .words(reminder.clause)),
                                .small(
                                    .class("quiet"), .day(reminder.day),
                                    .say(
                                        " 提醒\(reminder.lines.count)个单位，其后补齐\(progress.settled)个",
                                        ": \(reminder.lines.count) units, settled since: \(progress.settled)")),
                            ]))
                    }))
    }
}
