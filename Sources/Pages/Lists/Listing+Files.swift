import Formats
import Store
import Vocabulary

extension Listing {
    /// All rows that fit the address, read piece by piece: of a long list only the file itself stands in memory.
    func bytes(_ file: ListFile, _ ask: Ask, _ narrowed: Narrowed, count: Int) throws -> [UInt8] {
        switch file {
        case .xlsx: try rowsFile(ask, narrowed, count: count).workbook(ask.context)
        case .csv: try rowsFile(ask, narrowed, count: count).csv()
        case .json: try json(ask, narrowed)
        }
    }

    private func rowsFile(_ ask: Ask, _ narrowed: Narrowed, count: Int) -> RowsFile {
        let conditions = narrowed.chips.map(\.text)
        var about = [
            ask.say("条件：", "Conditions: ")
                + (conditions.isEmpty ? ask.say("全部", "all") : conditions.joined(separator: ask.say("；", "; ")))
        ]
        if let order = narrowed.said { about.append(ask.say("排序：", "Order: ") + order) }
        about += [
            ask.say("共\(count)条", Words.count(count, "", "row", "rows").en), ask.say("导出日期：", "Day: ") + ask.today.iso,
            ask.say("导出人：", "By: ") + ask.reader.account,
        ]
        let columns = columns.map { column in
            RowsFile.Column(
                ask.say(column.words), as: column.kind,
                width: column.place == .lead ? 36 : column.kind == .text && column.sort != nil ? 20 : nil)
        }
        return RowsFile(ask.say(words), columns, about: about) { take in try each(ask, narrowed, take) }
    }

    private func json(_ ask: Ask, _ narrowed: Narrowed) throws -> [UInt8] {
        var bytes: [UInt8] = []
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
        return bytes
    }

    private func each(_ ask: Ask, _ narrowed: Narrowed, _ take: ([String]) throws -> Void) throws {
        try ask.reading.each(N.self, for: ask.reader, where: narrowed.condition, order: narrowed.order) { row in
            try take(try columns.map { try $0.text(row, ask) })
        }
    }
}
