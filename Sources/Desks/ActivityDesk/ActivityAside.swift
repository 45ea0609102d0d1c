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
        page.crumbs = [ListedRecord.home]
        page.hasErrors = error != nil
        return page
    }
}

/// That a record was voided or replaced already, and what stands.
struct ActivityEnded: LeadingRefusal {
    var title: Words
    var words: Words
    var way: FormOption
    var field: String { "reason" }
}

extension ListedRecord {
    /// Nil where it still counts.
    func notToChange(_ ask: Ask) throws -> ActivityEnded? {
        let reading = ask.reading
        var head = code
        var seen: Set<String> = []
        while seen.insert(head).inserted, let next = try reading.correction(of: .init(.activity, head))?.replacement {
            head = next
        }
        let voiding = try reading.voiding(of: .init(.activity, head))
        let told =
            voiding.map { voiding in
                Words(
                    "\(head)已于\(voiding.recorded.iso)作废（理由：\(voiding.reason)），不能再更正或作废；需要时请重新填报。",
                    "\(head) has been void since \(voiding.recorded.iso) (\(voiding.reason)): it can be neither corrected nor voided. Report it anew if need be."
                )
            } ?? Words("请对\(head)更正或作废。", "Correct or void that one.")
        let address = Self.address(of: head)
        guard head != code else {
            if voiding != nil {
                return ActivityEnded(
                    title: Words("这条记录已作废", "Void already"), words: told, way: FormOption(address, Self.seeing))
            }
            return try postedWith(ask)
        }
        return ActivityEnded(
            title: Words("这条记录已更正", "Corrected already"),
            words: Words(
                "“\(title)”（\(code)）已由\(head)代替。\(told.zh)", "\(head) took the place of \(code). \(told.en)"),
            way: FormOption(address, Words("打开\(head)", "Open \(head)")))
    }

    /// What was posted with a record of another desk is put right there: else that record would say what no longer counts.
    private func postedWith(_ ask: Ask) throws -> ActivityEnded? {
        guard let keeper = try ask.acts.keeper(ofActivity: code, ask) else { return nil }
        return ActivityEnded(
            title: Words("请在原处更正", "It is put right where it came from"),
            words: Words(
                "“\(title)”（\(code)）由\(keeper.words.zh)生成，请在那里取消、更正后重新办理，活动记录和台账随之改变。",
                "\(code) came from \(keeper.words.en): take it back there, put it right and do it again; the records and the ledger follow."
            ), way: FormOption(keeper.value, Words("打开\(keeper.words.zh)", "Open \(keeper.words.en)")))
    }
}
