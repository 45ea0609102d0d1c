import LedgerEngine
import Plans
import Records
import Vocabulary

/// docs/ledger.md once more, written for reading: every question goes through the whole book, nothing is prepared.
///
/// The engine is compared with it entry by entry. Where the two differ, the page decides.
struct NaiveLedger {
    let edition: PlanEdition
    let book: RecordBook
    let asOf: Day
    let knownAt: Day?
    /// The one correction of each corrected record that holds.
    let corrections: [RecordReference: Correction]

    init(edition: PlanEdition, book: RecordBook, asOf: Day, knownAt: Day?) {
        self.edition = edition
        self.book = book
        self.asOf = asOf
        self.knownAt = knownAt
        corrections = Self.corrections(book)
    }

    func entries() -> [LedgerEntry] {
        guard edition.inForce <= asOf else { return [] }
        return edition.obligations.flatMap { obligation in
            guard let binding = obligation.binding else {
                return [
                    entry(
                        obligation, (edition.inForce, nil), Subject(.programme, root), unit: root,
                        required: obligation.rule.value, done: 0, standing: .needsRuling)
                ]
            }
            return entries(obligation, obligation.rule, binding).sorted(by: precedes)
        }
    }

    private func entries(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        switch (rule.measure, rule.bearer) {
        case (.coverage, _): reached(obligation, rule, binding)
        case (.share, _) where (binding.shareOf ?? .population) == .population: reached(obligation, rule, binding)
        case (.share, _) where binding.shareOf != .onlineHours: eachActivity(obligation, rule, binding)
        case (.leadTime, _): eachActivity(obligation, rule, binding)
        case (.deadline, _) where binding.deadlineFrom == .activityEnd: eachActivity(obligation, rule, binding)
        case (.deadline, _) where binding.deadlineFrom == .appointment: appointments(obligation, rule, binding)
        case (.count, .activity), (.headcount, .activity), (.duration, .activity), (.hours, .activity):
            eachActivity(obligation, rule, binding)
        default: amounts(obligation, rule, binding)
        }
    }

    // MARK: So much for each subject in each window

    private func amounts(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        windows(rule).flatMap { window -> [LedgerEntry] in
            let day = reckoning(window)
            if rule.bearer == .programme {
                let done = amount(nil, rule, binding, window)
                let required = required(nil, rule, binding, window) ?? 0
                return [
                    entry(
                        obligation, window, Subject(.programme, root), unit: answerable(binding), required: required,
                        done: done, standing: pace(rule, window, required, done),
                        forecast: forecasts(rule, binding) ? estimate(window, done) : nil)
                ]
            }
            var parts: [LedgerEntry] = []
            for subject in subjects(rule, binding) where isMember(subject, rule, binding, on: day) {
                guard let required = required(subject, rule, binding, window) else { continue }
                let done = amount(subject, rule, binding, window)
                let isSites = binding.kinds == [.site]
                if !satisfies(rule, required, done), !isSites, isLate(subject, rule, binding, window) { continue }
                parts.append(
                    entry(
                        obligation, window, subject, unit: unit(of: subject, on: day), required: required, done: done,
                        standing: pace(rule, window, required, done),
                        forecast: forecasts(rule, binding) ? estimate(window, done) : nil))
            }
            if parts.isEmpty {
                return [nobody(obligation, binding, window, required(nil, rule, binding, window) ?? rule.value)]
            }
            let hidden = rule.bearer == .person && !binding.namesPersons
            return (hidden ? [] : parts) + rollUps(obligation, window, parts)
        }
    }

    /// What is asked of a subject; nil where nothing can be.
    private func required(_ subject: Subject?, _ rule: Rule, _ binding: Binding, _ window: Span) -> Double? {
        switch rule.measure {
        case .deadline: return 1
        case .duration where rule.bearer != .person: return 1
        case .duration: return lengthInDays(threshold(rule), rule.unit, from: edition.inForce)
        case .share:
            guard let subject else { return threshold(rule) }
            let all = book.activities.filter { $0.to <= asOf && stands($0) && contains(window, $0.to) }
            let hours = all.flatMap { present(at: $0, binding) }.filter { $0.person == subject.code }
                .reduce(0) { $0 + $1.hours }
            return hours > 0 ? (hours * rule.value / 10 + 0.5).rounded(.down) / 10 : nil
        default: return threshold(rule)
        }
    }

    private func amount(_ subject: Subject?, _ rule: Rule, _ binding: Binding, _ window: Span) -> Double {
        if binding.kinds == [.site], rule.measure == .count, [.programme, .unit].contains(rule.bearer) {
            return Double(sites(subject, rule, binding, window))
        }
        if let subject, subject.kind == .person {
            let own = participations(of: subject.code, rule, binding, window)
            return own.reduce(0) { sum, pair in
                switch rule.measure {
                case .hours, .share: sum + pair.part.hours
                case .duration:
                    sum
                        + Double(
                            rule.unit == .workingDay
                                ? workingDays(pair.activity) : pair.activity.to - pair.activity.from + 1)
                default: sum + 1
                }
            }
        }
        if rule.measure == .headcount {
            var times = 0
            var persons: Set<String> = []
            for activity in book.activities
            where fits(activity, rule, binding)
                && credited(activity, rule, binding) == (subject ?? Subject(.programme, root))
            {
                guard contains(window, activity.to) else { continue }
                let all = present(at: activity, binding).filter {
                    binding.population.subjects != .persons || isPerson($0.person, binding.population, on: activity.to)
                }
                times += all.count
                persons.formUnion(all.map(\.person))
            }
            return Double(rule.unit == .personTime ? times : persons.count)
        }
        let held = book.activities.filter {
            fits($0, rule, binding) && contains(window, $0.from)
                && credited($0, rule, binding) == (subject ?? Subject(.programme, root))
        }
        return rule.measure == .hours ? held.reduce(0) { $0 + $1.hours } : Double(held.count)
    }

    private func sites(_ subject: Subject?, _ rule: Rule, _ binding: Binding, _ window: Span) -> Int {
        let day = reckoning(window)
        return book.sites.count { site in
            let reference = RecordReference(.site, site.code)
            guard !isVoided(reference), replacement(reference) == nil, holds(site.dated, on: day),
                Set(binding.topics).isSubset(of: site.topics)
            else { return false }
            guard let subject else { return true }
            return above(site.unit).first { isMember(Subject(.unit, $0), rule, binding, on: day) } == subject.code
        }
    }

    // MARK: Members reached at least once

    private func reached(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        windows(rule).flatMap { window -> [LedgerEntry] in
            let day = reckoning(window)
            var members: [(unit: String, isReached: Bool)] = []
            for member in reachable(binding) where isMember(member, rule, binding, on: day) {
                let isReached: Bool =
                    if member.kind == .person {
                        !participations(of: member.code, rule, binding, window).isEmpty
                    } else {
                        book.activities.contains {
                            fits($0, rule, binding) && contains(window, $0.from)
                                && credited($0, rule, binding, as: member.kind) == member
                        }
                    }
                if isReached || !isLate(member, rule, binding, window) {
                    members.append((unit(of: member, on: day), isReached))
                }
            }
            guard !members.isEmpty else { return [nobody(obligation, binding, window, 0)] }
            func sum(_ part: [(unit: String, isReached: Bool)], _ subject: Subject, unit: String) -> LedgerEntry {
                let required = share(rule, of: part.count)
                let done = Double(part.count { $0.isReached })
                return entry(
                    obligation, window, subject, unit: unit, required: required, done: done, population: part.count,
                    standing: pace(rule, window, required, done),
                    forecast: estimate(window, done).map { min($0, Double(part.count)) })
            }
            return [sum(members, Subject(.programme, root), unit: answerable(binding))]
                + book.units.map(\.code).compactMap { unit in
                    let part = members.filter { above($0.unit).contains(unit) }
                    return part.isEmpty ? nil : sum(part, Subject(.rollUp, unit), unit: unit)
                }
        }
    }

    // MARK: Every activity for itself

    private func eachActivity(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        var parts: [LedgerEntry] = []
        for activity in book.activities where activity.from >= edition.inForce && fits(activity, rule, binding) {
            let (required, done, population, standing) = judge(activity, rule, binding)
            parts.append(
                entry(
                    obligation, (activity.from, activity.to), Subject(.activity, activity.code),
                    unit: activity.organiser, required: required, done: done, population: population,
                    standing: standing))
        }
        guard !parts.isEmpty else { return [nobody(obligation, binding, (edition.inForce, nil), threshold(rule))] }
        let years = Set(parts.map(\.from.year))
        return parts
            + years.flatMap { year in
                rollUps(
                    obligation, (date(year, 1, 1), date(year, 12, 31)),
                    parts.filter { $0.from.year == year && $0.standing != .doesNotApply })
            }
    }

    private func judge(_ activity: Activity, _ rule: Rule, _ binding: Binding) -> (Double, Double, Int?, Standing) {
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
            let ahead = isWorking ? days(filed, activity.from - 1).count { $0.weekday <= 5 } : activity.from - filed
            return (
                isWorking ? rule.value : Double(activity.from - last),
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
                    book.memberships.filter { $0.team == team && holds($0.dated, on: activity.from) }.map(\.person))
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
                && (binding.population.subjects != .persons || isPerson($0.person, binding.population, on: activity.to))
        }
        return Set(lines.map(\.person)).map { person in
            (person, lines.contains { $0.person == person && $0.completed })
        }
    }

    // MARK: Every person for themselves, from the day of appointment

    private func appointments(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        var parts: [LedgerEntry] = []
        for person in book.persons.map(\.code) {
            let wanted = binding.population.categories
            let dated =
                wanted.isEmpty
                ? book.appointments.filter { $0.person == person }.map(\.dated)
                : book.categories.filter { $0.person == person && wanted.contains($0.category) }.map(\.dated)
            let start = dated.filter { isKnown($0.recorded) && $0.span.from <= asOf }.map(\.span.from).max()
            guard let start, start >= edition.inForce, isPerson(person, binding.population, on: start) else { continue }
            let last =
                switch rule.unit {
                case .month: start.adding(months: Int(rule.value)) - 1
                case .year: start.adding(months: Int(rule.value) * 12) - 1
                default: ahead(start, rule)
                }
            guard let unit = unit(ofPerson: person, on: min(asOf, last)) else { continue }
            let done = Double(participations(of: person, rule, binding, (start, last)).count)
            parts.append(
                entry(
                    obligation, (start, last), Subject(.person, person), unit: unit, required: 1, done: done,
                    standing: pace(nil, (start, last), 1, done)))
        }
        guard !parts.isEmpty else { return [nobody(obligation, binding, (edition.inForce, nil), 1)] }
        return (binding.namesPersons ? parts : []) + rollUps(obligation, (edition.inForce, nil), parts)
    }

    // MARK: Entries

    private func entry(
        _ obligation: Obligation, _ window: Span, _ subject: Subject, unit: String, required: Double, done: Double,
        population: Int? = nil, standing: Standing, forecast: Double? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            obligation: obligation.id, subject: subject, unit: unit, from: window.from, to: window.to,
            required: required, done: done, population: population, standing: standing, forecast: forecast)
    }

    private func nobody(_ obligation: Obligation, _ binding: Binding, _ window: Span, _ required: Double) -> LedgerEntry
    {
        entry(
            obligation, window, Subject(.programme, root), unit: answerable(binding), required: required, done: 0,
            population: 0, standing: .doesNotApply)
    }

    private func rollUps(_ obligation: Obligation, _ window: Span, _ parts: [LedgerEntry]) -> [LedgerEntry] {
        book.units.map(\.code).compactMap { unit in
            let beneath = parts.filter { above($0.unit).contains(unit) }
            guard !beneath.isEmpty else { return nil }
            let met = beneath.count { $0.standing == .met }
            let standings = Set(beneath.map(\.standing))
            let standing: Standing =
                if met == beneath.count { .met } else if standings.contains(.overdue) {
                    .overdue
                } else if standings.contains(.behind) { .behind } else if standings.contains(.onCourse) || met > 0 {
                    .onCourse
                } else { .notYetDue }
            return entry(
                obligation, window, Subject(.rollUp, unit), unit: unit, required: Double(beneath.count),
                done: Double(met), population: beneath.count, standing: standing)
        }
    }

    private func precedes(_ a: LedgerEntry, _ b: LedgerEntry) -> Bool {
        let kinds: [Subject.Kind] = [.programme, .unit, .team, .person, .activity, .rollUp]
        func key(_ e: LedgerEntry) -> (Day, Day, Int, String) {
            (e.from, e.to ?? Self.farAway, kinds.firstIndex(of: e.subject.kind) ?? 9, e.subject.code)
        }
        return key(a) < key(b)
    }
}
