public import Formats
public import LedgerEngine
public import Plans
import Records
public import Vocabulary

/// Why an entry stands as it does, for reading on a terminal.
public struct ExplanationReport {
    private let explanation: Explanation
    private let obligation: Obligation
    private let language: Language
    private let name: (Subject) -> String

    /// - Parameter name: what a subject is called; its code where it has no name.
    public init(
        _ explanation: Explanation, of obligation: Obligation, language: Language, name: @escaping (Subject) -> String
    ) {
        self.explanation = explanation
        self.obligation = obligation
        self.language = language
        self.name = name
    }

    public func write(to output: ByteOutput) {
        let entry = explanation.entry
        let unit = LedgerText.unit(of: obligation, entry)
        let window =
            "\(LedgerText.date(entry.from, language)) – \(entry.to.map { LedgerText.date($0, language) } ?? "…")"
        output.write("\(obligation.id)  \(language == .zh ? obligation.sentenceZh : obligation.sentenceEn)\n")
        output.write("\(name(entry.subject))  \(window)\n")
        row("进度状态", "standing", LedgerText.standing(entry.standing, in: language), to: output)
        if let question = obligation.question, !obligation.executable {
            row("待明确", "to be answered", QuestionText.sentence(question, in: language), to: output)
        }
        let about =
            LedgerText.aboutNote(obligation, in: language).map { language == .zh ? "（\($0)）" : " (\($0))" } ?? ""
        row("应完成", "required", LedgerText.amountText(explanation.required, unit, in: language) + about, to: output)
        row("已完成", "done", LedgerText.amountText(entry.done, unit, in: language), to: output)
        if entry.alternatives != nil {
            row("任选其一", "any of", LedgerText.figures(of: entry, obligation, in: language), to: output)
        }
        if let population = entry.population { row("应训对象数", "population", String(population), to: output) }
        if let forecast = entry.forecast {
            row("预测（估计）", "forecast (an estimate)", LedgerText.amountText(forecast, unit, in: language), to: output)
        }
        if let due = explanation.nextDue { row("下次应在", "next due", LedgerText.date(due, language), to: output) }
        if let remedy = explanation.wouldHelp {
            row("补齐办法", "would help", LedgerText.remedy(remedy, of: obligation, entry, in: language), to: output)
        }
        if let outside = explanation.outside {
            row("为何不适用", "why it does not apply", LedgerText.outside(outside, in: language), to: output)
        }
        if !explanation.workingYears.isEmpty {
            row(
                "工作日", "working days", LedgerText.workingYears(explanation.workingYears, in: language), to: output)
        }
        if explanation.alternatives == nil {
            records(explanation, of: "", to: output)
        } else {
            for number in entry.alternatives?.inOrder.map(\.number) ?? Array(0..<obligation.rule.figureCount) {
                guard let own = explanation.choice(number) else { continue }
                let asked = LedgerText.asked(number, of: obligation, entry, in: language)
                records(own, of: language == .zh ? "（\(asked)）" : " (\(asked))", to: output)
            }
        }
        if let count = explanation.excusedCount, count > explanation.excused.count {
            row("不计入应训人数", "excused", String(count), to: output)
        }
        section("不计入应训人数", "excused", explanation.excused, to: output) {
            "\(name($0.subject))  \(LedgerText.excuse($0.reason, in: language))"
        }
        section("尚缺", "outstanding", explanation.outstanding ?? [], to: output, name)
    }

    /// What counted and what did not, towards one figure.
    private func records(_ explanation: Explanation, of figure: String, to output: ByteOutput) {
        section("计入\(figure)", "counted\(figure)", explanation.countedByDay, to: output) {
            "\($0.day.iso)  \($0.record.code)  +\(Figure.amount($0.amount))"
        }
        section("未计入及原因\(figure)", "not counted\(figure), because", explanation.notCountedByDay, to: output) {
            "\($0.day.iso)  \($0.record.code)  \(LedgerText.reason($0, of: obligation, in: language))"
        }
    }

    private func row(_ zh: String, _ en: String, _ value: String, to output: ByteOutput) {
        output.write(language == .zh ? "  \(zh)：\(value)\n" : "  \(en): \(value)\n")
    }

    private func section<Item>(
        _ zh: String, _ en: String, _ items: [Item], to output: ByteOutput, _ line: (Item) -> String
    ) {
        guard !items.isEmpty else { return }
        output.write(language == .zh ? "\(zh)（\(items.count)）\n" : "\(en) (\(items.count))\n")
        for item in items { output.write("  \(line(item))\n") }
    }
}
