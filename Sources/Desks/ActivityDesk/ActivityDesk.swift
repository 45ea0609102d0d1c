import Books
public import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// What was held: listed, reported, corrected and voided.
public let activityDesk = Desk(
    Words("活动记录", "Activities"), nouns: [Evidence<ListedRecord>.self], entries: [],
    changed: { try ListedRecord.changed($0, since: $1) },
    found: { try ListedRecord.found($0, $1) }
) { routes in
    routes.list(ListedRecord.self) { ask in
        ask.button(ReportActivity.self, "/activities/new", Words("填报活动", "Report an activity"), isPrimary: true)
    }
    routes.form("/activities/new", .reporting)
    routes.look(ListedRecord.path, RouteAbout(Words("一次活动", "One activity")), door: .ledger) { ask in
        try ActivityPage(ask).answer(ask)
    }
    routes.evidence(of: ListedRecord.self)
    routes.form(ListedRecord.path + "/correct", .correcting)
    routes.form(ListedRecord.path + "/void", .voiding)
}

extension ListedRecord: PagedNoun {
    static let path = "/activities/:code"

    /// To be changed: only by those within whose reach its organiser lies. Throws `NotAllowed`.
    static func asked(_ ask: Ask) throws -> ListedRecord {
        let code = try ask.activity().code
        guard let record = try ask.reading.one(ListedRecord.self, code, for: ask.reader) else {
            throw NotAllowed(right: .report, unit: ask.reader.unit)
        }
        return record
    }
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
}
