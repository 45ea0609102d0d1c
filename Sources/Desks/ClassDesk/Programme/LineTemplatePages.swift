import Pages
import Store
import Vocabulary

extension LineTemplate {
    static let listing: Listing<LineTemplate> = {
        let form = LineTemplateEntry.form
        var listing = Listing<LineTemplate>(
            Words("项目模板", "Templates of lines"),
            columns: [
                .title(Words("班次名称", "Name"), sort: "title"), form.column("kind", of: \.entry, sort: "kind"),
                form.column("audience", of: \.entry, .off), form.column("target", of: \.entry, .file),
                .number("heads", Words("每期人数", "People a run"), unit: Words("人", "people"), sort: "heads") {
                    $0.entry.heads
                }, .number("days", Words("天数", "Days"), unit: Words("天", "days"), sort: "days") { $0.entry.days },
                ListColumn(
                    "time", Words("一般举办时间", "Usually held"), sort: "month",
                    text: { row, ask in ask.say(row.entry.time.words) }), form.column("topics", of: \.entry, .file),
                .code(), LibraryState<LineTemplate>.column(sort: "stopped_day"),
            ],
            filters: [
                .search(Words("名称或编号", "Name or number"), LineTemplate.self),
                .choice("kind", Words("类别", "Kind"), ClassKind.self) { kind, _ in "kind = \(kind)" },
                LibraryState<LineTemplate>.filter,
            ], order: "kind, title", empty: Words("还没有项目模板", "There are no templates yet"),
            sentence: LibraryState<LineTemplate>.sentence)
        listing.bulk = [
            BulkAct("draft", Words("编入年度", "Into a year"), TemplateUse.form, blank: TemplateUse()) { template, use in
                DraftFromTemplate(template: template.code, use: use)
            }
        ]
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        var page = try Page(
            of: self, ask,
            .sheet(
                stop.map {
                    .warning(
                        .behind, .say("\($0.day.iso)停用：\($0.reason)", "Out of use since \($0.day.iso): \($0.reason)"))
                } ?? .nothing, .section(try LineTemplateEntry.form.facts(entry, ask)),
                try ask.history(
                    ask.steps(of: LineTemplate.self, code, LineTemplateEntry.form, \.entry) { step, found, _ in
                        if let stop = found.stop { step.remarks = [HistoryStep.reason(stop.reason)] }
                    })))
        page.actions = .group([
            page.actions,
            .when(
                stop == nil,
                ask.button(
                    DraftLine.self, "/programme/lines/new?template=\(Query.encoded(code))",
                    Words("按模板编报", "File a line from it"), isPrimary: true)),
        ])
        page.sentence = .group([
            .text(code), .say("，", ", "), .words(entry.kind.words),
            .say(
                "，\(entered.iso)入库，一般\(entry.runs)期，每期\(entry.heads)人、\(entry.days)天。",
                ", since \(entered.iso): usually \(entry.runs) runs of \(entry.heads) people and \(entry.days) days."),
        ])
        return page
    }
}

extension Ask {
    /// What a new line begins with: the template that the address names, for the newest year.
    func lineFromTemplate() throws -> LineScheme? {
        guard let code = query["template"],
            let template = try reading.one(LineTemplate.self, code, for: reader), template.stop == nil
        else { return nil }
        let year = try all(YearProgramme.self, order: "code desc", limit: 1).first?.code ?? ""
        return LineScheme(template, programme: query["programme"] ?? year, organiser: reader.unit ?? "")
    }

    /// Where a new line can come from, above its form.
    func waysToBeginLine() throws -> HTML {
        guard try reading.count(LineTemplate.self, for: reader, where: "stopped_day is null") > 0 else {
            return .nothing
        }
        return .p(
            .class("quiet"), .say("可以从", "Begin with a "),
            .link(LineTemplate.listAddress, .say("项目模板", "template")),
            .say("或", " or a "), .link(ProgrammeLine.listAddress, .say("往年项目", "line of another year")),
            .say("开始，带入后再修改。", " and change it."))
    }
}

extension Routes {
    /// Templates of the programme's lines: list, page and what is done to them.
    mutating func lineTemplates() {
        list(LineTemplate.self) { ask in
            ask.button(
                EnterInLibrary<LineTemplate>.self, "\(LineTemplate.listAddress)/new", LineTemplate.adding,
                isPrimary: true)
        }
        form(
            "\(LineTemplate.listAddress)/new",
            FormFlow(new: LineTemplate.adding, LineTemplateEntry.form) { _ in
                LineTemplateEntry()
            } act: { entry, _ in
                EnterInLibrary<LineTemplate>(entry: entry)
            })
        page(of: LineTemplate.self, LineTemplate.listing.words) { try $0.page($1) }
        form(
            FormFlow(ChangeEntry<LineTemplate>.self, LineTemplateEntry.form, changing: \.entry) { found, entry in
                ChangeEntry<LineTemplate>(record: found.code, entry: entry)
            })
        form(
            FormFlow(StopUsing<LineTemplate>.self, Reason.form) { _, _ in
                Reason()
            } act: { found, reason in
                StopUsing<LineTemplate>(record: found.code, reason: reason.text)
            })
        var again = FormFlow(TakeUpAgain<LineTemplate>.self, Confirmed.form) { _, _ in
            Confirmed()
        } act: { found, _ in
            TakeUpAgain<LineTemplate>(record: found.code)
        }
        again.isOneStep = true
        again.submit = TakeUpAgain<LineTemplate>.button
        form(again)
    }
}
