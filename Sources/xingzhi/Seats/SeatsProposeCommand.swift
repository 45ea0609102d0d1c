import ArgumentParser
import Exchange
import Formats
import Seats

struct SeatsProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: said("生成年度调训安排。", "Propose who goes where in the year."),
        discussion: said(
            "写出 [人员, 班次] 的列表；写出前重新检查每一项限制。",
            "Writes a list of [person, class]; every limit is tested again before."))

    @OptionGroup var files: SeatFileOptions
    @Option(help: ArgumentHelp(said("上次的安排；变动尽量少", "the last proposal; little of it is changed"), valueName: "file"))
    var previous: String?
    @Option(
        help: ArgumentHelp(
            said(
                "最多用多少秒；不给则以固定步数为限，同样的输入得到同样的安排", "at most so long; else a fixed number of steps, the same every time"),
            valueName: "n"))
    var seconds: Double?
    @Option(help: ArgumentHelp(said("安排写入的文件", "the file for the proposal"), valueName: "file"))
    var output: String
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let seconds, !(seconds > 0 && seconds <= 86_400) {
            throw ValidationError(said("--seconds 应在 0 与 86400 之间", "--seconds must be above 0, at most 86400"))
        }
    }

    func run() throws {
        let progress = Progress(common)
        let (instance, wishes) = try progress.during("正在读取", "Reading") { try files.load() }
        let previous = try previous.map { try SeatFileOptions.seats(at: $0) }
        let proposal = try progress.during("正在安排", "Planning") {
            do throws(SeatTrouble) {
                return try SeatPlanner(instance).propose(wishes: wishes, previous: previous, effort: effort)
            } catch {
                throw files.trouble(error, wishes)
            }
        }
        let check = SeatCheck(proposal.seats, in: instance, wishes: wishes)
        guard check.isFeasible, check.value == proposal.value else {
            let text = SeatText(common.language)
            let breaches = check.breaches.prefix(5).map { text.breach($0) }.joined(separator: "\n")
            throw Trouble.broken(
                "安排没有通过检查，未写出。\n\(breaches)", "The proposal failed its check and was not written.\n\(breaches)")
        }
        if output == "-" {
            let standard = ByteOutput.standard
            SeatFile.write(proposal.seats, to: standard)
            try standard.finish()
        } else {
            try ByteOutput.file(at: output) { SeatFile.write(proposal.seats, to: $0) }
        }
        // Where the proposal itself goes to standard output, the report would spoil it.
        let report = output == "-" ? ByteOutput.descriptor(2, named: "stderr") : ByteOutput.standard
        let finished = SeatReport(
            proposal, figures: SeatFigures(of: proposal.seats, in: instance), language: common.language)
        switch format {
        case .text: finished.write(to: report)
        case .json: finished.writeJSON(to: report)
        }
        try report.finish()
    }

    private var effort: SeatEffort {
        guard let seconds else { return .standard }
        let clock = ContinuousClock()
        let start = clock.now
        // The last fifth is kept for evening out between units.
        return SeatEffort(
            rounds: .max, isSearchOver: { clock.now >= start + .seconds(seconds * 0.8) },
            isOver: { clock.now >= start + .seconds(seconds) })
    }
}
