public import Plans
public import Vocabulary

/// A plan as the grammar understands it, before anybody has confirmed anything.
public struct CompiledPlan: Sendable {
    public var title: String
    /// Decoded, without a byte-order mark, line ends as they stand.
    public var text: String
    public var tasks: [PlanTask]
    /// In order of their places.
    public var findings: [Finding]
    public var kinds: ActivityKindCatalogue
    public var populations: [Population]
    /// What no obligation quotes, in order of their places.
    public var passedOver: [PassedOver] = []
    var notes = Notes()

    /// What was found besides an obligation, by its id, for those who answer what is open.
    struct Notes: Sendable {
        /// Bindings of obligations that still have a question.
        var partial: [String: Binding] = [:]
        /// Obligations by the week, which an answer counts by the month.
        var weekly: Set<String> = []
        var details: [String: ClauseDetail] = [:]
        /// Of whom no list of named persons may be made.
        var unlisted: [Population] = []
    }

    public var obligations: [Obligation] { tasks.flatMap(\.obligations) }
}

/// Reads plans into proposed obligations (编译).
public struct PlanCompiler: Sendable {
    public var lexicon: Lexicon

    public init(lexicon: Lexicon = .builtIn) { self.lexicon = lexicon }

    /// Whom an answer may name, besides its own populations.
    public var populations: [Population] { lexicon.allPopulations + [.programme, .everybody] }

    public func compile(bytes: [UInt8]) throws(UnreadablePlan) -> CompiledPlan {
        let file = try PlanFile(bytes)
        var compiled = compile(text: file.text)
        compiled.findings.insert(contentsOf: file.findings, at: 0)
        return compiled
    }

    public func compile(text: String) -> CompiledPlan {
        let source = PlanSource(text)
        let clean = CleanText(source)
        let outline = Outline(clean)
        var findings: [Finding] = []
        var tasks: [PlanTask] = []
        var notes = CompiledPlan.Notes()
        notes.unlisted = lexicon.unlisted
        var reader = ClauseReader(clean: clean, lexicon: lexicon, titleYear: Self.year(in: outline.title))
        var quoted: [Range<Int>] = []
        var odd: [(range: Range<Int>, reason: PassedOver.Reason)] = []
        let proposer = Proposer(source: source, clean: clean, lexicon: lexicon)
        var headings: [Int: ClauseReader.Heading] = [:]
        for section in outline.sections {
            // What stands before the first heading governs those at the top.
            let heading = reader.heading(section.title, under: headings[section.group ?? 0])
            headings[section.range.lowerBound] = heading
            let own = outline.brackets(in: section.range)
            let brackets = own.isEmpty ? outline.bracketOverSiblings(of: section) : own
            let body = section.body..<section.range.upperBound
            let sentences = Sentence.sentences(in: clean.glyphs, body, brackets: brackets)
            let drafts = EitherReader(text: clean.glyphs).joined(reader.read(task: sentences, under: heading))
            if section.isGroup {
                headings[section.range.lowerBound]?.governing = reader.openList.governing
                if reader.openList.conditions { headings[section.range.lowerBound]?.conditions = true }
            }
            quoted += drafts.map(\.range)
            var task = PlanTask(
                number: section.number, title: section.title, place: source.place(clean.scalars(section.range)),
                lead: brackets.flatMap(\.lead).unique, responsible: brackets.flatMap(\.responsible).unique)
            proposer.fill(&task, drafts, brackets, &findings, &notes)
            findings += OddFigures(lexicon: lexicon).findings(in: clean, body, source, &odd)
            findings += OpenWording(lexicon: lexicon).findings(in: clean, body, source)
            if section.isGroup, task.obligations.isEmpty { continue }
            tasks.append(task)
        }
        if tasks.allSatisfy(\.obligations.isEmpty) { findings.append(Finding(.warning, "noObligations")) }
        findings.sort { ($0.place?.start ?? -1) < ($1.place?.start ?? -1) }
        let accounting = Accounting(
            source: source, clean: clean, lexicon: lexicon, titleYear: Self.year(in: outline.title))
        let passedOver = accounting.passedOver(
            quoted: quoted, verdicts: reader.verdicts, odd: odd, sections: outline.sections)
        return CompiledPlan(
            title: outline.title, text: source.text, tasks: tasks, findings: findings, kinds: lexicon.kinds,
            populations: lexicon.allPopulations, passedOver: passedOver, notes: notes)
    }

    /// The year that an annual plan is for: 2024年…计划; none where the title names a span of years.
    private static func year(in title: String) -> Int? {
        let text = glyphs(title)
        let mark = glyphs("年")
        var years: [Int] = []
        for index in text.indices.dropLast(4) where text[index].isDigit && (index == 0 || !text[index - 1].isDigit) {
            guard let (value, after) = Numeral.integer(text, at: index, before: text.count),
                (1990...2199).contains(value),
                after - index == 4
            else { continue }
            years.append(value)
            guard after < text.count, text[after] == mark.first else { return nil }
        }
        return years.count == 1 ? years.first : nil
    }
}
