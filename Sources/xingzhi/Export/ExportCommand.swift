import ArgumentParser

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: said("写出别的程序算台账所需的一切。", "Write all that another evaluator needs."),
        subcommands: [ExportEditionCommand.self, ExportFactsCommand.self])
}
