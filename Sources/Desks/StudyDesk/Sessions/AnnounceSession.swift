import Pages
import Records
import Storage
import Store
import Vocabulary

/// Announces a session to the members (学习通知).
struct AnnounceSession: RecordAct {
    static let right = Right.report
    static let words = Words("通知学习", "Session announced")
    static let title = Words("安排一次学习", "Announce a session")
    static let button = Words("安排学习", "Announce a session")
    static let step = "session"
    var record: String
    var scheme: SessionScheme

    static func notNow(
        _ group: StudyGroup, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { group.notOpen(on: today) }

    func perform(on group: StudyGroup, in t: ActTransaction) throws -> StudySession {
        try t.refuse(scheme.problems + (group.isOpen(on: scheme.from) ? [] : [.groupNotOpen(scheme.from)]))
        let session = StudySession(
            code: try t.nextCode(.studySession), team: group.code, unit: group.unit, scheme: scheme,
            announced: t.today, stage: .announced, remark: "")
        try t.insert(session)
        return session
    }
}

/// Changes what was announced, until it is on record.
struct ChangeSession: RecordAct {
    static let right = Right.report
    static let words = Words("修改通知", "Notice changed")
    static let title = Words("修改学习通知", "Change the notice")
    static let button = Words("修改通知", "Change")
    static let step = "change"
    var record: String
    var scheme: SessionScheme

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try session.notOpen(in: reading) }

    func perform(on before: StudySession, in t: ActTransaction) throws -> StudySession {
        let group = try t.studyGroup(before.team, for: .everybody)
        let isOpen = group?.isOpen(on: scheme.from) ?? false
        try t.refuse(scheme.problems + (isOpen ? [] : [.groupNotOpen(scheme.from)]))
        var session = before
        session.scheme = scheme
        guard session != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(session)
        return session
    }
}

/// Takes a session off that is not held (取消).
struct CancelSession: RecordAct {
    static let right = Right.report
    static let words = Words("取消学习", "Session cancelled")
    static let title = Words("取消这次学习", "Cancel the session")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ session: StudySession, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try session.notOpen(in: reading) }

    func perform(on session: StudySession, in t: ActTransaction) throws -> StudySession {
        var session = session
        session.stage = .cancelled
        session.remark = reason
        try t.update(session)
        return session
    }
}

extension StudySession {
    /// Why it is no more to be changed: cancelled, or on record.
    func notOpen(in reading: some Reading) throws -> StudyProblem? {
        if stage == .cancelled { return .isCancelled }
        return try reading.record(of: self) == nil ? nil : .isRecorded
    }
}

extension Ask {
    /// A session as it may be announced next: numbered, where and by whom the last one was, what the plan has for the month.
    func proposedSession(of group: StudyGroup) throws -> SessionScheme {
        var scheme = SessionScheme()
        scheme.kind = query["kind"].flatMap(StudyKind.init) ?? .collectiveStudy
        let last = try all(StudySession.self, where: "team = \(group.code)", order: "from_day desc", limit: 1).first
        scheme.heldAt = last?.scheme.heldAt ?? ""
        scheme.contact = last?.scheme.contact ?? ""
        let month = query.number("month").flatMap { (1...12).contains($0) ? $0 : nil } ?? today.month
        let year = query.number("year").flatMap { (2000...2099).contains($0) ? $0 : nil } ?? today.year
        let planned = try reading.plan(of: group.code, year)?.draft.topics.filter {
            $0.month.number == month && $0.kind == scheme.kind
        }
        let number = try reading.held(by: group.code, in: year).count { $0.kind == scheme.kind.activity.rawValue } + 1
        scheme.title =
            "\(group.name)\(year)年第\(number)次\(scheme.kind.words.zh)"
            + (planned?.first.map { "：\($0.topic)" } ?? "")
        if let topic = planned?.first {
            scheme.form = topic.form
            scheme.expert = topic.expert
            scheme.readings = topic.reading.isEmpty ? [] : [topic.reading]
            let lead = topic.lead.isEmpty ? "" : "（\(try naming.personName(topic.lead))领学）"
            scheme.agenda = ["学习：\(topic.topic)\(lead)", "重点发言和讨论", "主持人小结"]
        }
        return scheme
    }
}
