import Plans
import Vocabulary

/// Turns drafts into obligations: who answers, what binds them to the records, what is still to be asked, the sentences.
struct Proposer: Sendable {
    let source: PlanSource
    let clean: CleanText
    let lexicon: Lexicon

    func fill(
        _ task: inout PlanTask, _ drafts: [Draft], _ brackets: [ResponsibilityBracket], _ findings: inout [Finding],
        _ notes: inout CompiledPlan.Notes
    ) {
        var inlineLead: [String] = []
        var inlineResponsible: [String] = []
        var rest = brackets[...]
        for draft in drafts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let scalars = clean.scalars(draft.range)
            // Both are in order of their places.
            rest = rest.drop { $0.range.lowerBound < draft.range.lowerBound }
            let governing = rest.first
            let number = task.obligations.count + 1
            var obligation = Obligation(
                id: "\(task.number).\(number)", task: task.number, quote: source.string(scalars),
                place: source.place(scalars), rule: draft.rule, group: draft.set.map { "\(task.number)-\($0)" },
                lead: governing?.lead ?? [], responsible: governing?.responsible ?? [])
            if governing == nil, let inline = InlineResponsibility.read(clean, around: draft.range) {
                obligation.lead = inline.lead
                obligation.responsible = inline.responsible
                inlineLead += inline.lead
                inlineResponsible += inline.responsible
            }
            let binding = bind(&obligation, draft, of: task)
            if obligation.question != nil { notes.partial[obligation.id] = binding }
            if draft.detail != ClauseDetail() { notes.details[obligation.id] = draft.detail }
            if let question = obligation.question {
                findings.append(
                    Finding(.note, "open", [obligation.id, question.kindName, question.wording], at: obligation.place))
            }
            if draft.weekly {
                notes.weekly.insert(obligation.id)
                findings.append(Finding(.warning, "weekWindow", [obligation.quote], at: obligation.place))
            }
            task.obligations.append(obligation)
        }
        if !inlineLead.isEmpty { task.lead = (task.lead + inlineLead).unique }
        if !inlineResponsible.isEmpty { task.responsible = (task.responsible + inlineResponsible).unique }
    }

    /// Binds an obligation, and gives what was found for it whether or not something is still open.
    private func bind(_ obligation: inout Obligation, _ draft: Draft, of task: PlanTask) -> Binding {
        let kind = activity(draft)
        let population = population(draft)
        obligation.activity = kind
        obligation.rule.alternatives = alternatives(of: draft, kind)
        obligation.population = population?.code
        let answerable = answerable(obligation, draft)
        if draft.weekly {
            obligation.question = .amount(wording: obligation.quote)
        } else if let open = draft.open {
            obligation.question = .amount(wording: clean.string(open))
        } else if let unknown = unknownWording(kind, population, obligation, draft) {
            obligation.question = unknown
        } else if obligation.rule.bearer == .programme, answerable.isEmpty {
            obligation.question = .answerable
        } else if let assumed = assumed(obligation, draft, task) {
            obligation.question = assumed
        }
        var found = binding(obligation, draft, kind ?? .any, population ?? .everybody, answerable)
        found.alternatives = alternatives(of: draft, kind, found, obligation)
        found.namesPersons = namesPersons(obligation, draft, kind ?? .any, population ?? .everybody, under: task.title)
        if obligation.question == nil { obligation.binding = found }
        let names = RuleNames(
            activity: kind.flatMap { lexicon.kinds[$0] }, population: population, basis: draft.basis,
            event: draft.event, topics: found.topics,
            audience: RuleNames.audience(found.audience, among: lexicon.populationList), detail: draft.detail,
            open: draft.open.map(clean.string),
            alternatives: (obligation.rule.alternatives ?? []).map { $0.activity.flatMap { lexicon.kinds[$0] } })
        obligation.sentenceZh = ChineseSentence.sentence(for: obligation.rule, names)
        obligation.sentenceEn = EnglishSentence.sentence(for: obligation.rule, names)
        return found
    }

    func activity(_ draft: Draft) -> ActivityKind? {
        if let kind = draft.activities.first?.meaning.kind { return kind }
        switch draft.rule.measure {
        case .coverage, .headcount, .share, .hours: return .trainingClass
        case .count, .duration, .leadTime, .deadline: return nil
        }
    }

    private func population(_ draft: Draft) -> Population? {
        switch draft.rule.bearer {
        case .programme:
            if [.coverage, .headcount, .share].contains(draft.rule.measure) {
                return draft.persons?.population ?? (draft.rule.measure == .headcount ? .everybody : nil)
            }
            return .programme
        case .activity: return .everyActivity
        case .person:
            if let noun = draft.subject?.noun, noun.population.subjects == .persons { return noun.population }
            return draft.persons?.population ?? .everybody
        case .unit, .team:
            if let noun = draft.subject?.noun { return noun.population }
            return draft.rule.bearer == .unit ? lexicon.population("allUnits") : lexicon.population("leadershipTeams")
        }
    }

    private func answerable(_ obligation: Obligation, _ draft: Draft) -> [String] {
        if let organisers = draft.subject?.organisers, !organisers.isEmpty, obligation.rule.bearer == .programme {
            return organisers
        }
        guard obligation.rule.bearer == .programme || obligation.rule.bearer == .activity else { return [] }
        return obligation.lead.isEmpty ? obligation.responsible : obligation.lead
    }

    private func unknownWording(
        _ kind: ActivityKind?, _ population: Population?, _ obligation: Obligation, _ draft: Draft
    ) -> Question? {
        if draft.rule.measure == .count, draft.rule.bearer == .activity {
            // Only papers of an activity are kept with it; anything else held at it is not recorded one by one.
            guard let kind, ActivityReader.papers.contains(kind), !draft.container.isEmpty else {
                return .activity(wording: String(obligation.quote.prefix(40)))
            }
        }
        if draft.rule.measure == .count, draft.rule.bearer == .person, let noun = draft.subject?.noun,
            noun.population.subjects == .activities
        {
            return .population(wording: noun.population.nameZh)
        }
        if kind == nil || draft.alternatives.contains(where: { activity($0) == nil }) {
            return .activity(wording: String(obligation.quote.prefix(40)))
        }
        if population == nil { return .population(wording: String(obligation.quote.prefix(40))) }
        return nil
    }

    /// What neither the clause nor anything that governs it says, and a default stands for: it is asked, the default offered.
    private func assumed(_ obligation: Obligation, _ draft: Draft, _ task: PlanTask) -> Question? {
        let wording = String(obligation.quote.prefix(40))
        if draft.activities.isEmpty, draft.basis == nil || draft.doubtful { return .activity(wording: wording) }
        let held = [Measure.duration, .hours, .share, .coverage].contains(obligation.rule.measure)
        if draft.doubtful
            || held && !draft.activities.isEmpty
                && draft.activities.allSatisfy({ Self.things.contains($0.meaning.kind) })
        {
            return .activity(wording: wording)
        }
        if let code = obligation.population, Self.chosen.contains(code) { return .population(wording: wording) }
        switch obligation.rule.bearer {
        case .unit:
            // （责任单位：各县区、各部门）: the bracket says who.
            let told = draft.subject?.noun != nil || obligation.responsible.contains { $0.contains("各") }
            return told ? nil : .population(wording: wording)
        case .team: return draft.subject?.noun == nil ? .population(wording: wording) : nil
        case .person:
            if draft.subject?.vague == true { return .population(wording: wording) }
            return draft.subject?.noun == nil && draft.persons == nil ? .population(wording: wording) : nil
        case .programme:
            let persons = [Measure.headcount, .coverage, .share].contains(obligation.rule.measure)
            return persons && draft.persons == nil ? .population(wording: wording) : nil
        case .activity: return nil
        }
    }

    /// What nobody attends.
    private static let things: Set<ActivityKind> = ActivityReader.papers.union([.site])

    /// Those chosen by name for something: no list of them is kept anywhere.
    private static let chosen: Set<String> = ["candidates", "mentors"]

    func binding(
        _ obligation: Obligation, _ draft: Draft, _ kind: ActivityKind, _ population: Population, _ answerable: [String]
    ) -> Binding {
        var kinds: Set<ActivityKind> = []
        for match in draft.activities {
            for kind in [match.meaning.kind] + match.meaning.also {
                kinds.formUnion(lexicon.kinds.kinds(within: kind) ?? [])
            }
        }
        var document: String?
        if draft.rule.measure == .count, draft.rule.bearer == .activity {
            document = draft.activities.last.map { clean.string($0.range) }
            kinds = []
            for match in draft.container { kinds.formUnion(lexicon.kinds.kinds(within: match.meaning.kind) ?? []) }
        }
        if kinds.isEmpty { kinds = lexicon.kinds.kinds(within: kind) ?? [] }
        let noun = draft.activities.first?.meaning
        var roles = noun?.roles ?? []
        if obligation.rule.bearer == .person, let role = noun?.byPersons,
            !Self.listening.occurs(in: clean.glyphs, draft.zone)
        {
            roles = [role]
        }
        let topics = draft.topics
        return Binding(
            kinds: kinds.isEmpty ? nil : kinds.sorted(), topics: topics, audience: audience(draft), roles: roles,
            population: population, answerable: answerable, length: draft.length, shareOf: draft.basis,
            deadlineFrom: draft.event, document: document)
    }

    private func namesPersons(
        _ obligation: Obligation, _ draft: Draft, _ kind: ActivityKind, _ population: Population, under title: String
    ) -> Bool {
        let figures = [draft] + draft.alternatives
        guard figures.allSatisfy({ $0.persons?.names ?? true && $0.subject?.noun?.names ?? true }) else { return false }
        return NamedPersons(kinds: lexicon.kinds, unlisted: lexicon.unlisted).areListed(
            figures.map { figure in
                let named = figure.activities.flatMap { [$0.meaning.kind] + $0.meaning.also }
                return .init(kinds: named.isEmpty ? [activity(figure) ?? kind] : named, topics: figure.topics)
            }, of: population, owedBy: obligation.rule.bearer, under: title)
    }

    private static let listening: Words = "听 参加 聆听 接受"

    /// 市管干部主体班: the persons a programme's class is for.
    private func audience(_ draft: Draft) -> [PersonCategory] {
        if draft.rule.measure == .headcount, let named = draft.activities.first?.range {
            // 参加中青年干部培训班: the class says whom it is for.
            return lexicon.populations.matches(in: clean.glyphs, named).last?.meaning.population.categories ?? []
        }
        guard draft.rule.measure == .count, [.programme, .unit].contains(draft.rule.bearer) else { return [] }
        let nouns = lexicon.populations.matches(in: clean.glyphs, draft.zone).filter {
            $0.meaning.population.subjects == .persons
        }
        return nouns.last?.meaning.population.categories ?? []
    }
}

extension Population {
    static let programme = Population("programme", "全市", "the programme", .programme)
    static let everyActivity = Population("activities", "每次活动", "every activity", .activities)
    static let everybody = Population("officials", "干部", "officials", .persons)
}

extension Question {
    /// The words that stand for a figure, while nobody has said how many.
    var amountWording: String? {
        if case .amount(let wording) = self { wording } else { nil }
    }

    var kindName: String {
        switch self {
        case .activity: "activity"
        case .population: "population"
        case .answerable: "answerable"
        case .amount: "amount"
        }
    }

    var wording: String {
        switch self {
        case .activity(let wording), .population(let wording), .amount(let wording): wording
        case .answerable: ""
        }
    }
}
