public import ArgumentParser
public import Vocabulary

/// Options of every command.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(said("zh 或 en；缺省取环境变量 XINGZHI_LANGUAGE", "zh or en; else XINGZHI_LANGUAGE")))
    var language: Language = Speaking.language

    @Flag(help: ArgumentHelp(said("在标准错误上显示进度，即使不是终端", "tell progress on standard error even where it is no terminal")))
    var progress = false
}

extension Language: ExpressibleByArgument {}
