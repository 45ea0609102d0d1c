import ArgumentParser
import Exchange
import Formats
import Storage
import Training
import Vocabulary

struct SettingsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: said("显示设置（缺省）。", "Show the settings (what `settings` does without a word)."))

    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let clock = try data.clock()
        try output.write { output in
            switch format {
            case .json:
                var json = JSONWriter(output)
                json.object { json in
                    json.field("timeZone", clock.zone)
                    json.field("today", clock.today.iso)
                }
                json.endLine()
            case .text:
                output.write(
                    said(
                        "时区：\(clock.zone)\n今天：\(clock.today.iso)\n",
                        "time zone: \(clock.zone)\ntoday: \(clock.today.iso)\n"))
            }
        }
    }
}
