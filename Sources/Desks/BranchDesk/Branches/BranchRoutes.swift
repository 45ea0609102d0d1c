import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Branches and their year, a member's own, the rules.
    mutating func branches() {
        list(Branch.self) { ask in
            .group([
                ask.button(SetBranchRules.self, "/branches/rules", Words("规则", "Rules")),
                .act(BranchMeeting.listAddress, BranchMeeting.listing.words),
                .act(QuarterPlan.listAddress, QuarterPlan.listing.words),
                .act(ContactPoint.listAddress, ContactPoint.listing.words),
                .act(QuarterLook.listAddress, QuarterLook.listing.words),
                .act(StarRound.listAddress, StarRound.listing.words),
            ])
        }
        var rules = FormFlow(Words("支部工作规则", "Rules for branches"), BranchRules.form) { ask in
            try ask.branchRules
        } act: { rules, _ in
            SetBranchRules(rules: rules)
        } then: { _ in
            Branch.listAddress
        }
        rules.seen = { ask in try ask.reading.seen(BranchRules.self) }
        rules.crumbs = { _ in [Branch.home] }
        form("/branches/rules", rules)
        page(of: Branch.self, Words("一个党支部的一年", "The year of a branch")) { try $0.page($1) }
        page(OwnBranch.address, OwnBranch.words, right: .own) { try $0.ownBranch() }
    }

    /// Plans of a quarter: drawn up, sent, read.
    mutating func quarterPlans() {
        list(QuarterPlan.self)
        page(of: QuarterPlan.self, Words("一份季度计划", "One plan of a quarter")) { try $0.page($1) }
        var draft = FormFlow(DraftQuarterPlan.self, QuarterDraft.form) { branch, ask in
            try ask.proposedQuarter(of: branch)
        } act: { branch, draft in
            DraftQuarterPlan(record: branch.code, draft: draft)
        }
        draft.refusals = { draft, _ in draft.problems }
        draft.remarks = { draft, ask in .warnings(draft.remarks(try ask.branchRules)) }
        form(draft)
        var change = FormFlow(ChangeQuarterPlan.self, QuarterDraft.form, changing: \.draft) { plan, draft in
            ChangeQuarterPlan(record: plan.code, draft: draft)
        }
        change.refusals = { draft, _ in draft.problems }
        form(change)
        form(
            .plain(SendQuarterPlan.self, saying: { .sheet(try $0.toRead($1)) }) { SendQuarterPlan(record: $0.code) })
        var note = FormFlow(
            NoteQuarterPlan.self, Decision.form, blank: { _, _ in Decision() },
            act: { plan, decision in
                NoteQuarterPlan(record: plan.code, isApproved: decision.isApproved, remark: decision.remark)
            })
        note.opening = { ask in .sheet(try ask.one(QuarterPlan.self).toRead(ask)) }
        form(note)
        form(
            FormFlow(AdjustQuarterPlan.self, Reason.form) { _, _ in
                Reason()
            } act: { plan, reason in
                AdjustQuarterPlan(record: plan.code, reason: reason.text)
            })
    }

    /// The quarterly look of the unit above, and what is put right by it.
    mutating func looks() {
        list(QuarterLook.self)
        page(of: QuarterLook.self, Words("一次季度查看", "One look")) { try $0.page($1) }
        look("\(QuarterLook.path)/notice.docx", RouteAbout(Words("整改通知书（Word）", "The notice as a document"))) { ask in
            try ask.one(QuarterLook.self).notice(ask)
        }
        var look = FormFlow(LookAtQuarter.self, LookScheme.form) { branch, ask in
            try ask.proposedLook(at: branch)
        } act: { branch, scheme in
            LookAtQuarter(record: branch.code, scheme: scheme)
        }
        look.refusals = { scheme, ask in scheme.problems(on: ask.today) }
        form(look)
        form(
            FormFlow(AnswerLook.self, Reason.proof) { _, _ in
                Reason()
            } act: { look, reason in
                AnswerLook(record: look.code, answer: reason.text)
            })
        form(
            FormFlow(
                CloseLook.self, Decision.form, blank: { _, _ in Decision() },
                act: { look, decision in
                    CloseLook(record: look.code, isApproved: decision.isApproved, remark: decision.remark)
                }))
    }

    /// Contact points of leading officials.
    mutating func contactPoints() {
        list(ContactPoint.self) { ask in
            ask.button(
                EnterContactPoint.self, "/branches/contacts/new", Words("登记联系点", "Enter a contact point"),
                isPrimary: true)
        }
        var enter = FormFlow(new: Words("登记联系点", "Enter a contact point"), ContactEntry.form) { ask in
            ContactEntry(from: ask.today)
        } act: { entry, _ in
            EnterContactPoint(entry: entry)
        }
        enter.refusals = { entry, ask in try entry.problems(in: ask.reading, for: ask.reader) }
        form("/branches/contacts/new", enter)
        page(of: ContactPoint.self, Words("一个联系点", "One contact point")) { try $0.page($1) }
        form(
            FormFlow(EndContactPoint.self, EndContactPoint.End.form) { _, ask in
                EndContactPoint.End(until: ask.today)
            } act: { point, end in
                EndContactPoint(record: point.code, until: end.until)
            })
    }
}

extension Ask {
    /// The next quarter without a plan, laid out as the last one was, or as the rules have it.
    fileprivate func proposedQuarter(of branch: Branch) throws -> QuarterDraft {
        var (year, quarter) = (today.year, (today.month + 2) / 3)
        // In the last month of a quarter the next one is planned.
        if today.month % 3 == 0 { (year, quarter) = quarter == 4 ? (year + 1, 1) : (year, quarter + 1) }
        while try reading.quarterPlan(of: branch.code, year, quarter) != nil, year < today.year + 2 {
            (year, quarter) = quarter == 4 ? (year + 1, 1) : (year, quarter + 1)
        }
        var draft = QuarterDraft(year: year, quarter: quarter)
        let (lastYear, lastQuarter) = quarter == 1 ? (year - 1, 4) : (year, quarter - 1)
        let calendar = try workingCalendar
        if let last = try reading.quarterPlan(of: branch.code, lastYear, lastQuarter) {
            // Of what belongs to that quarter alone, neither topic nor organisation-life meeting is taken over.
            draft.lines = last.draft.inOrder.filter { $0.kind != .life }.map { line in
                let day = line.day.adding(months: 3)
                return PlannedMeeting(kind: line.kind, day: calendar.isWorked(day) ? day : calendar.after(day, 1))
            }.filter { draft.span?.contains($0.day) == true }
            return draft
        }
        let rules = try branchRules
        for month in (quarter * 3 - 2)...(quarter * 3) {
            for kind in MeetingKind.allCases where kind.months == 1 || kind.months == 3 && month % 3 == 0 {
                guard let start = Day(year: year, month: month, day: kind == .themedDay ? 19 : 9) else { continue }
                for _ in 0..<kind.owed(rules) {
                    draft.lines.append(PlannedMeeting(kind: kind, day: calendar.after(start, 1)))
                }
            }
        }
        return draft
    }
}
