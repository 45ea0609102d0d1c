import ArgumentParser
import Exchange
import Formats
import Seats

struct SeatsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: said("检查调训安排是否符合全部限制条件。", "Test whether an assignment keeps every limit."),
        discussion: said("有一处不符即以 1 结束。", "Exits 1 where one does not hold."))

    @OptionGroup var files: SeatFileOptions
    @Argument(help: ArgumentHelp(said("调训安排（JSON）", "the assignment, as JSON"), valueName: "assignment"))
    var assignment: String
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (instance, wishes) = try files.load()
        let seats = try SeatFileOptions.seats(at: assignment)
        let check = SeatCheck(seats, in: instance, wishes: wishes)
        let text = SeatText(common.language)
        let standard = ByteOutput.standard
        switch format {
        case .json:
            var json = JSONWriter(standard)
            json.object(onLines: true) { json in
                json.field("feasible", check.isFeasible)
                json.field("value", check.value)
                json.field("seats", seats.count)
                json.field("problems", check.breaches.map { text.breach($0) })
            }
            json.endLine()
        case .text where check.isFeasible:
            let proposal = SeatProposal(seats: seats, value: check.value)
            standard.write(said("全部符合限制条件。\n", "Every limit is kept.\n"))
            SeatReport(proposal, figures: SeatFigures(of: seats, in: instance), language: common.language)
                .write(to: standard)
        case .text:
            for breach in check.breaches { standard.write(text.breach(breach) + "\n") }
        }
        try standard.finish()
        if !check.isFeasible {
            let count = check.breaches.count
            throw Trouble.unusable("\(count) 处不符合限制。", "\(count) limits are not kept.")
        }
    }
}
