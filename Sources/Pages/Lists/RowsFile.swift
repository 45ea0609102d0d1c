import Formats
import Vocabulary

/// Rows as a file for a spreadsheet, one after the other: as a workbook with a second sheet that says what they are, or as CSV.
public struct RowsFile {
    public struct Column {
        var title: String
        var kind: CellKind
        /// In signs of the usual font; nil for what the heading needs.
        var width: Double?

        public init(_ title: String, as kind: CellKind = .text, width: Double? = nil) {
            self.title = title
            self.kind = kind
            self.width = width
        }
    }

    public static let workbookType = ListFile.xlsx.type
    /// So many rows go into one file (`ListFile.mostRows`).
    public static let mostRows = ListFile.mostRows

    /// What the rows are called.
    var title: String
    var columns: [Column]
    /// Whose they are, which, and of which day: one a line.
    var about: [String]
    /// Hands over the texts of each row.
    var each: (_ take: ([String]) throws -> Void) throws -> Void

    public init(
        _ title: String, _ columns: [Column], about: [String],
        each: @escaping (_ take: ([String]) throws -> Void) throws -> Void
    ) {
        self.title = title
        self.columns = columns
        self.about = about
        self.each = each
    }

    public func workbook(_ context: PageContext) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let sheet = columns.map { SheetColumn($0.title, $0.kind.sheet, width: $0.width) }
        try Workbook([
            .table(title, sheet) { rows in
                try each { texts in try rows.add(zip(columns, texts).map { $0.kind.value($1) }) }
            },
            .instructions(context.say("说明", "About"), [title, context.town] + about),
        ]).write { bytes += $0 }
        return bytes
    }

    public func csv() throws -> [UInt8] {
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        let csv = CSVWriter(output, for: .spreadsheets)
        csv.heading(columns.map(\.title))
        try each { texts in csv.row(zip(columns, texts).map { $0.kind.field($1) }) }
        try output.finish()
        return bytes
    }
}
