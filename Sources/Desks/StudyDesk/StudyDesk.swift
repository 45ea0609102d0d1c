public import Pages
import Storage
import Store
import Vocabulary

/// Study groups: the plan of a year, sessions, visits of observers (docs/study.md).
public let studyDesk = Desk(
    Words("中心组学习", "Study groups"),
    nouns: [
        StudyPlan.self, StudySession.self, StudyRecord.self, ObserverVisit.self, StudyItem.self, StudyTick.self,
        Evidence<StudyPlan>.self,
        Evidence<StudySession>.self, Evidence<ObserverVisit>.self,
    ],
    migrations: [.studyGroups],
    entries: [Menu.Entry(StudyGroup.listAddress, Words("中心组学习", "Study groups"))],
    acts: [TickStudyItem.self],
    waiting: { ask in
        try FilingState.waits(ask) + PlanState.waiting(ask, order: "plan_year, unit")
            + SessionState.waiting(ask, order: "from_day") + VisitState.waiting(ask, order: "planned_day")
            + ask.ownStudyWaiting()
    },
    changed: { ask, seq in
        try StudyPlan.changed(ask, since: seq) + StudySession.changed(ask, since: seq)
            + ObserverVisit.changed(ask, since: seq)
    },
    held: { try StudySession.held($0, $1) + StudyTick.held($0, $1) },
    keeps: { try $0.sessionKeeping(activity: $1) },
    found: { ask, typed in
        try StudySession.found(ask, typed) { session in
            .group([.day(session.scheme.from), " ", .text(try ask.groupName(session.team))])
        } + StudyGroup.named(ask, typed)
            + StudyItem.found(ask, typed) { .words($0.scheme.list.words) }
    }
) { routes in
    routes.groups()
    routes.plans()
    routes.sessions()
    routes.visits()
    routes.items()
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
