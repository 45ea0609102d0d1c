import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Puts a lecture on record (纪实): in the same change it becomes an activity with its participants, which the ledger counts.
struct RecordHallLecture: LectureAct {
    static let words = Words("大讲堂纪实", "Put on record")
    static let title = Words("大讲堂纪实", "Put the lecture on record")
    static let button = Words("纪实", "Record")
    static let step = "record"
    static let settles = true
    var record: String
    var outcome: LectureOutcome

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try lecture.notOpen(in: reading) { return why }
        guard lecture.stage == .announced else { return LectureProblem.notInLectureStage(lecture.stage) }
        return lecture.scheme.day > today ? LectureProblem.notBegun(lecture.scheme.day) : nil
    }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        try t.refuse(try outcome.problems(of: lecture, in: t, on: t.today))
        let draft = try lecture.activity(outcome, recorded: t.today, in: t)
        try t.insertOrUpdate(
            HallRecord(
                lecture: lecture.code, outcome: outcome.kept,
                attendees: try outcome.attendees(of: lecture, in: t), recorded: t.today,
                activity: try t.put(draft), takenBack: nil, reason: ""))
        return lecture
    }
}

/// Puts a record right (更正纪实): its activity is corrected in the same change.
struct CorrectHallLecture: LectureAct {
    static let words = Words("更正大讲堂纪实", "Record corrected")
    static let title = Words("更正纪实", "Correct the record")
    static let button = Words("更正纪实", "Correct")
    static let step = "correct"
    var record: String
    var outcome: LectureOutcome

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notOnRecord(in: reading) }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        guard let before = try t.record(of: lecture) else { try t.refuse(LectureProblem.notRecorded) }
        if outcome.reason.allSatisfy(\.isWhitespace) { try t.refuse(LectureProblem.noReasonToCorrect) }
        try t.refuse(try outcome.problems(of: lecture, in: t, on: t.today))
        var record = before
        record.outcome = outcome.kept
        record.attendees = try outcome.attendees(of: lecture, in: t)
        guard record != before else { try t.refuse(LectureProblem.nothingChanged) }
        record.activity = try t.correct(
            before.activity, with: try lecture.activity(outcome, recorded: before.recorded, in: t),
            reason: outcome.reason)
        record.reason = outcome.reason
        try t.update(record)
        return lecture
    }
}

/// Takes a record back (撤销纪实): its activity is void, and the lecture is put on record anew, or cancelled.
struct TakeLectureBack: LectureAct {
    static let words = Words("撤销大讲堂纪实", "Record taken back")
    static let title = Words("撤销纪实", "Take the record back")
    static let button = Words("撤销纪实", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notOnRecord(in: reading) }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        guard var record = try t.record(of: lecture) else { try t.refuse(LectureProblem.notRecorded) }
        try t.void(recorded: record.activity, reason: reason)
        (record.takenBack, record.reason) = (t.today, reason)
        try t.update(record)
        return lecture
    }
}

extension LectureOutcome {
    /// Without what is the form's own.
    var kept: LectureOutcome {
        var outcome = self
        (outcome.people, outcome.reason) = ([], "")
        return outcome
    }
}

extension HallLecture {
    func notOnRecord(in reading: some Reading) throws -> LectureProblem? {
        try reading.record(of: self) == nil ? .notRecorded : nil
    }

    /// What the records hold of it.
    func activity(_ outcome: LectureOutcome, recorded: Day, in reading: some Reading) throws -> ActivityDraft {
        let hours = Double(outcome.halfHours) / 2
        let series = try reading.one(HallSeries.self, series, for: .everybody)?.draft.title ?? ""
        let people = try outcome.attendees(of: self, in: reading).map(\.person)
        return ActivityDraft(
            kind: .lectureHall, title: "\(series)第\(issue)期：\(scheme.topic)", organiser: unit, from: outcome.day,
            to: outcome.day, hours: hours, topics: scheme.topics, filed: applied, approved: approved,
            reported: recorded,
            participants: people.map { ParticipantDraft(person: $0, role: .attendee, hours: hours) }
                + (people.contains(outcome.chair)
                    ? [] : [ParticipantDraft(person: outcome.chair, role: .staff, hours: hours)]))
    }
}

extension ActTransaction {
    /// The activity's code. A record that comes late is a record: its days are as they were said.
    func put(_ draft: ActivityDraft) throws -> String {
        try record(draft, alike: { LectureProblem.sameActivity($0) }, otherwise: LectureProblem.notCounted)
    }

    /// The activity that says it now; one that somebody had voided meanwhile is put on record anew.
    func correct(_ activity: String, with draft: ActivityDraft, reason: String) throws -> String {
        try correct(
            recorded: activity, with: draft, reason: reason, alike: { LectureProblem.sameActivity($0) },
            otherwise: LectureProblem.notCounted)
    }
}

extension Ask {
    /// The lecture or talk with whose record an activity was posted: it is corrected and taken back there.
    func lectureKeeping(activity code: String) throws -> FormOption? {
        if let record = try reading.all(
            HallRecord.self, for: .everybody, where: "activity = \(code) and taken_back_day is null"
        ).first, let lecture = try reading.one(HallLecture.self, record.lecture, for: .everybody) {
            return FormOption(
                lecture.address, Words("大讲堂纪实“\(lecture.title)”", "the record of “\(lecture.title)”"))
        }
        let talks = try reading.all(
            Talk.self, for: .everybody, where: "activity = \(code) and stage = \(TalkStage.given)")
        return talks.first.map { FormOption($0.address, Words("宣讲“\($0.title)”", "the talk “\($0.title)”")) }
    }
}
