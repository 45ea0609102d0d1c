/// Writes CSV as RFC 4180 has it: commas, lines ended by CR LF, quotes only where a field needs them.
public struct CSVWriter {
    private let output: ByteOutput
    private let readers: Readers

    /// Who will read the file.
    public enum Readers: Sendable {
        /// Programs that know the contract: a text is whole, and gets back what it was (`FormulaGuard.unguarded`).
        case programs
        /// People, in a spreadsheet: UTF-8 with a mark of its encoding, a text stays one line and is never read as a figure.
        case spreadsheets
    }

    /// A field, by what stands in it.
    public enum Field: Sendable {
        /// A number, a day or a word of ours: written as it is.
        case plain(String)
        /// What somebody typed, or a code that must not become a number.
        case text(String)
        /// The same with its line breaks, for what is handed back: a list with one thing a line.
        case lines(String)
    }

    public init(_ output: ByteOutput, for readers: Readers = .programs) {
        self.output = output
        self.readers = readers
        // By the mark spreadsheets know that the Chinese is UTF-8.
        if readers == .spreadsheets { output.write("\u{FEFF}") }
    }

    public func row(_ fields: some Sequence<Field>) {
        var isFirst = true
        for field in fields {
            if !isFirst { output.write(byte: 0x2C) }
            isFirst = false
            switch field {
            case .plain(let text): write(text)
            case .text(let text): write(readers == .programs ? FormulaGuard.guarded(text) : Self.shown(text))
            case .lines(let text): write(FormulaGuard.guarded(text, for: readers))
            }
        }
        output.write("\r\n")
    }

    /// Headings, and other words of ours.
    public func heading(_ names: some Sequence<String>) { row(names.map { .plain($0) }) }

    /// A text as a spreadsheet may have it: in one line, and neither a formula nor a figure.
    private static func shown(_ text: String) -> String {
        let line = text.unicodeScalars.allSatisfy { !isBreak($0) } ? text : inOneLine(text)
        return FormulaGuard.guarded(line, for: .spreadsheets)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
    }

    private static func inOneLine(_ text: String) -> String {
        text.unicodeScalars.split(omittingEmptySubsequences: true, whereSeparator: isBreak).map { String($0) }
            .joined(separator: " ")
    }

    private func write(_ field: String) {
        guard field.utf8.contains(where: needsQuotes) else {
            output.write(field)
            return
        }
        output.write(byte: 0x22)
        for scalar in field.unicodeScalars { output.write(scalar == "\"" ? "\"\"" : String(scalar)) }
        output.write(byte: 0x22)
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x2C, 0x0A, 0x0D: true
        // Some spreadsheets split at these too.
        case 0x3B, 0x09: readers == .spreadsheets
        default: false
        }
    }
}
