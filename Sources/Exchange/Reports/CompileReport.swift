public import Formats
public import Plans
public import Vocabulary

/// A compiled plan for reading on a terminal: each task with its obligations, then what is unclear, with carets.
public struct CompileReport {
    private let title: String
    private let tasks: [PlanTask]
    private let findings: FindingReport
    private let language: Language

    public init(title: String, tasks: [PlanTask], findings: FindingReport, language: Language) {
        self.title = title
        self.tasks = tasks
        self.findings = findings
        self.language = language
    }

    public func write(to output: ByteOutput) {
        let obligations = tasks.flatMap(\.obligations)
        let executable = obligations.count { $0.executable }
        switch language {
        case .zh:
            output.write("《\(title)》  任务\(tasks.count)项，量化要求\(obligations.count)条，其中可执行\(executable)条\n")
        case .en:
            output.write("\(title): \(tasks.count) tasks, \(obligations.count) obligations, \(executable) executable\n")
        }
        for task in tasks where !task.obligations.isEmpty {
            output.write("\n\(task.number)  \(task.title)\n")
            for obligation in task.obligations { write(obligation, to: output) }
        }
        if !findings.isEmpty {
            output.write("\n")
            findings.write(to: output)
        }
    }

    private func write(_ obligation: Obligation, to output: ByteOutput) {
        let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
        output.write("  \(obligation.executable ? "✓" : "?") \(obligation.id)  \(sentence)\n")
        let place = language == .zh ? "第\(obligation.place.line)行" : "line \(obligation.place.line)"
        output.write("      \(place)  “\(obligation.quote)”\n")
        let answerable = obligation.lead + obligation.responsible.filter { !obligation.lead.contains($0) }
        if !answerable.isEmpty { output.write("      \(answerable.joined(separator: language == .zh ? "、" : ", "))\n") }
        if let question = obligation.question {
            output.write("      \(QuestionText.sentence(question, in: language))\n")
        }
    }
}
