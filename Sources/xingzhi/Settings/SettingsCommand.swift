import ArgumentParser

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: said("本站的设置：时区、今天是哪一天。", "How the site is set: its time zone, and which day it is there."),
        subcommands: [SettingsShowCommand.self, SettingsTodayCommand.self, SettingsTimeZoneCommand.self],
        defaultSubcommand: SettingsShowCommand.self)
}
