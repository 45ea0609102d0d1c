public import Vocabulary

/// A form that is carried out for many things, one after the other: it is marked as sent before the first, and what has come
/// of each is written beside it in the change that did it. So it is begun once, and however it ends it is known how far it came.
extension Database {
    /// Marks a form as sent, to be shown at an address. Throws `AlreadySent` where it is.
    public func claim(formDraft code: String, of reader: Reader, to address: String) throws {
        try write(by: reader.account) { writing in
            let claimed = try writing.connection.execute(
                "update form_drafts set sent_to = $3, changed_at = $4 where code = $1 and account = $2 and sent_to is null",
                [SQLValue(code), SQLValue(reader.account), SQLValue(address), SQLValue(writing.at)])
            guard claimed == 0 else { return }
            let sent = try writing.formDraft(code, of: reader)?.sentTo
            throw AlreadySent(address: sent ?? address)
        }
    }

    /// One of the acts of such a form; `text` is what stands beside the form once it is done.
    public func perform<A: Act>(
        _ act: A, by reader: Reader, on today: Day, seen: Seen? = nil, noting text: String, in draft: String
    ) throws {
        try A.require(of: reader)
        try write(by: reader.account) { writing in
            _ = try act.performed(in: writing, by: reader, on: today, seen: seen)
            try writing.note(text, in: draft, of: reader)
        }
    }

    /// All acts of such a form as one change: all are done, or none. Gives what each was refused with; where there is any,
    /// nothing was kept.
    public func performAll(
        _ acts: [(act: any Act, seen: Seen?)], by reader: Reader, on today: Day, noting text: String, in draft: String
    ) throws -> [(any Error)?] {
        for item in acts { try type(of: item.act).require(of: reader) }
        var refusals: [(any Error)?] = []
        do {
            try write(by: reader.account) { writing in
                for item in acts {
                    do {
                        try item.act.done(in: writing, by: reader, on: today, seen: item.seen)
                        refusals.append(nil)
                    } catch  where error is Refused || error is ChangedMeanwhile || error is NotAllowed {
                        refusals.append(error)
                    }
                }
                guard refusals.allSatisfy({ $0 == nil }) else { throw NoneDone() }
                try writing.note(text, in: draft, of: reader)
            }
        } catch is NoneDone {}
        return refusals
    }

    /// Several acts as one change: all are done, or none. Throws what the first of them is refused with.
    public func performAll(_ acts: [any Act], by reader: Reader, on today: Day) throws {
        for act in acts { try type(of: act).require(of: reader) }
        try write(by: reader.account) { writing in
            for act in acts { try act.done(in: writing, by: reader, on: today, seen: nil) }
        }
    }

    /// What stands beside such a form, told anew.
    public func note(_ text: String, in draft: String, of reader: Reader) throws {
        try write(by: reader.account) { try $0.note(text, in: draft, of: reader) }
    }
}

/// Ends a change of which one part was refused.
private struct NoneDone: Error {}

extension Act {
    fileprivate func done(in writing: WriteTransaction, by reader: Reader, on today: Day, seen: Seen?) throws {
        _ = try performed(in: writing, by: reader, on: today, seen: seen)
    }
}

extension WriteTransaction {
    fileprivate func note(_ text: String, in draft: String, of reader: Reader) throws {
        try connection.execute(
            "update form_drafts set fields = $3, changed_at = $4 where code = $1 and account = $2",
            [SQLValue(draft), SQLValue(reader.account), SQLValue(text), SQLValue(at)])
    }
}
