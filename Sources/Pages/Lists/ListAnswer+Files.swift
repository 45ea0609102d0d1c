import Formats
import Store
import Vocabulary

extension ListAnswer {
    /// The list as a file; what its address asks for and cannot be had is no file.
    func file(_ kind: ListFile) throws -> Answered {
        try context.with(found.slips).requireWhole()
        guard found.count <= ListFile.mostRows else {
            let back = HTML.a(.class("btn"), .href(context.same(address)), .say("返回列表", "Back to the list"))
            return .refused(Page(words, .sheet(.emptyState(Self.tooMany, .nothing, acts: back))), isTooLong: true)
        }
        let days = hasAsOf ? "-\(context.asOf.iso)" + (context.knownAt.map { "-known-\($0.iso)" } ?? "") : ""
        return .file(
            try bytes(kind), type: kind.type, name: "\(file)\(days).\(kind.rawValue)",
            shown: "\(ask.say(words))\(days).\(kind.rawValue)")
    }

    private var context: PageContext { ask.context }

    /// Read piece by piece: of a long list only the file itself stands in memory.
    private func bytes(_ kind: ListFile) throws -> [UInt8] {
        switch kind {
        case .xlsx: try rowsFile.workbook(context)
        case .csv: try rowsFile.csv()
        case .json: try json()
        }
    }

    private var rowsFile: RowsFile {
        get throws {
            let columns = columns.filter { $0.isInFiles && !found.without.contains($0.key) }
            let heads = columns.map { column in
                RowsFile.Column(
                    ask.say(column.words), as: column.kind,
                    width: column.place == .lead ? 36 : column.kind == .text && column.sort != nil ? 20 : nil)
            }
            return RowsFile(ask.say(words), heads, about: try about) { take in try each(columns, take) }
        }
    }

    /// Which rows they are, of which day, in which order, saved when and by whom: one a line.
    private var about: [String] {
        get throws {
            var about: [String] = []
            if hasAsOf {
                about.append(ask.say("截至：", "As of: ") + context.asOf.iso)
                if let known = context.knownAt { about.append(ask.say("登记截至：", "Known at: ") + known.iso) }
            }
            let fields = HTML.each(try fields.map { try $0.html(ask) }) { $0 }
            let conditions = fields.conditionsInForce(context, besides: found.chips) + found.chips.map(\.text)
            about.append(
                ask.say("条件：", "Conditions: ")
                    + (conditions.isEmpty ? ask.say("全部", "all") : conditions.joined(separator: ask.say("；", "; "))))
            if let order = ask.wantedOrder, let column = ListColumn.sorted(by: ask.query["sort"] ?? "", among: columns)
            {
                about.append(
                    ask.say("排序：", "Order: ") + ask.say(column.words)
                        + (order.isFalling ? ask.say("（降序）", " (falling)") : ""))
            }
            about.append(ask.say("共\(found.count)条", Words.count(found.count, "", "row", "rows").en))
            about.append(ask.say("导出日期：", "Day: ") + ask.today.iso)
            return about + [ask.say("导出人：", "By: ") + ask.reader.account]
        }
    }

    private func json() throws -> [UInt8] {
        let columns = columns.filter(\.isInFiles)
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        var json = JSONWriter(output)
        try json.list(onLines: true) { json in
            try each(columns) { texts in
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

    private func each(_ columns: [ListColumn<Row>], _ take: ([String]) throws -> Void) throws {
        try found.each { row in try take(try columns.map { try $0.text(row, ask) }) }
    }
}
