import ArgumentParser
import House
import Storage
import Store

struct DatabaseCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: said(
            "把数据库复制到另一处：目录与 PostgreSQL 之间，双向皆可。",
            "Copy the database elsewhere, between a directory and PostgreSQL, either way."),
        discussion: said(
            "目的地必须是空的。各表行数、操作日志末行、记录与日志都核对无误，才以 0 结束；中途停下不留半成品。源库可同时使用。",
            "The target must be empty. Exits 0 only where the rows of every table, the journal's last row and the records agree; killed midway it leaves nothing half. The source may be in use."
        ))

    @Option(
        help: ArgumentHelp(
            said("来源：数据目录，或 postgres://…", "what is copied: a data directory, or postgres://..."), valueName: "place"))
    var from: String
    @Option(
        help: ArgumentHelp(
            said("目的地：空目录，或空的 postgres://…", "where to: an empty directory, or an empty postgres://..."),
            valueName: "place"))
    var to: String
    @Option(
        help: ArgumentHelp(
            said(
                "PostgreSQL 数据库的材料文件所在目录；缺省取 XINGZHI_FILES，再缺省为 ./xingzhi-data/files",
                "where the files of a database on PostgreSQL lie; else XINGZHI_FILES, else ./xingzhi-data/files"),
            valueName: "dir"))
    var files: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !from.isEmpty, !to.isEmpty else {
            throw ValidationError(said("--from 与 --to 后应写目录或地址。", "--from and --to need a directory or an address."))
        }
    }

    func run() throws {
        try Trouble.unusableOnly {
            let (source, target) = (DatabasePlace(from), DatabasePlace(to))
            guard try source.exists() else {
                throw Trouble.unusable("\(source.name) 里没有数据库。", "There is no database in \(source.name).")
            }
            let database = try source.openForReading()
            defer { try? database.close() }
            let copied = try Progress(common).during("正在复制", "Copying") {
                try database.copyEvidence(
                    from: DataOptions.evidence(of: source, files: files),
                    to: DataOptions.evidence(of: target, files: files)
                ) {
                    try Database.copy(database, to: target)
                }
            }
            tell(
                said(
                    "已复制到 \(target.name)：共\(copied.rows)行，操作日志\(copied.journalRows)行，末行校验值 \(copied.head)。已核对无误。",
                    "Copied to \(target.name): \(copied.rows) rows, \(copied.journalRows) in the journal, its last hash \(copied.head). Compared: the same."
                ))
        }
    }
}
