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
    /// Days that are worked, or not, otherwise than by the day of the week, as it was known.
    let free: Set<Day>
    let worked: Set<Day>
    /// The one correction of each corrected record that holds.
    let corrections: [RecordReference: Correction]
    /// The unit above each; of a root there is none.
    let parents: [String: String]

    init(
        edition: PlanEdition, book: RecordBook, asOf: Day, knownAt: Day?, calendar: WorkingCalendar = .published
    ) {
        var years: [Int: CalendarYear] = [:]
        for year in calendar.announced where knownAt.map({ year.recorded <= $0 }) ?? true { years[year.year] = year }
        free = Set(years.values.flatMap(\.holidays))
        worked = Set(years.values.flatMap(\.workdays))
        self.edition = edition
        self.book = book
        self.asOf = asOf
        self.knownAt = knownAt
        corrections = Self.corrections(book)
        parents = Self.parents(book.units)
    }

    func entries() -> [LedgerEntry] {
        guard edition.inForce <= asOf else { return [] }
        return edition.obligations.flatMap { obligation in
            if let binding = obligation.binding, isMeant(obligation.rule, binding),
                case .by(let day) = obligation.rule.window, day < edition.inForce
            {
                return [
                    entry(
                        obligation, (day, day), Subject(.programme, root), unit: answerable(binding), required: 0,
                        done: 0, standing: .doesNotApply)
                ]
            }
            guard let binding = obligation.binding, isMeant(obligation.rule, binding) else {
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
        case (.headcount, let bearer) where rule.unit == .percent && bearer != .activity:
            turnout(obligation, rule, binding)
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
        windows(rule, binding).flatMap { window -> [LedgerEntry] in
            let isSites = binding.kinds == [.site] && rule.measure == .count
            let day = isSites ? reckoning(window) : reckoning(window, binding)
            if rule.isEither { return either(obligation, rule, binding, window) }
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
                let rule = self.rule(rule, binding, for: subject, on: day)
                guard let required = required(subject, rule, binding, window) else { continue }
                let done = amount(subject, rule, binding, window)
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
            return (hidden ? [] : parts) + rollUps(obligation, binding, window, parts)
        }
    }

    /// What is asked of a subject; nil where nothing can be.
    func required(_ subject: Subject?, _ rule: Rule, _ binding: Binding, _ window: Span) -> Double? {
        switch rule.measure {
        case .deadline: return 1
        case .duration where rule.bearer != .person: return 1
        case .duration:
            let days = lengthInDays(rule.value, rule.unit, from: edition.inForce)
            return rule.comparison == .about ? (days * 0.9 - 1e-9).rounded(.up) : days
        case .share:
            guard let subject else { return rule.value }
            let all = book.activities.filter { $0.to <= asOf && stands($0) && contains(window, $0.to) }
            let hours = all.flatMap { present(at: $0, binding) }.filter { $0.person == subject.code }
                .reduce(0) { $0 + $1.hours }
            return hours > 0 ? (hours * rule.value / 10 + 0.5).rounded(.down) / 10 : nil
        default: return threshold(rule)
        }
    }

    func amount(_ subject: Subject?, _ rule: Rule, _ binding: Binding, _ window: Span) -> Double {
        if binding.kinds == [.site], rule.measure == .count, [.programme, .unit].contains(rule.bearer) {
            return Double(sites(subject, rule, binding, window))
        }
        if let subject, subject.kind == .person {
            let own = participations(of: subject.code, rule, binding, window)
            if rule.measure == .count, binding.distinctKinds == true {
                return Double(Set(own.map(\.activity.kind)).count)
            }
            return own.reduce(0) { sum, pair in
                switch rule.measure {
                case .hours, .share: sum + pair.part.hours
                case .duration where rule.unit == .hour: sum + pair.part.hours
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
                    binding.population.subjects != .persons || belonged($0.person, binding, to: activity)
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
        if rule.measure == .count, binding.distinctKinds == true { return Double(Set(held.map(\.kind)).count) }
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

    // MARK: Entries

    func entry(
        _ obligation: Obligation, _ window: Span, _ subject: Subject, unit: String, required: Double, done: Double,
        population: Int? = nil, standing: Standing, forecast: Double? = nil
    ) -> LedgerEntry {
        LedgerEntry(
            obligation: obligation.id, subject: subject, unit: unit, from: window.from, to: window.to,
            required: required, done: done, population: population, standing: standing, forecast: forecast)
    }

    func nobody(_ obligation: Obligation, _ binding: Binding, _ window: Span, _ required: Double) -> LedgerEntry {
        entry(
            obligation, window, Subject(.programme, root), unit: answerable(binding), required: required, done: 0,
            population: 0, standing: .doesNotApply)
    }

    func rollUps(_ obligation: Obligation, _ binding: Binding, _ window: Span, _ parts: [LedgerEntry]) -> [LedgerEntry]
    {
        book.units.map(\.code).compactMap { unit in
            let beneath = parts.filter { above($0.unit).contains(unit) }
            guard !beneath.isEmpty else { return nil }
            let met = beneath.count { $0.standing == .met }
            let required =
                binding.passShare.map { (Double(beneath.count) * $0 / 100 - 1e-9).rounded(.up) }
                ?? Double(beneath.count)
            let standings = Set(beneath.map(\.standing))
            let standing: Standing =
                if Double(met) >= required { .met } else if standings.contains(.overdue) {
                    .overdue
                } else if standings.contains(.behind) { .behind } else if standings.contains(.onCourse) || met > 0 {
                    .onCourse
                } else { .notYetDue }
            return entry(
                obligation, window, Subject(.rollUp, unit), unit: unit, required: required,
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
