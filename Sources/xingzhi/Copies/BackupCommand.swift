import ArgumentParser
import Foundation
import House
import Storage
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: said("备份整个数据库到一个文件。", "Back the whole database up into one file."),
        discussion: said(
            "服务运行时由服务代为备份，不必停。备份先写在旁边，打开、检查并与原库比对无误后才就位；只有这样才以 0 结束。",
            "Goes through the running server where there is one; nothing need stop. The copy is written beside its place, opened, checked and compared before it is put there: only then the command exits 0."
        ))

    @Argument(help: ArgumentHelp(said("备份写入的文件", "the file for the backup"), valueName: "file"))
    var file: String
    @Flag(help: ArgumentHelp(said("文件已存在时替换它", "replace a file that is there")))
    var replace = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            try data.requireDatabase()
            // The server's own directory is another.
            let place = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
            let request = WriteRequest(
                .backup(BackupRequest(place: place, replacing: replace, evidence: data.evidence.directory)),
                language: common.language)
            try Progress(common).during("正在备份", "Backing up") { try request.carryOut(in: data.place) }
        }
    }
}

/// A copy to be taken by whoever holds the database.
struct BackupRequest: Codable, Sendable {
    /// An absolute path.
    var place: String
    var replacing: Bool
    /// Where the files of papers lie of a server's database; a directory has its own.
    var evidence: String

    func perform(in database: Database, asked: WriteRequest) throws -> WriteReply {
        let store = EvidenceStore(
            directory: database.isShared ? evidence : database.filesDirectory + "/evidence")
        return reply(try database.backup(to: place, replacing: replacing, evidence: store), asked)
    }

    /// Where no server runs: nothing in the database is changed, not even its schema.
    func perform(inDirectory directory: String, asked: WriteRequest) throws -> WriteReply {
        reply(try Database.backup(ofDirectory: directory, to: place, replacing: replacing), asked)
    }

    private func reply(_ copied: Database.Copied, _ asked: WriteRequest) -> WriteReply {
        asked.reply(
            "已备份到 \(place)：\(copied.bytes)字节，共\(copied.rows)行，操作日志\(copied.journalRows)行，末行校验值 \(copied.head)。已打开并比对无误。",
            "Backed up to \(place): \(copied.bytes) bytes, \(copied.rows) rows, \(copied.journalRows) in the journal, its last hash \(copied.head). Opened and compared: the same."
        )
    }
}
