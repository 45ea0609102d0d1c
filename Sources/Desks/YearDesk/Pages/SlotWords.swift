import Books
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// Months and slots by name.
enum SlotWords {
    private static let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func month(_ month: Int) -> Words { Words("\(month)月", english[month - 1]) }

    static var months: [Words] { (1...12).map(month) }

    /// Which of the year's occasions it is: the month, the quarter, or the how manieth.
    static func name(_ slot: YearSlot, in lane: YearLane) -> Words {
        let window = lane.windows.first { $0.from == slot.key.from }
        if window?.places.count == 1 {
            switch slot.last - slot.key.from {
            case ..<31: return month(slot.month)
            case ..<93:
                let quarter = (slot.last.month + 2) / 3
                return Words("第\(quarter)季度", "quarter \(quarter)")
            case ..<185: return slot.last.month <= 6 ? Words("上半年", "first half") : Words("下半年", "second half")
            default: return Words("全年1次", "once a year")
            }
        }
        return Words("第\(slot.key.place)次", "no. \(slot.key.place)")
    }

    /// How it stands, in full: what a shape alone does not say.
    static func standing(_ slot: YearSlot, held: Day? = nil) -> Words {
        switch slot.state {
        case .held:
            return held.map { Words("已开展 \($0.iso)", "held \($0.iso)") } ?? slot.state.words
        case .skipped: return slot.state.words
        case .missing, .behind, .due, .toCome:
            let day = slot.standingDue.iso
            let moved =
                slot.change?.newDay == nil ? Words("", "") : Words("，原定\(slot.due.iso)", ", was \(slot.due.iso)")
            let state = state(slot)
            return Words("\(state.zh)，应于\(day)\(moved.zh)", "\(state.en), due \(day)\(moved.en)")
        }
    }

    /// How it stands in a word, and that somebody asked to skip it: that alone closes no hole.
    static func state(_ slot: YearSlot) -> Words {
        let words = slot.state.words
        guard slot.state.isOpen, let asked = slot.asked else { return words }
        return asked.answer == .returned
            ? Words("\(words.zh)（免办申请退回）", "\(words.en) (asked to skip, returned)")
            : Words("\(words.zh)（申请免办）", "\(words.en) (asked to skip)")
    }

    /// What was changed of a slot, in a sentence without its end: `第9.1条，2026-07-24免办`.
    static func changed(_ change: SlotChange) -> Words {
        let (number, due) = (change.key.obligation, change.due.iso)
        if let day = change.newDay?.iso {
            return Words("第\(number)条，原定\(due)，改期至\(day)", "No. \(number), due \(due), moved to \(day)")
        }
        switch change.answer {
        case .approved: return Words("第\(number)条，\(due)免办", "No. \(number), \(due) skipped")
        case .returned: return Words("第\(number)条，\(due)申请免办，已退回", "No. \(number), \(due): asked to skip, returned")
        case nil: return Words("第\(number)条，\(due)申请免办，待批复", "No. \(number), \(due): asked to skip, not answered yet")
        }
    }

    /// Behind a figure that stands for several.
    static func counted(_ state: SlotState, _ count: Int, of total: Int) -> Words {
        Words("\(state.words.zh)\(count)次，共\(total)次", "\(count) \(state.words.en) of \(total)")
    }
}

extension UnitYear.Line {
    /// What the form of a report is filled in with.
    func entry(_ slot: YearSlot, of unit: String) -> LedgerEntry {
        LedgerEntry(
            obligation: lane.obligation.id, subject: subject, unit: unit, from: slot.key.from, to: slot.last,
            required: Double(asked), done: Double(held), standing: .notYetDue)
    }
}
