public import Formats
public import Records

/// One CSV file of the facts: its name, its columns, and how a record book fills it.
public struct FactsSheet: Sendable {
    public let name: String
    public let columns: [String]
    let fill: @Sendable (RecordBook, CSVWriter) -> Void

    public var fileName: String { "\(name).csv" }

    /// Rows are ordered by `order`, so that the same facts give the same bytes wherever they were read from.
    init<Row>(
        _ name: String, _ rows: @escaping @Sendable (RecordBook) -> [Row],
        orderedBy order: @escaping @Sendable (Row) -> String, _ columns: [FactsColumn<Row>]
    ) {
        self.name = name
        self.columns = columns.map(\.name)
        fill = { book, csv in
            for row in rows(book).sorted(by: { order($0) < order($1) }) {
                csv.row(columns.lazy.map { $0.isNumber ? .plain($0.text(row)) : .text($0.text(row)) })
            }
        }
    }

    public func write(_ book: RecordBook, to output: ByteOutput) {
        let csv = CSVWriter(output)
        csv.heading(columns)
        fill(book, csv)
    }
}

struct FactsColumn<Row>: Sendable {
    let name: String
    /// A number may begin with a minus sign.
    let isNumber: Bool
    let text: @Sendable (Row) -> String

    init(_ name: String, isNumber: Bool = false, _ text: @escaping @Sendable (Row) -> String) {
        self.name = name
        self.isNumber = isNumber
        self.text = text
    }
}
