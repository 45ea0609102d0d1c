import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// A slot as an act names it: which one, whose, and when it is due. The form finds it in the year that the ledger lays out.
struct ChangedSlot: Sendable, Hashable {
    var key: SlotKey
    var unit: String
    var year: Int
    var due: Day
}

extension ActTransaction {
    /// Puts a change on record, of a slot that stands as it was laid out.
    fileprivate func change(_ slot: ChangedSlot, _ kind: SlotChangeKind, to newDay: Day?, _ agreement: Agreement) throws
        -> SlotChange
    {
        guard
            try edition(inForceOn: today, knownAt: nil)?.edition.obligations.contains(where: {
                $0.id == slot.key.obligation
            }) == true, try self.unit(code: slot.unit) != nil
        else { try refuse(YearProblem.noSuchSlot) }
        let standing = try slotChanges(in: slot.year, unit: slot.unit, knownAt: nil, for: reader).first {
            $0.key == slot.key
        }
        if let standing { try refuse(YearProblem.isChanged(standing.kind)) }
        let change = SlotChange(
            code: try nextCode(.slotChange), unit: slot.unit, year: slot.year, key: slot.key, due: slot.due,
            kind: kind, newDay: newDay, agreement: agreement, made: today)
        try insert(change)
        return change
    }
}

/// Says that a slot is left out by agreement (经同意免办): shown, and never counted as fulfilled.
struct SkipSlot: Act {
    static let right = Right.report
    static let words = Words("免办一次", "Skipped a slot")
    var slot: ChangedSlot
    var agreement: Agreement

    func unit(in reading: some Reading) throws -> String? { slot.unit }

    func perform(in t: ActTransaction) throws -> SlotChange { try t.change(slot, .skip, to: nil, agreement) }
}

/// Moves a slot to another day of its year (改期); the day on which it was due stays visible.
struct MoveSlot: Act {
    static let right = Right.report
    static let words = Words("改期一次", "Moved a slot")
    var slot: ChangedSlot
    var newDay: Day
    var agreement: Agreement

    func unit(in reading: some Reading) throws -> String? { slot.unit }

    func perform(in t: ActTransaction) throws -> SlotChange {
        try t.refuse(Self.problems(slot, newDay, on: t.today))
        return try t.change(slot, .move, to: newDay, agreement)
    }

    static func problems(_ slot: ChangedSlot, _ newDay: Day, on today: Day) -> [YearProblem] {
        if newDay.year != slot.year { return [.notInYear(slot.year)] }
        if newDay == slot.due { return [.sameDay(newDay)] }
        return newDay < today ? [.inThePast(newDay)] : []
    }
}

/// Takes the agreement back: the slot stands as it was laid out.
struct UndoSlotChange: RecordAct {
    static let right = Right.report
    static let words = Words("撤销免办或改期", "Undone")
    static let title = Words("撤销免办或改期", "Undo it")
    static let button = Words("撤销", "Undo")
    static let step = "undo"
    var record: String

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(SlotChange.self, record, for: .everybody)?.unit
    }

    static func notNow(
        _ change: SlotChange, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { change.undone.map { YearProblem.isUndone($0) } }

    func perform(on change: SlotChange, in t: ActTransaction) throws -> SlotChange {
        var change = change
        change.undone = t.today
        try t.update(change)
        return change
    }
}
