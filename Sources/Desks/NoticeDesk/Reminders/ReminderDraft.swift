import Pages
import Vocabulary

/// A reminder as the office writes it: the sentence comes from the ledger, it may add its own.
struct ReminderDraft: Sendable {
    var remark = ""

    static let form = Form<ReminderDraft>(
        .init(
            Words("附言", "A word besides"),
            .longText(
                \.remark, "remark", Words("附言", "Remark"),
                hint: Words("可不填；各单位会在提醒下面看到。", "May be left out; units read it beneath the reminder."),
                isRequired: false,
                limit: 200, rows: 2)))
}
