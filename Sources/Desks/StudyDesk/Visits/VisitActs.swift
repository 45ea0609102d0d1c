import Pages
import Storage
import Store
import Vocabulary

/// Arranges a visit of observers to a group (安排旁听).
struct ArrangeVisit: RecordAct {
    static let right = Right.plan
    static let words = Words("安排列席旁听", "Visit arranged")
    static let title = Words("安排列席旁听", "Arrange a visit of observers")
    static let button = Words("安排旁听", "Arrange a visit")
    static let step = "visit"
    var record: String
    var scheme: VisitScheme

    static func notNow(
        _ group: StudyGroup, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { group.notOpen(on: today) }

    func perform(on group: StudyGroup, in t: ActTransaction) throws -> ObserverVisit {
        if !group.isOpen(on: scheme.day) { try t.refuse(StudyProblem.groupNotOpen(scheme.day)) }
        let visit = ObserverVisit(
            code: try t.nextCode(.observerVisit), team: group.code, unit: group.unit, scheme: scheme,
            arranged: t.today, stage: .planned, remark: "", sent: nil, reported: nil, report: VisitReport(),
            replied: nil, reply: "")
        try t.insert(visit)
        return visit
    }
}

struct ChangeVisit: RecordAct {
    static let right = Right.plan
    static let words = Words("调整列席旁听", "Visit changed")
    static let title = Words("调整列席旁听", "Change the visit")
    static let button = Words("调整", "Change")
    static let step = "change"
    var record: String
    var scheme: VisitScheme

    static func notNow(
        _ visit: ObserverVisit, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { visit.notOpen }

    func perform(on before: ObserverVisit, in t: ActTransaction) throws -> ObserverVisit {
        var visit = before
        visit.scheme = scheme
        guard visit != before else { try t.refuse(StudyProblem.nothingChanged) }
        try t.update(visit)
        return visit
    }
}

struct CancelVisit: RecordAct {
    static let right = Right.plan
    static let words = Words("取消列席旁听", "Visit cancelled")
    static let title = Words("取消列席旁听", "Cancel the visit")
    static let button = Words("取消", "Cancel")
    static let step = "cancel"
    var record: String
    var reason: String

    static func notNow(
        _ visit: ObserverVisit, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { visit.notOpen }

    func perform(on visit: ObserverVisit, in t: ActTransaction) throws -> ObserverVisit {
        var visit = visit
        visit.stage = .cancelled
        visit.remark = reason
        try t.update(visit)
        return visit
    }
}

/// The host says that scheme, readings and texts went out to the observers (送材料).
struct SendVisitPapers: RecordAct {
    static let right = Right.report
    static let words = Words("报送旁听材料", "Papers sent to the observers")
    static let title = Words("报送旁听材料", "The papers were sent")
    static let button = Words("材料已送", "Papers sent")
    static let step = "papers-sent"
    static let settles = true
    var record: String

    static func notNow(
        _ visit: ObserverVisit, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = visit.notOpen { return why }
        return visit.sent.map { StudyProblem.papersSent($0) }
    }

    func perform(on visit: ObserverVisit, in t: ActTransaction) throws -> ObserverVisit {
        var visit = visit
        visit.sent = t.today
        try t.update(visit)
        return visit
    }
}

/// What the observers found (旁听报告), which the host reads and answers.
struct ReportVisit: RecordAct {
    static let right = Right.plan
    static let rights: Set<Right> = [.plan, .inspect]
    static let words = Words("报送旁听报告", "Visit reported on")
    static let title = Words("旁听报告", "Report on the visit")
    static let button = Words("填写报告", "Report")
    static let step = "report"
    static let settles = true
    var record: String
    var report: VisitReport

    static func notNow(
        _ visit: ObserverVisit, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = visit.notOpen { return why }
        return visit.scheme.day > today ? StudyProblem.visitToCome(visit.scheme.day) : nil
    }

    func perform(on visit: ObserverVisit, in t: ActTransaction) throws -> ObserverVisit {
        if report.came > t.today { try t.refuse(CameLater(day: report.came)) }
        var visit = visit
        visit.report = report
        visit.reported = t.today
        try t.update(visit)
        return visit
    }

    /// Beside its own field.
    struct CameLater: Refusal {
        var day: Day
        var field: String { "came" }
        var words: Words { StudyProblem.inTheFuture(day).words }
    }
}

/// The host says what it makes of the report (回复).
struct ReplyToVisit: RecordAct {
    static let right = Right.report
    static let words = Words("回复旁听报告", "Visit replied to")
    static let title = Words("回复旁听报告", "Reply to the report")
    static let button = Words("回复", "Reply")
    static let step = "reply"
    static let settles = true
    var record: String
    var reply: String

    static func notNow(
        _ visit: ObserverVisit, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if visit.stage == .cancelled { return StudyProblem.visitCancelled }
        guard visit.reported != nil else { return StudyProblem.visitNotReported }
        return visit.replied == nil ? nil : StudyProblem.visitReplied
    }

    func perform(on visit: ObserverVisit, in t: ActTransaction) throws -> ObserverVisit {
        var visit = visit
        visit.reply = reply
        visit.replied = t.today
        try t.update(visit)
        return visit
    }

    static let form = Form<Reason>(
        .init(
            Words("回复", "Reply"),
            .longText(\.text, "reply", Words("整改和落实情况", "What is done about it"), limit: 500, rows: 4)))
}

extension ObserverVisit {
    /// Why nothing more is done before it takes place.
    var notOpen: StudyProblem? {
        stage == .cancelled ? .visitCancelled : reported == nil ? nil : .visitReported
    }
}
