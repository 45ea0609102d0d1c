import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Recommendations: made, returned, withdrawn.
    mutating func nominations() {
        list(Nomination.self) { ask in
            .group([
                ask.button(PlaceAll.self, MatchingPage.address, Words("匹配建议", "Proposed matching")),
                ask.button(
                    NominatePerson.self, "\(Nomination.listAddress)/new", Words("推荐人选", "Recommend somebody"),
                    isPrimary: true),
            ])
        }
        page(of: Nomination.self, Words("一份挂职推荐", "One recommendation")) { try $0.page($1) }
        var new = FormFlow(new: Words("推荐挂职人选", "Recommend somebody"), NominationDraft.form) { ask in
            NominationDraft(unit: ask.reader.unit ?? "")
        } act: { draft, _ in
            NominatePerson(draft: draft)
        }
        new.refusals = { draft, ask in
            // What is known of people of other units is told to nobody: the act says that the unit is not theirs.
            guard try ask.reading.isWithinReach(draft.unit, of: ask.reader) else { return [] }
            return try draft.problems(in: ask.reading, on: ask.today)
        }
        new.remarks = { draft, ask in try ask.remarks(on: draft) }
        form("\(Nomination.listAddress)/new", new)
        var change = FormFlow(ChangeNomination.self, NominationDraft.form, changing: \.draft) { nomination, draft in
            ChangeNomination(record: nomination.code, draft: draft)
        }
        change.opening = { ask in
            let nomination = try ask.one(Nomination.self)
            return nomination.stage == .returned ? .p(.class("warn"), .text(nomination.remark)) : .nothing
        }
        change.refusals = { draft, ask in
            guard try ask.reading.isWithinReach(draft.unit, of: ask.reader) else { return [] }
            return try draft.problems(in: ask.reading, on: ask.today, code: try ask.one(Nomination.self).code)
        }
        change.remarks = { draft, ask in try ask.remarks(on: draft) }
        form(change)
        form(
            FormFlow(ReturnNomination.self, Reason.form) { _, _ in
                Reason()
            } act: { nomination, reason in
                ReturnNomination(record: nomination.code, reason: reason.text)
            })
        form(
            FormFlow(WithdrawNomination.self, Reason.form) { _, _ in
                Reason()
            } act: { nomination, reason in
                WithdrawNomination(record: nomination.code, reason: reason.text)
            })
    }
}

extension Ask {
    /// Each condition with its reason, and what lies in the same days.
    fileprivate func remarks(on draft: NominationDraft) throws -> HTML {
        let eligibility = try eligibility(of: draft)
        return .group([
            .part(Words("条件对照", "Conditions"), eligibility.table),
            try clashes(of: draft.person, from: eligibility.from, to: eligibility.to, besides: nil),
        ])
    }
}
