import Formats
public import Records
public import Vocabulary

/// Every fact of a record book as CSV: UTF-8, a header, ISO days, lists joined by `;`, an empty field for what is absent.
/// Beside it the calendar of working days.
///
/// With `export edition` and docs/ledger.md it is all that another evaluator needs.
public struct FactsExport {
    private let book: RecordBook
    private let calendar: WorkingCalendar

    public init(_ book: RecordBook, calendar: WorkingCalendar = .published) {
        self.book = book
        self.calendar = calendar
    }

    public func text(of sheet: FactsSheet) -> String {
        ByteOutput.text { sheet.write(book, to: $0) }
    }

    public func calendarText() -> String { ByteOutput.text(writeCalendar) }

    /// Writes one file per sheet, and the calendar, into an existing directory; the names of the files written.
    @discardableResult
    public func write(to directory: String) throws -> [String] {
        let sheets = try FactsSheet.all.map { sheet in
            try ByteOutput.file(at: "\(directory)/\(sheet.fileName)") { sheet.write(book, to: $0) }
            return sheet.fileName
        }
        try ByteOutput.file(at: "\(directory)/\(Self.calendarFile)", writeCalendar)
        return sheets + [Self.calendarFile]
    }

    public static let calendarFile = "workingDays.csv"
    public static let calendarColumns = ["announcement", "year", "source", "day", "kind", "recorded"]

    /// Every announcement in order: of one year the later takes the place of the earlier.
    private func writeCalendar(to output: ByteOutput) {
        let csv = CSVWriter(output)
        csv.heading(Self.calendarColumns)
        for (index, year) in calendar.announced.enumerated() {
            let days = year.holidays.map { ($0, "off") } + year.workdays.map { ($0, "work") }
            for (day, kind) in days.sorted(by: { $0.0 < $1.0 }) {
                csv.row([
                    .plain(String(index + 1)), .plain(String(year.year)), .text(year.source), .plain(day.iso),
                    .plain(kind), .plain(year.recorded.iso),
                ])
            }
        }
    }
}
