import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

// What a session comes to in the records: its activity, put there, corrected and followed.

extension StudySession {
    func notOnRecord(in reading: some Reading) throws -> StudyProblem? {
        try reading.record(of: self) == nil ? .notRecorded : nil
    }

    /// What the records hold of it.
    func activity(_ outcome: SessionOutcome, recorded: Day) -> ActivityDraft {
        let hours = Double(outcome.halfHours) / 2
        let speakers = Set(outcome.keynotes.map(\.person))
        return ActivityDraft(
            kind: scheme.kind.activity, title: scheme.title, organiser: unit, team: team, from: outcome.from,
            to: outcome.to, hours: hours, topics: scheme.topics, reported: recorded,
            participants: outcome.roll.filter { $0.mark == .here }.map {
                ParticipantDraft(
                    person: $0.person, role: speakers.contains($0.person) ? .keynote : .attendee, hours: hours)
            })
    }
}

extension ActTransaction {
    /// The activity's code. A record that comes late is a record: its days are as they were said.
    func put(_ draft: ActivityDraft) throws -> String {
        try record(draft, alike: { StudyProblem.sameActivity($0) }, otherwise: StudyProblem.notCounted)
    }

    /// The activity that says it now; one that somebody had voided meanwhile is put on record anew.
    func correct(_ activity: String, with draft: ActivityDraft, reason: String) throws -> String {
        try correct(
            recorded: activity, with: draft, reason: reason, alike: { StudyProblem.sameActivity($0) },
            otherwise: StudyProblem.notCounted)
    }
}

extension Ask {
    /// The session with whose record an activity was posted: it is corrected and taken back there.
    func sessionKeeping(activity code: String) throws -> FormOption? {
        let records = try reading.all(
            StudyRecord.self, for: .everybody, where: "activity = \(code) and taken_back_day is null")
        guard let record = records.first,
            let session = try reading.one(StudySession.self, record.session, for: .everybody)
        else { return nil }
        return FormOption(session.address, Words("学习纪实“\(session.title)”", "the record of “\(session.title)”"))
    }
}
