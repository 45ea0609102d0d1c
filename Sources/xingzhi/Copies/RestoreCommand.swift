import ArgumentParser
import House
import Storage
import Store

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: said("用备份恢复数据库。", "Restore the database from a backup."),
        discussion: said(
            "备份先打开并检查无误，才就位。目录里已有数据库时须加 --replace，原文件会另名保留。服务运行时不能恢复。PostgreSQL 上只能恢复到空库。",
            "The backup is opened and checked before it takes its place. Where the directory has a database, --replace is needed; the old file is kept under another name. Refused while a server runs. A database on PostgreSQL must be empty."
        ))

    @Argument(help: ArgumentHelp(said("备份文件", "the backup"), valueName: "file"))
    var file: String
    @Flag(
        help: ArgumentHelp(
            said("替换目录里的数据库，原文件另名保留", "replace the database that is there; it is kept under another name")))
    var replace = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            let (copied, aside) = try Progress(common).during("正在恢复", "Restoring") { try restore() }
            tell(
                said(
                    "已恢复到 \(data.place.name)：共\(copied.rows)行，操作日志\(copied.journalRows)行，末行校验值 \(copied.head)。",
                    "Restored to \(data.place.name): \(copied.rows) rows, \(copied.journalRows) in the journal, its last hash \(copied.head)."
                ))
            if let aside { tell(said("原数据库保留为 \(aside)。", "The former database is kept as \(aside).")) }
        }
    }

    private func restore() throws -> (copied: Database.Copied, aside: String?) {
        switch data.place {
        case .directory(let directory): return try Database.restore(file, to: directory, replacing: replace)
        case .server:
            guard !replace else {
                throw Trouble.unusable(
                    "PostgreSQL 上的数据库不能替换。请另建一个空库，恢复到那里，再改用它。",
                    "A database on PostgreSQL is not replaced. Make an empty one, restore into it, and use that.")
            }
            let backup = try Database.openBackup(file)
            defer { try? backup.close() }
            let copied = try backup.copyEvidence(from: EvidenceStore(besideBackup: file), to: data.evidence) {
                try Database.copy(backup, to: data.place)
            }
            return (copied, nil)
        }
    }
}
