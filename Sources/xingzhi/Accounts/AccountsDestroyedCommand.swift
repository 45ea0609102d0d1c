import Accounts
import ArgumentParser
import Exchange
import Formats
import House
import Store

struct AccountsDestroyedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroyed",
        abstract: said("列出已依法销毁个人信息的人员编号。", "List the numbers of those whose personal data were destroyed."),
        discussion: said(
            "每行一项，不含姓名。把输出与备份一同保管：恢复旧备份时用 restore --destroyed 指定，系统会重新销毁。",
            "One a line, without names. Keep it with the backups: restore --destroyed destroys them again in an older one."
        ))

    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            let database = try data.openForReading()
            defer { try? database.close() }
            let standard = ByteOutput.standard
            standard.write(try DestructionList.text(try database.read { try $0.destroyedPersons() }))
            try standard.finish()
        }
    }
}
