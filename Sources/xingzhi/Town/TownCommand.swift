import ArgumentParser

struct TownCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "town", abstract: said("示例城市。", "The sample town."), subcommands: [TownMakeCommand.self])
}
