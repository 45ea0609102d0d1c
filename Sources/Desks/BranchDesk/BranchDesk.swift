public import Pages
import Storage
import Store
import Vocabulary

/// Branches: the plan of a quarter, meetings and lectures, contact points, star rating (docs/branches.md).
public let branchDesk = Desk(
    Words("支部工作", "Branches"),
    nouns: [
        QuarterPlan.self, QuarterLook.self, BranchMeeting.self, MeetingRecord.self, ContactPoint.self, StarRound.self,
        StarAssessment.self, StarAppeal.self, BranchStar.self, StarPoint.self, Evidence<BranchMeeting>.self,
        Evidence<StarAssessment>.self,
    ],
    migrations: [.branches, .branchLooks],
    entries: [Menu.Entry(Branch.listAddress, Words("支部工作", "Branches"))],
    waiting: { ask in
        try BranchPlanState.waits(ask) + QuarterState.waiting(ask, order: "plan_year, quarter, branch")
            + LookState.waiting(ask, order: "due_day") + BranchMeeting.recordsWaiting(ask) + ask.starsWaiting()
    },
    changed: { ask, seq in
        try QuarterPlan.changed(ask, since: seq) + BranchMeeting.changed(ask, since: seq)
            + StarAssessment.changed(ask, since: seq) + StarAppeal.changed(ask, since: seq)
            + QuarterLook.changed(ask, since: seq)
    },
    held: { try BranchMeeting.held($0, $1) },
    keeps: { try $0.meetingKeeping(activity: $1) },
    found: { ask, typed in
        try BranchMeeting.found(ask, typed) { meeting in
            .group([.day(meeting.scheme.day), " ", .text(try ask.naming.unitName(meeting.branch))])
        } + Branch.named(ask, typed) + StarRound.found(ask, typed) { .words($0.scheme.field.words) }
    }
) { routes in
    routes.branches()
    routes.quarterPlans()
    routes.looks()
    routes.meetings()
    routes.contactPoints()
    routes.stars()
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
