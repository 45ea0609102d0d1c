import ArgumentParser
import Exchange
import Seats

struct SeatsExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: said("某人为什么在这个班、为什么不在别的班。", "Why a person sits where they sit, and nowhere else."))

    @OptionGroup var files: SeatFileOptions
    @Argument(help: ArgumentHelp(said("调训安排（JSON）", "the assignment, as JSON"), valueName: "assignment"))
    var assignment: String
    @Option(help: ArgumentHelp(said("人员的序号，从 0 起", "index of the person, from 0"), valueName: "n"))
    var person: Int
    @Option(help: ArgumentHelp(said("text 给人看，json 给程序用", "text for people, json for programs")))
    var format: OutputFormat = .text
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let (instance, wishes) = try files.load()
        let seats = try SeatFileOptions.seats(at: assignment)
        let count = instance.persons.count
        guard (0..<count).contains(person) else {
            throw Trouble.unusable("没有人员 \(person)；共 \(count) 人。", "There is no person \(person); there are \(count).")
        }
        // Reasons are given against the limits as the others use them; an assignment that breaks some has none.
        if let breach = SeatCheck(seats, in: instance).breaches.first {
            let sentence = SeatText(common.language).breach(breach)
            throw Trouble.unusable("\(assignment) 不符合限制：\(sentence)", "\(assignment) breaks a limit: \(sentence)")
        }
        let verdicts: [SeatVerdict]
        do throws(SeatTrouble) {
            verdicts = try SeatPlanner(instance).explain(person, seats: seats, wishes: wishes)
        } catch {
            throw files.trouble(error, wishes)
        }
        let report = SeatVerdictReport(person, verdicts, language: common.language)
        try output.write { output in
            switch format {
            case .text: report.write(to: output)
            case .json: report.writeJSON(to: output)
            }
        }
    }
}
