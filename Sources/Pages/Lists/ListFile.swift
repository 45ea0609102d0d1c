import Formats
import Storage
import Store
import Vocabulary

/// A list as a file: exactly what the page lists, all of it, in its order.
enum ListFile: String, CaseIterable {
    case csv, json

    var words: Words {
        switch self {
        case .csv: Words("表格 CSV", "CSV")
        case .json: Words("JSON", "JSON")
        }
    }

    var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }
}

extension Listing {
    /// The rows as text: by the titles of the page, or by the keys for programs.
    func text(_ file: ListFile, _ ask: Ask) throws -> String {
        let narrowed = try narrowed(ask)
        let rows = try ask.reading.all(
            N.self, for: ask.reader, where: narrowed.condition, order: narrowed.order
        ).map { row in try columns.map { try $0.text(row, ask) } }
        return ByteOutput.text { output in
            switch file {
            case .csv:
                let csv = CSVWriter(output, for: .spreadsheets)
                csv.heading(columns.map { ask.say($0.words) })
                for row in rows {
                    csv.row(zip(columns, row).map { $0.place == .figure || $0.place == .day ? .plain($1) : .text($1) })
                }
            case .json:
                var json = JSONWriter(output)
                json.list(rows, onLines: true) { json, row in
                    json.object { json in
                        for (column, text) in zip(columns, row) {
                            json.key(column.key)
                            json.value(text)
                        }
                    }
                }
            }
        }
    }
}
