import Pages
import Store
import Vocabulary

extension Routes {
    /// The columns of files: chosen, listed, and taken back.
    mutating func columns() {
        look(ColumnsPage.path, RouteAbout(ColumnsPage.words), right: NameColumns.right) { ask in
            do {
                guard let page = try ColumnsPage(ask, ask.query) else { return .goTo(ask.context.link("/import")) }
                return .page(page.page(ask))
            } catch is ImportRefused {
                return .goTo(ask.context.link("/import", ("draft", ask.query["draft"])))
            }
        }
        take(ColumnsPage.path, ColumnsPage.words, right: NameColumns.right) { sent in
            let back = sent.context.link("/import", ("draft", sent.fields["draft"]))
            do {
                let read: (act: NameColumns?, page: Page?) = try sent.asking { ask in
                    guard let page = try ColumnsPage(ask, sent.fields) else { return (nil, nil) }
                    let chosen = page.chosen(sent.fields)
                    do throws(ColumnProblem) { return (try page.act(chosen), nil) } catch {
                        return (nil, page.page(ask, chosen: chosen, error))
                    }
                }
                if let page = read.page { return .refused(page) }
                if let act = read.act {
                    try sent.database.perform(act, by: sent.reader, on: sent.context.today)
                }
                return .goTo(back)
            } catch is ImportRefused {
                return .goTo(back)
            }
        }
        list("/import/names", OwnColumn.listing, right: NameColumns.right)
        var forget = FormFlow(Words("撤回自定列名", "Take the name of a column back"), Nothing.form) { ask in
            _ = try ask.one(OwnColumn.self)
            return Nothing()
        } act: { _, ask in
            ForgetColumn(code: try ask.one(OwnColumn.self).code)
        } then: { _ in
            "/import/names"
        }
        forget.opening = { ask in
            let column = try ask.one(OwnColumn.self)
            let meaning = column.meaning.words(in: column.kind)
            return .sheet(
                .section(
                    .p(
                        .say(
                            "“\(column.kind.words.zh)”文件中的“\(column.heading)”不再作“\(meaning.zh)”读取。已经导入的不变。",
                            "“\(column.heading)” in files of “\(column.kind.words.en)” is no longer read as “\(meaning.en)”. What was imported stays."
                        ))))
        }
        forget.submit = Words("撤回", "Take back")
        forget.isOneStep = true
        forget.crumbs = { _ in [Frame.Crumb(OwnColumn.listing.words, "/import/names")] }
        form("/import/names/:code/forget", forget)
    }
}

extension OwnColumn {
    static let listing = Listing<OwnColumn>(
        Words("自定列名", "Names of columns"),
        columns: [
            ListColumn(
                "heading", Words("文件中的列名", "Heading in the file"), .lead, sort: "heading",
                text: { row, _ in row.heading }),
            ListColumn(
                "kind", Words("导入内容", "What its rows are"), .meta, sort: "rows_are",
                text: { row, ask in ask.say(row.kind.words) }),
            ListColumn(
                "meaning", Words("作为", "Read as"), .meta,
                text: { row, ask in ask.say(row.meaning.words(in: row.kind)) }),
            ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { row, _ in row.code }),
            ListColumn(
                "state", Words("状态", "State"), .end, sort: "is_over",
                text: { row, ask in row.isOver ? ask.say("已撤回", "Taken back") : ask.say("使用中", "In use") }
            ) { row, ask in
                row.isOver
                    ? .say("已撤回", "Taken back")
                    : .a(
                        .href(ask.context.link("/import/names/\(row.code)/forget")), .text(ask.say("撤回", "Take back")),
                        .span(.class("unseen"), .text(row.heading)))
            },
        ],
        filters: [
            .search(Words("列名", "Heading"), OwnColumn.self),
            .choice("kind", Words("导入内容", "What its rows are"), ImportKind.self) { kind, _ in "rows_are = \(kind)" },
        ], order: "rows_are, heading",
        empty: Words("没有自定列名", "There are none"),
        sentence: { _ in
            .say(
                "导入时选定过的列名。撤回后，同名的列不再按它读取。",
                "Names of columns that were chosen for an import. Taken back, they are no longer read by.")
        })
}
