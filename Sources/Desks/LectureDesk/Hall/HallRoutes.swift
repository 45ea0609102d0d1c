import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// The series of a year, its lectures, their places.
    mutating func hall() {
        series()
        list(HallLecture.self)
        page(of: HallLecture.self, Words("一期大讲堂", "One lecture")) { try $0.page($1) }
        evidence(of: HallLecture.self)
        lectureDocument("application", Words("审批表（Word）", "The application as a document")) { try $0.application($1) }
        lectureDocument("invitation", Words("邀请函（Word）", "The invitation as a document")) { try $0.invitation($1) }
        lectureDocument("notice", Words("通知（Word）", "The notice as a document")) { try $0.notice($1) }
        var apply = FormFlow(ApplyLecture.self, LectureScheme.form, changing: \.scheme) { lecture, scheme in
            ApplyLecture(record: lecture.code, scheme: scheme)
        }
        apply.opening = { ask in .group([try HallLecture.asked(ask).said, try ask.speakersSuggested()]) }
        apply.remarks = { scheme, ask in .warnings(scheme.remarks(applied: ask.today, try ask.lectureRules)) }
        form(apply)
        var reapply = FormFlow(ReapplyLecture.self, LectureScheme.form, changing: \.scheme) { lecture, scheme in
            ReapplyLecture(record: lecture.code, scheme: scheme)
        }
        reapply.opening = { try $0.speakersSuggested() }
        reapply.remarks = apply.remarks
        form(reapply)
        var decide = FormFlow(DecideLecture.self, Decision.form, blank: { _, _ in Decision() }) { lecture, decision in
            DecideLecture(record: lecture.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        decide.opening = { ask in
            let lecture = try HallLecture.asked(ask)
            return .sheet(
                .warnings(lecture.scheme.remarks(applied: lecture.applied ?? ask.today, try ask.lectureRules)),
                try LectureScheme.form.facts(lecture.scheme, ask))
        }
        form(decide)
        form(
            FormFlow(ChangeLecture.self, LectureScheme.details, changing: \.scheme) { lecture, scheme in
                ChangeLecture(record: lecture.code, scheme: scheme)
            })
        form(
            FormFlow(PostponeLecture.self, LectureMove.form) { lecture, _ in
                LectureMove(day: lecture.scheme.day)
            } act: { lecture, move in
                PostponeLecture(record: lecture.code, move: move)
            })
        form(
            FormFlow(CancelLecture.self, Reason.form) { _, _ in
                Reason()
            } act: { lecture, reason in
                CancelLecture(record: lecture.code, reason: reason.text)
            })
        seats()
        records()
    }

    private mutating func lectureDocument(
        _ name: String, _ words: Words, _ answer: @escaping @Sendable (HallLecture, Ask) throws -> Answered
    ) {
        look("\(HallLecture.path)/\(name).docx", RouteAbout(words)) { ask in
            try answer(try HallLecture.asked(ask), ask)
        }
    }

    private mutating func series() {
        list(HallSeries.self) { ask in
            ask.button(DraftSeries.self, LectureHome.newSeries, Words("编制年度安排", "Plan a year"), isPrimary: true)
        }
        page(of: HallSeries.self, Words("一年的大讲堂", "One series"), door: .ledger) { try $0.page($1) }
        look("\(HallSeries.path)/series.docx", RouteAbout(Words("年度安排（Word）", "The series as a document"))) { ask in
            try HallSeries.asked(ask).document(ask)
        }
        var draft = FormFlow(new: Words("编制大讲堂年度安排", "Plan the lecture hall of a year"), SeriesDraft.form) { ask in
            try ask.proposedSeries()
        } act: { draft, _ in
            DraftSeries(draft: draft)
        }
        draft.opening = { try $0.speakersSuggested() }
        draft.refusals = { draft, _ in draft.problems }
        draft.remarks = { draft, ask in .warnings(draft.remarks(try ask.lectureRules)) }
        form(LectureHome.newSeries, draft)
        var change = FormFlow(ChangeSeries.self, SeriesDraft.form, changing: \.draft) { series, draft in
            ChangeSeries(record: series.code, draft: draft)
        }
        change.opening = { ask in .group([try HallSeries.asked(ask).said, try ask.speakersSuggested()]) }
        change.refusals = { draft, _ in draft.problems }
        form(change)
        form(.plain(SubmitSeries.self, saying: { try $0.toRead($1) }) { SubmitSeries(record: $0.code) })
        var approve = FormFlow(ApproveSeries.self, Decision.form, blank: { _, _ in Decision() }) { series, decision in
            ApproveSeries(record: series.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        approve.opening = { ask in try HallSeries.asked(ask).toRead(ask) }
        form(approve)
        var add = FormFlow(AddLecture.self, LectureScheme.form) { _, _ in
            LectureScheme()
        } act: { series, scheme in
            AddLecture(record: series.code, scheme: scheme)
        }
        add.opening = { try $0.speakersSuggested() }
        form(add)
    }

    private mutating func seats() {
        list(HallSeats.self)
        page(of: HallSeats.self, Words("一个单位的名额", "The places of a unit")) { try $0.page($1) }
        var announce = FormFlow(AnnounceLecture.self, SeatSheet.form) { lecture, ask in
            try ask.reading.proposedSeats(for: lecture, on: ask.today)
        } act: { lecture, sheet in
            AnnounceLecture(record: lecture.code, sheet: sheet)
        }
        announce.refusals = { sheet, _ in sheet.problems }
        announce.remarks = { sheet, ask in
            .warnings(sheet.remarks(of: try HallLecture.asked(ask), on: ask.today, try ask.lectureRules))
        }
        form(announce)
        var change = FormFlow(ChangeSeats.self, SeatSheet.form) { lecture, ask in
            SeatSheet(
                lines: try ask.reading.seats(of: lecture.code).filter { $0.places > 0 }.map {
                    SeatLine(unit: $0.unit, places: $0.places)
                })
        } act: { lecture, sheet in
            ChangeSeats(record: lecture.code, sheet: sheet)
        }
        change.tellsChanges = true
        change.refusals = { sheet, _ in sheet.problems }
        form(change)
        var name = FormFlow(NameComers.self, NameSheet.form, changing: \.sheet) { seats, sheet in
            NameComers(record: seats.code, sheet: sheet)
        }
        name.refusals = { sheet, ask in
            try sheet.problems(of: try ask.one(HallSeats.self), in: ask.reading, on: ask.today)
        }
        form(name)
    }

    private mutating func records() {
        form(
            .recording(RecordHallLecture.self, LectureOutcome.form) { lecture, ask in
                try LectureOutcome(of: lecture, in: ask.reading, ask.lectureRules)
            } act: { lecture, outcome in
                RecordHallLecture(record: lecture.code, outcome: outcome)
            })
        var correct = FormFlow<LectureOutcome, CorrectHallLecture>.recording(
            CorrectHallLecture.self, LectureOutcome.correction
        ) { lecture, ask in
            try ask.reading.record(of: lecture)?.filled ?? LectureOutcome()
        } act: { lecture, outcome in
            CorrectHallLecture(record: lecture.code, outcome: outcome)
        }
        correct.tellsChanges = true
        form(correct)
        var back = FormFlow(TakeLectureBack.self, Reason.form) { _, _ in
            Reason()
        } act: { lecture, reason in
            TakeLectureBack(record: lecture.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
    }
}

extension FormFlow where A: RecordAct, A.Record == HallLecture, A.Outcome: PagedNoun, Draft == LectureOutcome {
    fileprivate static func recording(
        _ type: A.Type, _ form: Form<LectureOutcome>,
        _ blank: @escaping @Sendable (HallLecture, Ask) throws -> LectureOutcome,
        act: @escaping @Sendable (HallLecture, LectureOutcome) throws -> A
    ) -> FormFlow {
        var flow = FormFlow(type, form, blank: blank, act: act)
        flow.refusals = { outcome, ask in
            try outcome.problems(of: try HallLecture.asked(ask), in: ask.reading, on: ask.today)
        }
        flow.remarks = { outcome, ask in
            let lecture = try HallLecture.asked(ask)
            let recorded = try ask.reading.record(of: lecture)?.recorded ?? ask.today
            return .group([
                .warnings(
                    outcome.remarks(
                        of: lecture, recorded: recorded, try ask.lectureRules, try ask.workingCalendar)),
                .p(
                    .say(
                        "到会\(outcome.came)人，其中点名\(outcome.people.count)人；提交后记入台账。",
                        "\(outcome.came) came, \(outcome.people.count) by name; the ledger counts it.")),
            ])
        }
        return flow
    }
}

extension Ask {
    /// The next year's series as it may be drawn up: as the last was, without its days and speakers.
    func proposedSeries() throws -> SeriesDraft {
        var draft = SeriesDraft()
        let last = try reading.all(HallSeries.self, for: .everybody, order: "series_year desc, code", limit: 1).first
        draft.year = today.month >= 11 ? today.year + 1 : today.year
        if let last {
            (draft.unit, draft.title) = (last.draft.unit, last.draft.title)
            draft.year = max(draft.year, min(2099, last.draft.year + 1))
        }
        return draft
    }
}
