public import Pages
import Storage
import Store
import Vocabulary

/// The lecture hall, in-house trainers and talks (docs/lectures.md).
public let lectureDesk = Desk(
    LectureHome.words,
    nouns: [
        HallSeries.self, HallLecture.self, HallSeats.self, HallRecord.self, InHouseTrainer.self, Talk.self,
        Evidence<HallLecture>.self,
    ],
    migrations: [.lectures],
    entries: [Menu.Entry(LectureHome.address, LectureHome.words)],
    waiting: { ask in
        try SeriesState.waiting(ask, order: "series_year, unit") + LectureState.waiting(ask, order: "day")
            + SeatsState.waiting(ask, order: "offered_day, code") + TrainerState.waiting(ask, order: "recommended_day")
            + TrainerState.returnedWaiting(ask) + TalkState.waitsOfOwn(ask) + SeatsState.followed(ask)
            + TalkState.followed(ask) + ask.ownLecturesWaiting()
    },
    changed: { ask, seq in
        try HallSeats.changed(ask, since: seq) + ask.ofOffice(HallSeries.changed(ask, since: seq))
            + ask.near(HallLecture.changed(ask, since: seq), HallLecture.self) { unit in
                // That a lecture is put off or cancelled is told to those who have places.
                "code in (select lecture from hall_seats where \(SQL.beneath(unit, column: "unit")))"
            }
            + ask.near(InHouseTrainer.changed(ask, since: seq), InHouseTrainer.self) {
                SQL.beneath($0, column: "unit")
            }
            + ask.near(Talk.changed(ask, since: seq), Talk.self) { unit in
                .any(TalkSide.allCases.map { .beneath(unit, column: $0.column) })
            }
    },
    held: { try LectureHeld.held($0, $1) },
    keeps: { try $0.lectureKeeping(activity: $1) },
    found: { ask, typed in
        try HallLecture.named(ask, typed)
            + Talk.found(ask, typed) {
                .group([.day($0.request.day), " ", .text(try ask.trainerName($0.request.trainer))])
            }
    }
) { routes in
    routes.page(LectureHome.address, LectureHome.words, door: .ledger) { try $0.lectureHome() }
    routes.page(OwnLectures.address, OwnLectures.words, right: .own) { try $0.ownLectures() }
    var rules = FormFlow(Words("讲堂和宣讲规则", "Rules for lectures and talks"), LectureRules.form) { ask in
        try ask.lectureRules
    } act: { rules, _ in
        SetLectureRules(rules: rules)
    } then: { _ in
        LectureHome.address
    }
    rules.refusals = { rules, _ in rules.problems }
    rules.seen = { ask in try ask.reading.seen(LectureRules.self) }
    rules.crumbs = { _ in [LectureHome.crumb] }
    routes.form("/lectures/rules", rules)
    routes.hall()
    routes.trainers()
    routes.talks()
}

extension Ask {
    /// What of the office's own work changed is told to the office.
    fileprivate func ofOffice(_ changed: [Changed]) -> [Changed] { reader.unit == nil ? changed : [] }

    /// Of what everybody may look at, what concerns a reader of one unit.
    fileprivate func near<N: PagedNoun>(
        _ changed: [Changed], _ type: N.Type, _ concerns: (_ unit: String) -> SQL
    ) throws -> [Changed] {
        guard let unit = reader.unit, !changed.isEmpty else { return changed }
        let own = try reading.keys(type, for: reader, where: concerns(unit))
        let addresses = Set(own.map { N.address(of: $0) })
        return changed.filter { addresses.contains($0.address) }
    }
}

/// A step that asks for nothing but to be confirmed.
struct Nothing: Sendable {
    static let form = Form<Nothing>()
}

extension FormFlow where A: RecordAct, A.Outcome: PagedNoun, Draft == Nothing {
    static func plain(
        _ type: A.Type, saying said: @escaping @Sendable (A.Record, Ask) throws -> HTML,
        _ act: @escaping @Sendable (A.Record) -> A
    ) -> FormFlow {
        var flow = FormFlow(type, Nothing.form, blank: { _, _ in Nothing() }, act: { record, _ in act(record) })
        flow.opening = { ask in try said(try A.Record.asked(ask), ask) }
        (flow.isOneStep, flow.submit) = (true, A.button)
        return flow
    }
}
