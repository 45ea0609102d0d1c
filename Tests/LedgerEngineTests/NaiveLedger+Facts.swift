import LedgerEngine
import Plans
import Records
import Vocabulary

/// What the book says: who was where, which records stand, what fits.
extension NaiveLedger {
    typealias Span = (from: Day, to: Day?)
    static let farAway = Day(number: .max)

    func isKnown(_ recorded: Day) -> Bool { knownAt.map { recorded <= $0 } ?? true }

    func holds(_ dated: Dated, on day: Day) -> Bool {
        dated.span(knownAt: knownAt ?? Self.farAway)?.contains(day) ?? false
    }

    // MARK: Units and persons

    var root: String {
        let roots = book.units.filter { parents[$0.code] == nil }
        return roots.filter { isKnown($0.recorded) }.map(\.code).min()
            ?? roots.min { ($0.recorded, $0.code) < ($1.recorded, $1.code) }?.code ?? ""
    }

    /// The unit above each. One whose parent is not there, or that would come to stand above itself, is a root.
    static func parents(_ units: [OrgUnit]) -> [String: String] {
        let said = Dictionary(uniqueKeysWithValues: units.map { ($0.code, $0.parent) })
        func isRoot(_ unit: OrgUnit) -> Bool {
            var met: Set<String> = []
            var next = unit.parent
            while let parent = next, said[parent] != nil {
                if parent == unit.code { return true }
                guard met.insert(parent).inserted else { return false }
                next = said[parent] ?? nil
            }
            return unit.parent.map { said[$0] == nil } ?? true
        }
        return Dictionary(uniqueKeysWithValues: units.filter { !isRoot($0) }.map { ($0.code, $0.parent ?? "") })
    }

    func answerable(_ binding: Binding) -> String {
        binding.answerable.lazy.compactMap { name in
            book.units.filter { $0.name == name && isKnown($0.recorded) }.map(\.code).min()
        }.first ?? root
    }

    /// A unit, the one above it, and so on to the root.
    func above(_ unit: String) -> [String] {
        guard book.units.contains(where: { $0.code == unit }) else { return [] }
        return [unit] + (parents[unit].map(above) ?? [])
    }

    func kind(of unit: String) -> UnitKind? { book.units.first { $0.code == unit }?.kind }

    func unit(ofPerson person: String, on day: Day) -> String? {
        book.appointments.filter { $0.person == person && holds($0.dated, on: day) }
            .max { ($0.dated.span.from, $0.code) < ($1.dated.span.from, $1.code) }?.unit
    }

    func unit(of subject: Subject, on day: Day) -> String {
        switch subject.kind {
        case .person: unit(ofPerson: subject.code, on: day) ?? ""
        case .team: book.teams.first { $0.code == subject.code }?.unit ?? ""
        default: subject.code
        }
    }

    func isPerson(_ person: String, _ population: Population, on day: Day) -> Bool {
        guard let unit = unit(ofPerson: person, on: day), let kind = kind(of: unit) else { return false }
        if !population.unitKinds.isEmpty, !population.unitKinds.contains(kind) { return false }
        if let sex = population.sex, book.persons.first(where: { $0.code == person })?.sex != sex { return false }
        if !population.categories.isEmpty,
            !book.categories.contains(where: {
                $0.person == person && population.categories.contains($0.category) && holds($0.dated, on: day)
            })
        {
            return false
        }
        if let roster = population.roster,
            !book.rosterEntries.contains(where: {
                $0.person == person && $0.roster == roster && holds($0.dated, on: day)
            })
        {
            return false
        }
        guard !population.teamKinds.isEmpty || population.teamRole != nil else { return true }
        return book.memberships.contains { membership in
            membership.person == person && holds(membership.dated, on: day)
                && (population.teamRole == nil || membership.role == population.teamRole)
                && book.teams.contains {
                    $0.code == membership.team && holds($0.dated, on: day)
                        && (population.teamKinds.isEmpty || population.teamKinds.contains($0.kind))
                }
        }
    }

    // MARK: Subjects

    func subjects(_ rule: Rule, _ binding: Binding) -> [Subject] {
        switch rule.bearer {
        case .unit: book.units.map { Subject(.unit, $0.code) }
        case .team: book.teams.map { Subject(.team, $0.code) }
        case .person: book.persons.map { Subject(.person, $0.code) }
        case .programme, .activity: []
        }
    }

    func reachable(_ binding: Binding) -> [Subject] {
        switch binding.population.subjects {
        case .units: book.units.map { Subject(.unit, $0.code) }
        case .teams: book.teams.map { Subject(.team, $0.code) }
        default: book.persons.map { Subject(.person, $0.code) }
        }
    }

    func isMember(_ subject: Subject, _ rule: Rule, _ binding: Binding, on day: Day) -> Bool {
        let population = binding.population
        switch subject.kind {
        case .person: return isPerson(subject.code, population, on: day)
        case .unit:
            guard let unit = book.units.first(where: { $0.code == subject.code }), isKnown(unit.recorded),
                unit.span.contains(day)
            else { return false }
            if population.unitKinds.isEmpty, population.subjects != .units {
                return unit.kind != .city && unit.kind != .branch
            }
            return population.unitKinds.isEmpty || population.unitKinds.contains(unit.kind)
        case .team:
            guard let team = book.teams.first(where: { $0.code == subject.code }), let kind = kind(of: team.unit),
                holds(team.dated, on: day), population.teamKinds.isEmpty || population.teamKinds.contains(team.kind)
            else { return false }
            return population.subjects != .teams || population.unitKinds.isEmpty || population.unitKinds.contains(kind)
        default: return true
        }
    }

    /// Joined after the middle of the window.
    func isLate(_ subject: Subject, _ rule: Rule, _ binding: Binding, _ window: Span) -> Bool {
        guard let to = window.to, (binding.membership ?? .atEnd).excusesLate else { return false }
        let middle = window.from + (to - window.from) / 2
        return middle <= asOf && !isMember(subject, rule, binding, on: middle)
    }

    /// Whose an activity is.
    func credited(_ activity: Activity, _ rule: Rule, _ binding: Binding, as kind: Subject.Kind? = nil) -> Subject? {
        switch kind ?? Subject.Kind(rawValue: rule.bearer.rawValue) ?? .programme {
        case .unit:
            return (binding.credit == .own ? Array(above(activity.organiser).prefix(1)) : above(activity.organiser))
                .map { Subject(.unit, $0) }.first { isMember($0, rule, binding, on: activity.from) }
        case .team:
            return activity.team.map { Subject(.team, $0) }.flatMap {
                isMember($0, rule, binding, on: activity.from) ? $0 : nil
            }
        default: return Subject(.programme, root)
        }
    }

    // MARK: Records that stand

    func isVoided(_ record: RecordReference) -> Bool {
        book.voidings.contains { $0.record == record && isKnown($0.recorded) }
    }

    /// The record that takes its place.
    func replacement(_ record: RecordReference) -> String? {
        guard let first = corrections[record], isKnown(first.recorded) else { return nil }
        return first.replacement
    }

    /// The first correction of each record; one that leads back to the record itself says nothing.
    static func corrections(_ book: RecordBook) -> [RecordReference: Correction] {
        var kept: [RecordReference: Correction] = [:]
        for correction in book.corrections.sorted(by: { ($0.recorded, $0.code) < ($1.recorded, $1.code) }) {
            guard kept[correction.record] == nil else { continue }
            if correction.record.kind == .activity {
                guard book.activities.contains(where: { $0.code == correction.replacement }) else { continue }
                var end = correction.replacement
                while let next = kept[RecordReference(.activity, end)] { end = next.replacement }
                if end == correction.record.code { continue }
            }
            kept[correction.record] = correction
        }
        return kept
    }

    func head(_ activity: String) -> String {
        replacement(RecordReference(.activity, activity)).map(head) ?? activity
    }

    private func isSound(_ activity: Activity) -> Bool {
        let record = RecordReference(.activity, activity.code)
        return isKnown(activity.recorded) && !isVoided(record) && replacement(record) == nil
    }

    func stands(_ activity: Activity) -> Bool {
        isSound(activity)
            && !book.activities.contains {
                $0.code < activity.code && isSound($0) && $0.kind == activity.kind
                    && $0.organiser == activity.organiser && $0.team == activity.team && $0.from == activity.from
                    && $0.to == activity.to && $0.title == activity.title
            }
    }

    func stands(_ part: Participation) -> Bool {
        let record = RecordReference(.participation, part.code)
        return isKnown(part.recorded) && !isVoided(record) && replacement(record) == nil
    }

    func hasRole(_ part: Participation, _ binding: Binding) -> Bool {
        binding.roles.isEmpty ? part.role != .staff : binding.roles.contains(part.role)
    }

    /// Stands, is over, and is what the obligation counts.
    func fits(_ activity: Activity, _ rule: Rule, _ binding: Binding) -> Bool {
        guard binding.kinds.map({ $0.contains(activity.kind) }) ?? true, activity.to <= asOf, stands(activity),
            kind(of: activity.organiser) != nil,
            Set(binding.topics).isSubset(of: activity.topics),
            binding.audience.isEmpty || !Set(binding.audience).isDisjoint(with: activity.audience)
        else { return false }
        if let length = binding.length { return isLong(activity, length) }
        guard rule.measure == .duration, rule.bearer != .person, rule.bearer != .activity else { return true }
        return isLong(activity, LengthCondition(rule.comparison, rule.value, upper: rule.upper, unit: rule.unit))
    }

    /// The completed participations of an activity that fit, the first of each person.
    func present(at activity: Activity, _ binding: Binding) -> [Participation] {
        var seen: Set<String> = []
        return book.participations.sorted { $0.code < $1.code }.filter {
            stands($0) && head($0.activity) == activity.code && hasRole($0, binding) && $0.completed
        }.filter { seen.insert($0.person).inserted }
    }

    /// Whether a person's record of an activity counts: in the population on its last day, where that is asked.
    func belonged(_ person: String, _ binding: Binding, to activity: Activity) -> Bool {
        !(binding.membership ?? .atEnd).onTheDay || isPerson(person, binding.population, on: activity.to)
    }

    /// A person's participations that count in a window.
    func participations(of person: String, _ rule: Rule, _ binding: Binding, _ window: Span) -> [(
        part: Participation, activity: Activity
    )] {
        book.activities.filter { fits($0, rule, binding) && contains(window, $0.to) }.flatMap { activity in
            present(at: activity, binding).filter {
                $0.person == person && belonged($0.person, binding, to: activity)
            }.map { ($0, activity) }
        }
    }

    func contains(_ window: Span, _ day: Day) -> Bool { DaySpan(from: window.from, until: window.to).contains(day) }
}
