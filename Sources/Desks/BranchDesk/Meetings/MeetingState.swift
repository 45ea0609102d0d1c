import Pages
import Records
import Storage
import Store
import Vocabulary

typealias MeetingState = HeldState<BranchMeeting>

extension BranchMeeting: HeldNoun {
    static let held = HeldColumns(
        over: "planned_day", announced: "stage = \(MeetingStage.announced)",
        recorded: """
            exists (
                select meeting from branch_records where meeting = branch_meetings.code and taken_back_day is null)
            """, cancelled: "stage = \(MeetingStage.cancelled)")

    static func recordDays(_ ask: Ask) throws -> Int { try ask.branchRules.recordDays }

    var over: Day { scheme.day }
    var isCancelled: Bool { stage == .cancelled }

    func isOnRecord(in reading: some Reading) throws -> Bool { try reading.record(of: self) != nil }

    /// What waits for a record, each with the form of its kind.
    static func recordsWaiting(_ ask: Ask) throws -> [Waiting] {
        guard ask.reader.unit != nil, RecordMeeting.isAllowed(to: ask.reader) else { return [] }
        return try [MeetingState.recordOverdue, .toRecord].flatMap { state in
            try Waiting.some(
                Words("组织生活\(state.words.zh)", "Meetings of branches: \(state.words.en.lowercased())"),
                BranchMeeting.self, where: try state.condition(ask), order: "planned_day", address: state.listAddress,
                ask
            ) { meeting in
                .init(
                    meeting.title, meeting.address,
                    remark: .group([
                        .text(try ask.naming.unitName(meeting.branch)), " ", .day(try meeting.recordDue(ask)),
                        .say(" 前纪实", " is the day of the record"),
                    ]), act: RecordMeeting.button, at: "\(meeting.address)/\(meeting.recordStep)")
            }
        }
    }
}

extension BranchMeeting {
    /// The form that its kind is put on record by.
    var recordStep: String {
        switch scheme.kind {
        case .lecture: RecordLecture.step
        case .life: RecordDay.step
        case .general, .committee, .group, .themedDay: RecordMeeting.step
        }
    }
}

extension BranchMeeting {
    static let path = "/branches/meetings/:code"
    static let acts: [any RecordAct<BranchMeeting>.Type] = [
        RecordMeeting.self, RecordLecture.self, RecordDay.self, ChangeMeeting.self, CorrectMeeting.self,
        CorrectLecture.self, TakeMeetingBack.self, CancelMeeting.self,
    ]
    static let seeing = Words("查看这次组织生活", "See the meeting")
    var title: String { scheme.title }

    static let listing: Listing<BranchMeeting> = {
        var listing = Listing<BranchMeeting>(
            Words("组织生活", "Meetings of branches"),
            columns: [
                .day("day", Words("日期", "Day"), sort: "planned_day") { $0.scheme.day },
                .title(Words("主题", "Topic"), sort: "title"),
                MeetingScheme.form.column("kind", of: \.scheme, sort: "kind"),
                ListColumn(
                    "branch", Words("党支部", "Branch"), sort: "branch",
                    text: { row, ask in try ask.naming.unitName(row.branch) }),
                MeetingScheme.form.column("heldAt", of: \.scheme, .off),
                ListColumn(
                    "present", Words("实到/应到", "Came / should"),
                    text: { row, ask in
                        guard let outcome = try ask.record(of: row)?.outcome, outcome.should > 0 else {
                            return ""
                        }
                        return "\(outcome.present)/\(outcome.should)"
                    }),
                .day("announced", Words("通知", "Notice"), .off, sort: "announced_day") { $0.announced },
                ListColumn(
                    "recorded", Words("纪实", "Recorded"), .off, as: .day,
                    text: { row, ask in try ask.record(of: row)?.recorded.iso ?? "" }),
                ListColumn(
                    "duties", Words("计入", "Counts as"), .below,
                    text: { row, ask in
                        guard row.scheme.kind == .lecture, let record = try ask.record(of: row) else {
                            return ""
                        }
                        let duties = record.outcome.duties(try ask.branchRules)
                        return duties.map { ask.say($0.words) }.joined(separator: ask.say("、", ", "))
                    }), .code(), MeetingState.column(sort: "stage"),
            ],
            filters: [
                .search(Words("主题或编号", "Topic or number"), BranchMeeting.self), .branch,
                .unit(Words("单位", "Unit"), column: "branch"), .year(Words("年度", "Year"), column: "planned_day"),
                .choice("kind", Words("种类", "Kind"), MeetingKind.self) { kind, _ in "kind = \(kind)" },
                .choice("speaker", Words("授课人身份", "Spoke as"), SpeakerRole.self) { role, _ in
                    """
                    code in (
                        select r.meeting from branch_records r join lecture_speakers s on s.meeting = r.meeting
                        where r.taken_back_day is null and s.speaker_role = \(role))
                    """
                }, MeetingState.filter,
            ], order: "planned_day desc", empty: Words("还没有安排组织生活", "No meeting was announced yet"),
            sentence: MeetingState.sentence)
        listing.since = ListedSince(Words("通知", "announced")) { "announced_day <= \($0)" }
        return listing
    }()
}

extension Ask {
    /// What became of a meeting, looked up once for all its columns.
    fileprivate func record(of meeting: BranchMeeting) throws -> MeetingRecord? {
        try naming.once("record \(meeting.code)") { () -> MeetingRecord? in try reading.record(of: meeting) }
    }
}

extension MeetingOutcome {
    func duties(_ rules: BranchRules) -> [LectureDuty] {
        LectureDuty.filled(by: speakers, at: place, minutes: minutes, rules)
    }
}
