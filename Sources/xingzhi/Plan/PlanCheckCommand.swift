import ArgumentParser
import Exchange
import Formats
import PlanLanguage
import Plans
import Storage
import Training
import Vocabulary

struct PlanCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: said("只列出方案中需要人看的地方。", "Show only what in a plan needs a person's eye."),
        discussion: said(
            "仍有待明确事项或错误时以 1 结束。", "Exits 1 where a clause is still open or a finding is an error."))

    @OptionGroup var plan: PlanFileOptions
    @OptionGroup var bindings: BindingsOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let compiled = try plan.compile()
        let today = try TownClock().today
        let (edition, answered) = compiled.edition(
            number: 1, inForce: today, publishedOn: today, bindings: try bindings.load())
        let open = Set(edition.obligations.filter { !$0.executable }.map(\.id))
        // An answer in the bindings settles the question that the compiler asked.
        let findings = compiled.findings.filter { $0.key != "open" || open.contains($0.arguments.first ?? "") }
        let standard = ByteOutput.standard
        FindingReport(findings, of: compiled.text, language: common.language).write(to: standard)
        if !answered.isEmpty { FindingReport(inBindings: answered, language: common.language).write(to: standard) }
        try standard.finish()
        let errors = (findings + answered).count { $0.severity == .error }
        if !open.isEmpty || errors > 0 {
            throw Trouble.unusable(
                "待明确 \(open.count) 条，错误 \(errors) 处。", "\(open.count) clauses are open, \(errors) errors.")
        }
    }
}
