import Records
import Spelling
import Storage
import Store
import Vocabulary

/// How acts on units and people write: the records as one change, told about one of them.
extension ActTransaction {
    /// `reason`: why, where somebody said so.
    func write(_ edits: PeopleEdits, about kind: PeopleRecordKind, _ code: String, reason: String? = nil) throws {
        try writing.write(edits, act: act, kind: kind.rawValue, code: code, on: today, reason: reason)
    }

    /// Puts one record in the place of what stood; nil: it is new.
    func keep<Record: PeopleRecord>(
        _ record: Record, before: Record? = nil, in list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>,
        about kind: PeopleRecordKind, _ code: String, reason: String? = nil
    ) throws {
        var edits = PeopleEdits()
        edits[keyPath: list] = [.init(record, before: before)]
        try write(edits, about: kind, code, reason: reason)
    }

    /// Gives what somebody held its last day. Throws where it has one, or the day cannot be.
    func end<Record: SpanRecord>(
        _ before: Record, on until: Day, in list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>,
        about kind: PeopleRecordKind, _ code: String, reason: String? = nil
    ) throws -> Record {
        var texts = PeopleTexts()
        let reason = reason.map { texts.spelled($0, .reason, .reason) }
        texts.end(before.dated.span, on: until, today: today)
        try texts.refuse(in: self)
        let after = before.ended(on: until, recorded: today)
        try keep(after, before: before, in: list, about: kind, code, reason: reason)
        return after
    }
}

extension PeopleTexts {
    mutating func end(_ span: DaySpan, on until: Day, today: Day) {
        if let ended = span.until { return add(.hasEnded(ended)) }
        day(until, .until, today: today)
        if until < span.from { add(.endsBeforeItBegins(span.from)) }
    }
}
