import Formats
import Testing

@Suite("CSV")
struct CSVTests {
    private func rows(_ fields: [CSVWriter.Field], for readers: CSVWriter.Readers) -> String {
        ByteOutput.text { CSVWriter($0, for: readers).row(fields) }
    }

    private func cell(_ text: String, for readers: CSVWriter.Readers = .spreadsheets) -> String {
        var line = rows([.text(text)], for: readers).unicodeScalars.dropLast(2)
        if line.first == "\u{FEFF}" { line = line.dropFirst() }
        return String(line)
    }

    static let formulas = [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u{200B}=1+1", "\u{1}=1+1", "\0=1+1",
        "\u{FEFF}=1", "\u{202E}=1", "\u{3000}=1", "\u{A0}=1", "\u{2800}=1", "\u{3164}=1", "\u{301}=1", "'=1+1", "''=1",
        "＝1+1", "＋1", "－1", "＠SUM", "﹦1", "−1", "\u{200B}\t\u{1}＝1", "=", "-", "=\u{301}1",
    ]

    @Test("no text can begin a formula, whatever stands before it that does not show", arguments: formulas)
    func formula(text: String) {
        for readers in [CSVWriter.Readers.spreadsheets, .programs] {
            let cell = cell(text, for: readers)
            #expect(cell.utf8.starts(with: "'".utf8) || cell.utf8.starts(with: "\"'".utf8), "\(cell)")
        }
    }

    @Test(
        "programs get back what was written",
        arguments: formulas + ["林青禾", "'", "''x", "13.10", "", "a=1", "'\u{301}x"])
    func roundTrip(text: String) {
        #expect(FormulaGuard.unguarded(FormulaGuard.guarded(text)).unicodeScalars.elementsEqual(text.unicodeScalars))
        let twice = FormulaGuard.guarded(FormulaGuard.guarded(text))
        #expect(FormulaGuard.unguarded(twice) == FormulaGuard.guarded(text))
    }

    @Test("a number keeps its minus sign, a word its dash, and a name its apostrophe")
    func untouched() {
        #expect(rows([.plain("-1.5"), .text("——副标题"), .text("d'Arc")], for: .programs) == "-1.5,——副标题,d'Arc\r\n")
    }

    @Test(
        "what a spreadsheet would take for a number or a day stays a text",
        arguments: ["007", "13.10", "1E5", "3-4", "2026-09-30", "1/2", "12:30", "50%", "-5", "1,200"])
    func figures(text: String) {
        #expect(cell(text).contains("'"), "\(cell(text))")
        #expect(cell("第\(text)条").contains("第\(text)条"))
    }

    @Test("a text stays in its row", arguments: ["甲\r\n=1+1", "甲\n乙", "甲\r乙", "甲\u{2028}乙", "甲\u{85}乙", "甲\0乙"])
    func lines(text: String) {
        let cell = cell(text)
        #expect(!cell.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 }, "\(cell)")
        // To programs it is given whole, within quotes where they need them.
        let whole = self.cell(text, for: .programs)
        #expect(whole.unicodeScalars.filter { $0 != "\"" }.elementsEqual(text.unicodeScalars))
    }

    @Test("quotes are doubled even where a mark sits on them, and what splits cells is quoted")
    func quotes() {
        #expect(cell("a\"\u{301}b") == "\"a\"\"\u{301}b\"")
        #expect(cell("a;=1") == "\"a;=1\"")
        #expect(cell("a,b") == "\"a,b\"")
    }
}

extension CSVTests {
    @Test(
        "what we write for spreadsheets is read back as it was",
        arguments: formulas.filter { !$0.contains { $0.isNewline || $0 == "\t" || $0 == "\0" || $0 == "\u{1}" } }
            + ["007", "'007", "''13.10", "3-4", "'", "'甲", "甲,\"乙\"", "1E5", "E04", "50%"])
    func readBack(text: String) throws {
        guard !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return }
        var bytes: [UInt8] = []
        let output = ByteOutput { bytes += $0 }
        CSVWriter(output, for: .spreadsheets).row([.text("名称"), .text(text)])
        CSVWriter(output, for: .programs).row([.text("名称"), .lines("\(text)\n乙")])
        try output.finish()
        var rows: [[String]] = []
        try TextTable(bytes).read { row in
            rows.append(row.cells.map(\.seen))
            return .more
        }
        #expect(rows[0][1].unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(rows[1][1].unicodeScalars.elementsEqual("\(text)\n乙".unicodeScalars))
    }
}
