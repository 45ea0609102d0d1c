import Pages
import Storage
import Store
import Vocabulary

/// Where a session stands, in one word.
enum SessionState: String, Stated {
    case toCome, toRecord, recordOverdue, recorded, cancelled

    var words: Words {
        switch self {
        case .toCome: Words("未举行", "To come")
        case .toRecord: Words("待纪实", "To be recorded")
        case .recordOverdue: Words("纪实逾期", "Record overdue")
        case .recorded: Words("已纪实", "On record")
        case .cancelled: Words("已取消", "Cancelled")
        }
    }

    var mark: Mark {
        switch self {
        case .toCome: .notYetDue
        case .toRecord: .next
        case .recordOverdue: .overdue
        case .recorded: .met
        case .cancelled: .excused
        }
    }

    static let told: [SessionState] = [.toCome, .toRecord, .recordOverdue, .recorded]

    func condition(_ ask: Ask) throws -> SQL {
        let recorded: SQL = """
            exists (
                select session from study_records where session = study_sessions.code and taken_back_day is null)
            """
        let open: SQL = "stage = \(SessionStage.announced) and not \(recorded)"
        // Overdue is what ended before the day from which so many working days lie behind us.
        let latest = try ask.workingCalendar.before(ask.today, ask.studyRules.recordDays)
        return switch self {
        case .toCome: "\(open) and to_day >= \(ask.today)"
        case .toRecord: "\(open) and to_day < \(ask.today) and to_day >= \(latest)"
        case .recordOverdue: "\(open) and to_day < \(ask.today) and to_day < \(latest)"
        case .recorded: recorded
        case .cancelled: "stage = \(SessionStage.cancelled)"
        }
    }

    static func state(of session: StudySession, _ ask: Ask) throws -> SessionState {
        if session.stage == .cancelled { return .cancelled }
        if try ask.reading.record(of: session) != nil { return .recorded }
        if session.scheme.to >= ask.today { return .toCome }
        return try session.recordDue(ask) < ask.today ? .recordOverdue : .toRecord
    }

    static let waits: [WaitingState<SessionState>] = [
        .init(.recordOverdue, RecordSession.self, of: .unit) { session, ask in try session.waits(ask) },
        .init(.toRecord, RecordSession.self, of: .unit) { session, ask in try session.waits(ask) },
    ]
}

extension StudySession {
    func recordDue(_ ask: Ask) throws -> Day { try ask.workingCalendar.after(scheme.to, ask.studyRules.recordDays) }

    fileprivate func waits(_ ask: Ask) throws -> HTML {
        .group([
            .day(scheme.to), .say(" 举行，", " held; "), .day(try recordDue(ask)),
            .say(" 前纪实", " is the day of the record"),
        ])
    }
}

extension StudySession: PagedNoun {
    static let path = "/study/sessions/:code"
    static let acts: [any RecordAct<StudySession>.Type] = [
        RecordSession.self, MakeUp.self, ChangeSession.self, CorrectSession.self, TakeRecordBack.self,
        CancelSession.self,
    ]
    static let seeing = Words("查看这次学习", "See the session")
    var title: String { scheme.title }

    static let listing: Listing<StudySession> = {
        var listing = Listing<StudySession>(
            Words("中心组学习", "Sessions of study groups"),
            columns: [
                .day("from", Words("日期", "Day"), sort: "from_day") { $0.scheme.from },
                .title(Words("名称", "Title"), sort: "title"),
                SessionScheme.form.column("kind", of: \.scheme, sort: "kind"),
                SessionScheme.form.column("form", of: \.scheme, .off),
                ListColumn(
                    "group", Words("中心组", "Group"), .off, sort: "team",
                    text: { row, ask in try ask.groupName(row.team) }),
                ListColumn(
                    "unit", Words("单位", "Unit"), sort: "unit", text: { row, ask in try ask.naming.unitName(row.unit) }),
                .day("announced", Words("通知", "Notice"), .off, sort: "announced_day") { $0.announced }, .code(),
                SessionState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("名称或编号", "Title or number"), StudySession.self),
                .unit(Words("单位", "Unit"), column: "unit"), .group, .year(Words("年度", "Year"), column: "from_day"),
                .choice("kind", Words("类别", "Kind"), StudyKind.self) { kind, _ in "kind = \(kind)" },
                SessionState.filter,
            ], order: "from_day desc", empty: Words("还没有安排学习", "No session was announced yet"),
            sentence: SessionState.sentence)
        listing.since = ListedSince(Words("通知", "announced")) { "announced_day <= \($0)" }
        return listing
    }()
}
