import ArgumentParser
import Exchange
import Storage
import Vocabulary

struct ExportEditionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: said("写出生效的一版方案及其全部规则（JSON）。", "Write the edition in force with every rule, as JSON."))

    @Option(
        help: ArgumentHelp(said("该日生效的一版；缺省为今天", "the edition in force that day; today without it"), valueName: "day"))
    var asOf: Day = .today
    @OptionGroup var edition: EditionOptions
    @Option(help: ArgumentHelp(said("只有 json", "json only")))
    var format: OutputFormat = .json
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard format == .json else {
            throw ValidationError(said("export edition 只写 json。", "export edition writes json only."))
        }
    }

    func run() throws {
        let found = try data.openForReading().read { try edition.choose(in: $0, asOf: asOf) }
        try output.write { EditionJSON(found).write(to: $0) }
    }
}
