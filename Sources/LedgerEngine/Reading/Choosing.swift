import Plans
import Vocabulary

/// What figures a rule may leave to choose from, and how they are judged together (docs/decisions/0190).
extension Rule {
    /// Whether any of the rule's figures may do: amounts of one subject, or what is asked of each activity; all of them
    /// limits or none, each such as records can tell.
    func canChoose(_ binding: Binding) -> Bool {
        let all = (0..<figureCount).map { (rule: choice($0), binding: binding.choice($0)) }
        let schemes = all.map { RuleReading.scheme(of: $0.rule, $0.binding) }
        let isLimit = all[0].rule.figureComparison == .atMost
        return all.allSatisfy { $0.rule.isMeantAlone($0.binding) && $0.rule.measure != .share }
            && (schemes.allSatisfy { $0 == .amount } || schemes.allSatisfy { $0 == .perActivity })
            && all.allSatisfy { ($0.rule.figureComparison == .atMost) == isLimit }
    }
}

extension Standing {
    /// Of several figures any of which does, the standing that is the best: whoever is in time by one is in time.
    func better(of other: Standing) -> Standing { Self.rank(self) <= Self.rank(other) ? self : other }

    private static func rank(_ standing: Standing) -> Int {
        switch standing {
        case .met: 0
        case .onCourse: 1
        case .notYetDue: 2
        case .behind: 3
        case .overdue: 4
        case .needsRuling, .doesNotApply: 5
        }
    }
}

extension AlternativeFigure {
    /// The share done, at most the whole; of a limit that is passed, how little of the figure it allows.
    func share(isLimit: Bool) -> Double {
        if standing == .met { return 1 }
        let (part, whole) = isLimit ? (required, done) : (done, required)
        return whole > 0 ? min(1, part / whole) : 1
    }
}

extension Alternatives {
    /// The first that is met is the nearest, else the one of which the largest share is done, else the first.
    init(_ figures: [AlternativeFigure], isLimit: Bool) {
        var nearest = figures.firstIndex { $0.standing == .met }
        if nearest == nil {
            nearest = figures.indices.max {
                (figures[$0].share(isLimit: isLimit), $1) < (figures[$1].share(isLimit: isLimit), $0)
            }
        }
        self.init(figures: figures, nearest: nearest ?? 0)
    }

    var standing: Standing { figures.dropFirst().reduce(figures[0].standing) { $0.better(of: $1.standing) } }
}
