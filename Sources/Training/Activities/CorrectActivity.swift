import Records
import Storage
public import Store
public import Vocabulary

/// Puts a corrected activity in the place of a recorded one (更正). Both stay readable.
///
/// Participants that the new draft repeats unchanged stay as they are; those it leaves out or changes are voided with the
/// same reason, and those it adds or changes are recorded anew.
public struct CorrectActivity: Act {
    public static let right = Right.report
    public static let words = Words("更正", "Corrected")
    public var code: String
    public var draft: ActivityDraft
    public var reason: String
    /// Unlikely days that somebody said are right where they stand.
    public var confirmed: Set<ConfirmedDay>

    public init(_ code: String, with draft: ActivityDraft, reason: String, confirmed: Set<ConfirmedDay> = []) {
        self.code = code
        self.draft = draft
        self.reason = reason
        self.confirmed = confirmed
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.activity(code: code)?.organiser }

    /// Throws `RecordRefused`, `ActivityRefused`, or `NothingToCorrect` where the draft says what stands already.
    public func perform(in t: ActTransaction) throws -> ReportedActivity {
        try t.requireReach(to: draft.organiser, with: Self.right)
        let (transaction, today) = (t.writing, t.today)
        let record = RecordReference(.activity, code)
        let reason = try transaction.requireLive(record, reason: reason)
        guard let old = try transaction.activity(code: code) else { throw RecordRefused.unknown(record) }
        let recorded = try transaction.liveParticipations(in: code)
        guard ActivityDraft(old, participants: recorded).saysOther(than: draft) else { throw NothingToCorrect() }
        let problems = try draft.problems(
            in: transaction, today: today, replacing: code, confirmed: confirmed)
        guard problems.isEmpty else { throw ActivityRefused(problems: problems) }

        let activity = draft.activity(code: try transaction.nextCode(.activity, on: today), recorded: today)
        let repeated = Set(draft.participants)
        let kept = recorded.filter { repeated.contains(ParticipantDraft($0)) }
        let standing = Set(kept.map { ParticipantDraft($0) })
        for dropped in recorded where !repeated.contains(ParticipantDraft(dropped)) {
            try transaction.add(
                Voiding(
                    code: try transaction.nextCode(.voiding, on: today),
                    record: RecordReference(.participation, dropped.code), reason: reason, by: t.reader.account,
                    recorded: today))
        }
        let added = try draft.participants.filter { !standing.contains($0) }.map { participant in
            participant.participation(
                code: try transaction.nextCode(.participation, on: today), activity: activity.code,
                recorded: today)
        }
        let correction = Correction(
            code: try transaction.nextCode(.correction, on: today), record: record, replacement: activity.code,
            reason: reason, by: t.reader.account, recorded: today)
        try transaction.add(correction, replacing: activity, with: added)
        return ReportedActivity(activity: activity, participations: kept + added)
    }
}

/// The corrected activity says exactly what the recorded one says.
public struct NothingToCorrect: Error, Hashable, Sendable {}

extension ActivityDraft {
    /// Whether the two would make different records; the order of participants does not matter.
    public func saysOther(than other: ActivityDraft) -> Bool {
        var mine = spelled
        var theirs = other.spelled
        mine.participants = []
        theirs.participants = []
        return mine != theirs || Set(participants) != Set(other.participants)
    }
}
