import ArgumentParser
import Vocabulary

struct TownMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: said(
            "造一座示例城市：60 个单位、4000 名干部、三年培训。", "Make the sample town: 60 units, 4,000 persons, three years of training."),
        discussion: said(
            "种子与最后一天相同，写出的每个字节都相同。目录里已有记录时不会覆盖。",
            "The same seed and last day give the same bytes. Refuses a directory that already holds records."))

    @Option(help: ArgumentHelp(said("种子", "seed")))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp(said("记录的最后一天", "last day of the records"), valueName: "day"))
    var until = Day(number: 20_726)  // 2026-09-30, fixed: a default that moved would change the bytes of a seed
    @Flag(help: ArgumentHelp(said("已有记录时不动，也不算错", "leave records that are there, and end well")))
    var unlessPresent = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let request = WriteRequest(
            .makeTown(TownRequest(seed: seed, until: until, unlessPresent: unlessPresent)), language: common.language)
        try Progress(common).during("正在造示例城市", "Making the sample town") {
            try request.carryOut(in: data.directory)
        }
    }
}
