import Books
public import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// What was held: listed, reported, corrected and voided.
public let activityDesk = Desk(
    Words("活动记录", "Activities"), nouns: [], entries: [], changed: { try ListedRecord.changed($0, since: $1) },
    found: { try ListedRecord.found($0, $1) }
) { routes in
    routes.list("/activities", ListedRecord.listing) { ask in
        ask.button(ReportActivity.self, "/activities/new", Words("填报活动", "Report an activity"), isPrimary: true)
    }
    routes.form("/activities/new", .reporting)
    routes.look("/activities/:code", RouteAbout(Words("一次活动", "One activity")), door: .ledger) { ask in
        try ActivityPage(ask).answer(ask)
    }
    routes.evidence(of: ListedRecord.self, at: "/activities/:code") { ask in
        [ask.toActivities, ask.link(to: try ask.activity())]
    }
    routes.form("/activities/:code/correct", .correcting)
    routes.form("/activities/:code/void", .voiding)
}

extension Ask {
    /// The record that the address names, as it was reported; whatever became of it.
    func activity() throws -> Activity {
        let code = parts["code"] ?? ""
        guard let activity = try reading.activity(code: code),
            try reading.isWithinReach(activity: code, of: reader)
        else { throw NothingThere(context: context, what: .activity(code)) }
        return activity
    }

    /// The same to be changed, which only those may whose reach its organiser lies in. Throws `NotAllowed`.
    func ownActivity() throws -> Activity {
        let activity = try activity()
        guard try holds(activity) else { throw NotAllowed(right: .report, unit: reader.unit) }
        return activity
    }

    /// Whether a record is one of the reader's units; of others they see what concerns their own people.
    func holds(_ activity: Activity) throws -> Bool {
        try reader.unit == nil || reading.isWithinReach(activity.organiser, of: reader)
    }

    func link(to activity: Activity) -> Frame.Crumb {
        Frame.Crumb(text: activity.title, address: context.link("/activities/\(Query.encoded(activity.code))"))
    }

    var toActivities: Frame.Crumb {
        Frame.Crumb(text: say("活动记录", "Activities"), address: context.link("/activities"))
    }
}
