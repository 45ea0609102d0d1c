import ArgumentParser

struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: said("账号：列出、重置，以及首次启用码。", "Accounts: list them, let somebody in again, first codes."),
        subcommands: [AccountsListCommand.self, AccountsResetCommand.self, AccountsFirstCodesCommand.self],
        defaultSubcommand: AccountsListCommand.self)
}
