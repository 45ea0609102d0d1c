import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Sessions: announced, put on record, corrected, taken back.
    mutating func sessions() {
        list(StudySession.self)
        page(of: StudySession.self, Words("一次中心组学习", "One session")) { try $0.page($1) }
        evidence(of: StudySession.self)
        look("\(StudySession.path)/notice.docx", RouteAbout(Words("学习通知（Word）", "The notice as a document"))) { ask in
            try ask.one(StudySession.self).notice(ask)
        }
        var announce = FormFlow(AnnounceSession.self, SessionScheme.form) { group, ask in
            try ask.proposedSession(of: group)
        } act: { group, scheme in
            AnnounceSession(record: group.code, scheme: scheme)
        }
        announce.refusals = { scheme, _ in scheme.problems }
        announce.remarks = { scheme, ask in .warnings(scheme.remarks(announced: ask.today, try ask.studyRules)) }
        form(announce)
        var change = FormFlow(ChangeSession.self, SessionScheme.form, changing: \.scheme) { session, scheme in
            ChangeSession(record: session.code, scheme: scheme)
        }
        change.refusals = { scheme, _ in scheme.problems }
        form(change)
        form(
            FormFlow(CancelSession.self, Reason.form) { _, _ in
                Reason()
            } act: { session, reason in
                CancelSession(record: session.code, reason: reason.text)
            })
        form(
            .recording(RecordSession.self, SessionOutcome.form) { session, ask in
                try SessionOutcome(of: session, in: ask.reading, ask.studyRules)
            } act: { session, outcome in
                RecordSession(record: session.code, outcome: outcome)
            })
        var correct = FormFlow<SessionOutcome, CorrectSession>.recording(
            CorrectSession.self, SessionOutcome.correction
        ) { session, ask in
            try ask.reading.record(of: session)?.outcome ?? SessionOutcome()
        } act: { session, outcome in
            CorrectSession(record: session.code, outcome: outcome)
        }
        correct.tellsChanges = true
        form(correct)
        var back = FormFlow(TakeRecordBack.self, Reason.form) { _, _ in
            Reason()
        } act: { session, reason in
            TakeRecordBack(record: session.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
        form(
            FormFlow(MakeUp.self, MakeUpSheet.form) { session, ask in
                MakeUpSheet(day: ask.today, away: try ask.reading.record(of: session)?.outcome.away ?? [])
            } act: { session, sheet in
                MakeUp(record: session.code, sheet: sheet)
            })
    }
}

extension FormFlow where A: RecordAct, A.Record == StudySession, A.Outcome: PagedNoun, Draft == SessionOutcome {
    fileprivate static func recording(
        _ type: A.Type, _ form: Form<SessionOutcome>,
        _ blank: @escaping @Sendable (StudySession, Ask) throws -> SessionOutcome,
        act: @escaping @Sendable (StudySession, SessionOutcome) throws -> A
    ) -> FormFlow {
        var flow = FormFlow(type, form, blank: blank, act: act)
        flow.refusals = { outcome, ask in
            try outcome.problems(of: try ask.one(StudySession.self), in: ask.reading, on: ask.today)
        }
        flow.remarks = { outcome, ask in
            let session = try ask.one(StudySession.self)
            let recorded = try ask.reading.record(of: session)?.recorded ?? ask.today
            let (all, there) = (outcome.roll.count, outcome.there.count)
            return .group([
                .warnings(
                    outcome.remarks(of: session, recorded: recorded, try ask.studyRules, try ask.workingCalendar)),
                .p(
                    .say(
                        "应到\(all)人，实到\(there)人，重点发言\(outcome.keynotes.count)人；提交后记入台账。",
                        "\(there) of \(all) were there, \(outcome.keynotes.count) gave keynotes; the ledger counts it.")
                ),
            ])
        }
        return flow
    }
}
