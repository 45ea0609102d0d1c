public import PlanLanguage
public import Vocabulary

/// What the language room has compiled, in this room's forms.
extension CompileJSON {
    public init(_ compiled: CompiledPlan, language: Language = .zh) {
        self.init(
            title: compiled.title, tasks: compiled.tasks, findings: compiled.findings,
            passedOver: compiled.passedOver.map {
                Passed(quote: $0.quote, place: $0.place, reason: $0.reason.rawValue)
            }, language: language
        ) {
            FindingText.message($0, in: language)
        }
    }
}

extension CompileReport {
    public init(_ compiled: CompiledPlan, language: Language) {
        self.init(
            title: compiled.title, tasks: compiled.tasks,
            findings: FindingReport(compiled.findings, of: compiled.text, language: language), language: language)
    }
}

extension FindingReport {
    public init(_ findings: [Finding], of text: String, language: Language) {
        let excerpts = PlanExcerpts(of: text)
        self.init(
            findings, language: language, message: { FindingText.message($0, in: language) },
            excerpt: excerpts.excerpt)
    }

    /// Findings about a bindings file, whose text is not at hand: line and column only.
    public init(inBindings findings: [Finding], language: Language) {
        self.init(
            findings, language: language, message: { FindingText.message($0, in: language) }, excerpt: { _ in "" })
    }
}
