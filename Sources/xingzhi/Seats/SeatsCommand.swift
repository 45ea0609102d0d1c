import ArgumentParser

struct SeatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: said("年度调训安排：生成、检查、说明理由。", "The year's seats: propose who goes where, check it, say why."),
        subcommands: [SeatsProposeCommand.self, SeatsCheckCommand.self, SeatsExplainCommand.self])
}
