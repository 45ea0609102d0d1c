public import Pages
import Storage
import Store
import Vocabulary

/// Drills: handbooks, exchanges, exams, contests and the titles that are given (docs/drills.md).
public let drillDesk = Desk(
    DrillHome.words,
    nouns: [
        DrillExchange.self, DrillExam.self, ExamResults.self, DrillContest.self, ContestEntry.self,
        ContestObjection.self, DrillTitle.self, Handbook.self, HandbookVersion.self, HandbookReading.self,
        Evidence<DrillExchange>.self, Evidence<DrillExam>.self, Evidence<DrillContest>.self, Evidence<Handbook>.self,
    ],
    migrations: [.drills, .drillTeams],
    entries: [Menu.Entry(DrillHome.address, DrillHome.words)],
    acts: [ConfirmReading.self],
    waiting: { ask in
        try ExamState.waiting(ask, order: "held_day") + DrillContest.waiting(ask) + ContestObjection.waiting(ask)
            + HandbookState.waiting(ask, order: "entered_day") + ask.ownDrillsWaiting()
    },
    changed: { ask, seq in
        try DrillExam.changed(ask, since: seq) + ContestObjection.changed(ask, since: seq)
            + ask.near(DrillContest.changed(ask, since: seq), DrillContest.self)
            + ask.near(DrillTitle.changed(ask, since: seq), DrillTitle.self)
    },
    held: { try DrillHeld.held($0, $1) },
    keeps: { try $0.drillKeeping(activity: $1) },
    found: { ask, typed in
        try DrillExam.found(ask, typed) { .day($0.scheme.day) }
            + DrillContest.found(ask, typed) { .days($0.scheme.from, $0.scheme.to) }
            + DrillExchange.found(ask, typed) { .day($0.report.day) }
            + DrillTitle.found(ask, typed) { .text(try ask.naming.personName($0.scheme.person)) }
            + Handbook.found(ask, typed) { .text($0.scheme.family) }
    }
) { routes in
    routes.page(DrillHome.address, DrillHome.words, door: .ledger) { try $0.drillHome() }
    var rules = FormFlow(Words("岗位练兵规则", "Rules for drills"), DrillRules.form) { ask in
        try ask.drillRules
    } act: { rules, _ in
        SetDrillRules(rules: rules)
    } then: { _ in
        DrillHome.address
    }
    rules.seen = { ask in try ask.reading.seen(DrillRules.self) }
    rules.crumbs = { _ in [Frame.Crumb(DrillHome.words, DrillHome.address)] }
    routes.form("/drills/rules", rules)
    routes.exchanges()
    routes.exams()
    routes.contests()
    routes.titles()
    routes.handbooks()
    routes.ownDrills()
}

extension Ask {
    /// Of what everybody may look at, what concerns a reader of one unit: their own, those above and those beneath it.
    fileprivate func near<N: PagedNoun>(_ changed: [Changed], _ type: N.Type) throws -> [Changed] {
        guard let unit = reader.unit, !changed.isEmpty else { return changed }
        let above = try reading.unitsAbove(unit)
        let concerned = try reading.keys(
            type, for: reader, where: "unit in (\(list: above)) or \(SQL.beneath(unit, column: "unit"))")
        let addresses = Set(concerned.map { N.address(of: $0) })
        return changed.filter { addresses.contains($0.address) }
    }
}
