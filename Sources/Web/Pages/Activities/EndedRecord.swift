import Books
import Pages
import Records
import Vocabulary

/// A record that was voided or replaced already: nothing more can be done to it, and what stands in its place is shown.
struct EndedRecord {
    let activity: Activity
    let directory: Directory
    /// The last of the corrections that followed; the record itself where there was none.
    let head: String
    private let voiding: Voiding?

    /// Nil where the record still counts.
    init?(_ activity: Activity, _ directory: Directory) {
        self.activity = activity
        self.directory = directory
        head = directory.head(of: activity.code, knownAt: nil)
        voiding = directory.voiding(of: .init(.activity, head), knownAt: nil)
        if head == activity.code, voiding == nil { return nil }
    }

    func html(_ context: PageContext) -> HTML {
        let isReplaced = head != activity.code
        let title = isReplaced ? context.say("这条记录已更正", "Corrected already") : context.say("这条记录已作废", "Void already")
        return Frame(
            title: title,
            crumbs: [
                .init(text: context.say("活动记录", "Activities"), address: context.link("/activities")),
                .init(text: activity.code, address: context.link(toActivity: activity.code)),
            ], hasAsOf: false
        ).html(
            context,
            card(
                nil,
                emptyState(
                    title, advice(isReplaced, context),
                    a(
                        .class("btn primary"), .href(context.link(toActivity: head)),
                        .text(
                            isReplaced
                                ? context.say("打开\(head)", "Open \(head)") : context.say("查看这条记录", "See the record")))))
        )
    }

    private func advice(_ isReplaced: Bool, _ context: PageContext) -> String {
        let voided = voiding.map { voiding in
            context.say(
                "\(head)已于\(voiding.recorded.iso)作废（理由：\(voiding.reason)），不能再更正或作废；需要时请重新填报。",
                "\(head) has been void since \(voiding.recorded.iso) (\(voiding.reason)): it can be neither corrected nor voided. Report it anew if need be."
            )
        }
        guard isReplaced else { return voided ?? "" }
        return context.say(
            "“\(activity.title)”（\(activity.code)）已由\(head)代替。", "\(head) took the place of \(activity.code). ")
            + (voided ?? context.say("请对\(head)更正或作废。", "Correct or void that one."))
    }
}
