import Pages
import Records
import Vocabulary

/// A record that had not come yet on the day known at: it is there, but not in what was known then.
struct ActivityNotYetKnown {
    var context: PageContext
    var activity: Activity
    var isJustSaved: Bool

    func html() -> HTML {
        Frame(
            title: context.say("当时尚未登记", "Not yet recorded then"),
            crumbs: [.init(text: context.say("活动记录", "Activities"), address: context.link("/activities"))]
        ).html(
            context,
            .when(
                isJustSaved,
                div(
                    .class("flash"), .attribute("role", "status"),
                    .text(context.say("已保存，编号\(activity.code)。", "Saved as \(activity.code).")))),
            card(
                nil,
                emptyState(
                    context.say("当时尚未登记", "Not yet recorded then"),
                    context.say(
                        "活动\(activity.code)在\(activity.recorded.iso)登记，不在登记截至\(context.knownAt?.iso ?? "")的台账里。",
                        "Activity \(activity.code) was recorded on \(activity.recorded.iso): what was known on "
                            + "\(context.knownAt?.iso ?? "") does not hold it."),
                    a(
                        .class("btn primary"), .href(context.here(("knownAt", nil))),
                        .text(context.say("按当前台账查看", "See it as known now"))))))
    }
}
