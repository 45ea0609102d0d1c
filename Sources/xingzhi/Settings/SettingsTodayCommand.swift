import ArgumentParser
import Exchange
import Formats
import Storage
import Training
import Vocabulary

struct SettingsTodayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "today",
        abstract: said("今天是哪一天，按本站的时区。", "Which day it is, by the site's time zone."))

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let today = try data.clock().today
        try output.write { $0.write(today.iso + "\n") }
    }
}
