import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Puts a session on record (学习纪实); in the same change it becomes an activity with its participations, which the ledger
/// counts: who was there attended, who gave a keynote is counted as such.
struct RecordSession: RecordAct {
    static let right = Right.report
    static let words = Words("学习纪实", "Put on record")
    static let title = Words("学习纪实", "Put the session on record")
    static let button = Words("纪实", "Record")
    static let step = "record"
    static let settles = true
    var record: String
    var outcome: SessionOutcome

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try session.notOpen(in: reading) { return why }
        return session.scheme.from > today ? StudyProblem.notBegun(session.scheme.from) : nil
    }

    func perform(on session: StudySession, in t: ActTransaction) throws -> StudySession {
        try t.refuse(try outcome.problems(of: session, in: t, on: t.today))
        let activity = try t.put(session.activity(outcome, recorded: t.today))
        try t.insertOrUpdate(
            StudyRecord(
                session: session.code, outcome: outcome.kept, recorded: t.today, activity: activity, takenBack: nil,
                reason: ""))
        return session
    }
}

/// Puts a record right (更正纪实): its activity is corrected in the same change, and what it said before stays readable.
struct CorrectSession: RecordAct {
    static let right = Right.report
    static let words = Words("更正纪实", "Record corrected")
    static let title = Words("更正纪实", "Correct the record")
    static let button = Words("更正纪实", "Correct")
    static let step = "correct"
    var record: String
    var outcome: SessionOutcome

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try session.notOnRecord(in: reading) }

    func perform(on session: StudySession, in t: ActTransaction) throws -> StudySession {
        guard let before = try t.record(of: session) else { try t.refuse(StudyProblem.notRecorded) }
        if outcome.reason.allSatisfy(\.isWhitespace) { try t.refuse(StudyProblem.noReasonToCorrect) }
        try t.refuse(try outcome.problems(of: session, in: t, on: t.today))
        var record = before
        record.outcome = outcome.kept
        guard record != before else { try t.refuse(StudyProblem.nothingChanged) }
        record.activity = try t.correct(
            before.activity, with: session.activity(outcome, recorded: before.recorded), reason: outcome.reason)
        record.reason = outcome.reason
        try t.update(record)
        return session
    }
}

/// Takes a record back (撤销纪实): its activity is void, and the session is put on record anew, or cancelled.
struct TakeRecordBack: RecordAct {
    static let right = Right.report
    static let words = Words("撤销纪实", "Record taken back")
    static let title = Words("撤销纪实", "Take the record back")
    static let button = Words("撤销纪实", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try session.notOnRecord(in: reading) }

    func perform(on session: StudySession, in t: ActTransaction) throws -> StudySession {
        guard var record = try t.record(of: session) else { try t.refuse(StudyProblem.notRecorded) }
        try t.void(recorded: record.activity, reason: reason)
        record.takenBack = t.today
        record.reason = reason
        try t.update(record)
        return session
    }
}
