import Books
import Pages
import Records
import Storage
import Store
import Vocabulary

/// The people of the list as a workbook: everybody who fits, in the order of the page.
struct PeopleSheet {
    let model: PeopleModel

    func file(_ context: PageContext) -> RowsFile {
        let directory = model.town.directory
        let (rows, count) = model.found(context) { (0, min($0, RowsFile.mostRows)) }
        return RowsFile(
            context.say("人员", "People"),
            [
                .init(context.say("姓名", "Name")), .init(context.say("人员编号", "Staff number")),
                .init(context.say("单位", "Unit"), width: 24), .init(context.say("职务", "Post"), width: 20),
                .init(context.say("职级", "Rank"), width: 16),
            ], about: context.about(conditions: model.conditions(context), count: count, shown: rows.count)
        ) { take in
            for row in rows {
                try take([
                    row.person.name, row.person.code, directory.unitName(row.appointment.unit), row.appointment.post,
                    row.appointment.rank,
                ])
            }
        }
    }

    /// The act at the head of a list that is also a workbook.
    static func link(_ context: PageContext, to address: String) -> HTML {
        a(.class("btn"), .href(context.same(address)), .text(context.say("导出 Excel", "Export Excel")))
    }
}

extension PageContext {
    /// What a file of rows is: of which days, by which conditions, how many, made when.
    func about(conditions: [String], count: Int, shown: Int) -> [String] {
        var about = [say("截至：\(asOf.iso)", "As of: \(asOf.iso)")]
        if let knownAt { about.append(say("登记截至：\(knownAt.iso)", "Known at: \(knownAt.iso)")) }
        about.append(
            say("条件：", "Conditions: ")
                + (conditions.isEmpty ? say("全部", "all") : conditions.joined(separator: say("；", "; "))))
        about.append(say("共\(count)条", "\(count) rows"))
        if shown < count {
            about.append(
                say(
                    "只列出前\(shown)条，请缩小筛选范围后分次导出",
                    "Only the first \(shown) are listed: narrow the list and save it in parts"))
        }
        return about + [say("导出日期：\(today.iso)", "Day: \(today.iso)")]
    }
}
