import Pages
import Storage
import Store
import Vocabulary

/// What the office does with a lecture of the hall.
protocol LectureAct: RecordAct where Record == HallLecture, Outcome == HallLecture {}

extension LectureAct {
    static var right: Right { .plan }
    static var isTownWide: Bool { true }
}

/// Applies for a lecture (一会一报). What is approved already is applied for anew where its topic or speaker changes.
struct ApplyLecture: LectureAct {
    static let words = Words("申请举办大讲堂", "Lecture applied for")
    static let title = Words("申请举办大讲堂", "Apply for the lecture")
    static let button = Words("申请", "Apply")
    static let step = "apply"
    static let settles = true
    var record: String
    var scheme: LectureScheme

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        [.planned, .returned].contains(lecture.stage) ? nil : LectureProblem.notInLectureStage(lecture.stage)
    }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        try lecture.appliedFor(scheme, in: t)
    }
}

/// Applies anew for a lecture that was approved, because its topic or speaker changed (变更主讲人、题目须重新申请).
struct ReapplyLecture: LectureAct {
    static let words = Words("变更后重新申请", "Applied for anew")
    static let title = Words("变更题目或主讲人，重新申请", "Change topic or speaker, and apply anew")
    static let button = Words("变更主讲人、题目", "Change speaker or topic")
    static let step = "reapply"
    var record: String
    var scheme: LectureScheme

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notApproved(in: reading) }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        guard scheme.needsNewApproval(besides: lecture.scheme) else { try t.refuse(LectureProblem.nothingToReapply) }
        return try lecture.appliedFor(scheme, in: t)
    }
}

/// Approves a lecture, or returns it with what is to be changed (审批).
struct DecideLecture: LectureAct {
    static let right = Right.lead
    static let rights: Set<Right> = [.lead, .plan]
    static let words = Words("审批大讲堂", "Lecture decided on")
    static let title = Words("审批大讲堂", "Decide on the lecture")
    static let button = Words("审批", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard lecture.stage == .applied else { return LectureProblem.notInLectureStage(lecture.stage) }
        return reader.isBarred(byWorkOf: lecture.appliedBy) ? LectureProblem.ownSubmission : nil
    }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(LectureProblem.noReason) }
        var lecture = lecture
        // What units were told already stands told.
        lecture.stage = !isApproved ? .returned : lecture.announced != nil ? .announced : .approved
        lecture.approved = isApproved ? t.today : nil
        lecture.remark = remark
        try t.update(lecture)
        return lecture
    }
}

/// Changes when and where a lecture is, for whom and with how many: by notice, without a new application.
struct ChangeLecture: LectureAct {
    static let words = Words("变更时间地点", "When and where changed")
    static let title = Words("变更时间、地点和人数", "Change time, place and number")
    static let button = Words("变更时间地点", "Change time or place")
    static let step = "change"
    var record: String
    var scheme: LectureScheme

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notApproved(in: reading) }

    func perform(on before: HallLecture, in t: ActTransaction) throws -> HallLecture {
        if scheme.day != before.scheme.day { try t.refuse(LectureProblem.dayByPostponing) }
        if scheme.needsNewApproval(besides: before.scheme) { try t.refuse(LectureProblem.reapply) }
        var lecture = before
        lecture.scheme = scheme
        guard lecture != before else { try t.refuse(LectureProblem.nothingChanged) }
        try t.update(lecture)
        return lecture
    }
}

/// Puts a lecture on another day, with the reason; the day it was planned for stays visible (延期).
struct PostponeLecture: LectureAct {
    static let words = Words("大讲堂改期", "Lecture put off")
    static let title = Words("改期", "Put the lecture on another day")
    static let button = Words("改期", "Another day")
    static let step = "postpone"
    var record: String
    var move: LectureMove

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notOpen(in: reading) }

    func perform(on before: HallLecture, in t: ActTransaction) throws -> HallLecture {
        if move.day == before.scheme.day { try t.refuse(LectureProblem.sameDay) }
        let series = try t.one(HallSeries.self, before.series, for: .everybody)
        if let year = series?.draft.year, move.day.year != year { try t.refuse(LectureProblem.dayNotInYear(year)) }
        var lecture = before
        lecture.postponed.append(
            Postponement(from: before.scheme.day, to: move.day, said: t.today, reason: move.reason))
        lecture.scheme.day = move.day
        try t.update(lecture)
        return lecture
    }
}

/// Another day, and why.
struct LectureMove: Sendable, Hashable {
    var day = Day.unset
    var reason = ""

    static let form = Form<LectureMove>(
        .init(
            Words("改期", "Another day"), .day(\.day, "day", Words("改到", "New day")),
            .longText(
                \.reason, "reason", Words("原因", "Reason"), hint: Words("不写个人病情", "Nothing about anybody's health"),
                limit: 200, rows: 2)))
}

/// Takes a lecture off that is not held (取消).
struct CancelLecture: LectureAct {
    static let words = Words("取消大讲堂", "Lecture cancelled")
    static let title = Words("取消这一期", "Cancel the lecture")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ lecture: HallLecture, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try lecture.notOpen(in: reading) }

    func perform(on lecture: HallLecture, in t: ActTransaction) throws -> HallLecture {
        var lecture = lecture
        (lecture.stage, lecture.remark) = (.cancelled, reason)
        try t.update(lecture)
        return lecture
    }
}

extension HallLecture {
    /// Why it is no more to be changed: cancelled, or on record.
    func notOpen(in reading: some Reading) throws -> LectureProblem? {
        if stage == .cancelled { return .isCancelled }
        return try reading.record(of: self) == nil ? nil : .isRecorded
    }

    /// Why a change of what was approved is not said now.
    func notApproved(in reading: some Reading) throws -> LectureProblem? {
        if let why = try notOpen(in: reading) { return why }
        return stage == .approved || stage == .announced ? nil : .notInLectureStage(stage)
    }

    fileprivate func appliedFor(_ scheme: LectureScheme, in t: ActTransaction) throws -> HallLecture {
        if scheme.day != self.scheme.day, planned != nil || stage != .planned {
            try t.refuse(LectureProblem.dayByPostponing)
        }
        var lecture = self
        (lecture.scheme, lecture.stage, lecture.remark) = (scheme, .applied, "")
        (lecture.applied, lecture.appliedBy, lecture.approved) = (t.today, t.reader.account, nil)
        try t.update(lecture)
        return lecture
    }
}
