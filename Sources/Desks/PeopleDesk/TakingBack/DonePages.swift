import Books
import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// A change that touched many records at once: what it did, and how it is taken back.
enum DonePages {
    static func past(_ ask: Ask) throws -> ChangePast {
        guard let seq = ask.parts["seq"].flatMap({ Int($0) }), let past = try ask.reading.changePast(seq),
            TakeBackChange.acts.contains(past.act)
        else { throw NotFound(context: ask.context) }
        return past
    }

    static func about(_ past: ChangePast, _ ask: Ask) throws -> Words {
        let name = past.kind == .unit ? try ask.naming.unitName(past.code) : try ask.naming.personName(past.code)
        let act = RecordPast.words(ofAct: past.act)
        return Words("\(act.zh)：\(name)", "\(act.en): \(name)")
    }

    static func crumbs(_ past: ChangePast, _ ask: Ask) throws -> [Frame.Crumb] {
        let name = past.kind == .unit ? try ask.naming.unitName(past.code) : try ask.naming.personName(past.code)
        let part = past.kind == .unit ? "units" : "people"
        return ChangePages.crumbs(ask) + [Frame.Crumb(Words(name, name), "/changes/\(part)/\(past.code)")]
    }

    static func page(_ ask: Ask) throws -> Page {
        let past = try past(ask)
        var facts = [
            Fact(Words("办理人", "By"), .text(try ask.naming.accountName(past.by))),
            Fact(Words("时间", "When"), try ask.moment(past.at)),
            Fact(Words("操作日志", "Journal"), .say("第\(past.seq)行", "row \(past.seq)")),
        ]
        if let back = past.takenBack {
            facts.append(
                Fact(
                    Words("已撤回", "Taken back"),
                    .group([try ask.moment(back.at), .text(" \(back.by)：\(back.reason)")])))
        }
        var page = Page(
            try about(past, ask), crumbs: try crumbs(past, ask),
            actions: .when(
                past.takenBack == nil,
                ask.button(TakeBackChange.self, "/changes/done/\(past.seq)/take-back", TakeBackChange.words)),
            .sheet(.section(.facts(facts)), try effects(past, ask.reading, takingBack: false)))
        page.isApart = true
        return page
    }

    static func effects(_ past: ChangePast, _ reading: some Reading, takingBack: Bool) throws -> HTML {
        .section(
            .data(
                takingBack ? .say("撤回后的变化", "What becomes of it") : .say("改动的内容", "What it did"),
                [
                    DataHead(.say("资料", "Records"), .lead),
                    DataHead(
                        takingBack ? .say("移除", "Go") : .say("新增", "New"), .meta, isNumber: true,
                        unit: takingBack ? Words("移除", "go") : Words("新增", "new")),
                    DataHead(
                        takingBack ? .say("恢复原状", "As before") : .say("更改", "Changed"), .meta, isNumber: true,
                        unit: takingBack ? Words("恢复", "as before") : Words("更改", "changed")),
                ],
                try reading.recordCounts(ofChange: past.seq).map {
                    [.words($0.kind.words), .text(String($0.new)), .text(String($0.changed))]
                }))
    }
}

extension Routes {
    mutating func doneChanges() {
        page("/changes/done/:seq", Words("一次变动", "One change"), right: TakeBackChange.right) { try DonePages.page($0) }
        var back = FormFlow(TakeBackChange.words, Reason.takingBack) { ask in
            _ = try DonePages.past(ask)
            return Reason()
        } act: { reason, ask in
            TakeBackChange(seq: try DonePages.past(ask).seq, reason: reason.text)
        } then: {
            "/changes/done/\($0.seq)"
        }
        back.isGrave = true
        back.submit = Words("确认撤回", "Take it back")
        back.instead = { ask in
            let past = try DonePages.past(ask)
            return past.takenBack == nil ? nil : .goTo(ask.context.link("/changes/done/\(past.seq)"))
        }
        back.opening = { ask in
            let past = try DonePages.past(ask)
            return .group([
                .each(try ask.reading.problems(takingBack: past)) {
                    .warning(.bad, .say("不能撤回：", "It cannot be taken back: "), .words($0.words))
                },
                .sheet(
                    .section(
                        .p(
                            .say(
                                "更改的恢复原状，新增的移除，合并时去掉的重复记录以新的编号恢复。理由和经过都留在操作日志里，以前某一天的台账不变。",
                                "What was changed is as before, what was new goes, and what went as said twice comes back as a new record. The journal keeps why and when; what was known on a day before stays as it was."
                            ))), try DonePages.effects(past, ask.reading, takingBack: true)),
            ])
        }
        back.look = { _, _, ask in
            try ask.reading.problems(takingBack: try DonePages.past(ask)).map { FormProblem("", $0.words) }
        }
        back.crumbs = { ask in
            let past = try DonePages.past(ask)
            return try DonePages.crumbs(past, ask) + [
                Frame.Crumb(try DonePages.about(past, ask), "/changes/done/\(past.seq)")
            ]
        }
        foreseen(&back)
        form("/changes/done/:seq/take-back", back)
    }

    /// Has the check page of a change of units and people tell what the ledger changes.
    func foreseen<Draft, A>(_ flow: inout FormFlow<Draft, A>) {
        flow.checkDoor = .ledger
        flow.foreseen = { after, ask in try ask.town.foreseen(after, ask.context) }
    }
}
