import ArgumentParser
import House
import Store

struct SettingsTimeZoneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time-zone",
        abstract: said("设置时区，缺省为 Asia/Shanghai。", "Set the time zone; Asia/Shanghai where nothing is set."),
        discussion: said(
            "今天是哪一天由时区决定，与运行程序的机器无关；已登记的日期不变。服务运行时由服务代为写入。",
            "It decides which day it is, whatever the machine says; days recorded so far stay. Goes through the running server where there is one."
        ))

    @Argument(help: ArgumentHelp(said("IANA 名称，如 Asia/Shanghai", "IANA name, as Asia/Shanghai"), valueName: "name"))
    var name: String
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        // Looks for the database first: a slip in the directory should not make a new one.
        try data.openForReading().close()
        try WriteRequest(.setTimeZone(name), language: common.language).carryOut(in: data.place)
    }
}
