/// A table as text: CSV from any spreadsheet, or cells that were copied from one.
///
/// Encoding and separator are told from what stands in it. All its cells are texts; nothing is taken for a number here.
public struct TextTable: Sendable {
    public let encoding: TextEncoding
    /// A comma, a semicolon or a tab.
    public let separator: UInt8

    private let text: TableText
    private let start: Int
    private let limits: TextTableLimits
    /// An apostrophe stands before what a spreadsheet would take for a formula or a number; it is taken off again.
    private let hasGuards: Bool

    public init(_ bytes: [UInt8], limits: TextTableLimits = TextTableLimits()) throws(TextTableRefused) {
        guard !bytes.isEmpty else { throw TextTableRefused(.empty) }
        guard bytes.count <= limits.fileBytes else {
            throw TextTableRefused(.tooMuch(.fileBytes, limit: limits.fileBytes))
        }
        let kind = FileKind(bytes)
        guard kind == .text || kind == .unknown else { throw TextTableRefused(.otherKind(kind)) }
        self.limits = limits
        hasGuards = true
        text = TableText(bytes)
        encoding = text.encoding
        guard !text.utf8.isEmpty || text.stop != nil else { throw TextTableRefused(.empty) }
        (separator, start) = Separator.found(in: text.utf8)
    }

    /// Cells that were copied in a spreadsheet and put into a form: a tab between cells, and no other sign.
    public init(pasted: String, limits: TextTableLimits = TextTableLimits()) throws(TextTableRefused) {
        guard pasted.utf8.contains(where: { $0 > 0x20 }) else { throw TextTableRefused(.empty) }
        guard pasted.utf8.count <= limits.fileBytes else {
            throw TextTableRefused(.tooMuch(.fileBytes, limit: limits.fileBytes))
        }
        self.limits = limits
        // What is copied from a sheet is what its cells show.
        hasGuards = false
        text = TableText(Array(pasted.utf8))
        encoding = .utf8
        separator = 0x09
        start = text.utf8.startIndex
    }

    /// Hands over each row in which something stands, from the first to the last or until it is enough.
    public func read(each: (SheetRow) throws -> RowAnswer) throws {
        var scanner = TableScanner(text.utf8[start...], separator: separator)
        var cells = 0
        while var row = try next(&scanner) {
            if row.cells.isEmpty { continue }
            cells += row.cells.count
            guard cells <= limits.cells else {
                throw TextTableRefused(.tooMuch(.cells, limit: limits.cells), row: row.number)
            }
            if hasGuards {
                for index in row.cells.indices {
                    guard case .text(let text) = row.cells[index].value else { continue }
                    row.cells[index].value = .text(FormulaGuard.unguardedCell(text))
                }
            }
            if try each(row) == .enough { return }
        }
    }

    /// The next row that is whole: one in which the text ends before the bytes do is not.
    private func next(_ scanner: inout TableScanner) throws(TextTableRefused) -> SheetRow? {
        guard let stop = text.stop else { return try scanner.next(limits) }
        var row: SheetRow?
        do {
            row = try scanner.next(limits)
        } catch {
            // Quotes that were open where the text ended.
            guard error.reason == .openQuotes else { throw error }
            throw TextTableRefused(stop, row: scanner.row, column: scanner.column)
        }
        if let row, !scanner.isAtEnd || endsRow { return row }
        let isNewRow = endsRow || scanner.row == 0
        throw TextTableRefused(
            stop, row: isNewRow ? scanner.row + 1 : scanner.row, column: isNewRow ? 1 : scanner.column)
    }

    private var endsRow: Bool { text.utf8.last == 0x0A || text.utf8.last == 0x0D }
}
