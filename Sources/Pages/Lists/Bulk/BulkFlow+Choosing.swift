import Storage
import Store
import Vocabulary

extension BulkFlow {
    /// What was ticked on the list, or all that it shows, or all that fits: kept, and shown to be checked.
    func chosen(_ sent: Sent) throws -> Answered {
        let chosen = try sent.asking { try picks(sent.fields, $0) }
        guard case .picks(let picks, let typed) = chosen else {
            guard case .refused(let page) = chosen else { return .goTo(sent.context.link(list)) }
            return .refused(page)
        }
        var back = sent.context.query
        back.set("draft", nil)
        let sheet = BulkSheet(picks: picks, back: back.isEmpty ? list : "\(list)?\(back.text)", typed: typed)
        let code = FormDraft.newCode()
        try sent.database.keep(
            FormDraft(
                code: code, account: sent.reader.account, form: path, fields: sheet.text,
                seen: try sent.database.read { try $0.revision() }))
        let foreseen = try foreseen(sheet, sent)
        return .page(
            try sent.asking { ask in
                try checkPage(ask, sheet, code: code, typed: sheet.typed, problems: [], foreseen: foreseen)
            })
    }

    private enum Chosen {
        case picks([String], Query)
        case refused(Page)
    }

    private func picks(_ fields: Query, _ ask: Ask) throws -> Chosen {
        let narrowed = try listing.narrowed(ask)
        func refused(_ words: Words) throws -> Chosen {
            // Its links lead to the list, not to what was sent.
            var context = ask.context
            context.path = list
            let ask = Ask(context: context, reader: ask.reader, reading: ask.reading, parts: ask.parts)
            return .refused(try listing.page(ask, address: list, actions: .nothing, problem: words))
        }
        var picks: [String]
        switch fields["scope"] ?? "" {
        case "all" where narrowed.slips.isEmpty:
            picks = try ask.reading.keys(
                N.self, for: ask.reader, where: narrowed.condition, order: narrowed.order, limit: BulkAct<N>.most + 1)
            guard picks.count <= BulkAct<N>.most else {
                let count = try ask.reading.count(N.self, for: ask.reader, where: narrowed.condition)
                return try refused(
                    Words(
                        "符合条件的有\(count)条，一次最多办理\(BulkAct<N>.most)条，请缩小筛选范围",
                        "\(count) rows fit; at most \(BulkAct<N>.most) can be done at once: narrow the list"))
            }
        case "page": picks = fields.all("shown")
        default: picks = fields.all("pick")
        }
        var known: Set<String> = []
        picks = picks.prefix(BulkAct<N>.most).filter {
            !$0.isEmpty && $0.utf8.count <= 100 && known.insert($0).inserted
        }
        guard !picks.isEmpty else {
            return try refused(
                Words(
                    "请先选择：在要办理的记录前打勾，或把范围改为本页全部、符合条件的全部",
                    "Choose first: tick the rows, or set the scope to this page or to all that fit"))
        }
        return .picks(picks, try act.blank(ask.naming))
    }

    /// What would be refused, whatever is filled in: told before anything is done.
    private func foreseen(_ sheet: BulkSheet, _ sent: Sent) throws -> [String: Words] {
        let (nouns, made) = try sent.asking { ask in
            (try self.nouns(sheet, ask), try act.read(sheet.typed, ask.naming).act)
        }
        var foreseen: [String: Words] = [:]
        for pick in sheet.picks {
            guard let noun = nouns[pick] else { continue }
            do {
                try sent.database.rehearse(made(noun), by: sent.reader, on: sent.context.today)
            } catch {
                guard let problems = FormProblem.of(error, by: try sent.asking { try $0.siteTime }) else { throw error }
                let own = problems.filter { problem in !act.fields.contains { $0.holds(problem.field) } }
                guard !own.isEmpty else { continue }
                foreseen[pick] = Words(
                    own.map(\.words.zh).joined(separator: "；"), own.map(\.words.en).joined(separator: "; "))
            }
        }
        return foreseen
    }
}
