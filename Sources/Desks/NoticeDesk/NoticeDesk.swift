import Books
import LedgerEngine
public import Pages
import Plans
import Store
import Vocabulary

/// What the office reminds units of, and what units are reminded of.
public let noticeDesk = Desk(
    Words("提醒", "Reminders"), nouns: [Reminder.self, Notice.self, NoticeReading.self], migrations: [.reminders],
    entries: [Menu.Entry("/reminders", Words("提醒", "Reminders"), right: .plan)],
    waiting: { try Notice.waiting($0) }, told: { try Reminder.told($0, since: $1) }
) { routes in
    routes.page("/reminders", Words("已发提醒", "Reminders sent"), door: .ledger) { ask in
        try RemindersSent(ask).page()
    }
    routes.page("/reminders/new", Words("提醒滞后单位", "Remind units"), right: .plan, door: .ledger) { ask in
        try Behind(ask).page()
    }
    var remind = FormFlow(Words("提醒滞后单位", "Remind units behind"), ReminderDraft.form) { _ in
        ReminderDraft()
    } act: { draft, ask in
        try Behind(ask).act(draft)
    } then: {
        "/reminders/\($0.code)"
    }
    remind.door = .ledger
    remind.isOneStep = true
    remind.submit = Words("发送提醒", "Send")
    remind.crumbs = { _ in
        [Frame.Crumb(Words("提醒", "Reminders"), "/reminders"), Frame.Crumb(Behind.words, "/reminders/new")]
    }
    remind.instead = { ask in try Behind(ask).nobody() }
    remind.opening = { ask in try Behind(ask).opening() }
    routes.form("/reminders/new/:code", remind)
    routes.page("/reminders/:code", Words("一次提醒", "One reminder"), door: .ledger) { ask in
        try ReminderSent(ask).page()
    }

    routes.list("/notices", Notice.listing)
    routes.page("/notices/:code", Words("一条提醒", "One notice"), door: .ledger) { ask in
        try ask.one(Notice.self).page(ask)
    }
    routes.look("/notices/:code/settle", RouteAbout(Words("办理提醒的事项", "Settle it")), door: .ledger) { ask in
        .goTo(try ask.one(Notice.self).settling(ask))
    }
    routes.take("/notices/:code/read", Words("标为已读", "Mark as read")) { sent in
        let notice = try sent.asking { ask in
            let notice = try ask.one(Notice.self)
            // Of a unit beneath one's own it is looked at, and marked by those whom it went to.
            guard notice.line.unit == ask.reader.unit else { throw NotAllowed(right: .see, unit: ask.reader.unit) }
            return notice
        }
        try sent.database.perform(ReadNotice(notice: notice.code), by: sent.reader, on: sent.context.today)
        return .goTo(sent.context.link(sent.fields["back"] == "notices" ? "/notices" : "/desk"))
    }
}
