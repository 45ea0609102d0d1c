import ArgumentParser
import House
import Store

struct AccountsFirstCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "first-codes",
        abstract: said("重新生成首次启用码。", "Make the first codes anew."),
        discussion: said(
            "为还没有的系统管理员、安全管理员各生成一个启用码，先前的作废。两者都有时不生成。只能在本机执行，记入操作日志。服务运行时由服务代为写入。",
            "One for each of system and security administrator that the site has not; those of before are void. None where it has both. On this machine only, and told in the journal. Goes through the running server where there is one."
        ))

    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try data.openForReading().close()
        try WriteRequest(.accounts(.firstCodes), language: common.language).carryOut(in: data.place)
    }
}
