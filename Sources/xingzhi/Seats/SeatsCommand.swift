import ArgumentParser

struct SeatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: said("全年班次的名额：提出安排、检查安排、说明理由。", "The year's seats: propose who goes where, check it, say why."),
        subcommands: [SeatsProposeCommand.self, SeatsCheckCommand.self, SeatsExplainCommand.self])
}
