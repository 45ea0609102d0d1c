import Books
import Pages
import Records
import Vocabulary

/// Void a record: why, then it is done.
struct VoidForm {
    let activity: Activity
    let directory: Directory
    var reason: String
    var error: FieldError?

    func html(_ context: PageContext) -> HTML {
        Frame(
            title: context.say("作废：\(activity.title)", "Void: \(activity.title)"),
            crumbs: [
                .init(text: context.say("活动记录", "Activities"), address: context.link("/activities")),
                .init(text: activity.code, address: context.link(toActivity: activity.code)),
            ], hasAsOf: false, hasErrors: error != nil
        ).html(
            context,
            ErrorSummary(errors: error.map { [$0] } ?? []).html(context),
            card(
                nil,
                p(
                    .text(
                        context.say(
                            "作废后不可撤销，这条记录（\(activity.from.iso)，\(directory.unitName(activity.organiser))）也不再计入台账；原记录仍可查阅，需要时请重新填报。",
                            "Once void, this record (\(activity.from.iso), \(directory.unitName(activity.organiser))) counts for nothing and cannot be brought back. It stays readable; report it anew if need be."
                        ))),
                form(
                    .attribute("method", "post"),
                    .attribute("action", context.link("/activities/\(Query.encoded(activity.code))/void")),
                    PageContext.once,
                    field(
                        "reason", context.say("作废理由", "Why it is void"),
                        error: error?.field == "reason" ? error?.message : nil,
                        textField("reason", reason, width: .full)),
                    div(
                        .class("btns"),
                        button(.class("btn danger"), .type("submit"), .text(context.say("确认作废", "Void it"))),
                        a(
                            .class("btn"), .href(context.link(toActivity: activity.code)),
                            .text(context.say("取消", "Cancel")))))))
    }
}
