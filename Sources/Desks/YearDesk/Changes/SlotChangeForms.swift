import Books
import LedgerEngine
import Pages
import Plans
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What is filled in to skip a slot or to move it.
struct SlotDraft: Sendable, Hashable {
    /// As its address names it.
    var slot = ""
    var newDay = Day.unset
    var agreement = Agreement()

    private static let reason = FormField<SlotDraft>.text(
        \.agreement.reason, "reason", Words("原因", "Why"), hint: Words("如“防汛值守，全员在岗”", "Such as “on flood watch”"),
        rule: .reason)
    private static let agreedBy = FormField<SlotDraft>.text(
        \.agreement.agreedBy, "agreedBy", Words("同意人或文件", "Who agreed"),
        hint: Words("同意的部门、负责人或批复文号", "The office, the person in charge, or the paper"))
    private static let ground = FormField<SlotDraft>.text(
        \.agreement.agreedBy, "agreedBy", Words("依据", "On what ground"),
        hint: Words("会议、通知或文号；是否同意由上级批复", "A meeting, a notice or a paper; whether it is approved is said by others"))

    static let skipping = Form<SlotDraft>(
        .init(Words("免办", "Skip"), .hidden(\.slot, "slot"), reason, agreedBy))
    static let moving = Form<SlotDraft>(
        .init(
            Words("改期", "Move"), .hidden(\.slot, "slot"),
            .day(\.newDay, "newDay", Words("改到", "To"), hint: Words("在本年度内", "Within the year")), reason, agreedBy))
}

extension FormFlow where Draft == SlotDraft, A.Outcome == SlotChange {
    /// Of a slot that the year lays out and nothing fills.
    static func changing(
        _ words: Words, _ form: Form<SlotDraft>,
        saying consequence: @escaping @Sendable (YearSlot, SlotDraft) -> [Words],
        problems: @escaping @Sendable (ChangedSlot, SlotDraft, Day) -> [YearProblem],
        act: @escaping @Sendable (ChangedSlot, SlotDraft) -> A
    ) -> FormFlow {
        var flow = FormFlow(words, form) { ask in
            SlotDraft(slot: ask.query["slot"] ?? "")
        } act: { draft, ask in
            guard let found = try ask.laidOut(draft.slot) else { throw NotFound(context: ask.context) }
            return act(found.changed, draft)
        } then: { change in
            "/units/\(Query.encoded(change.unit))/year?year=\(change.year)"
        }
        flow.instead = { ask in
            guard ask.query["draft"] == nil else { return nil }
            guard let found = try ask.laidOut(ask.query["slot"] ?? "") else { return .missing(ask.noSuchSlot(words)) }
            return found.problem.map { .ended(ask.noSuchSlot(words, $0, found.changed)) }
        }
        flow.look = { draft, unread, ask in
            guard let found = try ask.laidOut(draft.slot) else {
                return [FormProblem("", YearProblem.noSuchSlot.words)]
            }
            let all = found.problem.map { [$0] } ?? problems(found.changed, draft, ask.today)
            return all.filter { $0.stands(besides: unread) }.map { FormProblem($0.field, $0.words) }
        }
        flow.opening = { ask in try ask.laidOut(ask.query["slot"] ?? "").map { try $0.said(ask) } ?? .nothing }
        flow.remarks = { draft, ask in
            guard let found = try ask.laidOut(draft.slot) else { return .nothing }
            return .group([try found.said(ask), .warnings(consequence(found.slot, draft))])
        }
        flow.crumbs = { ask in
            guard let key = ask.query["slot"].flatMap({ SlotKey($0) }), let unit = try ask.owner(of: key) else {
                return [.year]
            }
            return [.year, try ask.yearCrumb(unit)]
        }
        (flow.door, flow.checkDoor) = (.ledger, .ledger)
        return flow
    }
}

/// A slot as the year of its unit lays it out today.
struct LaidOutSlot {
    let slot: YearSlot
    let changed: ChangedSlot
    let line: UnitYear.Line
    let view: LedgerView

    /// Why neither can be done with it.
    var problem: YearProblem? {
        if slot.state == .held { return .isHeld }
        return slot.change.map { .isChanged($0) }
    }

    func said(_ ask: Ask) throws -> HTML {
        let words = view.sentence(line.lane.obligation, ask.context.language)
        let name = view.name(of: line.subject, ask.context.language)
        return .p(
            .class("warn"), .b(.text(line.lane.obligation.id)), .text(" \(words) "), .text(name),
            .say("，应于 ", ": due on "), .day(slot.due), .say("前后开展，最迟 ", ", at the latest on "), .day(slot.last),
            .say("。", "."))
    }
}

extension Ask {
    /// The slot that an address names, by today's ledger; nil where the plan lays out none.
    func laidOut(_ text: String) throws -> LaidOutSlot? {
        try naming.once("slot \(text)") { () -> LaidOutSlot? in
            guard let key = SlotKey(text), let view = try yearTown.ledger(asOf: today),
                let unit = try unit(of: key, view), try reading.isWithinReach(unit, of: reader),
                let found = view.directory.unit(unit)
            else { return nil }
            for year in [today.year, key.from.year, key.from.year + 1] where Ask.years.contains(year) {
                let laid = try UnitYear(found, year, view, self)
                for line in laid.lines {
                    guard let slot = line.slots.first(where: { $0.key == key }) else { continue }
                    return LaidOutSlot(
                        slot: slot, changed: ChangedSlot(key: key, unit: unit, year: year, due: slot.due), line: line,
                        view: view)
                }
            }
            return nil
        }
    }

    /// The unit whose place a form stands in, looked up without the ledger; nil where it is the whole's, or out of reach.
    fileprivate func owner(of key: SlotKey) throws -> String? {
        let unit: String? =
            switch key.subject.kind {
            case .unit: key.subject.code
            case .team: try reading.team(code: key.subject.code)?.unit
            default: nil
            }
        return try unit.flatMap { try reading.isWithinReach($0, of: reader) ? $0 : nil }
    }

    private func unit(of key: SlotKey, _ view: LedgerView) throws -> String? {
        switch key.subject.kind {
        case .team: view.directory.team(key.subject.code)?.unit
        case .programme: view.live.history(of: key.obligation, subject: key.subject).last?.unit
        default: key.subject.code
        }
    }

    fileprivate func noSuchSlot(_ words: Words, _ why: YearProblem = .noSuchSlot, _ slot: ChangedSlot? = nil) -> Page {
        let address = slot.map { "/units/\(Query.encoded($0.unit))/year?year=\($0.year)" } ?? "/year"
        return Page(
            words, crumbs: [.year],
            .sheet(
                .emptyState(
                    Words("这一步现在不能办理", "This cannot be done now"), .words(why.words),
                    acts: .act(address, Words("回到全年安排", "Back to the year"), .primary))))
    }

    func yearCrumb(_ unit: String) throws -> Frame.Crumb {
        let name = try naming.unitName(unit)
        return Frame.Crumb(Words(name, name), "/units/\(Query.encoded(unit))/year")
    }
}

extension Frame.Crumb {
    static let year = Frame.Crumb(Words("全年安排", "The year"), "/year")
}
