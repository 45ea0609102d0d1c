import Accounts
import ArgumentParser
import Foundation
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
    @Option(
        help: ArgumentHelp(
            said(
                "已销毁个人信息的名录（accounts destroyed 的输出）：恢复后重新销毁其中的人",
                "whose data were destroyed since (as accounts destroyed prints it): they are destroyed again"),
            valueName: "file"))
    var destroyed: String?
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            // Before anybody is readable again.
            let list = try destroyedSince()
            let (copied, aside) = try Progress(common).during("正在恢复", "Restoring") { try restore() }
            tell(
                said(
                    "已恢复到 \(data.place.name)：共\(copied.rows)行，操作日志\(copied.journalRows)行，末行校验值 \(copied.head)。",
                    "Restored to \(data.place.name): \(copied.rows) rows, \(copied.journalRows) in the journal, its last hash \(copied.head)."
                ))
            try destroyAgain(list)
            if let aside { tell(said("原数据库保留为 \(aside)。", "The former database is kept as \(aside).")) }
        }
    }

    /// Whose data were destroyed since the backup was taken, as far as it is known here.
    private func destroyedSince() throws -> [Destruction] {
        let kept = DestructionList(inFiles: data.files)
        guard let destroyed else { return try read(kept) }
        guard FileManager.default.fileExists(atPath: destroyed) else {
            throw Trouble.unusable(
                "没有文件 \(destroyed)，没有恢复。", "There is no file \(destroyed); nothing was restored.")
        }
        return try read(kept) + read(DestructionList(path: destroyed))
    }

    private func read(_ list: DestructionList) throws -> [Destruction] {
        do { return try list.read() } catch {
            throw Trouble.unusable(
                "\(list.path) 不是销毁名录（accounts destroyed 的输出），没有恢复。",
                "\(list.path) is no list of those whose data were destroyed (as accounts destroyed prints it); nothing was restored."
            )
        }
    }

    /// They do not come back with it.
    private func destroyAgain(_ list: [Destruction]) throws {
        guard !list.isEmpty else {
            return tell(
                said(
                    "没有销毁名录。此备份之后如依法销毁过个人信息，请用 --destroyed 再恢复一次，或把名录放在 files/destroyed.list。",
                    "There is no list of those whose data were destroyed. If there were any since this backup, name it with --destroyed."
                ))
        }
        let database = try data.place.open()
        defer { try? database.close() }
        let today = try database.read { try TownClock($0).today }
        let count = try database.repeatDestructions(list, by: NSUserName(), on: today)
        try DestructionList(inFiles: data.files).add(list)
        tell(said("已重新销毁\(count)人的个人信息。", "Destroyed again what was held about \(count) people."))
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
