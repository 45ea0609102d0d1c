import Books
import Exchange
import Formats
import LedgerEngine
import Pages
import Plans
import Vocabulary

/// The list of entries as a file for a spreadsheet: every entry that fits, in the order of the page.
struct LedgerSheet {
    var model: LedgerListModel

    func csv(_ context: PageContext) -> String {
        ByteOutput.text { output in
            let csv = CSVWriter(output, for: .spreadsheets)
            csv.heading(
                [
                    context.say("状态", "standing"), context.say("编号", "obligation"), context.say("要求", "sentence"),
                    context.say("对象类别", "subject kind"), context.say("对象编号", "subject"), context.say("对象", "name"),
                    context.say("单位", "unit"), context.say("起", "from"), context.say("止", "to"),
                    context.say("应完成", "required"), context.say("已完成", "done"), context.say("人数", "population"),
                ] + (model.isSummed ? [context.say("代表条目数", "entries")] : []))
            for row in model.rows {
                csv.row(
                    fields(of: row.entry, context) + (model.isSummed ? [.plain(String(row.count))] : []))
            }
        }
    }

    private func fields(of entry: LedgerEntry, _ context: PageContext) -> [CSVWriter.Field] {
        let view = model.view
        let language = context.language
        return [
            .plain(LedgerText.standing(entry.standing, in: language)),
            // A bare 13.10 would become the number 13.1.
            .text(context.say("第\(entry.obligation)条", "No. \(entry.obligation)")),
            .text(view.obligation(entry.obligation).map { view.sentence($0, language) } ?? ""),
            .plain(LedgerText.subjectKind(entry.subject.kind, in: language)), .text(entry.subject.code),
            .text(view.name(of: entry.subject, language)), .text(view.directory.unitName(entry.unit)),
            .plain(entry.from.iso), .plain(entry.to?.iso ?? ""), .plain(Figure.amount(entry.required)),
            .plain(Figure.amount(entry.done)), .plain(entry.population.map(String.init) ?? ""),
        ]
    }
}
