import Books
import Exchange
import LedgerEngine
import Pages
import Vocabulary

extension LedgerFilter {
    /// Conditions that the form has no field for, in words; each can be taken out.
    func chips(_ view: LedgerView, _ context: PageContext) -> [Chip] {
        var chips: [Chip] = []
        if let obligation {
            let name = view.obligation(obligation).map { view.short($0, context.language) } ?? obligation
            chips.append(Chip(context.say("量化要求：\(name)", "Obligation: \(name)"), "obligation"))
        }
        if let due {
            chips.append(Chip(context.say("\(due)天内到期、尚未完成", "Due within \(due) days and not met"), "due"))
        }
        if let ends { chips.append(Chip(context.say("\(ends)天内到期", "Ending within \(ends) days"), "ends")) }
        if let yearly {
            chips.append(
                Chip(context.say("按\(yearly)年度计算的条目", "Entries counted by the year \(yearly)"), "yearly"))
        }
        if let at { chips.append(Chip(context.say("\(at.iso)的情况", "As it stood on \(at.iso)"), "at")) }
        if let from, yearly == nil {
            chips.append(Chip(context.say("周期自\(from.iso)起", "Windows from \(from.iso)"), "from"))
        }
        return chips
    }

    /// What the form's choice of subjects offers besides all single ones.
    static var aboutChoices: [(value: String, words: Words)] {
        func kind(_ kind: Subject.Kind) -> (value: String, words: Words) {
            (
                kind.rawValue,
                Words(LedgerText.subjectKind(kind, in: .zh), LedgerText.subjectKind(kind, in: .en))
            )
        }
        return [Subject.Kind.programme, .unit, .team, .person, .activity].map(kind) + [
            ("units", Words("各单位合计（不含支部、村）", "Roll-ups of units")),
            ("own", Words("本单位应完成的", "What the unit itself owes")), kind(.rollUp),
        ]
    }
}
