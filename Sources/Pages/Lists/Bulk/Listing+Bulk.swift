import Store
import Vocabulary

extension Listing {
    /// The table, and for those who may, boxes to tick with what can be done with several rows: it works without a script.
    func rowsWithActs(_ rows: [N], _ answer: ListAnswer<N>) throws -> HTML {
        let (ask, address, count) = (answer.ask, answer.address, answer.found.count)
        let refused = try bulkWithout?(ask) ?? []
        let acts = bulk.filter { $0.isAllowed(to: ask.reader) && !refused.contains($0.name) }
        guard !acts.isEmpty else { return try answer.table(rows) }
        // The conditions go along, for those that fit and for the way back.
        let query = ask.query.isEmpty ? "" : "?\(ask.query.text)"
        let scopes =
            [
                ("", Words("打勾的", "Those ticked")),
                ("page", Words("本页全部\(rows.count)条", "All \(rows.count) of this page")),
            ] + (count > rows.count ? [("all", Words("符合条件的全部\(count)条", "All \(count) that fit"))] : [])
        return .form(
            .attribute("method", "post"), .attribute("action", "\(address)/bulk/\(acts[0].name)\(query)"),
            .hiddenFields(Query(rows.map { ("shown", $0.key) })),
            .div(
                .class("bulk"), .id("bulk"), .attribute("tabindex", "-1"),
                .label(.attribute("for", "scope"), .text(ask.say("办理范围", "Rows"))),
                .choice("scope", scopes, chosen: ""),
                .each(acts) { act in
                    .button(
                        .class("btn"), .type("submit"),
                        .attribute("formaction", "\(address)/bulk/\(act.name)\(query)"), .words(act.words))
                }),
            try answer.table(rows) { try pick($0, ask) })
    }

    private func pick(_ row: N, _ ask: Ask) throws -> HTML {
        let title = try columns.first { $0.place == .lead }?.text(row, ask) ?? row.key
        return .tick("pick", row.key, of: title, ask)
    }
}
