public import Pages
import Storage
import Store
import Vocabulary

/// Secondments: posts offered, people recommended, a matching proposed, each followed to what came of it
/// (docs/secondments.md).
public let secondmentDesk = Desk(
    Words("挂职锻炼", "Secondments"),
    nouns: [
        SecondmentPost.self, Nomination.self, Secondment.self, MonthlyNote.self, MidTermLook.self,
        SecondmentAppraisal.self, SecondmentSummary.self, SecondmentLeave.self, SecondmentExtension.self,
        Evidence<Secondment>.self,
    ],
    migrations: [.secondments, .declinedDay],
    entries: [Menu.Entry(Secondment.listAddress, Words("挂职锻炼", "Secondments"))],
    waiting: { ask in
        try PostState.waiting(ask, order: "offered_day") + PostState.returnedWaiting(ask)
            + NominationState.waiting(ask, order: "nominated_day")
            + SecondmentState.waiting(ask, order: "proposed_day") + SecondmentDuty.waiting(ask)
            + SecondmentDuty.followed(ask) + LeaveState.waits(ask) + LeaveState.notBack(ask)
            + ExtensionState.waiting(ask, order: "asked_day") + OwnSecondments.waiting(ask)
    },
    changed: { ask, seq in
        try Secondment.changed(ask, since: seq) + Nomination.changed(ask, since: seq)
            + SecondmentLeave.changed(ask, since: seq) + SecondmentExtension.changed(ask, since: seq)
    },
    held: { try Secondment.held($0, $1) },
    keeps: { try $0.secondmentKeeping(activity: $1) },
    found: { ask, typed in
        try SecondmentPost.found(ask, typed) { post in .text(try post.host(ask.naming)) }
            + Secondment.found(ask, typed) { secondment in .text(try ask.naming.personName(secondment.person)) }
    }
) { routes in
    routes.secondments()
    routes.leave()
    routes.posts()
    routes.nominations()
    routes.matching()
    routes.ownSecondments()
    routes.page(FlowPage.address, FlowPage.words) { try FlowPage.page($0) }
    routes.page(SecondmentYear.address, SecondmentYear.words) { try SecondmentYear.page($0) }
    routes.secondmentPlan()
    var rules = FormFlow(Words("挂职规则", "Rules for secondments"), SecondmentRules.form) { ask in
        try ask.reading.siteRules(SecondmentRules.self)
    } act: { rules, _ in
        SetSecondmentRules(rules: rules)
    } then: { _ in
        Secondment.listAddress
    }
    rules.seen = { ask in try ask.reading.seen(SecondmentRules.self) }
    rules.crumbs = { _ in [Secondment.home] }
    rules.refusals = { rules, _ in rules.problems }
    routes.form("/secondments/rules", rules)
}
