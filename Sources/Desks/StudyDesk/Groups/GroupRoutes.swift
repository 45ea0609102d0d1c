import Pages
import Storage
import Store
import Vocabulary

extension Routes {
    /// Groups and their year, a member's own, the rules.
    mutating func groups() {
        list(StudyGroup.self) { ask in
            // What is done every month stands open; the rest is folded up, on a phone above all.
            .group([
                .act(StudyPlan.listAddress, StudyPlan.listing.words),
                .act(StudySession.listAddress, StudySession.listing.words),
                .act(GroupReport.listAddress, GroupReport.listing.words),
                .more(
                    Words("更多", "More"), .act(ObserverVisit.listAddress, ObserverVisit.listing.words),
                    .act(StudyItem.listAddress, StudyItem.listing.words),
                    .act(StudyUnit.listAddress, StudyUnit.listing.words),
                    ask.button(SetStudyRules.self, "/study/rules", Words("规则", "Rules"))),
            ])
        }
        page(of: StudyGroup.self, Words("一个中心组的一年", "The year of a study group"), door: .ledger) { try $0.page($1) }
        page(OwnGroup.address, OwnGroup.words, right: .own, door: .ledger) { try $0.ownGroups() }
        var rules = FormFlow(Words("中心组学习规则", "Rules for study groups"), StudyRules.form) { ask in
            try ask.studyRules
        } act: { rules, _ in
            SetStudyRules(rules: rules)
        } then: { _ in
            StudyGroup.listAddress
        }
        rules.refusals = { rules, _ in rules.problems }
        rules.seen = { ask in try ask.reading.seen(StudyRules.self) }
        rules.crumbs = { _ in [StudyGroup.home] }
        form("/study/rules", rules)
    }
}
