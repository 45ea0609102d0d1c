/// A form that somebody is filling in, kept until it is sent or given up (草稿).
public struct FormDraft: Hashable, Sendable {
    /// Given to one showing of a form: by it a second sending is known from a second form.
    public var code: String
    public var account: String
    /// The form's address.
    public var form: String
    /// As the form sends them.
    public var fields: String
    /// The journal's newest row of the thing that is being changed, as it was when the form was opened.
    public var seen: Int?
    /// The moment of the last change, UTC.
    public var changedAt: String
    /// Where it led once it was sent.
    public var sentTo: String?
    /// In which post it was begun (`Reader.post`): it stays with the post where the account loses it.
    public var post: String?
    /// Who had the post before, and left it.
    public var leftBy: String?

    public init(
        code: String, account: String, form: String, fields: String, seen: Int? = nil, changedAt: String = "",
        sentTo: String? = nil, post: String? = nil, leftBy: String? = nil
    ) {
        self.code = code
        self.account = account
        self.form = form
        self.fields = fields
        self.seen = seen
        self.changedAt = changedAt
        self.sentTo = sentTo
        self.post = post
        self.leftBy = leftBy
    }

    public static let daysKept = 30

    /// 120 random bits: nobody guesses another's draft.
    public static func newCode() -> String { RandomText.make(24) }

    public static func isCode(_ text: String) -> Bool {
        (16...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}

extension Reading {
    /// Nil where there is none of theirs.
    public func formDraft(_ code: String, of reader: Reader) throws -> FormDraft? {
        try formDrafts("code = $1 and account = $2", [SQLValue(code), SQLValue(reader.account)]).first
    }

    /// What somebody has not sent yet, the newest first.
    public func formDrafts(of reader: Reader) throws -> [FormDraft] {
        try formDrafts("account = $1 and sent_to is null", [SQLValue(reader.account)])
    }

    /// How many they have not sent yet.
    public func formDraftCount(of reader: Reader) throws -> Int {
        try connection.first(
            "select count(*) as rows from form_drafts where account = $1 and sent_to is null",
            [SQLValue(reader.account)]
        ) { try $0.integer("rows") } ?? 0
    }

    /// What others have not sent who began it in the post that the reader is in now, the newest first: also of those who are
    /// in it still.
    package func formDraftsOfOthers(inPostOf reader: Reader) throws -> [FormDraft] {
        guard let post = reader.post else { return [] }
        return try formDrafts(
            "post = $1 and account <> $2 and sent_to is null", [SQLValue(post), SQLValue(reader.account)])
    }

    private func formDrafts(_ condition: String, _ arguments: [SQLValue]) throws -> [FormDraft] {
        try connection.rows(
            """
            select code, account, form, fields, seen_seq, changed_at, sent_to, post, left_by from form_drafts
            where \(condition)
            order by changed_at desc, code
            """, arguments
        ) { row in
            FormDraft(
                code: try row.text("code"), account: try row.text("account"), form: try row.text("form"),
                fields: try row.textOrEmpty("fields"), seen: try row.integerOrNil("seen_seq"),
                changedAt: try row.text("changed_at"), sentTo: try row.textOrNil("sent_to"),
                post: try row.textOrNil("post"), leftBy: try row.textOrNil("left_by"))
        }
    }
}

extension Database {
    /// Keeps what was typed so far. Drafts are nobody's act: the journal does not tell of them.
    public func keep(_ draft: FormDraft) throws {
        try write(by: draft.account) { writing in
            let oldest = Moment.days(FormDraft.daysKept, before: writing.at)
            try writing.connection.execute("delete from form_drafts where changed_at < $1", [SQLValue(oldest)])
            let values = [
                SQLValue(draft.code), SQLValue(draft.account), SQLValue(draft.form), SQLValue(draft.fields),
                SQLValue(writing.at), draft.seen.map { SQLValue($0) } ?? .null,
            ]
            let post = draft.post.map { SQLValue($0) } ?? .null
            let changed = try writing.connection.execute(
                """
                update form_drafts set fields = $4, changed_at = $5, seen_seq = coalesce(seen_seq, $6),
                    post = coalesce(post, $7)
                where code = $1 and account = $2 and form = $3 and sent_to is null
                """, values + [post])
            guard changed == 0 else { return }
            // A code of somebody else's, or one that was sent, is left alone.
            guard
                try writing.connection.first("select code from form_drafts where code = $1", [values[0]], { _ in true })
                    == nil
            else { return }
            try writing.connection.execute(
                """
                insert into form_drafts (code, account, form, fields, changed_at, seen_seq, post)
                values ($1, $2, $3, $4, $5, $6, $7)
                """, values + [post])
        }
    }

}

extension WriteTransaction {
    /// Hands a draft on to another account, in the post that it was begun in.
    package func hand(_ draft: FormDraft, to account: String) throws {
        try connection.execute(
            "update form_drafts set account = $2, left_by = $3, changed_at = $4 where code = $1",
            [SQLValue(draft.code), SQLValue(account), SQLValue(draft.account), SQLValue(at)])
    }
}

extension Database {
    /// Gives a form up.
    public func discard(formDraft code: String, of reader: Reader) throws {
        try write(by: reader.account) { writing in
            try writing.connection.execute(
                "delete from form_drafts where code = $1 and account = $2 and sent_to is null",
                [SQLValue(code), SQLValue(reader.account)])
        }
    }
}

/// That an act carries out a form: by its draft it is done once, and a second sending is led where the first was.
public struct Sending<Outcome>: Sendable {
    public var draft: String
    public var to: @Sendable (Outcome) -> String

    public init(draft: String, to: @escaping @Sendable (Outcome) -> String) {
        self.draft = draft
        self.to = to
    }
}

/// That the form was sent already, and where that led.
public struct AlreadySent: Error, Hashable, Sendable {
    public var address: String
}
