import ArgumentParser

@testable import xingzhi

/// Every command of the program, as its configuration tells.
enum CommandTree {
    /// `["plan", "compile"]`; a group's default command goes by the group's own name.
    static let paths: [[String]] = leaves(of: Xingzhi.self, under: [])

    private static func leaves(of command: any ParsableCommand.Type, under path: [String]) -> [[String]] {
        let configuration = command.configuration
        if configuration.subcommands.isEmpty { return [path] }
        return configuration.subcommands.flatMap { subcommand in
            let isDefault = configuration.defaultSubcommand == subcommand
            return leaves(of: subcommand, under: isDefault ? path : path + [subcommand.configuration.commandName ?? ""])
        }
    }
}
