import LedgerEngine
import Plans
import Records
import Vocabulary

/// Every activity for itself.
extension NaiveLedger {
    func eachActivity(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        var parts: [LedgerEntry] = []
        for activity in book.activities where activity.from >= edition.inForce && fits(activity, rule, binding) {
            if rule.isEither {
                parts.append(either(obligation, activity, rule, binding))
                continue
            }
            let (required, done, population, own) = judge(activity, rule, binding)
            let standing = standing(of: activity, binding.conditions, own)
            parts.append(
                entry(
                    obligation, (activity.from, activity.to), Subject(.activity, activity.code),
                    unit: activity.organiser, required: required, done: done, population: population,
                    standing: standing))
        }
        guard !parts.isEmpty else { return [nobody(obligation, binding, (edition.inForce, nil), threshold(rule))] }
        let isRecurring = rule.recurs && rule.window?.months != nil
        let stretches: [Span] =
            isRecurring
            ? windows(rule, binding)
            : Set(parts.map(\.from.year)).map { (date($0, 1, 1), date($0, 12, 31)) }
        return parts
            + stretches.flatMap { stretch in
                rollUps(
                    obligation, binding, stretch,
                    parts.filter { contains(stretch, $0.from) && $0.standing != .doesNotApply })
            }
    }

    /// The activity's own standing, or what becomes of it where it must satisfy more.
    func standing(of activity: Activity, _ conditions: ActivityConditions?, _ own: Standing) -> Standing {
        guard let conditions, own != .overdue, own != .doesNotApply else { return own }
        if !Set(conditions.topics).isSubset(of: activity.topics) { return .overdue }
        if let days = conditions.filedAhead {
            guard let filed = activity.filed, filed <= asOf, filed <= activity.from - days else { return .overdue }
        }
        if let days = conditions.reportedWithin {
            let last = activity.to + days
            let isReported = activity.reported.map { $0 <= min(last, asOf) } ?? false
            if !isReported { return asOf > last ? .overdue : .notYetDue }
        }
        return own
    }

    func judge(_ activity: Activity, _ rule: Rule, _ binding: Binding) -> (Double, Double, Int?, Standing) {
        func plain(_ required: Double, _ done: Double, _ otherwise: Standing = .overdue) -> (
            Double, Double, Int?, Standing
        ) {
            (required, done, nil, satisfies(rule, required, done) ? .met : otherwise)
        }
        switch rule.measure {
        case .leadTime:
            let last = back(activity.from, rule)
            let isFiled = activity.filed.map { $0 <= asOf } ?? false
            let filed = activity.filed ?? activity.from
            let isWorking = rule.unit == .workingDay
            let ahead = isWorking ? days(filed, activity.from - 1).count(where: isWorked) : activity.from - filed
            return (
                isWorking ? rule.value.rounded(.up) : Double(activity.from - last),
                isFiled && filed <= activity.from ? Double(ahead) : 0,
                nil, isFiled && filed <= last ? .met : .overdue
            )
        case .deadline:
            let last = ahead(activity.to, rule)
            let papers = activity.attachments.filter { paper in
                binding.document.map { paper.name.contains($0) } ?? false
            }
            let handedIn = binding.document == nil ? activity.reported : papers.map(\.day).min()
            let isMet = handedIn.map { $0 <= min(last, asOf) } ?? false
            return (1, isMet ? 1 : 0, nil, isMet ? .met : asOf > last ? .overdue : .notYetDue)
        case .duration:
            let value = lengthInDays(rule.value, rule.unit, from: activity.from)
            let condition = LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit)
            return (
                rule.comparison == .about ? (value * 0.7).rounded(.up) : value, length(activity, in: rule.unit), nil,
                isLong(activity, condition) ? .met : .overdue
            )
        case .hours: return plain(threshold(rule), activity.hours)
        case .headcount: return plain(threshold(rule), Double(listed(activity, binding).filter(\.completed).count))
        case .count:
            let papers = activity.attachments.filter { paper in
                paper.day <= asOf && (binding.document.map { paper.name.contains($0) } ?? true)
            }
            return plain(threshold(rule), binding.document == nil && papers.isEmpty ? 1 : Double(papers.count), .behind)
        case .share, .coverage:
            var all = Set(listed(activity, binding).map(\.person))
            var done = Set(listed(activity, binding).filter(\.completed).map(\.person))
            if binding.shareOf == .attendance, let team = activity.team,
                book.teams.contains(where: { $0.code == team && isKnown($0.dated.recorded) })
            {
                all = Set(
                    book.memberships.filter {
                        $0.team == team && holds($0.dated, on: activity.from)
                            && (binding.population.subjects != .persons || belonged($0.person, binding, to: activity))
                    }.map(\.person))
                done.formIntersection(all)
            }
            if all.isEmpty { return (0, 0, 0, .doesNotApply) }
            let required = share(rule, of: all.count)
            let isMet = satisfies(rule, required, Double(done.count))
            return (required, Double(done.count), all.count, isMet ? .met : .overdue)
        }
    }

    /// One line for each person on an activity's list: completed where any line of theirs is.
    private func listed(_ activity: Activity, _ binding: Binding) -> [(person: String, completed: Bool)] {
        let lines = book.participations.filter {
            stands($0) && head($0.activity) == activity.code && hasRole($0, binding)
                && (binding.population.subjects != .persons || belonged($0.person, binding, to: activity))
        }
        return Set(lines.map(\.person)).map { person in
            (person, lines.contains { $0.person == person && $0.completed })
        }
    }
}
