import Books
public import Pages
import Store
import Vocabulary

/// Addresses of the acts on a slot, which an address names besides.
enum YearAddress {
    static let skip = "/year/skip"
    static let move = "/year/move"
}

/// What of a year was skipped or moved by agreement, and the year of one unit (docs/year.md).
public let yearDesk = Desk(
    Words("全年安排", "The year"), nouns: [SlotChange.self], migrations: [.slotChanges, .slotAnswers],
    entries: [Menu.Entry(CityYearPage.path, Words("全年安排", "The year"))],
    waiting: { ask in try SlotChangeState.waiting(ask, order: "due_day") },
    changed: { ask, seq in try SlotChange.changed(ask, since: seq) },
    found: { ask, typed in
        try SlotChange.found(ask, typed) { change in .text(try ask.naming.unitName(change.unit)) }
    }
) { routes in
    routes.page(UnitYearPage.path, Words("一个单位的全年安排", "The year of one unit"), door: .ledger) {
        try UnitYearPage($0).page()
    }
    routes.look(
        UnitYearPage.path + ".docx", RouteAbout(Words("一个单位的全年安排（Word）", "The year of one unit as a document")),
        door: .ledger
    ) { try YearDocument($0).answer() }
    routes.list(SlotChange.self)
    routes.page(of: SlotChange.self, Words("一次免办或改期", "One change")) { try $0.page($1) }
    var undo = FormFlow(UndoSlotChange.self, Undoing.form, blank: { _, _ in Undoing() }) { change, _ in
        UndoSlotChange(record: change.code)
    }
    (undo.isOneStep, undo.submit) = (true, UndoSlotChange.button)
    undo.opening = { ask in try SlotChange.asked(ask).said(ask) }
    routes.form(undo)
    var answer = FormFlow(
        AnswerSkip.self, Decision.form, blank: { _, _ in Decision() },
        act: { change, decision in
            AnswerSkip(record: change.code, isApproved: decision.isApproved, remark: decision.remark)
        })
    answer.opening = { ask in try SlotChange.asked(ask).said(ask) }
    routes.form(answer)
    var again = FormFlow(AskSkipAgain.self, Agreement.form, changing: \.agreement) { change, agreement in
        AskSkipAgain(record: change.code, agreement: agreement)
    }
    again.opening = { ask in
        let change = try SlotChange.asked(ask)
        return .group([
            .warning(.behind, .say("退回修改：\(change.remark)", "Returned: \(change.remark)")), try change.said(ask),
        ])
    }
    routes.form(again)
    routes.form(
        YearAddress.skip,
        .changing(
            Words("申请免办一次", "Ask to skip one"), SlotDraft.skipping, saying: { _, _ in [SkipSlot.consequence] },
            problems: { _, _, _ in [] }
        ) { slot, draft in SkipSlot(slot: slot, agreement: draft.agreement) })
    routes.form(
        YearAddress.move,
        .changing(
            Words("改期一次", "Move one"), SlotDraft.moving,
            saying: { slot, draft in MoveSlot.consequences(slot, draft.newDay) },
            problems: { MoveSlot.problems($0, $1.newDay, on: $2) }
        ) { slot, draft in MoveSlot(slot: slot, newDay: draft.newDay, agreement: draft.agreement) })
}

extension Desk {
    /// The year of the town rolled up, and its slots as lists; it keeps what it laid out, and no records of its own.
    public static func townYear(_ kept: YearKept) -> Desk {
        let words = Words("全市全年安排", "The year of the town")
        return Desk(words, nouns: [], entries: []) { routes in
            routes.look(CityYearPage.path, RouteAbout(words), door: .ledger) { try CityYearPage.answer($0, kept) }
            routes.list(SlotList.path, SlotList.list(kept))
            routes.list(UnitYearList.path, UnitYearList.list(kept))
        }
    }
}

/// A step that asks for nothing but to be confirmed.
struct Undoing: Sendable {
    static let form = Form<Undoing>()
}

extension SlotChange {
    /// What is about to be undone.
    fileprivate func said(_ ask: Ask) throws -> HTML {
        .p(
            .class("warn"), .text(try ask.naming.unitName(unit)), .text(" \(key.obligation) "), .words(kind.words), " ",
            .day(due), newDay.map { .group([" → ", .day($0)]) } ?? .nothing, .text("：\(agreement.reason)"))
    }
}

extension SkipSlot {
    static let consequence = Words(
        "报上级批复，批准前仍按应办显示。免办只作说明：批准后全年安排显示为“经同意免办”，台账仍按方案计算，不算完成。",
        "It is sent to be approved, and stays owed until then. It is an explanation: once approved the year shows it as skipped, and the ledger goes on asking for it."
    )
}

extension MoveSlot {
    /// What the plan makes of it is pointed out, and not refused (docs/decisions/0102).
    static func consequences(_ slot: YearSlot, _ newDay: Day) -> [Words] {
        guard newDay > slot.last || newDay < slot.key.from else { return [] }
        return [
            Words(
                "方案的考核周期为\(slot.key.from.iso)至\(slot.last.iso)，新的日期在周期之外：台账仍记为未完成，全年安排按新日期显示。",
                "The plan's own period is \(slot.key.from.iso) to \(slot.last.iso): on the new day the ledger still counts it as not done; the year shows the new day."
            )
        ]
    }
}
