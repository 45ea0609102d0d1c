import Exchange
import Formats
import Foundation
import Testing

/// CSV as other programs read it: a spreadsheet, and a program of three lines.
@Suite("CSV read back by others")
struct SpreadsheetTests {
    private static func installed(_ name: String) -> String? {
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return paths.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static let spreadsheet = installed("soffice")
    private static let python = installed("python3")

    private static let texts = [
        "林青禾", "=1+1", "\u{200B}=1+1", "\u{1}=1+1", "\t=1+1", "甲\r\n=1+1", "＝1+1", "+8610", "-1", "@SUM(1)", "a;=1",
        "\"=1+1\"", "a,\"b\"", "007", "2026-09", "1E5", "3-4", "'=1+1", "第13.1条", "第13.10条", "x\n=1+1", " =2+2",
    ]

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let running = Running()
        running.process.executableURL = URL(fileURLWithPath: program)
        running.process.arguments = arguments
        try running.begin()
        try running.input.close()
        let run = try running.finish()
        try #require(run.exit == 0, "\(run.messages)")
        return run.output
    }

    private func file(for readers: CSVWriter.Readers, in directory: String) throws -> String {
        let path = "\(directory)/sheet.csv"
        try ByteOutput.file(at: path) { output in
            let csv = CSVWriter(output, for: readers)
            csv.heading(["text", "number", "day"])
            for text in Self.texts { csv.row([.text(text), .plain("-1.5"), .plain("2026-09-30")]) }
        }
        return path
    }

    @Test(
        "a spreadsheet runs no formula, splits no row, and keeps texts as texts",
        .enabled(if: Self.spreadsheet != nil, "LibreOffice is not installed"))
    func libreOffice() async throws {
        try await Run.inDirectory { directory in
            let path = try file(for: .spreadsheets, in: directory)
            _ = try run(
                try #require(Self.spreadsheet),
                [
                    "-env:UserInstallation=file://\(directory)/profile", "--headless", "--infilter=CSV:44,34,UTF8,1",
                    "--convert-to", "fods", "--outdir", directory, path,
                ])
            let sheet = try String(contentsOfFile: "\(directory)/sheet.fods", encoding: .utf8)
            #expect(!sheet.contains("table:formula"))
            let cells = sheet.matches(
                of: /<table:table-cell[^>]*office:value-type="([a-z]+)"[^>]*>(.*?)<\/table:table-cell>/
                    .dotMatchesNewlines())
            let types = cells.map { String($0.1) }
            #expect(types.count == 3 * (Self.texts.count + 1))
            for row in 1...Self.texts.count where types.count >= 3 * (row + 1) {
                #expect(types[(3 * row)..<(3 * row + 3)] == ["string", "float", "date"], "\(Self.texts[row - 1])")
            }
            #expect(sheet.contains("第13.10条") && sheet.contains("林青禾"))
        }
    }

    @Test("a program gets back every text as it was", .enabled(if: Self.python != nil, "Python is not installed"))
    func program() async throws {
        try await Run.inDirectory { directory in
            let path = try file(for: .programs, in: directory)
            let output = try run(
                try #require(Self.python),
                [
                    "-c",
                    "import csv, json, sys\nprint(json.dumps(list(csv.reader(open(sys.argv[1], encoding='utf-8', newline='')))))",
                    path,
                ])
            let rows = try JSONDecoder().decode([[String]].self, from: Data(output.utf8))
            #expect(rows.dropFirst().map { FormulaGuard.unguarded($0[0]) } == Self.texts)
            #expect(rows.dropFirst().allSatisfy { $0[1] == "-1.5" })
            #expect(rows.dropFirst().allSatisfy { !["=", "+", "-", "@"].contains($0[0].prefix(1)) })
        }
    }
}
