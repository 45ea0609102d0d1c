/// Takes the rows of a sheet that is being written, one by one.
public final class SheetRows {
    private let name: String
    private let columns: [SheetColumn]
    private let letters: [String]
    private let styles: [CellStyle]
    private let write: ([UInt8]) throws -> Void
    private var bytes: [UInt8] = []
    /// Rows so far, with the head.
    private(set) var count: Int
    private(set) var cuts: [WorkbookNotes.Cut] = []

    init(_ name: String, _ columns: [SheetColumn], count: Int = 0, write: @escaping ([UInt8]) throws -> Void) {
        self.name = name
        self.columns = columns
        self.count = count
        self.write = write
        letters = (0..<max(columns.count, 1)).map { ColumnName.text($0 + 1) }
        styles = columns.map { CellStyle($0.kind) }
        bytes.reserveCapacity(Self.writtenAt + 4096)
    }

    private static let writtenAt = 1 << 16
    /// Signs of a text that a cell holds, by the units of UTF-16.
    private static let longest = 32_767

    /// A row; what is missing at its end is empty.
    public func add(_ values: [SheetValue]) throws {
        guard values.count <= columns.count else { throw WorkbookUnwritable.tooManyColumns(sheet: name) }
        try begin()
        for (index, value) in values.enumerated() { cell(index, value) }
        try end()
    }

    /// A row of texts in one style.
    func add(_ texts: [String], _ style: CellStyle) throws {
        try begin()
        for (index, text) in texts.enumerated() where !text.isEmpty { self.text(index, text, style) }
        try end()
    }

    private func begin() throws {
        guard count < SheetArea.lastRow else { throw WorkbookUnwritable.tooManyRows(sheet: name) }
        count += 1
        bytes.append(contentsOf: "<row r=\"".utf8)
        number(count)
        bytes.append(contentsOf: "\">".utf8)
    }

    private func end() throws {
        bytes.append(contentsOf: "</row>".utf8)
        if bytes.count >= Self.writtenAt { try flush() }
    }

    func flush() throws {
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    func xml(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private func cell(_ column: Int, _ value: SheetValue) {
        switch value {
        case .empty: return
        case .text(let text): if !text.isEmpty { self.text(column, text, style(of: text, in: column)) }
        case .number(let number):
            // A spreadsheet would take the digits behind the fifteenth away.
            if number.hasLostDigits {
                self.text(column, number.text, .text)
            } else {
                plain(column, number.text, styles[column] == .money ? .money : .plain)
            }
        case .day(let day): plain(column, String(day.serial), .day)
        case .moment(let day, let seconds):
            plain(column, (Double(day.serial) + Double(seconds) / 86_400).description, .moment)
        case .time(let seconds): plain(column, (Double(seconds) / 86_400).description, .time)
        case .boolean(let flag): plain(column, flag ? "1" : "0", .plain, "b")
        // Excel takes a file for damaged in which an error is none that it knows.
        case .error(let text) where Self.errors.contains(text): plain(column, text, .plain, "e")
        case .error(let text): if !text.isEmpty { self.text(column, text, .text) }
        }
    }

    private func style(of text: String, in column: Int) -> CellStyle {
        let style = styles[column]
        guard style != .text, let first = text.utf8.first, [0x2B, 0x2D, 0x3D, 0x40].contains(first) else {
            return style
        }
        return .guarded
    }

    private static let errors: Set = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]

    private func plain(_ column: Int, _ text: String, _ style: CellStyle, _ type: String? = nil) {
        start(column, style)
        if let type { xml("\" t=\"" + type) }
        xml("\"><v>")
        XMLText.append(text, to: &bytes)
        xml("</v></c>")
    }

    private func text(_ column: Int, _ text: String, _ style: CellStyle) {
        start(column, style)
        xml("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        // No text is longer in UTF-16 than in UTF-8.
        if text.utf8.count > Self.longest, text.utf16.count > Self.longest {
            XMLText.append(Self.cut(text), to: &bytes)
            cuts.append(WorkbookNotes.Cut(sheet: name, row: count, column: column + 1))
        } else {
            XMLText.append(text, to: &bytes)
        }
        xml("</t></is></c>")
    }

    private func start(_ column: Int, _ style: CellStyle) {
        xml("<c r=\"")
        xml(letters[column])
        number(count)
        xml("\" s=\"")
        number(style.rawValue)
    }

    private func number(_ number: Int) {
        // Digits in their order without a text in between: this is asked twice for each cell.
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    private static func cut(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var count = 1
        for scalar in text.unicodeScalars {
            count += scalar.utf16.count
            if count > longest { break }
            result.append(scalar)
        }
        return String(result) + "…"
    }
}
