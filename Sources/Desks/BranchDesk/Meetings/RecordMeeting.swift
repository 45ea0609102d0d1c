import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// What puts a meeting on record (纪实). Meetings, lectures and what is kept as a day have a form each.
protocol MeetingRecording: RecordAct where Record == BranchMeeting, Outcome == BranchMeeting {
    static func takes(_ kind: MeetingKind) -> Bool
    var outcome: MeetingOutcome { get }
}

extension MeetingRecording {
    static var right: Right { .report }
    static var button: Words { Words("纪实", "Record") }
    static var settles: Bool { true }

    static func notNow(
        _ meeting: BranchMeeting, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try meeting.notOpen(in: reading) { return why }
        guard takes(meeting.scheme.kind) else { return BranchProblem.otherForm(meeting.scheme.kind) }
        return meeting.scheme.day > today ? BranchProblem.notBegun(meeting.scheme.day) : nil
    }

    func perform(on meeting: BranchMeeting, in t: ActTransaction) throws -> BranchMeeting {
        try t.refuse(try outcome.problems(of: meeting, in: t, on: t.today))
        let draft = try meeting.activity(outcome, recorded: t.today, in: t)
        let record = MeetingRecord(
            meeting: meeting.code, outcome: outcome.kept(meeting.scheme.kind), recorded: t.today,
            activity: try draft.map {
                try t.record($0, alike: { BranchProblem.sameActivity($0) }, otherwise: BranchProblem.notCounted)
            } ?? "", takenBack: nil, reason: "")
        try t.insertOrUpdate(record)
        return meeting
    }
}

struct RecordMeeting: MeetingRecording {
    static let words = Words("组织生活纪实", "Put on record")
    static let title = Words("组织生活纪实", "Put the meeting on record")
    static let step = "record"
    var record: String
    var outcome: MeetingOutcome

    static func takes(_ kind: MeetingKind) -> Bool { kind != .lecture && kind != .life }
}

struct RecordLecture: MeetingRecording {
    static let words = Words("党课纪实", "Lecture put on record")
    static let title = Words("党课纪实", "Put the lecture on record")
    static let step = "lecture"
    var record: String
    var outcome: MeetingOutcome

    static func takes(_ kind: MeetingKind) -> Bool { kind == .lecture }
}

/// Of an organisation-life meeting only that it was held, and when.
struct RecordDay: MeetingRecording {
    static let words = Words("登记组织生活会", "Held, by its day")
    static let title = Words("登记组织生活会", "Enter the day it was held")
    static let step = "held"
    var record: String
    var outcome: MeetingOutcome

    static func takes(_ kind: MeetingKind) -> Bool { kind == .life }
}

/// Puts a record right (更正纪实): its activity is corrected in the same change, and what it said before stays readable.
protocol MeetingCorrecting: RecordAct where Record == BranchMeeting, Outcome == BranchMeeting {
    static func takes(_ kind: MeetingKind) -> Bool
    var outcome: MeetingOutcome { get }
}

extension MeetingCorrecting {
    static var right: Right { .report }
    static var button: Words { Words("更正纪实", "Correct") }

    static func notNow(
        _ meeting: BranchMeeting, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard try reading.record(of: meeting) != nil else { return BranchProblem.notRecorded }
        return takes(meeting.scheme.kind) ? nil : BranchProblem.otherForm(meeting.scheme.kind)
    }

    func perform(on meeting: BranchMeeting, in t: ActTransaction) throws -> BranchMeeting {
        guard let before = try t.record(of: meeting) else { try t.refuse(BranchProblem.notRecorded) }
        if outcome.reason.allSatisfy(\.isWhitespace) { try t.refuse(BranchProblem.noReasonToCorrect) }
        try t.refuse(try outcome.problems(of: meeting, in: t, on: t.today))
        var record = before
        record.outcome = outcome.kept(meeting.scheme.kind)
        guard record != before else { try t.refuse(BranchProblem.nothingChanged) }
        if let draft = try meeting.activity(outcome, recorded: before.recorded, in: t) {
            record.activity = try t.correct(
                recorded: before.activity, with: draft, reason: outcome.reason,
                alike: { BranchProblem.sameActivity($0) }, otherwise: BranchProblem.notCounted)
        }
        record.reason = outcome.reason
        try t.update(record)
        return meeting
    }
}

struct CorrectMeeting: MeetingCorrecting {
    static let words = Words("更正纪实", "Record corrected")
    static let title = Words("更正纪实", "Correct the record")
    static let step = "correct"
    var record: String
    var outcome: MeetingOutcome

    static func takes(_ kind: MeetingKind) -> Bool { RecordMeeting.takes(kind) }
}

struct CorrectLecture: MeetingCorrecting {
    static let words = Words("更正党课纪实", "Lecture's record corrected")
    static let title = Words("更正党课纪实", "Correct the lecture's record")
    static let step = "correct-lecture"
    var record: String
    var outcome: MeetingOutcome

    static func takes(_ kind: MeetingKind) -> Bool { RecordLecture.takes(kind) }
}

/// Takes a record back (撤销纪实): its activity is void, and the meeting is put on record anew, or cancelled.
struct TakeMeetingBack: RecordAct {
    static let right = Right.report
    static let words = Words("撤销组织生活纪实", "Record taken back")
    static let title = Words("撤销纪实", "Take the record back")
    static let button = Words("撤销纪实", "Take back")
    static let step = "take-back"
    var record: String
    var reason: String

    static func notNow(
        _ meeting: BranchMeeting, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try reading.record(of: meeting) == nil ? BranchProblem.notRecorded : nil }

    func perform(on meeting: BranchMeeting, in t: ActTransaction) throws -> BranchMeeting {
        guard var record = try t.record(of: meeting) else { try t.refuse(BranchProblem.notRecorded) }
        if !record.activity.isEmpty { try t.void(recorded: record.activity, reason: reason) }
        record.takenBack = t.today
        record.reason = reason
        try t.update(record)
        return meeting
    }
}
