import Books
import Exchange
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// The list of entries as a file for a spreadsheet: every entry that fits, in the order of the page.
struct LedgerSheet {
    var model: LedgerListModel

    func file(_ context: PageContext) -> RowsFile {
        var columns: [RowsFile.Column] = [
            .init(context.say("状态", "standing")), .init(context.say("编号", "obligation")),
            .init(context.say("要求", "sentence"), as: .longText), .init(context.say("对象类别", "subject kind")),
            .init(context.say("对象编号", "subject")), .init(context.say("对象", "name"), width: 20),
            .init(context.say("单位", "unit"), width: 20), .init(context.say("起", "from"), as: .day),
            .init(context.say("止", "to"), as: .day), .init(context.say("应完成", "required"), as: .number),
            .init(context.say("已完成", "done"), as: .number), .init(context.say("人数", "population"), as: .number),
        ]
        if model.isSummed { columns.append(.init(context.say("代表条目数", "entries"), as: .number)) }
        let about = context.about(
            conditions: model.conditions(context), count: model.rows.count, shown: model.rows.count)
        return RowsFile(context.say("台账", "Ledger"), columns, about: about) { take in
            for row in model.rows {
                try take(texts(of: row.entry, context) + (model.isSummed ? [String(row.count)] : []))
            }
        }
    }

    private func texts(of entry: LedgerEntry, _ context: PageContext) -> [String] {
        let view = model.view
        let language = context.language
        return [
            LedgerText.standing(entry.standing, in: language),
            // A bare 13.10 would become the number 13.1.
            context.say("第\(entry.obligation)条", "No. \(entry.obligation)"),
            view.obligation(entry.obligation).map { view.sentence($0, language) } ?? "",
            LedgerText.subjectKind(entry.subject.kind, in: language), entry.subject.code,
            view.name(of: entry.subject, language), view.directory.unitName(entry.unit),
            entry.from.iso, entry.to?.iso ?? "", Figure.amount(entry.required),
            Figure.amount(entry.done), entry.population.map(String.init) ?? "",
        ]
    }
}
