import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Meetings: announced, put on record by the form of their kind, corrected, taken back.
    mutating func meetings() {
        list(BranchMeeting.self)
        page(of: BranchMeeting.self, Words("一次组织生活", "One meeting")) { try $0.page($1) }
        evidence(of: BranchMeeting.self)
        var announce = FormFlow(AnnounceMeeting.self, MeetingScheme.form) { branch, ask in
            try ask.proposedMeeting(of: branch)
        } act: { branch, scheme in
            AnnounceMeeting(record: branch.code, scheme: scheme)
        }
        announce.remarks = { scheme, ask in .warnings(scheme.remarks(announced: ask.today, try ask.branchRules)) }
        form(announce)
        form(
            FormFlow(ChangeMeeting.self, MeetingScheme.form, changing: \.scheme) { meeting, scheme in
                ChangeMeeting(record: meeting.code, scheme: scheme)
            })
        form(
            FormFlow(CancelMeeting.self, Reason.form) { _, _ in
                Reason()
            } act: { meeting, reason in
                CancelMeeting(record: meeting.code, reason: reason.text)
            })
        form(
            .recording(RecordMeeting.self, MeetingOutcome.meeting) {
                RecordMeeting(record: $0.code, outcome: $1)
            })
        form(
            .recording(RecordLecture.self, MeetingOutcome.lecture) {
                RecordLecture(record: $0.code, outcome: $1)
            })
        form(
            .recording(RecordDay.self, MeetingOutcome.dayOnly) {
                RecordDay(record: $0.code, outcome: $1)
            })
        form(
            .correcting(CorrectMeeting.self, MeetingOutcome.correction) {
                CorrectMeeting(record: $0.code, outcome: $1)
            })
        form(
            .correcting(CorrectLecture.self, MeetingOutcome.lectureCorrection) {
                CorrectLecture(record: $0.code, outcome: $1)
            })
        var back = FormFlow(TakeMeetingBack.self, Reason.form) { _, _ in
            Reason()
        } act: { meeting, reason in
            TakeMeetingBack(record: meeting.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
    }
}

extension FormFlow where A: RecordAct, A.Record == BranchMeeting, A.Outcome: PagedNoun, Draft == MeetingOutcome {
    fileprivate static func recording(
        _ type: A.Type, _ form: Form<MeetingOutcome>,
        act: @escaping @Sendable (BranchMeeting, MeetingOutcome) throws -> A
    ) -> FormFlow {
        FormFlow(type, form) { meeting, ask in
            try MeetingOutcome(of: meeting, in: ask.reading, ask.branchRules)
        } act: {
            try act($0, $1)
        }.checked
    }

    /// What stands, to be put right; the check page tells old and new.
    fileprivate static func correcting(
        _ type: A.Type, _ form: Form<MeetingOutcome>,
        act: @escaping @Sendable (BranchMeeting, MeetingOutcome) throws -> A
    ) -> FormFlow {
        var flow = FormFlow(type, form) { meeting, ask in
            var outcome = try ask.reading.record(of: meeting)?.outcome ?? MeetingOutcome()
            let members = try ask.reading.members(ofBranch: meeting.branch, on: meeting.scheme.day).map(\.person)
            outcome.offered = try ask.reading.leadersOffered(by: meeting, members: members)
            return outcome
        } act: {
            try act($0, $1)
        }.checked
        flow.tellsChanges = true
        return flow
    }

    /// What is untrue beside its field; what the rules would not have, and what it counts as, on the check page.
    private var checked: FormFlow {
        var flow = self
        flow.refusals = { outcome, ask in
            try outcome.problems(of: try ask.one(BranchMeeting.self), in: ask.reading, on: ask.today)
        }
        flow.remarks = { outcome, ask in
            let meeting = try ask.one(BranchMeeting.self)
            let recorded = try ask.reading.record(of: meeting)?.recorded ?? ask.today
            let rules = try ask.branchRules
            let duties = meeting.scheme.kind == .lecture ? outcome.duties(rules) : []
            return .group([
                .warnings(outcome.remarks(of: meeting, recorded: recorded, rules, try ask.workingCalendar)),
                .when(
                    !duties.isEmpty,
                    .p(
                        .say("这次党课计入：", "The lecture counts as: "),
                        .text(duties.map { ask.say($0.words) }.joined(separator: ask.say("、", ", "))),
                        .say("。", "."))),
            ])
        }
        return flow
    }
}
