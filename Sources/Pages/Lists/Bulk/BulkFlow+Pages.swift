import Vocabulary

extension BulkFlow {
    /// What is about to be done with which rows, and what is asked for once.
    func checkPage(
        _ ask: Ask, _ sheet: BulkSheet, code: String, typed: Query, problems: [FormProblem],
        foreseen: [String: Words] = [:]
    ) throws -> Page {
        let nouns = try nouns(sheet, ask)
        let errors = ErrorSummary(
            errors: problems.map { FieldError(field: $0.field.isEmpty ? "content" : $0.field, $0.words) })
        let count = sheet.picks.count
        let rows = sheet.picks.filter { foreseen[$0] != nil } + sheet.picks.filter { foreseen[$0] == nil }
        var page = Page(
            Words("核对：\(act.words.zh)\(count)条", "Check: \(act.words.en), \(Words.count(count, "", "row", "rows").en)"),
            crumbs: crumbs(sheet, ask), hasErrors: !problems.isEmpty, errors.html,
            .form(
                .class("sheet"), .attribute("method", "post"), .attribute("action", ask.context.link(path)),
                .flag("novalidate"), .hiddenFields(Query([("draft", code)])), try act.asked(typed, problems, ask),
                .section(
                    .acts(
                        .submit(act.words, name: "step", value: "save"),
                        .a(.class("btn"), .href(sheet.back), .say("返回列表", "Back to the list"))))),
            .sheet(
                .section(
                    .div(.class("head"), .h2(.say("选中的记录", "Chosen"))),
                    try table(rows, nouns, ask) { pick in
                        if let words = foreseen[pick] {
                            return .group([.state(.overdue, ask.say("不能办理", "Refused")), " ", .words(words)])
                        }
                        return nouns[pick] == nil
                            ? .state(.doesNotApply, ask.say("不存在", "Not there"))
                            : .state(.next, ask.say("待办理", "To be done"))
                    })))
        page.sentence = sentence(count: count, refused: foreseen.count)
        return page
    }

    /// What came of each: those first that were refused, with what to do about it.
    func resultPage(_ ask: Ask, _ sheet: BulkSheet) throws -> Page {
        let nouns = try nouns(sheet, ask)
        let done = sheet.picks.filter(sheet.done.contains)
        let refused = sheet.picks.filter { sheet.refused[$0] != nil }
        let open = sheet.picks.filter { !sheet.done.contains($0) && sheet.refused[$0] == nil }
        func part(_ title: Words, _ picks: [String], _ end: (String) -> HTML) throws -> HTML {
            guard !picks.isEmpty else { return .nothing }
            return .section(
                .div(
                    .class("head"), .h2(.words(title)),
                    .span(.class("quiet"), .say("\(picks.count)条", "\(picks.count)"))),
                try table(picks, nouns, ask, end))
        }
        var page = Page(
            Words("\(act.words.zh)：办理结果", "\(act.words.en): result"), crumbs: crumbs(sheet, ask),
            actions: .a(.class("btn"), .href(sheet.back), .say("返回列表", "Back to the list")),
            .sheet(
                try part(Words("未办理", "Not done"), refused) {
                    sheet.refused[$0].map { .group([.state(.overdue, ask.say("未办理", "Not done")), " ", .words($0)]) }
                        ?? .nothing
                },
                try part(
                    act.isAllOrNothing
                        ? Words("因上面的记录，同未办理", "Not done, because of those above") : Words("尚未办理", "Not done yet"), open
                ) { _ in .state(.waiting, ask.say("未办理", "Not done")) },
                try part(Words("已办理", "Done"), done) { _ in .state(.met, ask.say("已办理", "Done")) }))
        page.sentence = .group([
            .say("选中\(sheet.picks.count)条，已办理", "Of \(sheet.picks.count) chosen, done: "),
            .b(.text(String(done.count))), .say("条，未办理", ", not done: "), .b(.text(String(refused.count + open.count))),
            .say("条。", ". "),
            act.isAllOrNothing && !(refused + open).isEmpty
                ? .say("这项办理要么全部完成，要么都不改动。", "This is done for all or for none; nothing was changed.")
                : open.isEmpty ? .nothing : .say("尚未办理的，请回到列表重新选择。", "Choose those not done yet again from the list."),
        ])
        return page
    }

    private func sentence(count: Int, refused: Int) -> HTML {
        .group([
            .say("将", "This will be done to "), .b(.say("\(count)条", Words.count(count, "", "row", "rows").en)),
            .say("记录一并办理：\(act.words.zh)。", ": \(act.words.en). "), act.consequence.map { .words($0) } ?? .nothing,
            refused == 0
                ? .nothing
                : .say("其中\(refused)条不能办理，原因见表，提交后仍按原样保留。", " \(refused) of them will be refused, as told below."),
            .when(
                act.isAllOrNothing,
                .say("有一条不能办理的，全部不办理。", " If one is refused, none is done.")),
        ])
    }

    private func crumbs(_ sheet: BulkSheet, _ ask: Ask) -> [Frame.Crumb] {
        [Frame.Crumb(text: ask.say(listing.words), address: sheet.back)]
    }

    /// The chosen rows as the list has them, with a last column of what is told about each.
    private func table(
        _ picks: [String], _ nouns: [String: N], _ ask: Ask, _ end: (String) -> HTML
    ) throws -> HTML {
        let shown = listing.columns.filter { ![.off, .end, .file].contains($0.place) }
        let heads =
            shown.map { column in
                DataHead(
                    .words(column.words), column.place == .lead ? .lead : .meta, isNumber: column.place == .figure,
                    unit: column.unit)
            } + [DataHead(.say("结果", "Result"), .below)]
        let rows = try picks.map { pick in
            guard let noun = nouns[pick] else {
                return shown.map { $0.place == .lead ? HTML.text(pick) : "–" } + [.div(.class("told"), end(pick))]
            }
            return try shown.map { try $0.cell(noun, ask) } + [.div(.class("told"), end(pick))]
        }
        return .data(.words(listing.words), heads, rows)
    }
}
