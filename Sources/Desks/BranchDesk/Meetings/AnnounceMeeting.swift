import Pages
import Records
import Storage
import Store
import Vocabulary

/// Announces a meeting to the members (通知).
struct AnnounceMeeting: RecordAct {
    static let right = Right.report
    static let words = Words("通知组织生活", "Meeting announced")
    static let title = Words("安排一次组织生活", "Announce a meeting")
    static let button = Words("安排组织生活", "Announce a meeting")
    static let step = "meeting"
    var record: String
    var scheme: MeetingScheme

    static func notNow(
        _ branch: Branch, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { branch.notOpen(on: today) }

    func perform(on branch: Branch, in t: ActTransaction) throws -> BranchMeeting {
        if !branch.isOpen(on: scheme.day) { try t.refuse(BranchProblem.branchNotOpen(scheme.day)) }
        let meeting = BranchMeeting(
            code: try t.nextCode(.branchMeeting), branch: branch.code, scheme: scheme.kept, announced: t.today,
            stage: .announced, remark: "")
        try t.insert(meeting)
        return meeting
    }
}

/// Changes what was announced, until it is on record.
struct ChangeMeeting: RecordAct {
    static let right = Right.report
    static let words = Words("修改通知", "Notice changed")
    static let title = Words("修改通知", "Change the notice")
    static let button = Words("修改通知", "Change")
    static let step = "change"
    var record: String
    var scheme: MeetingScheme

    static func notNow(
        _ meeting: BranchMeeting, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try meeting.notOpen(in: reading) }

    func perform(on before: BranchMeeting, in t: ActTransaction) throws -> BranchMeeting {
        let branch = try t.branch(before.branch, for: .everybody)
        if branch?.isOpen(on: scheme.day) != true { try t.refuse(BranchProblem.branchNotOpen(scheme.day)) }
        // What was handed in would stay, of a meeting of which nothing is kept.
        if scheme.kind == .life, before.scheme.kind != .life,
            try t.evidence(of: before).contains(where: { $0.withdrawn == nil })
        {
            try t.refuse(BranchProblem.lifeHasPapers)
        }
        var meeting = before
        meeting.scheme = scheme.kept
        guard meeting != before else { try t.refuse(BranchProblem.nothingChanged) }
        try t.update(meeting)
        return meeting
    }
}

/// Takes a meeting off that is not held (取消).
struct CancelMeeting: RecordAct {
    static let right = Right.report
    static let words = Words("取消组织生活", "Meeting cancelled")
    static let title = Words("取消这次组织生活", "Cancel the meeting")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ meeting: BranchMeeting, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try meeting.notOpen(in: reading) }

    func perform(on meeting: BranchMeeting, in t: ActTransaction) throws -> BranchMeeting {
        var meeting = meeting
        meeting.stage = .cancelled
        meeting.remark = reason
        try t.update(meeting)
        return meeting
    }
}

extension MeetingScheme {
    /// What says nothing of its kind is not kept; of an organisation-life meeting there is no text but its name.
    var kept: MeetingScheme {
        var scheme = self
        if kind != .themedDay { scheme.themed = .general }
        if kind == .life {
            scheme.title = kind.words.zh
            (scheme.agenda, scheme.topics) = ([], [])
        }
        return scheme
    }

    /// What the rules would not have, before it is announced.
    func remarks(announced: Day, _ rules: BranchRules) -> [Words] {
        let (ahead, wanted) = (day - announced, kind == .themedDay ? rules.schemeDays : rules.noticeDays)
        if ahead < 0 { return [Words("日期已过，属补发通知", "It is past: the notice comes afterwards")] }
        guard ahead < wanted else { return [] }
        return [
            Words("应提前\(wanted)天通知，实际提前\(ahead)天", "Notice should be \(wanted) days ahead; it is \(ahead)")
        ]
    }
}

extension BranchMeeting {
    /// Why it is no more to be changed: cancelled, or on record.
    func notOpen(in reading: some Reading) throws -> BranchProblem? {
        if stage == .cancelled { return .isCancelled }
        return try reading.record(of: self) == nil ? nil : .isRecorded
    }
}

extension Ask {
    /// A meeting as it may be announced next: what the quarter's plan has, where the last one of its kind was.
    func proposedMeeting(of branch: Branch) throws -> MeetingScheme {
        var scheme = MeetingScheme()
        scheme.kind = query["kind"].flatMap(MeetingKind.init) ?? .general
        let month = query.number("month").flatMap { (1...12).contains($0) ? $0 : nil } ?? today.month
        let year = query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? today.year
        let last = try all(
            BranchMeeting.self, where: "branch = \(branch.code) and kind = \(scheme.kind)",
            order: "planned_day desc", limit: 1
        ).first
        scheme.heldAt = last?.scheme.heldAt ?? ""
        scheme.form = last?.scheme.form ?? .inPerson
        scheme.topics = last?.scheme.topics ?? []
        scheme.agenda = last?.scheme.agenda ?? []
        let lines = try reading.quarterPlan(of: branch.code, year, (month + 2) / 3)?.draft.lines ?? []
        if let line = lines.first(where: { $0.kind == scheme.kind && $0.day.month == month }) {
            scheme.day = line.day
            scheme.title = line.topic
        } else {
            scheme.title = scheme.kind == .life ? scheme.kind.words.zh : "\(month)月\(scheme.kind.words.zh)"
        }
        return scheme
    }
}
