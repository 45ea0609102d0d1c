public import Plans
public import Vocabulary

extension CompiledPlan {
    /// An edition to be published: proposals as they are, except those that an answer changes or sets aside.
    ///
    /// Open clauses stay in it with their question. Findings are about the answers.
    public func edition(
        number: Int, inForce: Day, publishedOn: Day, bindings: Bindings = .init()
    ) -> (PlanEdition, [Finding]) {
        var tasks = tasks
        var findings: [Finding] = []
        var dismissed: [Dismissal] = []
        for (index, answer) in bindings.answers.enumerated() {
            let place = index < bindings.places.count ? bindings.places[index] : nil
            if let rule = answer.obliges {
                let faults = beyondLimits(answer, rule, place)
                guard faults.isEmpty else {
                    findings += faults
                    continue
                }
                guard make(rule, of: answer, in: &tasks) else {
                    findings.append(Finding(.error, "bindingUnmatched", [answer.task, answer.quote], at: place))
                    continue
                }
            }
            guard let (task, position) = find(answer, in: tasks) else {
                findings.append(Finding(.error, "bindingUnmatched", [answer.task, answer.quote], at: place))
                continue
            }
            if let reason = answer.dismiss {
                let obligation = tasks[task].obligations.remove(at: position)
                dismissed.append(Dismissal(task: obligation.task, quote: obligation.quote, reason: reason))
                continue
            }
            let title = tasks[task].title
            findings += apply(answer, to: &tasks[task].obligations[position], of: title, bindings.populations, place)
        }
        let edition = PlanEdition(
            number: number, title: title, inForce: inForce, publishedOn: publishedOn, text: text, tasks: tasks,
            kinds: kinds, dismissed: dismissed)
        return (edition, findings)
    }

    /// An obligation of a number that was passed over, after those of its task that were read; what it is about is asked for,
    /// unless the answer says so. False where there is no such number.
    private func make(_ rule: Rule, of answer: BindingAnswer, in tasks: inout [PlanTask]) -> Bool {
        let wanted = glyphs(answer.quote)
        guard let number = passedOver.first(where: { $0.task == answer.task && glyphs($0.quote) == wanted }),
            let task = tasks.firstIndex(where: { $0.number == answer.task }),
            !tasks[task].obligations.contains(where: { $0.place == number.place })
        else { return false }
        // One that was set aside keeps its number: what was noted of it is of nothing else.
        let taken = self.tasks.filter { $0.number == answer.task }.flatMap(\.obligations) + tasks[task].obligations
        let last = taken.compactMap { $0.id.split(separator: ".").last.flatMap { Int($0) } }.max()
        tasks[task].obligations.append(
            Obligation(
                id: "\(answer.task).\((last ?? 0) + 1)", task: answer.task, quote: number.quote, place: number.place,
                rule: rule, lead: tasks[task].lead, responsible: tasks[task].responsible,
                question: .activity(wording: number.quote)))
        return true
    }

    /// The same quotation first, else the only one that holds the answer's.
    private func find(_ answer: BindingAnswer, in tasks: [PlanTask]) -> (task: Int, position: Int)? {
        guard let task = tasks.firstIndex(where: { $0.number == answer.task }) else { return nil }
        let obligations = tasks[task].obligations
        let wanted = glyphs(answer.quote)
        guard !wanted.isEmpty else { return nil }
        if let exact = obligations.firstIndex(where: { glyphs($0.quote) == wanted }) { return (task, exact) }
        let holding = obligations.indices.filter { contains(glyphs(obligations[$0].quote), wanted) }
        guard holding.count == 1, let only = holding.first else { return nil }
        return (task, only)
    }

    private func contains(_ text: [Glyph], _ part: [Glyph]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    private func beyondLimits(_ answer: BindingAnswer, _ rule: Rule, _ place: SourcePlace?) -> [Finding] {
        AnswerLimits(answer, to: rule).faults.map {
            Finding(.error, "bindingBeyondLimit", [$0.field, $0.figure, $0.allowed], at: place)
        }
    }

    /// An answer takes the names of persons away and gives none back: what the clause itself names stays true of it.
    private func namesPersons(_ obligation: Obligation, _ binding: Binding, under title: String) -> Bool {
        guard binding.namesPersons else { return false }
        let figures = (0..<obligation.rule.figureCount).map { number in
            NamedPersons.Figure(
                kinds: obligation.choice(number).activity.map { [$0] } ?? [], topics: binding.choice(number).topics)
        }
        return NamedPersons(kinds: kinds, unlisted: notes.unlisted).areListed(
            figures, of: binding.population, owedBy: obligation.rule.bearer, under: title)
    }

    private func apply(
        _ answer: BindingAnswer, to obligation: inout Obligation, of title: String, _ own: [Population],
        _ place: SourcePlace?
    ) -> [Finding] {
        var findings = beyondLimits(answer, obligation.rule, place)
        guard findings.isEmpty else { return findings }
        var binding = obligation.binding ?? notes.partial[obligation.id] ?? Binding(kinds: nil, population: .programme)
        var open = obligation.question
        if let bearer = answer.bearer { obligation.rule.bearer = bearer }
        if let window = answer.window { obligation.rule.window = window }
        if let kind = answer.activity {
            if kind != .any, kinds[kind] == nil {
                findings.append(Finding(.error, "bindingUnknownActivity", [kind.rawValue], at: place))
            } else {
                binding.kinds = kinds.kinds(within: kind)?.sorted()
                obligation.activity = kind
                if case .activity? = open {
                    open = obligation.population == nil ? .population(wording: obligation.quote) : nil
                }
            }
        }
        if let code = answer.population {
            let known = own + populations + [.programme, .everyActivity, .everybody]
            if let population = known.first(where: { $0.code == code }) {
                binding.population = population
                obligation.population = code
                if case .population? = open { open = nil }
            } else {
                findings.append(Finding(.error, "bindingUnknownPopulation", [code], at: place))
            }
        }
        // 学员 are those of some class: what is asked of each person cannot be asked of them.
        if obligation.rule.bearer == .person, binding.population.subjects == .activities, answer.population != nil {
            findings.append(Finding(.error, "bindingOfNobody", [binding.population.nameZh], at: place))
        }
        if let answerable = answer.answerable { binding.answerable = answerable }
        if obligation.rule.bearer == .programme, binding.answerable.isEmpty, open == nil { open = .answerable }
        if case .answerable? = open, !binding.answerable.isEmpty { open = nil }
        if let amount = answer.amount {
            obligation.rule.value = amount
            if obligation.rule.comparison == .range {
                (obligation.rule.comparison, obligation.rule.upper) = (.atLeast, nil)
            }
            if case .amount? = open {
                if obligation.rule.window == nil, notes.weekly.contains(obligation.id) {
                    (obligation.rule.window, obligation.rule.recurs) = (.months(1), true)
                }
                open = nil
            }
        }
        if let roles = answer.roles { binding.roles = roles }
        if let topics = answer.topics { binding.topics = topics }
        if let audience = answer.audience { binding.audience = audience }
        if let basis = answer.shareOf { binding.shareOf = basis }
        if let event = answer.deadlineFrom { binding.deadlineFrom = event }
        if let document = answer.document { binding.document = document }
        if let membership = answer.membership { binding.membership = membership }
        if let credit = answer.credit { binding.credit = credit }
        if let tiers = answer.tiers { binding.tiers = tiers }
        if let share = answer.passShare { binding.passShare = share }
        if let distinct = answer.distinctKinds { binding.distinctKinds = distinct }
        if let conditions = answer.conditions { binding.conditions = conditions }
        if let step = answer.step { binding.step = step }
        if let others = answer.alternatives {
            findings += choose(among: others, for: &obligation, &binding, place)
        }
        binding.namesPersons = namesPersons(obligation, binding, under: title)
        obligation.question = open
        obligation.binding = open == nil ? binding : nil
        let names = RuleNames(
            activity: obligation.activity.flatMap { kinds[$0] }, population: binding.population, basis: binding.shareOf,
            event: binding.deadlineFrom, topics: binding.topics,
            audience: RuleNames.audience(binding.audience, among: own + populations),
            detail: notes.details[obligation.id] ?? .init(), open: open?.amountWording,
            alternatives: (obligation.rule.alternatives ?? []).map { $0.activity.flatMap { kinds[$0] } })
        obligation.sentenceZh = ChineseSentence.sentence(for: obligation.rule, names)
        obligation.sentenceEn = EnglishSentence.sentence(for: obligation.rule, names)
        return findings
    }
}
