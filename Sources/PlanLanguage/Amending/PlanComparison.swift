public import Plans
public import Vocabulary

/// Two editions held against each other, clause by clause (修订对照): what stays, what is changed, what is new, what is gone.
public struct PlanComparison: Sendable {
    public struct Clause: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case same, changed, new, gone
        }

        public var old: Obligation?
        public var new: Obligation?
        /// The same words, rule and answers; its number may be another.
        public var isSame: Bool

        public var kind: Kind { old == nil ? .new : new == nil ? .gone : isSame ? .same : .changed }
    }

    /// In the order of the new edition; what is gone stands behind what it stood behind in the old one.
    public private(set) var clauses: [Clause] = []

    public init(_ old: PlanEdition, _ new: PlanEdition) {
        self.init(
            old.tasks.flatMap { task in task.obligations.map { Self.Placed($0, task) } },
            new.tasks.flatMap { task in task.obligations.map { Self.Placed($0, task) } })
    }

    private struct Placed {
        var obligation: Obligation
        var title: [Glyph]
        var quote: [Glyph]

        init(_ obligation: Obligation, _ task: PlanTask) {
            self.obligation = obligation
            title = glyphs(task.title)
            quote = glyphs(obligation.quote)
        }
    }

    private init(_ old: [Placed], _ new: [Placed]) {
        var partner = [Int?](repeating: nil, count: new.count)
        var isTaken = [Bool](repeating: false, count: old.count)
        func pair(_ place: Int, _ other: Int) {
            partner[place] = other
            isTaken[other] = true
        }
        // The same words under the same heading, then the same words anywhere.
        for key in [{ @Sendable (one: Placed) in one.title + [Char.newline] + one.quote }, { one in one.quote }] {
            var known: [[Glyph]: [Int]] = [:]
            for place in old.indices.reversed() where !isTaken[place] {
                known[key(old[place]), default: []].append(place)
            }
            for place in new.indices where partner[place] == nil {
                if let other = known[key(new[place])]?.popLast() { pair(place, other) }
            }
        }
        // The words that are most alike, those under the same heading first.
        let open = new.indices.filter { partner[$0] == nil }
        let left = old.indices.filter { !isTaken[$0] }
        if open.count <= Self.most / max(left.count, 1) {
            var likely: [(likeness: Double, place: Int, other: Int)] = []
            for place in open {
                for other in left {
                    let likeness = Self.likeness(old[other], new[place])
                    if likeness >= Self.least { likely.append((likeness, place, other)) }
                }
            }
            for (_, place, other) in likely.sorted(by: {
                ($1.likeness, $0.place, $0.other) < ($0.likeness, $1.place, $1.other)
            })
            where partner[place] == nil && !isTaken[other] { pair(place, other) }
        }
        settle(old, new, partner, isTaken)
    }

    private mutating func settle(_ old: [Placed], _ new: [Placed], _ partner: [Int?], _ isTaken: [Bool]) {
        var next = 0
        func passGone(to end: Int) {
            while next < end {
                if !isTaken[next] { clauses.append(Clause(old: old[next].obligation, new: nil, isSame: false)) }
                next += 1
            }
        }
        for place in new.indices {
            let other = partner[place]
            if let other, other >= next { passGone(to: other) }
            let was = other.map { old[$0].obligation }
            let isSame = other.map { old[$0].quote == new[place].quote && was?.says == new[place].obligation.says }
            clauses.append(Clause(old: was, new: new[place].obligation, isSame: isSame ?? false))
        }
        passGone(to: old.count)
    }

    private static let most = 250_000
    private static let least = 0.45

    private static func likeness(_ old: Placed, _ new: Placed) -> Double {
        let words = WordDifference.likeness(old.obligation.quote, new.obligation.quote)
        // What is counted of what tells more than the words around it.
        let isOfOneKind =
            old.obligation.rule.measure == new.obligation.rule.measure
            && old.obligation.activity == new.obligation.activity
        return words + (old.title == new.title ? 0.15 : 0) + (isOfOneKind ? 0.15 : -0.15)
    }
}

extension Obligation {
    /// What is counted by it, whatever its number and its place.
    fileprivate var says: [AnyHashable] {
        [rule, binding, question, activity, population]
    }
}

extension PlanEdition {
    /// With the days from which clauses are counted, where they stood in the edition before: what stays goes on in its windows,
    /// and what is changed goes on where the plan itself fixes its time (五年内, by a day). All else begins with this edition.
    public func going(on old: PlanEdition) -> PlanEdition {
        var edition = self
        var since: [String: Day] = [:]
        for clause in PlanComparison(old, self).clauses {
            guard let was = clause.old, let now = clause.new else { continue }
            let hasFixedTime = !now.rule.recurs && now.rule.window != nil && now.rule.window == was.rule.window
            guard clause.isSame || hasFixedTime else { continue }
            let begun = old.begins(was)
            if begun < inForce { since[now.id] = begun }
        }
        for task in edition.tasks.indices {
            for place in edition.tasks[task].obligations.indices {
                edition.tasks[task].obligations[place].since = since[edition.tasks[task].obligations[place].id]
            }
        }
        return edition
    }
}

extension Bindings {
    /// Those answers to an edition that fit a new text: of clauses that say the same, under their new numbers. The others are
    /// handed back, with what became of their clause.
    public static func carried(
        _ bindings: Bindings, from old: CompiledPlan, to new: CompiledPlan
    ) -> (bindings: Bindings, left: [BindingAnswer]) {
        func plain(_ plan: CompiledPlan) -> PlanEdition {
            plan.edition(number: 1, inForce: Day(number: 0), publishedOn: Day(number: 0)).0
        }
        let partners = PlanComparison(plain(old), plain(new)).clauses.filter(\.isSame)
        var carried = Bindings(populations: bindings.populations)
        var left: [BindingAnswer] = []
        for answer in bindings.answers {
            let wanted = glyphs(answer.quote)
            if answer.obliges != nil {
                // A number that was passed over, and is still.
                guard
                    let number = new.passedOver.first(where: { glyphs($0.quote) == wanted && $0.task == answer.task })
                        ?? new.passedOver.first(where: { glyphs($0.quote) == wanted })
                else {
                    left.append(answer)
                    continue
                }
                carried.answers.append(answer.moved(to: number.task, number.quote))
                continue
            }
            let partner = partners.first { clause in
                clause.old.map { $0.task == answer.task && glyphs($0.quote) == wanted } ?? false
            }
            guard let now = partner?.new else {
                left.append(answer)
                continue
            }
            carried.answers.append(answer.moved(to: now.task, now.quote))
        }
        return (carried, left)
    }
}

extension BindingAnswer {
    fileprivate func moved(to task: String, _ quote: String) -> BindingAnswer {
        var answer = self
        (answer.task, answer.quote) = (task, quote)
        return answer
    }
}
