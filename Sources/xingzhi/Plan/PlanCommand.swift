import ArgumentParser

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: said("读方案、查方案、发布方案。", "Read a plan, check it, publish it."),
        subcommands: [PlanCompileCommand.self, PlanCheckCommand.self, PlanPublishCommand.self])
}
