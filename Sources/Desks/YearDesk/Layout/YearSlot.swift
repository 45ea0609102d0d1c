import LedgerEngine
import Vocabulary

/// One slot of one subject's year.
struct YearSlot: Hashable, Sendable {
    var key: SlotKey
    /// Where it was laid out.
    var month: Int
    var due: Day
    /// The last day of its window.
    var last: Day
    var state: SlotState
    /// That it was skipped or moved, or that somebody asked to skip it.
    var change: SlotChange?
    /// Of a held one: the first day of the window whose record fills it, and which of that window's records, from 0 on.
    var filledFrom: Day?
    var record = 0

    /// Where it stands now: where it was moved to, else where it was laid out.
    var standingMonth: Int { change?.newDay.map(\.month) ?? month }
    var standingDue: Day { change?.newDay ?? due }
    var isMoved: Bool { change?.kind == .move }
    /// That it is to be skipped, and nobody has approved of that: it stands as if nobody had asked.
    var asked: SlotChange? { change.flatMap { $0.isInForce ? nil : $0 } }
}

/// The slots of one subject and obligation over a year, filled by what is on record.
struct SlotFilling {
    let obligation: String
    let subject: Subject
    let windows: [YearWindow]
    /// By window: how many the ledger counts; negative where nothing is asked of the subject.
    let done: [Int]
    /// Standing changes of this subject and obligation.
    let changes: [SlotChange]
    let asOf: Day

    /// What is on record fills the slots of its own window in the order in which they fall due, then those that were moved
    /// into it, and skipped ones last: what is held in spite of an agreement counts all the same.
    var slots: [YearSlot] {
        let known = Dictionary(changes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var slots: [YearSlot] = []
        for (window, asked) in zip(windows, done) where asked >= 0 {
            for (place, laid) in window.places.enumerated() {
                let key = SlotKey(obligation: obligation, subject: subject, from: window.from, place: place + 1)
                slots.append(
                    YearSlot(
                        key: key, month: laid.month, due: laid.due, last: window.to, state: laid.open,
                        change: known[key]))
            }
        }
        for place in slots.indices { slots[place].state = open(slots[place]) }
        for (window, count) in zip(windows, done) where count > 0 {
            let order = slots.indices.filter { isFilled($0, by: window, slots) }.sorted { one, other in
                let (first, second) = (rank(slots[one], in: window), rank(slots[other], in: window))
                return first == second
                    ? (slots[one].standingDue, one) < (slots[other].standingDue, other) : first < second
            }
            for (record, place) in order.prefix(count).enumerated() {
                slots[place].state = .held
                slots[place].filledFrom = window.from
                slots[place].record = record
            }
        }
        return slots
    }

    private func open(_ slot: YearSlot) -> SlotState {
        guard let change = slot.change, change.isInForce else { return slot.state }
        guard let day = change.newDay else { return .skipped }
        return SlotPace.state(due: day, last: day, on: asOf)
    }

    private func isFilled(_ place: Int, by window: YearWindow, _ slots: [YearSlot]) -> Bool {
        let slot = slots[place]
        guard slot.filledFrom == nil else { return false }
        return slot.key.from == window.from || slot.change?.newDay.map(window.contains) == true
    }

    private func rank(_ slot: YearSlot, in window: YearWindow) -> Int {
        if let change = slot.change, change.kind == .skip, change.isInForce { return 3 }
        if slot.key.from != window.from { return 1 }
        // What was moved out of its window is filled by it only when all else is.
        return slot.change?.newDay.map(window.contains) == false ? 2 : 0
    }
}
