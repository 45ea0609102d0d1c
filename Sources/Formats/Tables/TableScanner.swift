/// Takes a table of text apart (RFC 4180, and what spreadsheets make of it): quotes around a field that holds separators or line
/// breaks, doubled within it; rows ended by CR LF, LF or CR.
struct TableScanner {
    private let bytes: ArraySlice<UInt8>
    private let separator: UInt8
    private var index: Int
    /// Where the last field stood that was read.
    private(set) var row = 0
    private(set) var column = 0

    init(_ bytes: ArraySlice<UInt8>, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index >= bytes.endIndex }

    private enum End { case field, row }

    /// The next row with its cells in which something stands; nil behind the last.
    mutating func next(_ limits: TextTableLimits) throws(TextTableRefused) -> SheetRow? {
        guard !isAtEnd else { return nil }
        row += 1
        column = 0
        guard row <= limits.rows else { throw TextTableRefused(.tooMuch(.rows, limit: limits.rows), row: row) }
        var cells: [SheetCell] = []
        var end = End.field
        while end == .field {
            column += 1
            guard column <= limits.columns else {
                throw TextTableRefused(.tooMuch(.columns, limit: limits.columns), row: row)
            }
            let text: String
            (text, end) = try field(limits)
            if !text.isEmpty { cells.append(SheetCell(column: column, value: .text(text))) }
        }
        return SheetRow(number: row, cells: cells)
    }

    private mutating func field(_ limits: TextTableLimits) throws(TextTableRefused) -> (String, End) {
        guard !isAtEnd, bytes[index] == 0x22 else { return try plain(before: "", limits) }
        index += 1
        var quoted: [UInt8] = []
        while true {
            let start = index
            while index < bytes.endIndex, bytes[index] != 0x22 { index += 1 }
            quoted.append(contentsOf: bytes[start..<index])
            try check(quoted.count, limits)
            guard index < bytes.endIndex else { throw TextTableRefused(.openQuotes, row: row, column: column) }
            index += 1
            guard index < bytes.endIndex, bytes[index] == 0x22 else { break }
            quoted.append(0x22)
            index += 1
        }
        try refuseZero(quoted[...])
        // What stands behind the quotes belongs to the field, as spreadsheets have it.
        return try plain(before: String(decoding: quoted, as: UTF8.self), limits)
    }

    /// Up to the separator or the end of the row.
    private mutating func plain(before: String, _ limits: TextTableLimits) throws(TextTableRefused) -> (String, End) {
        let start = index
        while index < bytes.endIndex, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
            index += 1
        }
        let run = bytes[start..<index]
        try check(before.utf8.count + run.count, limits)
        try refuseZero(run)
        let text = before + String(decoding: run, as: UTF8.self)
        guard index < bytes.endIndex else { return (text, .row) }
        let sign = bytes[index]
        index += 1
        if sign == separator { return (text, .field) }
        if sign == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        return (text, .row)
    }

    private func check(_ count: Int, _ limits: TextTableLimits) throws(TextTableRefused) {
        guard count > limits.fieldBytes else { return }
        throw TextTableRefused(.tooMuch(.fieldBytes, limit: limits.fieldBytes), row: row, column: column)
    }

    private func refuseZero(_ run: ArraySlice<UInt8>) throws(TextTableRefused) {
        guard run.contains(0) else { return }
        throw TextTableRefused(.zero, row: row, column: column)
    }
}
