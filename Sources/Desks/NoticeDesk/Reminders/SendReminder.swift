import Store
import Vocabulary

/// Reminds every unit that is behind on one obligation, in one go (提醒).
struct SendReminder: Act {
    static let right = Right.plan
    static let words = Words("提醒滞后单位", "Reminded units behind")
    var obligation: String
    var clause: Words
    var remark: String
    var lines: [ReminderLine]

    func perform(in t: ActTransaction) throws -> Reminder {
        guard !lines.isEmpty else { try t.refuse(NoticeProblem.nobodyBehind) }
        if let own = t.reader.unit {
            let reached = try t.unitsWithinReach(of: t.reader) ?? []
            guard lines.allSatisfy({ reached.contains($0.unit) }) else { throw NotAllowed(right: .plan, unit: own) }
        }
        let code = try t.nextCode(.reminder)
        var reminder = Reminder(
            code: code, obligation: obligation, clause: clause, remark: remark, fromUnit: t.reader.unit,
            by: t.reader.account, at: t.writing.at, day: t.today, lines: lines)
        for place in lines.indices { reminder.lines[place].code = "\(code).\(place + 1)" }
        try t.insert(reminder)
        return reminder
    }
}

/// Why a reminder was not sent, or a notice not marked.
enum NoticeProblem: Refusal {
    case nobodyBehind
    case notYours

    var field: String { "" }

    var words: Words {
        switch self {
        case .nobodyBehind:
            Words("现在没有单位滞后，没有发送提醒。", "No unit is behind at present: nothing was sent.")
        case .notYours:
            Words("只有收到提醒的单位才能标记已读。", "Only the unit that was reminded marks it as read.")
        }
    }
}
