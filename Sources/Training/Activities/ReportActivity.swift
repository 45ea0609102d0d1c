public import Records
import Storage
public import Store
public import Vocabulary

/// Puts an activity and who took part on record (填报活动).
public struct ReportActivity: Act {
    public static let right = Right.report
    public static let words = Words("填报", "Reported")
    public var draft: ActivityDraft
    /// Unlikely days that somebody said are right where they stand.
    public var confirmed: Set<ConfirmedDay>

    public init(_ draft: ActivityDraft, confirmed: Set<ConfirmedDay> = []) {
        self.draft = draft
        self.confirmed = confirmed
    }

    public func unit(in reading: some Reading) throws -> String? { draft.organiser }

    /// The records made. Throws `ActivityRefused` with every problem found.
    public func perform(in t: ActTransaction) throws -> ReportedActivity {
        let (transaction, today) = (t.writing, t.today)
        let problems = try draft.problems(in: transaction, today: today, confirmed: confirmed)
        guard problems.isEmpty else { throw ActivityRefused(problems: problems) }
        let activity = draft.activity(code: try transaction.nextCode(.activity, on: today), recorded: today)
        let codes = try transaction.nextCodes(.participation, count: draft.participants.count, on: today)
        let participations = zip(draft.participants, codes).map { participant, code in
            participant.participation(code: code, activity: activity.code, recorded: today)
        }
        try transaction.add(activity, with: participations)
        return ReportedActivity(activity: activity, participations: participations)
    }
}

/// An activity as it was put on record.
public struct ReportedActivity: Hashable, Sendable {
    public var activity: Activity
    public var participations: [Participation]
}
