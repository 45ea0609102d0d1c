import ArgumentParser
import Exchange
import House
import Spelling
import Storage
import Store
import Training
import Vocabulary

struct ExportEditionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: said("写出生效的一版方案及其全部规则（JSON）。", "Write the edition in force with every rule, as JSON."))

    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(said("该日生效的一版；缺省为今天", "the edition in force that day; today without it"), valueName: "day"))
    var asOfAsked: String?
    @Option(
        name: .customLong("known-at"),
        help: ArgumentHelp(said("只看当日已发布的", "only of those published by that day"), valueName: "day"))
    var knownAtAsked: String?
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
        let today = try data.clock().today
        let asOf = try AskedDay.asOf.day(in: asOfAsked, today: today) ?? today
        let knownAt = try AskedDay.knownAt.day(in: knownAtAsked, today: today)
        let found = try data.openForReading().read { try edition.choose(in: $0, asOf: asOf, knownAt: knownAt) }
        try output.write { EditionJSON(found).write(to: $0) }
    }
}
