import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// The slots of a unit's year as lines: what is still to be done, each with its acts, and what was held.
extension UnitYearPage {
    func open() throws -> HTML {
        let lines = Array(laid.lines.enumerated())
        var last: [Int: PastActivity] = [:]
        if mayAct {
            for (number, line) in lines where line.slots.contains(where: { $0.state.isOpen && $0.state != .toCome }) {
                last[number] = try ask.reading.lastHeld(
                    line.lane.obligation, by: line.subject, of: laid.unit.code, on: ask.today)
            }
        }
        let groups = [SlotState.missing, .behind, .due, .toCome, .skipped].map { state in
            var seen: Set<String> = []
            let slots = lines.flatMap { number, line in
                line.slots.filter { $0.state == state }.map { (number, line, $0) }
            }.sorted { ($0.2.standingDue, $0.0) < ($1.2.standingDue, $1.0) }
            return DataGroup(
                state.words,
                slots.map { number, line, slot in
                    let place = place(number, slot)
                    return openRow(line, slot, id: seen.insert(place).inserted ? place : nil, last[number])
                })
        }
        guard groups.contains(where: { !$0.rows.isEmpty }) else { return .nothing }
        return .part(
            Words("还要办的", "Still to be done"), id: "open",
            .data(
                .say("还要办的", "Still to be done"),
                [
                    DataHead(.say("要求", "Requirement"), .lead), DataHead(.say("哪一次", "Which"), .meta),
                    DataHead(.say("应于", "Due"), .day), DataHead(.say("最迟", "At the latest"), .off),
                    DataHead(.say("状态", "Standing"), .end),
                    DataHead(.span(.class("unseen"), .say("办理", "Act")), .below),
                ], groups))
    }

    private func openRow(_ line: UnitYear.Line, _ slot: YearSlot, id: String?, _ last: PastActivity?) -> [HTML] {
        let obligation = line.lane.obligation
        return [
            .span(
                id.map { HTML.id($0) } ?? .nothing,
                .a(
                    .href(context.link(to: line.entry(slot, of: laid.unit.code))),
                    .text("\(obligation.id) \(laid.view.sentence(obligation, context.language))")),
                .when(
                    line.isTeam,
                    .group([" ", .small(.class("quiet"), .text(laid.view.name(of: line.subject, context.language)))]))),
            .words(SlotWords.name(slot, in: line.lane)),
            .group([
                .day(slot.standingDue),
                .when(
                    slot.isMoved, .small(.class("quiet"), .say("原定", "was "), .text(slot.due.iso))),
            ]), .day(slot.last), .standing(slot.state.mark, SlotWords.state(slot)), acts(line, slot, last),
        ]
    }

    private func acts(_ line: UnitYear.Line, _ slot: YearSlot, _ last: PastActivity?) -> HTML {
        guard mayAct else { return .nothing }
        let report = context.link(toReport: line.entry(slot, of: laid.unit.code), of: line.lane.obligation)
        let isNear = slot.state != .toCome && slot.state != .skipped
        return .acts(
            .when(slot.state.isOpen, .act(report, Words("填报", "Report"), .small)),
            isNear
                ? last.map {
                    .act(like($0, line, slot), Words("照上次（\($0.from.iso)）", "As on \($0.from.iso)"), .small)
                } ?? .nothing : .nothing,
            slot.change.map { .act(UndoSlotChange.address(of: $0), UndoSlotChange.button, .small) }
                ?? .group([
                    .act(context.link(YearAddress.skip, ("slot", slot.key.text)), Words("申请免办", "Ask to skip"), .small),
                    .when(
                        mayMove,
                        .act(context.link(YearAddress.move, ("slot", slot.key.text)), Words("改期", "Move"), .small)),
                ]))
    }

    /// The form of a report with the same people and hours as last time.
    private func like(_ last: PastActivity, _ line: UnitYear.Line, _ slot: YearSlot) -> String {
        let owed = [slot.key.obligation, slot.key.subject.kind.rawValue, slot.key.subject.code, slot.key.from.iso]
        return context.link(
            "/activities/new", ("like", last.code), ("unit", last.organiser), ("entry", owed.joined(separator: " ")))
    }

    // MARK: What was held

    func heldPart() throws -> HTML {
        let rows = laid.lines.enumerated().flatMap { number, line in
            line.slots.filter { $0.state == .held }.map { (number, line, $0, record(number, $0)) }
        }.sorted { ($0.3?.day ?? $0.2.due, $0.0) < ($1.3?.day ?? $1.2.due, $1.0) }
        guard !rows.isEmpty else { return .nothing }
        var seen: Set<String> = []
        return .part(
            Words("已开展", "Held"), id: "held", aside: .say("\(rows.count)次", "\(rows.count)"),
            .data(
                .say("已开展", "Held"),
                [
                    DataHead(.say("活动", "Activity"), .lead), DataHead(.say("日期", "Day"), .day),
                    DataHead(.say("要求", "Requirement"), .below), DataHead(.say("哪一次", "Which"), .meta),
                ],
                rows.map { number, line, slot, record in
                    let place = place(number, slot)
                    let heading = record.flatMap { laid.view.directory.heading(ofActivity: $0.record.code) }
                    return [
                        .span(
                            seen.insert(place).inserted ? .id(place) : .nothing,
                            record.map {
                                .link(
                                    "/activities/\(Query.encoded($0.record.code))",
                                    .text(heading?.title ?? $0.record.code))
                            } ?? .say("见台账", "See the ledger")),
                        record.map { .day($0.day) } ?? "–",
                        .text(laid.view.short(line.lane.obligation, context.language)),
                        .words(SlotWords.name(slot, in: line.lane)),
                    ]
                }))
    }
}
