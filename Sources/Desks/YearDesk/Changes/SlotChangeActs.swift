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
        if let standing = try standingChange(of: slot.key) { try refuse(YearProblem.isChanged(standing)) }
        let change = SlotChange(
            code: try nextCode(.slotChange), unit: slot.unit, year: slot.year, key: slot.key, due: slot.due,
            kind: kind, newDay: newDay, agreement: agreement, made: today)
        try insert(change)
        return change
    }
}

/// Asks that a slot be left out (申请免办): it stands as it did until somebody else has approved of it.
struct SkipSlot: Act {
    static let right = Right.report
    static let words = Words("申请免办一次", "Asked to skip a slot")
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

/// Approves that a slot is skipped, or returns it with what to change (批复免办): whoever asked does not answer.
struct AnswerSkip: RecordAct {
    static let right = Right.plan
    static let words = Words("批复免办", "Skip answered")
    static let title = Words("批复免办申请", "Answer whether it is skipped")
    static let button = Words("批复", "Answer")
    static let step = "answer"
    static let settles = true
    var record: String
    var isApproved: Bool
    var remark: String

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(SlotChange.self, record, for: .everybody)?.unit
    }

    static func notNow(
        _ change: SlotChange, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let day = change.undone { return YearProblem.isUndone(day) }
        if change.kind == .move { return YearProblem.needsNoAnswer }
        if let answer = change.answer { return YearProblem.isAnswered(answer) }
        let asking = [SkipSlot.name, AskSkipAgain.name]
        let asked = try reading.journal(ofKind: SlotChange.kind, code: change.code).filter { asking.contains($0.act) }
        return asked.contains { reader.isBarred(byWorkOf: $0.by) } || reader.unit == change.unit
            ? YearProblem.ownWork : nil
    }

    func perform(on change: SlotChange, in t: ActTransaction) throws -> SlotChange {
        if !isApproved, remark.allSatisfy(\.isWhitespace) { try t.refuse(YearProblem.noReason) }
        var change = change
        change.answer = isApproved ? .approved : .returned
        (change.answered, change.answeredBy, change.remark) = (t.today, t.reader.account, remark)
        try t.update(change)
        return change
    }
}

/// Asks again for what was returned (修改后再报).
struct AskSkipAgain: RecordAct {
    static let right = Right.report
    static let words = Words("修改免办申请", "Asked again to skip")
    static let title = Words("修改免办申请并重新报送", "Change what is asked, and ask again")
    static let button = Words("修改", "Change")
    static let step = "change"
    static let settles = true
    var record: String
    var agreement: Agreement

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(SlotChange.self, record, for: .everybody)?.unit
    }

    static func notNow(
        _ change: SlotChange, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let day = change.undone { return YearProblem.isUndone(day) }
        return change.answer == .returned ? nil : YearProblem.notReturned
    }

    func perform(on change: SlotChange, in t: ActTransaction) throws -> SlotChange {
        var change = change
        change.agreement = agreement
        (change.answer, change.answered, change.answeredBy, change.remark) = (nil, nil, "", "")
        try t.update(change)
        return change
    }
}

/// Takes the agreement back, or what was asked: the slot stands as it was laid out.
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
