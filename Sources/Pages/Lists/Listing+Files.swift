import Formats
import Storage
import Store
import Vocabulary

extension Listing {
    /// All rows that fit the address, read piece by piece: of a long list only the file itself stands in memory.
    func bytes(_ file: ListFile, _ ask: Ask, _ narrowed: Narrowed) throws -> [UInt8] {
        var bytes: [UInt8] = []
        switch file {
        case .xlsx:
            let count = try ask.reading.count(N.self, for: ask.reader, where: narrowed.condition)
            try workbook(ask, narrowed, count: count).write { bytes += $0 }
        case .csv:
            let output = ByteOutput { bytes += $0 }
            let csv = CSVWriter(output, for: .spreadsheets)
            csv.heading(columns.map { ask.say($0.words) })
            try each(ask, narrowed) { texts in csv.row(zip(columns, texts).map { $0.kind.field($1) }) }
            try output.finish()
        case .json:
            let output = ByteOutput { bytes += $0 }
            var json = JSONWriter(output)
            try json.list(onLines: true) { json in
                try each(ask, narrowed) { texts in
                    json.object { json in
                        for (column, text) in zip(columns, texts) {
                            json.key(column.key)
                            column.kind.write(text, &json)
                        }
                    }
                }
            }
            try output.finish()
        }
        return bytes
    }

    private func each(_ ask: Ask, _ narrowed: Narrowed, _ take: ([String]) throws -> Void) throws {
        try ask.reading.each(N.self, for: ask.reader, where: narrowed.condition, order: narrowed.order) { row in
            try take(try columns.map { try $0.text(row, ask) })
        }
    }

    /// The rows, and on a second sheet what they are: whose, which, of which day.
    private func workbook(_ ask: Ask, _ narrowed: Narrowed, count: Int) -> Workbook {
        let conditions = narrowed.chips.map(\.text)
        var about = [
            ask.say(words), ask.context.town,
            ask.say("条件：", "Conditions: ")
                + (conditions.isEmpty ? ask.say("全部", "all") : conditions.joined(separator: ask.say("；", "; "))),
        ]
        if let order = narrowed.said { about.append(ask.say("排序：", "Order: ") + order) }
        about += [
            ask.say("共\(count)条", Words.count(count, "", "row", "rows").en), ask.say("导出日期：", "Day: ") + ask.today.iso,
            ask.say("导出人：", "By: ") + ask.reader.account,
        ]
        return Workbook([
            .table(ask.say(words), columns.map { $0.sheetColumn(ask) }) { rows in
                try each(ask, narrowed) { texts in try rows.add(zip(columns, texts).map { $0.kind.value($1) }) }
            },
            .instructions(ask.say("说明", "About"), about.filter { !$0.isEmpty }),
        ])
    }
}

extension ListColumn {
    fileprivate func sheetColumn(_ ask: Ask) -> SheetColumn {
        let width: Double? = place == .lead ? 36 : kind == .text && sort != nil ? 20 : nil
        return SheetColumn(ask.say(words), kind.sheet, width: width)
    }
}

extension ListColumn.Kind {
    fileprivate var sheet: SheetColumn.Kind {
        switch self {
        case .text: .text
        case .longText: .longText
        case .number: .number
        case .money: .money
        case .day: .day
        }
    }

    /// What stands in a sheet. A text in a column of figures, such as “–”, stays one.
    fileprivate func value(_ text: String) -> SheetValue {
        if text.isEmpty { return .empty }
        switch self {
        case .text, .longText: return .text(text)
        case .number, .money: return SheetNumber(text).map { .number($0) } ?? .text(text)
        case .day:
            guard let (year, month, day) = Day(iso: text)?.civil,
                let shown = CalendarDay(year: year, month: month, day: day)
            else { return .text(text) }
            return .day(shown)
        }
    }

    fileprivate func field(_ text: String) -> CSVWriter.Field {
        switch value(text) {
        case .text: .text(text)
        default: .plain(text)
        }
    }

    /// A figure as a number, a day as its text, nothing as null.
    fileprivate func write(_ text: String, _ json: inout JSONWriter) {
        switch value(text) {
        case .empty where self != .text && self != .longText: json.null()
        case .number(let number): json.value(Double(number.text))
        default: json.value(text)
        }
    }
}
