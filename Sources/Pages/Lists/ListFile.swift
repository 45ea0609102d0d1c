import Formats
import Storage
import Store
import Vocabulary

/// A list as a file: exactly what the page lists, all of it, in its order.
enum ListFile: String, CaseIterable {
    case xlsx, csv, json

    var words: Words {
        switch self {
        case .xlsx: Words("表格 Excel", "Excel")
        case .csv: Words("文本 CSV", "CSV")
        case .json: Words("数据 JSON", "JSON")
        }
    }

    var type: String {
        switch self {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .csv: "text/csv; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        }
    }

    /// So many rows go into one file: it is made while others wait for the database, and a list that is longer wants to be
    /// narrowed before anybody reads it.
    static let mostRows = 100_000
}
