import ArgumentParser
import Exchange
import LedgerEngine
import Plans

struct LedgerShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: said("列出台账（缺省）。", "Print the ledger (what `ledger` does without a word)."))

    @OptionGroup var ledger: LedgerOptions
    @Option(help: ArgumentHelp(said("text 给人看，json 列出每一条", "text for people, json with every entry")))
    var format: OutputFormat = .text
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress(common)
        let loaded = try progress.during("正在读取记录", "Reading records") { try ledger.load() }
        let found = progress.during("正在计算台账", "Evaluating") {
            loaded.evaluator.ledger(asOf: loaded.asOf, knownAt: loaded.knownAt)
        }
        try progress.during("正在写出", "Writing") {
            try output.write { output in
                switch format {
                case .json: LedgerJSON(found, of: loaded.edition.obligations).write(to: output)
                case .text: LedgerReport(found, of: loaded.edition, language: common.language).write(to: output)
                }
            }
        }
    }
}
