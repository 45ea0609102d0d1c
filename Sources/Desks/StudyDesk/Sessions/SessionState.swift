import Pages
import Storage
import Store
import Vocabulary

typealias SessionState = HeldState<StudySession>

extension StudySession: HeldNoun {
    static let held = HeldColumns(
        over: "to_day", announced: "stage = \(SessionStage.announced)",
        recorded: """
            exists (
                select session from study_records where session = study_sessions.code and taken_back_day is null)
            """, cancelled: "stage = \(SessionStage.cancelled)")
    static let waits: [WaitingState<SessionState>] = [
        .init(.recordOverdue, RecordSession.self, of: .unit) { session, ask in try session.waits(ask) },
        .init(.toRecord, RecordSession.self, of: .unit) { session, ask in try session.waits(ask) },
    ]

    static func recordDays(_ ask: Ask) throws -> Int { try ask.studyRules.recordDays }

    var over: Day { scheme.to }
    var isCancelled: Bool { stage == .cancelled }

    func isOnRecord(in reading: some Reading) throws -> Bool { try reading.record(of: self) != nil }

    fileprivate func waits(_ ask: Ask) throws -> HTML {
        .group([
            .day(scheme.to), .say(" 举行，", " held; "), .day(try recordDue(ask)),
            .say(" 前纪实", " is the day of the record"),
        ])
    }
}

extension StudySession {
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
