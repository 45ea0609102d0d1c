import Storage
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
        switch file {
        case .csv:
            return rows.map { $0.joined(separator: ",") }.joined()
        case .json:
            return ""
        }
    }
}
