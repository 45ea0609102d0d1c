import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Plans of a year: drawn up, approved, filed, noted.
    mutating func plans() {
        list(StudyPlan.self)
        page(of: StudyPlan.self, Words("一份年度学习计划", "One plan")) { try $0.page($1) }
        evidence(of: StudyPlan.self)
        look("\(StudyPlan.path)/plan.docx", RouteAbout(Words("年度学习计划（Word）", "The plan as a document"))) { ask in
            try ask.one(StudyPlan.self).document(ask)
        }
        var draft = FormFlow(DraftStudyPlan.self, StudyPlanDraft.form) { group, ask in
            // In the last two months the next year is planned.
            let next = ask.today.month >= 11 ? ask.today.year + 1 : ask.today.year
            let year =
                try ask.reading.plan(of: group.code, ask.today.year) == nil && ask.today.month < 11
                ? ask.today.year : next
            return StudyPlanDraft(for: group.code, year, like: try ask.reading.plan(of: group.code, year - 1))
        } act: { group, draft in
            DraftStudyPlan(record: group.code, draft: draft)
        }
        draft.refusals = { draft, ask in try draft.problems(in: ask.reading, on: ask.today) }
        form(draft)
        var change = FormFlow(ChangeStudyPlan.self, StudyPlanDraft.form, changing: \.draft) { plan, draft in
            ChangeStudyPlan(record: plan.code, draft: draft)
        }
        change.opening = { ask in try ask.one(StudyPlan.self).said }
        form(change)
        form(.plain(SubmitStudyPlan.self, saying: { try $0.toRead($1) }) { SubmitStudyPlan(record: $0.code) })
        form(
            .deciding(ApproveStudyPlan.self) {
                ApproveStudyPlan(record: $0.code, isApproved: $1.isApproved, remark: $1.remark)
            })
        form(.plain(FileStudyPlan.self, saying: { try $0.toRead($1) }) { FileStudyPlan(record: $0.code) })
        form(
            .deciding(NoteStudyPlan.self) {
                NoteStudyPlan(record: $0.code, isApproved: $1.isApproved, remark: $1.remark)
            })
        form(.plain(FileMembers.self, saying: { try .sheet($0.memberList($1)) }) { FileMembers(record: $0.code) })
        form(
            FormFlow(AdjustStudyPlan.self, Reason.form) { _, _ in
                Reason()
            } act: { plan, reason in
                AdjustStudyPlan(record: plan.code, reason: reason.text)
            })
    }
}

extension FormFlow where A: RecordAct, A.Record == StudyPlan, A.Outcome: PagedNoun, Draft == Decision {
    /// The plan stands above what is said of it.
    fileprivate static func deciding(_ type: A.Type, _ act: @escaping @Sendable (StudyPlan, Decision) -> A) -> FormFlow
    {
        var flow = FormFlow(type, Decision.form, blank: { _, _ in Decision() }, act: act)
        flow.opening = { ask in
            try ask.one(StudyPlan.self).toRead(ask)
        }
        return flow
    }
}
