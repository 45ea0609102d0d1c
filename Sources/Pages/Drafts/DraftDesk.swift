import Accounts
import Store
import Vocabulary

extension Desk {
    /// Forms that their reader began and did not send, of these desks: go on, or give up (未提交的表单).
    public static func drafts(of desks: [Desk]) -> Desk {
        let forms = desks.flatMap(\.routes).filter(\.keepsDraft)
        return Desk(Words("未提交的表单", "Unsent forms"), nouns: [], entries: []) { routes in
            routes.page("/drafts", Words("未提交的表单", "Unsent forms")) { ask in try DraftList(forms: forms).page(ask) }
            routes.page("/drafts/:code/discard", Words("放弃表单", "Give a form up")) { ask in
                try DraftList(forms: forms).discardPage(try ask.draft(), ask)
            }
            routes.take("/drafts/:code/discard", Words("放弃表单", "Give a form up")) { sent in
                let draft = try sent.asking { try $0.draft() }
                try sent.database.discard(formDraft: draft.code, of: sent.reader)
                return .goTo(sent.context.link("/drafts"))
            }
            routes.page("/drafts/:code/take", TakeDraft.words, right: .report) { ask in
                try DraftList(forms: forms).takePage(try ask.draftLeft(), ask)
            }
            routes.take("/drafts/:code/take", TakeDraft.words, right: .report) { sent in
                let draft = try sent.asking { try $0.draftLeft() }
                try sent.database.perform(TakeDraft(draft: draft.code), by: sent.reader, on: sent.context.today)
                return .goTo(sent.context.link("\(draft.form)?draft=\(draft.code)"))
            }
        }
    }
}

extension Ask {
    /// The draft that the address names, where it is the reader's own and not sent yet.
    fileprivate func draft() throws -> FormDraft {
        guard let draft = try reading.formDraft(parts["code"] ?? "", of: reader), draft.sentTo == nil else {
            throw NotFound(context: context)
        }
        return draft
    }

    /// The one that was left in the reader's post; else there is none.
    fileprivate func draftLeft() throws -> FormDraft {
        guard let draft = try reading.draftsLeft(to: reader, on: today).first(where: { $0.code == parts["code"] })
        else {
            throw NotFound(context: context)
        }
        return draft
    }
}
