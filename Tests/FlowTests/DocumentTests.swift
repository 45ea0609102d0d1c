import Exchange
import Foundation
import Testing

@Suite("The documents name what there is")
struct DocumentTests {
    private func text(_ path: String) throws -> String {
        try String(contentsOf: Run.packageRoot.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("every command has its part in docs/command-line.md")
    func commands() throws {
        let page = try text("docs/command-line.md")
        for path in CommandTree.paths {
            #expect(page.contains("## `xingzhi \(path.joined(separator: " "))"), "\(path)")
        }
    }

    @Test("every file and column of the facts stands in docs/command-line.md")
    func columns() throws {
        let page = try text("docs/command-line.md")
        for sheet in FactsSheet.all {
            #expect(page.contains("| \(sheet.fileName) | \(sheet.columns.joined(separator: ", ")) |"), "\(sheet.name)")
        }
        let calendar = FactsExport.calendarColumns.joined(separator: ", ")
        #expect(page.contains("| \(FactsExport.calendarFile) | \(calendar) |"))
    }

    @Test("and in docs/ledger.md")
    func ledgerPage() throws {
        let page = try text("docs/ledger.md")
        for sheet in FactsSheet.all {
            let row = "| `\(sheet.fileName)` | `\(sheet.columns.joined(separator: ","))` |"
            #expect(page.contains(row), "\(sheet.name)")
        }
        let calendar = FactsExport.calendarColumns.joined(separator: ",")
        #expect(page.contains("| `\(FactsExport.calendarFile)` | `\(calendar)` |"))
    }
}
