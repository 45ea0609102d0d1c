import ArgumentParser

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: said("工作日历：节假日与调休上班的日子。", "The calendar of working days: holidays and worked weekends."),
        subcommands: [CalendarShowCommand.self, CalendarSetCommand.self], defaultSubcommand: CalendarShowCommand.self)
}
