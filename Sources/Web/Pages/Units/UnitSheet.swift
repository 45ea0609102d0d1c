import Books
import Pages
import Records
import Storage
import Store
import Vocabulary

/// The units of the list as a workbook: all that fit, in the order of the page.
struct UnitSheet {
    let model: UnitListModel

    func file(_ context: PageContext) -> RowsFile {
        let places = model.places(context)
        let directory = model.directory
        return RowsFile(
            context.say("单位", "Units"),
            [
                .init(context.say("单位", "Unit"), width: 28), .init(context.say("编号", "Code")),
                .init(context.say("类别", "Kind")), .init(context.say("滞后或逾期", "Behind or overdue"), as: .number),
                .init(context.say("已完成", "Met"), as: .number), .init(context.say("适用", "Apply"), as: .number),
            ], about: context.about(conditions: model.conditions(context), count: places.count, shown: places.count)
        ) { take in
            for place in places {
                let row = model.summary[place]
                let kind = directory.unit(row.code).map { RecordWords.unitKind($0.kind, context.language) } ?? ""
                try take([row.name, row.code, kind, String(row.late), String(row.met), String(row.applicable)])
            }
        }
    }
}
