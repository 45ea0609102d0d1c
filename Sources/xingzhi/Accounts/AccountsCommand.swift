import ArgumentParser

struct AccountsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: said(
            "账号：列出、重置、首次启用码，已销毁个人信息的名录。",
            "Accounts: list them, let somebody in again, first codes, whose data were destroyed."),
        subcommands: [
            AccountsListCommand.self, AccountsResetCommand.self, AccountsFirstCodesCommand.self,
            AccountsDestroyedCommand.self,
        ],
        defaultSubcommand: AccountsListCommand.self)
}
