import Storage
import Store
import Vocabulary

/// From rows that were ticked to what came of each: choose, check, do, read the result. Sent once, as every form is.
struct BulkFlow<N: Noun>: Sendable {
    let listing: Listing<N>
    let act: BulkAct<N>
    /// The list's address, and this act's.
    let list: String
    let path: String

    /// The check page of what was chosen before, or its result.
    func begun(_ ask: Ask) throws -> Answered {
        guard let code = ask.query["draft"], let kept = try ask.reading.formDraft(code, of: ask.reader) else {
            return .goTo(ask.context.link(list))
        }
        let sheet = BulkSheet(kept.fields)
        return .page(
            try kept.sentTo == nil
                ? checkPage(ask, sheet, code: code, typed: sheet.typed, problems: [])
                : resultPage(ask, sheet))
    }

    func taken(_ sent: Sent) throws -> Answered {
        let code = sent.fields["draft"] ?? ""
        guard sent.fields["step"] == "save", FormDraft.isCode(code) else { return try chosen(sent) }
        guard let kept = try sent.database.read({ try $0.formDraft(code, of: sent.reader) }), kept.form == path else {
            return .goTo(sent.context.link(list))
        }
        if let end = kept.sentTo { return .goTo(end) }
        var sheet = BulkSheet(kept.fields)
        sheet.typed = Query(
            sent.fields.items.filter { item in act.fields.contains { $0.holds(item.name) } }.map { ($0.name, $0.value) }
        )
        let (problems, made, nouns) = try sent.asking { ask in
            let read = try act.read(sheet.typed, ask.naming)
            return (read.problems, read.act, try self.nouns(sheet, ask))
        }
        guard problems.isEmpty, sent.excess == nil else {
            let excess = sent.excess.map { [FormProblem($0.field, $0.words)] } ?? []
            let page = try sent.asking { ask in
                try checkPage(ask, sheet, code: code, typed: sheet.typed, problems: excess + problems)
            }
            return .refused(page, isTooLong: sent.excess != nil)
        }
        let end = sent.context.link(path, ("draft", code))
        do { try sent.database.claim(formDraft: code, of: sent.reader, to: end) } catch let sentBefore as AlreadySent {
            return .goTo(sentBefore.address)
        }
        let items = sheet.picks.map { pick in
            nouns[pick].map { (act: made($0), seen: kept.seen.map { Seen(kind: N.kind, code: pick, seq: $0) }) }
        }
        if act.isAllOrNothing {
            try doTogether(items, &sheet, sent, code)
        } else {
            try doEach(items, &sheet, sent, code)
        }
        return .goTo(end)
    }

    /// Each as a change of its own, noted in that change.
    private func doEach(
        _ items: [(act: any Act, seen: Seen?)?], _ sheet: inout BulkSheet, _ sent: Sent, _ code: String
    ) throws {
        for (pick, item) in zip(sheet.picks, items) {
            guard let item else {
                sheet.refuse(pick, [.gone])
                continue
            }
            sheet.did(pick)
            do {
                try sent.database.perform(
                    item.act, by: sent.reader, on: sent.context.today, seen: item.seen, noting: sheet.text, in: code)
            } catch {
                guard let problems = FormProblem.ofOne(error, by: try sent.asking { try $0.siteTime }) else {
                    throw error
                }
                sheet.refuse(pick, problems)
            }
        }
        try sent.database.note(sheet.text, in: code, of: sent.reader)
    }

    private func doTogether(
        _ items: [(act: any Act, seen: Seen?)?], _ sheet: inout BulkSheet, _ sent: Sent, _ code: String
    ) throws {
        let picks = sheet.picks
        let missing = zip(picks, items).filter { $0.1 == nil }.map(\.0)
        for pick in missing { sheet.refuse(pick, [.gone]) }
        if missing.isEmpty {
            var whole = sheet
            for pick in picks { whole.did(pick) }
            let refusals = try sent.database.performAll(
                items.compactMap { $0 }, by: sent.reader, on: sent.context.today, noting: whole.text, in: code)
            if refusals.allSatisfy({ $0 == nil }) { return }
            let time = try sent.asking { try $0.siteTime }
            for (pick, error) in zip(picks, refusals) {
                if let error, let problems = FormProblem.ofOne(error, by: time) { sheet.refuse(pick, problems) }
            }
        }
        try sent.database.note(sheet.text, in: code, of: sent.reader)
    }

    /// Those of them that the reader may see, by key.
    func nouns(_ sheet: BulkSheet, _ ask: Ask) throws -> [String: N] {
        var found: [String: N] = [:]
        for noun in try ask.reading.nouns(N.self, sheet.picks, for: ask.reader) { found[noun.key] = noun }
        return found
    }
}

extension FormProblem {
    /// What an act on one of many was refused with; nil for what is no refusal.
    fileprivate static func ofOne(_ error: any Error, by time: SiteTime) -> [FormProblem]? {
        if let problems = of(error, by: time) { return problems }
        return error is NotAllowed ? [FormProblem("", Words("没有这项权限", "Not allowed"))] : nil
    }

    fileprivate static var gone: FormProblem {
        FormProblem("", Words("记录不存在，或不在您的管理范围内", "There is no such record within your reach"))
    }
}
