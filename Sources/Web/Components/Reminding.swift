import Books
import Pages
import Plans
import Vocabulary

extension PageContext {
    /// The way to remind all units that are behind on an obligation, for whoever may; nothing where none is behind today.
    func reminding(_ obligation: Obligation, in view: LedgerView) -> HTML {
        guard mayRemind, asOf == today,
            let place = view.edition.obligations.firstIndex(where: { $0.id == obligation.id }),
            view.summary.lateUnits[place] > 0
        else { return .nothing }
        return .act("/reminders/new/\(Query.encoded(obligation.id))", Words("提醒滞后单位", "Remind units behind"))
    }
}
