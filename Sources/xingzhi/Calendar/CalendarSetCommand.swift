import ArgumentParser
import House
import Store

struct CalendarSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: said(
            "登记一年的节假日与调休，代替原有的。", "Enter the holidays and worked weekends of a year, in place of what stands."),
        discussion: said(
            "每行一天或一段：2027-01-01,休,元旦；2027-02-05..2027-02-11,休；2027-02-13,班。服务运行时由服务代为写入。",
            "A line for a day or a stretch: 2027-01-01,off; 2027-02-05..2027-02-11,off; 2027-02-13,work. Goes through the running server where there is one."
        ))

    @Argument(help: ArgumentHelp(said("文件；- 为标准输入", "file; - is standard input"), valueName: "file"))
    var file: String
    @Option(help: ArgumentHelp(said("依据，如通知文号", "who says so: the number of the notice"), valueName: "text"))
    var source: String
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let text = try MaterialFile.text(at: file)
        try data.openForReading().close()
        try WriteRequest(.enterYear(YearRequest(text: text, source: source)), language: common.language)
            .carryOut(in: data.place)
    }
}
