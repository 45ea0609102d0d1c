import Accounts
import ArgumentParser
import Exchange
import Formats
import Storage
import Store
import Training
import Vocabulary

struct AccountsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: said("列出账号及其角色。", "List the accounts with their roles."),
        discussion: said(
            "每行一个账号：账号、姓名、状态、现有角色，以制表符分隔。",
            "A line for each: account, name, state and present roles, with tabs between."))

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let today = try data.clock().today
        let database = try data.openForReading()
        let lines = try database.read { reading in
            try reading.all(Account.self, for: .console(named: "list"), order: "name").map { account in
                let roles = try reading.grantsValid(of: account.name, on: today).map { grant in
                    said(grant.asked.role.words.zh, grant.asked.role.words.en)
                        + (grant.asked.unit.isEmpty ? "" : " \(grant.asked.unit)")
                }
                let state =
                    try account.isDisabled
                    ? AccountState.disabled : AccountState(of: reading.credential(of: account.name))
                return [
                    account.name, account.displayName, said(state.words.zh, state.words.en),
                    roles.joined(separator: said("、", ", ")),
                ]
                .joined(separator: "\t")
            }
        }
        try database.close()
        try output.write { output in for line in lines { output.write(line + "\n") } }
    }
}
