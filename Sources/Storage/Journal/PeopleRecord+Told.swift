public import Store
import Vocabulary

extension PeopleRecord {
    /// The record by its columns, days as ISO 8601 has them; what is empty is left out.
    public var columnsTold: [String: String] {
        var told: [String: String] = [:]
        for (column, value) in zip(Self.recordKind.table.columns, columnValues) {
            switch value {
            case .null: break
            case .text(let text): told[column] = text
            case .integer(let number): told[column] = Int32(exactly: number).map { Day(number: $0).iso } ?? ""
            }
        }
        return told
    }

    /// The same as one text.
    var columnsText: String {
        get throws { try StoredJSON.text(columnsTold) }
    }

    /// From what `columnsText` wrote.
    init(told text: String) throws {
        try self.init(ToldRow(columns: try StoredJSON.value([String: String].self, from: text)))
    }
}

/// A record as it was told, read like a row of its table.
private struct ToldRow: SQLRow {
    var columns: [String: String]

    func value(_ column: String) throws -> SQLValue {
        guard let told = columns[column] else { return .null }
        guard column.hasSuffix("_day") else { return .text(told) }
        guard let day = Day(iso: told) else { throw UnexpectedRow(column, expected: "a day") }
        return SQLValue(day)
    }
}
