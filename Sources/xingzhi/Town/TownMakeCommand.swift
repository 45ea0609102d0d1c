import ArgumentParser
import Vocabulary

struct TownMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: said(
            "生成示例城市：160个单位（其中党支部100个）、4000名人员、三年的培训记录。",
            "Make the sample town: 160 units (100 of them branches), 4,000 people, three years of training."),
        discussion: said(
            """
            约四成单位各项要求按时完成，一半左右有一两项滞后，五个单位明显落后，原因在记录中可查：两个镇受灾，一家企业合并组建，两个单位更换培训联络员。
            种子与最后一天相同，写出的每个字节都相同。目录里已有记录时不会覆盖。
            """,
            """
            Four units in ten do everything in time, about half are late with a thing or two, and five are far behind for reasons that their records tell: a flood in two townships, a company put together of two, a new clerk in two offices.
            The same seed and last day give the same bytes. Refuses a directory that already holds records.
            """))

    @Option(help: ArgumentHelp(said("种子", "seed")))
    var seed: UInt64 = 1
    @Option(help: ArgumentHelp(said("记录的最后一天", "last day of the records"), valueName: "day"))
    var until = Day(number: 20_726)  // 2026-09-30, fixed: a default that moved would change the bytes of a seed
    @Flag(help: ArgumentHelp(said("已有记录时不动，也不算错", "leave records that are there, and end well")))
    var unlessPresent = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard let days = TownRequest.days, days.contains(until) else {
            throw ValidationError(
                said("--until 应在 1970 年与 2199 年之间：\(until.iso)", "--until must lie between 1970 and 2199: \(until.iso)")
            )
        }
    }

    func run() throws {
        let request = WriteRequest(
            .makeTown(TownRequest(seed: seed, until: until, unlessPresent: unlessPresent)), language: common.language)
        try Progress(common).during("正在生成示例城市", "Making the sample town") {
            try request.carryOut(in: data.place)
        }
    }
}
