import Books
import Pages
import Records
import Spelling
import Storage
import Store
import Training
import Vocabulary

/// What is shown in a form's place.
extension Ask {
    /// The first question: which unit held it; teams and people are chosen from it.
    func whichUnit(_ typed: String?) throws -> Page {
        let error = typed.map {
            Words(
                "没有查到单位“\($0.withoutOuterSpace.shortened)”，请核对名称或编号。",
                "No unit is known as “\($0.shortened)”: check its name or code.")
        }
        let units = try naming.choosableUnits()
        var page = Page(
            Words("填报活动", "Report an activity"),
            ErrorSummary(errors: error.map { [FieldError(field: "unit", $0)] } ?? []).html,
            .form(
                .class("sheet"), .attribute("method", "get"), .attribute("action", "/activities/new"), .travelling,
                .section(
                    .ask(
                        "unit", Words("由哪个单位举办", "Which unit held it"), error: error,
                        units.map { units in .choice("unit", units.map { ($0.code, $0.name) }, chosen: "") }
                            ?? .textField("unit", "", width: .full)),
                    .p(.class("btns"), .button(.class("btn primary"), .type("submit"), .say("下一步", "Continue"))))))
        page.crumbs = [toActivities]
        page.hasErrors = error != nil
        return page
    }

    /// That a record was voided or replaced already, with what stands; nil where it still counts.
    func ended(_ activity: Activity) throws -> Answered? {
        var head = activity
        var seen: Set<String> = []
        while seen.insert(head.code).inserted,
            let next = try reading.correction(of: .init(.activity, head.code))?.replacement,
            let standing = try reading.activity(code: next)
        {
            head = standing
        }
        let voiding = try reading.voiding(of: .init(.activity, head.code))
        let isReplaced = head.code != activity.code
        guard isReplaced || voiding != nil else { return nil }
        let title = isReplaced ? Words("这条记录已更正", "Corrected already") : Words("这条记录已作废", "Void already")
        let code = head.code
        let replaced = Words(
            "“\(activity.title)”（\(activity.code)）已由\(code)代替。", "\(code) took the place of \(activity.code). ")
        let told =
            voiding.map { voiding in
                Words(
                    "\(code)已于\(voiding.recorded.iso)作废（理由：\(voiding.reason)），不能再更正或作废；需要时请重新填报。",
                    "\(code) has been void since \(voiding.recorded.iso) (\(voiding.reason)): it can be neither corrected nor voided. Report it anew if need be."
                )
            } ?? Words("请对\(code)更正或作废。", "Correct or void that one.")
        var page = Page(
            title,
            .sheet(
                .section(
                    .emptyState(
                        say(title), say(isReplaced ? Words(replaced.zh + told.zh, replaced.en + told.en) : told),
                        .a(
                            .class("btn primary"), .href(context.link(toActivity: code)),
                            isReplaced ? .say("打开\(code)", "Open \(code)") : .say("查看这条记录", "See the record"))))))
        page.crumbs = [toActivities, link(to: activity)]
        return .ended(page)
    }
}
