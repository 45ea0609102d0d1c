public import Store
public import Vocabulary

extension Reading {
    /// Forms that somebody began in the reader's post and did not send, and whose account holds the post no more, or is
    /// disabled: they stay with the post (留下的表单).
    public func draftsLeft(to reader: Reader, on day: Day) throws -> [FormDraft] {
        guard reader.may(.report) else { return [] }
        let drafts = try formDraftsOfOthers(inPostOf: reader)
        var hasLeft: [String: Bool] = [:]
        for name in Set(drafts.map(\.account)) {
            hasLeft[name] = try self.hasLeft(name, post: reader.unit ?? "", on: day)
        }
        return drafts.filter { hasLeft[$0.account] == true }
    }

    /// Who never had an account, as on a sample town, has left nothing.
    private func hasLeft(_ name: String, post: String, on day: Day) throws -> Bool {
        guard let account = try account(named: name) else { return false }
        return try account.isDisabled || !grantsValid(of: name, on: day).contains { $0.asked.unit == post }
    }
}

/// Goes on with a form that was left in one's post (接手).
public struct TakeDraft: Act {
    public static let right = Right.report
    public static let words = Words("接手未提交的表单", "Took an unsent form over")
    public var draft: String

    public init(draft: String) { self.draft = draft }

    public func perform(in t: ActTransaction) throws {
        guard let draft = try t.draftsLeft(to: t.reader, on: t.today).first(where: { $0.code == draft }) else {
            try t.refuse(AccountProblem.unknown(draft))
        }
        try t.writing.hand(draft, to: t.reader.account)
        // What was typed is nobody's record yet: the journal tells whose it was and whose it is.
        try t.writing.journal(
            act: Self.name, kind: "formDraft", code: draft.code,
            before: StoredJSON.text(Holder(account: draft.account, form: draft.form)),
            after: StoredJSON.text(Holder(account: t.reader.account, form: draft.form)))
    }

    private struct Holder: Encodable {
        var account: String
        var form: String
    }
}
