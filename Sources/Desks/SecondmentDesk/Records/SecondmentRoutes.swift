import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Secondments from their approval to what came of them.
    mutating func secondments() {
        list(Secondment.self) { ask in
            .group([
                .act(SecondmentPost.listAddress, SecondmentPost.listing.words),
                .act(Nomination.listAddress, Nomination.listing.words),
                .more(
                    Words("更多", "More"), .act(SecondmentLeave.listAddress, SecondmentLeave.listing.words),
                    .act(SecondmentExtension.listAddress, SecondmentExtension.listing.words),
                    ask.button(PlaceAll.self, MatchingPage.address, Words("匹配建议", "Proposed matching")),
                    .act(FlowPage.address, FlowPage.words), .act(SecondmentYear.address, SecondmentYear.words),
                    ask.button(SetSecondmentRules.self, "/secondments/rules", Words("规则", "Rules"))),
            ])
        }
        page(of: Secondment.self, Words("一次挂职", "One secondment")) { try $0.page($1) }
        evidence(of: Secondment.self)
        look("\(Secondment.path)/letter.docx", RouteAbout(Words("挂职通知（Word）", "The letter as a document"))) { ask in
            let secondment = try ask.one(Secondment.self)
            guard secondment.stage == .approved else { throw NotFound(context: ask.context) }
            return try secondment.letterDocument(ask)
        }
        look("\(Secondment.path)/appraisal.docx", RouteAbout(Words("鉴定表（Word）", "The appraisal as a document"))) {
            ask in
            let secondment = try ask.one(Secondment.self)
            guard secondment.ended != nil else { throw NotFound(context: ask.context) }
            return try secondment.appraisalDocument(ask)
        }
        var approve = FormFlow(ApproveSecondment.self, Approval.form) { secondment, _ in
            Approval(reportBy: secondment.from)
        } act: { secondment, approval in
            ApproveSecondment(
                record: secondment.code, isApproved: approval.choice == .approved, letter: approval.letter,
                reportBy: approval.reportBy, remark: approval.remark)
        }
        approve.opening = { ask in
            let secondment = try ask.one(Secondment.self)
            guard let nomination = try ask.reading.one(Nomination.self, secondment.nomination, for: .everybody) else {
                return .nothing
            }
            let eligibility = try ask.reading.eligibility(
                of: nomination.draft, from: secondment.from, to: secondment.to, on: ask.today,
                ask.secondmentRules, besides: secondment.code)
            return .sheet(
                .section(
                    .p(
                        .b(.text(try ask.naming.personName(secondment.person))), "：",
                        .text(try ask.naming.unitName(secondment.home)), " → ",
                        .text(try ask.post(secondment.post)?.called(ask.naming) ?? ""), "，",
                        .days(secondment.from, secondment.to))),
                .part(Words("条件对照", "Conditions"), eligibility.table),
                try ask.clashes(of: secondment.person, from: secondment.from, to: secondment.to, besides: nil))
        }
        form(approve)
        form(
            FormFlow(CancelSecondment.self, Reason.form) { _, _ in
                Reason()
            } act: { secondment, reason in
                CancelSecondment(record: secondment.code, reason: reason.text)
            })
        whileAway()
        afterwards()
    }

    private mutating func whileAway() {
        form(
            FormFlow(StartSecondment.self, DayDone.form(Words("报到日期", "Reported on"))) { secondment, ask in
                DayDone(day: min(ask.today, secondment.reportBy ?? ask.today))
            } act: { secondment, done in
                StartSecondment(record: secondment.code, day: done.day)
            })
        form(
            FormFlow(NoteWorkPlan.self, DayDone.form(Words("交来日期", "Came on"))) { _, ask in
                DayDone(day: ask.today)
            } act: { secondment, done in
                NoteWorkPlan(record: secondment.code, day: done.day)
            })
        var line = FormFlow(WriteNote.self, NoteLine.form) { secondment, ask in
            try ask.nextNote(of: secondment)
        } act: { secondment, note in
            WriteNote(record: secondment.code, note: note)
        }
        line.remarks = { note, ask in
            let month = try Int(note.month).map { MonthlyNote.code(try ask.one(Secondment.self).code, $0) }
            guard let before = try month.flatMap({ try ask.reading.one(MonthlyNote.self, $0, for: ask.reader) }) else {
                return .nothing
            }
            return .warnings([
                Words(
                    "这个月已有月报（\(before.days)天：\(before.line)），提交后改为现在的内容",
                    "The month has a line already (\(before.days) days: \(before.line)); this takes its place")
            ])
        }
        form(line)
        form(
            FormFlow(LookMidTerm.self, LookDraft.form) { _, ask in
                LookDraft(day: ask.today)
            } act: { secondment, draft in
                LookMidTerm(record: secondment.code, draft: draft)
            })
        var more = FormFlow(AskExtension.self, ExtensionDraft.form) { secondment, _ in
            ExtensionDraft(until: (secondment.to + 1).ending(months: 6))
        } act: { secondment, draft in
            AskExtension(record: secondment.code, draft: draft)
        }
        more.refusals = { draft, ask in draft.problems(of: try ask.one(Secondment.self)) }
        more.remarks = { draft, _ in .warnings(draft.remarks) }
        form(more)
    }

    private mutating func afterwards() {
        var end = FormFlow(EndSecondment.self, EndDraft.form) { secondment, _ in
            EndDraft(day: secondment.to)
        } act: { secondment, draft in
            EndSecondment(record: secondment.code, draft: draft)
        }
        end.refusals = { draft, ask in
            draft.problems(of: try ask.one(Secondment.self), by: ask.reader, on: ask.today)
        }
        end.remarks = { _, _ in
            .p(.say("提交后记入活动记录，台账按挂职锻炼计算。", "It goes on record, and the ledger counts it as a secondment."))
        }
        form(end)
        var back = FormFlow(TakeEndBack.self, Reason.form) { _, _ in
            Reason()
        } act: { secondment, reason in
            TakeEndBack(record: secondment.code, reason: reason.text)
        }
        back.isGrave = true
        form(back)
        // Two at the host, or host and home unit, do not overwrite or sign what they have not seen.
        let seen: @Sendable (Ask) throws -> Seen = { ask in
            try ask.reading.seen(SecondmentAppraisal.self, try ask.one(Secondment.self).code)
        }
        var appraise = FormFlow(AppraiseSecondment.self, AppraisalDraft.form) { secondment, ask in
            if let appraisal = try ask.reading.appraisal(of: secondment) { return appraisal.draft }
            // What they handed in themselves is taken over.
            let own = try ask.reading.one(SecondmentSummary.self, secondment.code, for: .everybody)
            return AppraisalDraft(summary: own?.text ?? "")
        } act: { secondment, draft in
            AppraiseSecondment(record: secondment.code, draft: draft)
        }
        appraise.seen = seen
        form(appraise)
        var confirm = FormFlow(ConfirmAppraisal.self, ConfirmAppraisal.form) { _, _ in
            Reason()
        } act: { secondment, reason in
            ConfirmAppraisal(record: secondment.code, opinion: reason.text)
        }
        confirm.seen = seen
        confirm.opening = { ask in
            try ask.reading.appraisal(of: try ask.one(Secondment.self)).map {
                .sheet(try AppraisalDraft.form.facts($0.draft, ask))
            } ?? .nothing
        }
        form(confirm)
        form(
            FormFlow(TellOutcome.self, OutcomeDraft.form) { secondment, _ in
                OutcomeDraft(
                    what: secondment.cameOf?.what ?? .back,
                    day: secondment.cameOf?.day ?? (secondment.ended?.day ?? secondment.to))
            } act: { secondment, draft in
                TellOutcome(record: secondment.code, draft: draft)
            })
    }

    /// Leave by its ladder, and more time.
    mutating func leave() {
        list(SecondmentLeave.self)
        page(of: SecondmentLeave.self, Words("一次挂职请假", "Leave of somebody seconded")) { try $0.page($1) }
        var ask = FormFlow(AskSecondmentLeave.self, LeaveDraft.form) { _, ask in
            LeaveDraft(from: ask.today, to: ask.today)
        } act: { secondment, draft in
            AskSecondmentLeave(record: secondment.code, draft: draft)
        }
        ask.refusals = { draft, ask in try draft.problems(of: try ask.one(Secondment.self), in: ask.reading) }
        ask.remarks = { draft, ask in
            let approver = LeaveApprover(days: draft.days, try ask.secondmentRules).words
            return .p(
                .say(
                    "共\(draft.days)天，由\(approver.zh)审批。",
                    "\(draft.days) days: for the \(approver.en) to decide."))
        }
        form(ask)
        var decide: FormFlow<Decision, DecideSecondmentLeave> = .answering(DecideSecondmentLeave.self) {
            leave, decision in
            DecideSecondmentLeave(record: leave.code, isApproved: decision.isApproved, remark: decision.remark)
        }
        // A township has one account as a rule, which hands in what was asked for and granted on paper: shown, not refused.
        decide.opening = { ask in
            let asked = try ask.reading.journal(
                ofKind: SecondmentLeave.kind, code: try ask.one(SecondmentLeave.self).code
            ).first
            return .warnings(
                asked?.by == ask.reader.account
                    ? [Words("这次请假由本账号代为申请", "This account asked for the leave on their behalf")] : [])
        }
        form(decide)
        form(
            FormFlow(ComeBack.self, DayDone.form(Words("销假日期", "Back on"))) { leave, ask in
                DayDone(day: min(ask.today, leave.draft.to))
            } act: { leave, done in
                ComeBack(record: leave.code, day: done.day)
            })
        list(SecondmentExtension.self)
        page(of: SecondmentExtension.self, Words("一份挂职延期", "A request for more time")) { try $0.page($1) }
        form(
            .answering(DecideExtension.self) { asked, decision in
                DecideExtension(record: asked.code, isApproved: decision.isApproved, remark: decision.remark)
            })
    }
}

extension FormFlow where A: RecordAct, A.Outcome: PagedNoun, Draft == Decision {
    /// A yes or no to what somebody asked for.
    fileprivate static func answering(
        _ type: A.Type, _ act: @escaping @Sendable (A.Record, Decision) -> A
    ) -> FormFlow {
        FormFlow(type, Decision.form, blank: { _, _ in Decision() }, act: act)
    }
}

extension Ask {
    /// The first month that has no line yet, else the last; days as many as were worked.
    fileprivate func nextNote(of secondment: Secondment) throws -> NoteLine {
        let months = secondment.months(until: today)
        let told = Set(try reading.notes(of: secondment).map(\.month))
        let month = months.first { !told.contains($0.number) && $0.last < today } ?? months.last
        guard let month else { return NoteLine() }
        let (from, to) = (max(month.first, secondment.started ?? month.first), min(month.last, today))
        return NoteLine(month: String(month.number), days: try reading.workingCalendar().count(from: from, to: to))
    }
}
