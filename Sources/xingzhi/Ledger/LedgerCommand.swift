import ArgumentParser

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: said("某一天的台账，以及每条为什么如此。", "The ledger as of a day, and why each entry stands as it does."),
        subcommands: [LedgerShowCommand.self, LedgerExplainCommand.self],
        defaultSubcommand: LedgerShowCommand.self)
}
