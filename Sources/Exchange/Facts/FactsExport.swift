public import Records

/// Every fact of a record book as CSV: UTF-8, a header, ISO days, lists joined by `;`, an empty field for what is absent.
///
/// With `export edition` and docs/ledger.md it is all that another evaluator needs.
public struct FactsExport {
    private let book: RecordBook

    public init(_ book: RecordBook) { self.book = book }

    public func text(of sheet: FactsSheet) -> String {
        ByteOutput.text { sheet.write(book, to: $0) }
    }

    /// Writes one file per sheet into an existing directory; the names of the files written.
    @discardableResult
    public func write(to directory: String) throws -> [String] {
        try FactsSheet.all.map { sheet in
            try ByteOutput.file(at: "\(directory)/\(sheet.fileName)") { sheet.write(book, to: $0) }
            return sheet.fileName
        }
    }
}
