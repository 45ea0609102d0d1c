import ArgumentParser
import Exchange

struct PlanCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: said("读出方案中的量化要求。", "Find the quantified obligations of a plan."),
        discussion: said(
            "文本可读取即返回 0，有无校验问题都一样；空文件、二进制、无法解码或超过大小上限时返回 1。",
            "Exits 0 whenever the text could be read, findings or not; 1 where it is empty, binary, undecodable or too large."
        ))

    @OptionGroup var plan: PlanFileOptions
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let compiled = try Progress(common).during("正在读方案", "Reading the plan") { try plan.compile() }
        try output.write { output in
            switch format {
            case .json: CompileJSON(compiled, language: common.language).write(to: output)
            case .text: CompileReport(compiled, language: common.language).write(to: output)
            }
        }
    }
}
