import Pages
import Vocabulary

/// The preview of an import as part of a page: what adds up, what is wrong, what becomes different, what is new.
extension ImportPreview {
    static let most = 100

    /// With what it comes to in a sentence. `goodRows`: whether rows that are right are taken where others are wrong.
    /// `draft`: the form by which it was handed in, where its columns can still be named.
    /// `rows`: where each list stands whole, up to its own name.
    func html(goodRows: Bool, wrongRows address: String? = nil, rows list: String? = nil, draft: String? = nil) -> HTML
    {
        let isRefused = wrongCount > 0 && !goodRows
        return .group([
            .p(
                .class(isRefused ? "warn bad" : "warn good"), .attribute("role", "status"), .words(summary),
                .when(
                    isRefused,
                    .say(
                        "有行有误，按现在的选择全部不导入。请改好文件重新上传，或返回修改，选“只导入无误的行”。",
                        " Rows are wrong, so none is taken as chosen. Mend the file, or go back and choose to take the rows that are right."
                    ))), details(wrongRows: address, rows: list, draft: draft),
        ])
    }

    private func details(wrongRows address: String?, rows list: String?, draft: String?) -> HTML {
        .group([
            .section(.p(.class("sum"), sum)),
            .when(
                !notes.isEmpty,
                .section(
                    .each(notes) { .p(.class("quiet"), .words($0)) },
                    draft.flatMap { draft in
                        head?.unread.isEmpty == false
                            ? .p(
                                .link(ColumnsPage.address(draft), Words("选定未读取的列", "Say what the columns not read are"))
                            )
                            : nil
                    } ?? .nothing)),
            dayTold.map { .section(.p(.words($0))) } ?? .nothing,
            .when(!wrong.isEmpty, wrongSection(address, list)), .when(!changedRows.isEmpty, changedSection(list)),
            .when(!newRows.isEmpty, newSection(list)),
            .when(
                left > 0,
                .section(
                    .element(
                        "details",
                        [
                            .element("summary", [.say("文件里没有的\(left)条", "\(left) that are not in the file")]),
                            .p(
                                .say(
                                    "现有资料中有、文件里没有的，保持不变：\(leftNames.joined(separator: "、"))\(left > leftNames.count ? "等" : "")。",
                                    "They stay as they are: \(leftNames.joined(separator: ", "))\(left > leftNames.count ? " and others" : "")."
                                )),
                        ]))),
        ])
    }

    private var sum: HTML {
        func part(_ count: Int, _ words: Words, _ anchor: String, _ mark: String) -> HTML {
            let content: HTML = .group([.b(.class(mark), .text(String(count))), .span(.class("quiet"), .words(words))])
            return count > 0 && !anchor.isEmpty ? .a(.href("#" + anchor), content) : .span(content)
        }
        func sign(_ text: String) -> HTML { .element("i", [.attribute("aria-hidden", "true"), .text(text)]) }
        return .group([
            part(new, Words("新增", "new"), "new", "met"), sign("+"),
            part(changed, Words("更改", "changed"), "changed", "onCourse"),
            sign("+"), part(unchanged, Words("无变化", "unchanged"), "", ""), sign("+"),
            part(wrongCount, Words("有误", "wrong"), "wrong", wrongCount == 0 ? "" : "overdue"), sign("="),
            part(rows, Words("读到的行", "rows read"), "", ""),
        ])
    }

    private func head(_ id: String, _ words: Words, _ count: Int, _ more: HTML = .nothing) -> HTML {
        .div(
            .class("head"), .h2(.id(id), .words(words), .element("small", [.text(String(count))])),
            .span(.class("quiet"), more))
    }

    private func rest(_ shown: Int, of all: Int, _ list: String?, _ show: PreviewRow.Show) -> HTML {
        .when(
            all > shown,
            .p(
                .class("quiet"), .say("这里列出前\(shown)行，共\(all)行。", "The first \(shown) of \(all) rows."),
                list.map {
                    .link("\($0)&show=\(show.rawValue)", Words("分页查看全部", "See them all, page by page"))
                } ?? .nothing))
    }

    private func wrongSection(_ address: String?, _ list: String?) -> HTML {
        let shown = wrong.prefix(Self.most)
        return .section(
            head(
                "wrong", Words("有误", "Wrong"), wrongCount,
                address.map { .link($0, Words("下载有误的行，带原因", "Download them with the reasons")) } ?? .nothing),
            .data(
                .say("有误的行", "Wrong rows"),
                [
                    DataHead(.say("行", "Row"), .meta, isNumber: true, unit: Words("行", "row")),
                    DataHead(.say("列", "Column"), .meta),
                    DataHead(.say("问题和改法", "What is wrong, and the cure"), .lead),
                ],
                shown.map { row in
                    [
                        .text(String(row.row)),
                        row.column.isEmpty ? .nothing : .group([.text(row.column + " "), .words(row.heading)]),
                        .words(row.message),
                    ]
                }), rest(shown.count, of: wrongCount, list, .wrong))
    }

    private func changedSection(_ list: String?) -> HTML {
        let shown = changedRows.prefix(Self.most)
        return .section(
            head("changed", Words("更改", "Changed"), changed),
            .data(
                .say("更改的行", "Changed rows"),
                [
                    DataHead(.say("名称", "Name"), .lead),
                    DataHead(.say("行", "Row"), .meta, isNumber: true, unit: Words("行", "row")),
                    DataHead(.say("原来 → 改为", "Before → after"), .meta),
                ],
                shown.map { row in
                    [
                        .text(row.name), .text(String(row.row)),
                        row.shown,
                    ]
                }), rest(shown.count, of: changed, list, .changed))
    }

    private func newSection(_ list: String?) -> HTML {
        let shown = newRows.prefix(Self.most)
        return .section(
            head("new", Words("新增", "New"), new),
            .data(
                .say("新增的行", "New rows"),
                [
                    DataHead(.say("名称", "Name"), .lead),
                    DataHead(.say("行", "Row"), .meta, isNumber: true, unit: Words("行", "row")),
                    DataHead(.say("内容", "Content"), .meta),
                ],
                shown.map { row in
                    [
                        .text(row.name), .text(String(row.row)),
                        .text(row.content),
                    ]
                }), rest(shown.count, of: new, list, .new))
    }
}

extension ImportPreview.TakenRow {
    /// What becomes different, before → after.
    var shown: HTML {
        .each(changes) { change in
            .p(
                .words(change.field), " ", .span(.class("was"), .text(change.before.isEmpty ? "—" : change.before)),
                .span(.class("arrow"), .attribute("aria-hidden", "true"), "→"),
                .span(.class("unseen"), .say("改为", "becomes")),
                .element("ins", [.text(change.after.isEmpty ? "—" : change.after)]))
        }
    }

    /// What a new one is.
    var content: String { changes.map(\.after).filter { !$0.isEmpty }.joined(separator: " ") }
}
