import ArgumentParser
import House
import Store

struct AccountsResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: said(
            "重置一个账号：启用它，结束其登录，给出新的登录码。", "Let somebody in again: enable the account, end its sessions, make a new code."
        ),
        discussion: said(
            "原密码作废，凭登录码登录后须自设密码。只能在本机执行，记入操作日志。服务运行时由服务代为写入。",
            "The password of before is void; whoever signs in with the code chooses a new one. On this machine only, and told in the journal. Goes through the running server where there is one."
        ))

    @Argument(help: ArgumentHelp(said("账号", "account"), valueName: "name"))
    var name: String
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try data.openForReading().close()
        try WriteRequest(.accounts(.reset(name)), language: common.language).carryOut(in: data.place)
    }
}
