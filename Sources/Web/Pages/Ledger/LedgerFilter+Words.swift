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

    /// The value that the form's choice of subjects has.
    var aboutValue: String {
        switch about {
        case .single: ""
        case .units: "units"
        case .own: "own"
        case .kind(let kind): kind.rawValue
        }
    }

    static func aboutChoices(_ context: PageContext) -> [(value: String, text: String)] {
        [("", context.say("单位、集体、个人等", "Single subjects"))]
            + [Subject.Kind.programme, .unit, .team, .person, .activity].map {
                ($0.rawValue, LedgerText.subjectKind($0, in: context.language))
            } + [
                ("units", context.say("各单位合计（不含支部、村）", "Roll-ups of units")),
                ("own", context.say("本单位应完成的", "What the unit itself owes")),
                ("rollUp", LedgerText.subjectKind(.rollUp, in: context.language)),
            ]
    }
}
