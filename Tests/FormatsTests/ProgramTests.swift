import Foundation
import Testing

@testable import Formats

/// What we write, opened by other programs, where this machine has them.
@Suite(.serialized) struct ProgramTests {
    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private static func succeeds(_ program: String, _ arguments: String...) -> Bool {
        do { return try run(program, arguments).status == 0 } catch { return false }
    }

    static let hasOpenpyxl = succeeds("python3", "-c", "import openpyxl")
    static let hasLibreOffice = succeeds("sh", "-c", "command -v soffice")

    /// A workbook of ours in a folder of its own.
    private func withWorkbook(_ body: (_ path: String, _ folder: URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let day = try #require(CalendarDay(year: 2024, month: 3, day: 5))
        let columns = [
            SheetColumn("编号"), SheetColumn("类别", choices: ["讲座", "研讨,交流"], hint: "请选择"), SheetColumn("日期", .day),
            SheetColumn("时刻", .moment), SheetColumn("学时", .number), SheetColumn("时长", .time),
            SheetColumn("备注", .longText),
        ]
        let row: [SheetValue] = [
            "13.10", "讲座", .day(day), .moment(day, seconds: 34_200), .decimal(7.5), .time(seconds: 95_400),
            "=1+1\n<&> 二",
        ]
        let workbook = Workbook([.instructions("说明", ["填写说明", "每行一项。"]), .table("活动/2024", columns, rows: [row])])
        let file = folder.appendingPathComponent("trial.xlsx")
        try Data(workbook.bytes()).write(to: file)
        try body(file.path, folder)
    }

    @Test(.enabled(if: hasOpenpyxl, "needs python3 with openpyxl"))
    func openpyxlReadsItWithoutAWarning() throws {
        let script = """
            import sys, warnings, openpyxl
            warnings.simplefilter("error")
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book.worksheets[1]
            print([one.title + ("*" if one.sheet_state == "hidden" else "") for one in book.worksheets])
            print([(cell.value, cell.data_type) for cell in sheet[2]])
            print(sheet.freeze_panes, sheet.auto_filter.ref, sheet["A1"].font.b, sheet.print_title_rows, sheet["A9"].number_format)
            print([(rule.type, rule.formula1, rule.prompt, str(rule.sqref)) for rule in sheet.data_validations.dataValidation])
            """
        try withWorkbook { path, _ in
            let (status, output) = try Self.run("python3", ["-c", script, path])
            #expect(status == 0)
            #expect(
                output == """
                    ['说明', '活动／2024', '选项*']
                    [('13.10', 's'), ('讲座', 's'), (datetime.datetime(2024, 3, 5, 0, 0), 'd'), (datetime.datetime(2024, 3, 5, 9, 30), 'd'), (7.5, 'n'), (datetime.timedelta(days=1, seconds=9000), 'd'), ('=1+1\\n<&> 二', 's')]
                    A2 A1:G2 True $1:$1 General
                    [('list', "'选项'!$A$1:$A$2", '请选择', 'B2:B1048576')]

                    """)
        }
    }

    @Test(.enabled(if: hasLibreOffice, "needs LibreOffice"))
    func libreOfficeReadsItAndWritesTheSame() throws {
        try withWorkbook { path, folder in
            let out = folder.appendingPathComponent("out")
            let (status, _) = try Self.run(
                "soffice",
                [
                    "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", "xlsx",
                    "--outdir",
                    out.path, path,
                ])
            #expect(status == 0)
            let ours = try WorkbookFile(Array(Data(contentsOf: URL(fileURLWithPath: path))))
            let theirs = try WorkbookFile(Array(Data(contentsOf: out.appendingPathComponent("trial.xlsx"))))
            #expect(theirs.sheets.map(\.name) == ours.sheets.map(\.name))
            #expect(theirs.sheets.map(\.isHidden) == ours.sheets.map(\.isHidden))
            for sheet in 0..<3 { #expect(try theirs.rows(sheet) == ours.rows(sheet)) }
        }
    }
}
