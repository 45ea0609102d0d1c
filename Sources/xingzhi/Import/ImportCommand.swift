public import ArgumentParser
import Exchange
import Formats
import Foundation
import House
public import PeopleDesk
import Storage
import Store
import Training
import Vocabulary

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: said("从现有文件导入单位、人员等。", "Take units, people and what belongs to them from files."),
        subcommands: [ImportRowsCommand.self, ImportTemplateCommand.self], defaultSubcommand: ImportRowsCommand.self)
}

extension ImportKind: ExpressibleByArgument {
    fileprivate static var told: ArgumentHelp {
        ArgumentHelp(
            said("内容：", "what the rows are: ") + allCases.map(\.rawValue).joined(separator: ", "), valueName: "kind")
    }
}

struct ImportRowsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows",
        abstract: said("导入一个文件（xlsx、csv、lrmx）。", "Import a file (xlsx, csv, lrmx)."),
        discussion: said(
            "有行有误时不写入，以 1 结束；加 --good-rows 只写入无误的行。同一文件再导入一次不会有变化；文件里没有的不会删除。服务运行时由服务代为写入。",
            "Where a row is wrong nothing is written and it exits 1; with --good-rows the others are. The same file again changes nothing; what is not in it is not removed. Goes through the running server where there is one."
        ))

    @Argument(help: ImportKind.told)
    var kind: ImportKind
    @Argument(help: ArgumentHelp(said("文件；- 为标准输入", "the file; - is standard input"), valueName: "file"))
    var file: String
    @Flag(name: .customLong("dry-run"), help: ArgumentHelp(said("只看会怎样，不写入", "tell what would be, write nothing")))
    var isRehearsal = false
    @Flag(
        name: .customLong("good-rows"), help: ArgumentHelp(said("有误的行略过，其余写入", "pass over wrong rows, take the others"))
    )
    var goodRows = false
    @Option(help: ArgumentHelp(said("工作表名；缺省取第一个认得出表头的", "sheet; else the first whose headings are known")))
    var sheet: String?
    @Option(
        help: ArgumentHelp(
            said("没有填日期的行从哪一天算起；缺省为今天", "from when on rows without a day hold; else today"), valueName: "day"))
    var since: Day?
    @Option(
        name: .customLong("wrong-rows"),
        help: ArgumentHelp(
            said("把有误的行连同原因写入这个 xlsx 文件", "write the wrong rows with their reasons to this xlsx file"),
            valueName: "file"))
    var wrongRows: String?
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let bytes = try MaterialFile.bytes(at: file)
        let name = file == "-" ? "stdin" : URL(fileURLWithPath: file).lastPathComponent
        let call = ImportCall(
            request: ImportRequest(kind, file: name, bytes: bytes, sheet: sheet, since: since, goodRows: goodRows),
            format: format)
        let progress = Progress(common)
        // A site begins with its units: only they make a database where there is none.
        let isFirst = try kind == .units && !data.place.exists()
        if !isFirst { try data.requireDatabase() }
        if let wrongRows { try write(to: wrongRows, call, isFirst: isFirst) }
        guard isRehearsal else {
            return try progress.during("正在导入", "Importing") {
                try WriteRequest(.importRows(call), language: common.language).carryOut(in: data.place)
            }
        }
        let reply = try looking(isFirst: isFirst) { database in
            try progress.during("正在核对", "Looking at it") { try call.rehearse(in: database, language: common.language) }
        }
        try reply.tellAll()
    }

    /// The database for reading; of a site's first file, an empty one that is gone behind it.
    private func looking<Value>(isFirst: Bool, _ body: (Database) throws -> Value) throws -> Value {
        guard isFirst else {
            let database = try data.openForReading()
            let value = try body(database)
            try database.close()
            return value
        }
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("xingzhi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let database = try Database.open(directory: directory.path)
        let result = Result { try body(database) }
        try database.close()
        try FileManager.default.removeItem(at: directory)
        return try result.get()
    }

    private func write(to path: String, _ call: ImportCall, isFirst: Bool) throws {
        let today = try data.clock().today
        let preview = try looking(isFirst: isFirst) { database in
            try database.read { try ImportPlan(call.request, in: $0, today: today).preview }
        }
        guard !preview.wrong.isEmpty else { return }
        let workbook = try preview.wrongRows(of: call.request, in: common.language)
        let bytes = try workbook.bytes()
        try ByteOutput.file(at: path) { output in for byte in bytes { output.write(byte: byte) } }
    }
}

struct ImportTemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: said(
            "写出导入模板（xlsx；以 .csv 结尾的写 csv）。", "Write the template to be filled in (xlsx, or csv by its name)."))

    @Argument(help: ImportKind.told)
    var kind: ImportKind
    @Argument(help: ArgumentHelp(said("写入的文件", "the file to write"), valueName: "file"))
    var file: String
    @OptionGroup var common: CommonOptions

    func run() throws {
        let bytes =
            try file.lowercased().hasSuffix(".csv")
            ? kind.templateText(in: common.language) : kind.template(in: common.language).bytes()
        try ByteOutput.file(at: file) { output in for byte in bytes { output.write(byte: byte) } }
        tell(said("已写出模板 \(file)。", "Wrote the template \(file)."))
    }
}
