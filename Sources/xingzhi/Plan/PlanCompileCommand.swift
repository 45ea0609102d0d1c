import ArgumentParser
import Exchange

struct PlanCompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: said("读出方案中的量化要求。", "Find the quantified obligations of a plan."),
        discussion: said(
            "只要文本读得懂就以 0 结束，有没有校验问题都一样；空文件、二进制、无法解码或超过大小上限时以 1 结束。",
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
