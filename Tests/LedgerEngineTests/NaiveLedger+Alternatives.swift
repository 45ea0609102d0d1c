import LedgerEngine
import Plans
import Records
import Vocabulary

/// Figures any of which does: every one is counted as if it alone were asked for, and the best decides.
extension NaiveLedger {
    private static let best: [Standing] = [.met, .onCourse, .notYetDue, .behind, .overdue]

    func either(_ obligation: Obligation, _ rule: Rule, _ binding: Binding, _ window: Span) -> [LedgerEntry] {
        func figures(of subject: Subject?, on day: Day) -> [AlternativeFigure] {
            (0..<rule.figureCount).map { number in
                let (alone, own) = (rule.choice(number), binding.choice(number))
                let asked = self.rule(alone, own, for: subject, on: day)
                let required = required(subject, asked, own, window) ?? 0
                let done = amount(subject, asked, own, window)
                return AlternativeFigure(
                    required: required, done: done, standing: pace(asked, window, required, done),
                    forecast: forecasts(asked, own) ? estimate(window, done) : nil)
            }
        }
        let day = reckoning(window, binding)
        if rule.bearer == .programme {
            return [
                entry(
                    obligation, window, Subject(.programme, root), unit: answerable(binding),
                    figures(of: nil, on: day), rule)
            ]
        }
        var parts: [LedgerEntry] = []
        for subject in subjects(rule, binding) where isMember(subject, rule, binding, on: day) {
            let all = figures(of: subject, on: day)
            if !all.contains(where: { $0.standing == .met }), isLate(subject, rule, binding, window) { continue }
            parts.append(entry(obligation, window, subject, unit: unit(of: subject, on: day), all, rule))
        }
        if parts.isEmpty {
            return [nobody(obligation, binding, window, required(nil, rule.choice(0), binding.choice(0), window) ?? 0)]
        }
        let hidden = rule.bearer == .person && !binding.namesPersons
        return (hidden ? [] : parts) + rollUps(obligation, binding, window, parts)
    }

    func either(_ obligation: Obligation, _ activity: Activity, _ rule: Rule, _ binding: Binding) -> LedgerEntry {
        let all = (0..<rule.figureCount).map { number in
            let (required, done, _, own) = judge(activity, rule.choice(number), binding.choice(number))
            return AlternativeFigure(required: required, done: done, standing: own)
        }
        var found = entry(
            obligation, (activity.from, activity.to), Subject(.activity, activity.code), unit: activity.organiser, all,
            rule)
        found.standing = standing(of: activity, binding.conditions, found.standing)
        return found
    }

    /// The figure that is met, else the one that is nearest to it.
    private func entry(
        _ obligation: Obligation, _ window: Span, _ subject: Subject, unit: String, _ figures: [AlternativeFigure],
        _ rule: Rule
    ) -> LedgerEntry {
        var nearest = 0
        var most = -1.0
        for (number, figure) in figures.enumerated() {
            var share = figure.done / figure.required
            if isLimit(rule.choice(0)) { share = figure.required / figure.done }
            if !share.isFinite || share > 1 || figure.standing == .met { share = 1 }
            // What is met comes before what only looks like it: a class too long for “about three days”.
            if figure.standing == .met { share = 2 }
            if share > most { (nearest, most) = (number, share) }
        }
        let standing = Self.best.first { best in figures.contains { $0.standing == best } } ?? .overdue
        var found = entry(
            obligation, window, subject, unit: unit, required: figures[nearest].required, done: figures[nearest].done,
            standing: standing, forecast: figures[nearest].forecast)
        found.alternatives = Alternatives(figures: figures, nearest: nearest)
        return found
    }

    /// Amounts beside amounts, or what is asked of each activity beside the like; limits beside limits.
    func isMeantEither(_ rule: Rule, _ binding: Binding) -> Bool {
        let all = (0..<rule.figureCount).map { (rule: rule.choice($0), binding: binding.choice($0)) }
        func way(_ one: (rule: Rule, binding: Binding)) -> String {
            switch one.rule.measure {
            case .coverage, .share: return "another"
            case .leadTime: return "activity"
            case .deadline:
                return switch one.binding.deadlineFrom {
                case .activityEnd: "activity"
                case .appointment: "another"
                default: "amount"
                }
            case .headcount where one.rule.unit == .percent && one.rule.bearer != .activity: return "another"
            case .count where one.rule.bearer != .activity && one.binding.kinds == [.site]: return "another"
            case .count, .headcount, .duration, .hours: return one.rule.bearer == .activity ? "activity" : "amount"
            }
        }
        let ways = Set(all.map(way))
        return all.allSatisfy { isMeant($0.rule, $0.binding) } && ways.count == 1 && !ways.contains("another")
            && Set(all.map { isLimit($0.rule) }).count == 1
    }
}
