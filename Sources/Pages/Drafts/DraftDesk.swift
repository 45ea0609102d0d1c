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
}
