import Records
import Storage
import Store
import Vocabulary

/// How acts on units and people write: the records as one change, told about one of them.
extension ActTransaction {
    func write(_ edits: PeopleEdits, about kind: PeopleRecordKind, _ code: String) throws {
        try writing.write(edits, act: act, kind: kind.rawValue, code: code, on: today)
    }

    /// Puts one record in the place of what stood; nil: it is new.
    func keep<Record: PeopleRecord>(
        _ record: Record, before: Record? = nil, in list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>,
        about kind: PeopleRecordKind, _ code: String
    ) throws {
        var edits = PeopleEdits()
        edits[keyPath: list] = [.init(record, before: before)]
        try write(edits, about: kind, code)
    }

    /// Gives what somebody held its last day. Throws where it has one, or the day cannot be.
    func end<Record: SpanRecord>(
        _ before: Record, on until: Day, in list: WritableKeyPath<PeopleEdits, [PeopleEdits.Edit<Record>]>,
        about kind: PeopleRecordKind, _ code: String
    ) throws -> Record {
        var texts = PeopleTexts()
        texts.end(before.dated.span, on: until, today: today)
        try texts.refuse(in: self)
        let after = before.ended(on: until, recorded: today)
        try keep(after, before: before, in: list, about: kind, code)
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
