import LedgerEngine
import Plans
import Records
import Vocabulary

/// Members reached at least once, and person-times in proportion to the members.
extension NaiveLedger {
    func reached(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        windows(rule, binding).flatMap { window -> [LedgerEntry] in
            let day = reckoning(window, binding)
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
    /// Person-times in what a unit and those beneath it held, in proportion to the persons there.
    func turnout(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        windows(rule, binding).flatMap { window -> [LedgerEntry] in
            let day = reckoning(window, binding)
            let homes = book.persons.map(\.code).filter { isPerson($0, binding.population, on: day) }
                .compactMap { unit(ofPerson: $0, on: day) }
            guard !homes.isEmpty else { return [nobody(obligation, binding, window, 0)] }
            let organisers = book.activities.filter { fits($0, rule, binding) && contains(window, $0.to) }
                .flatMap { activity in
                    present(at: activity, binding).filter { belonged($0.person, binding, to: activity) }
                        .map { _ in activity.organiser }
                }
            func sum(_ members: Int, _ times: Int, _ subject: Subject, unit: String) -> LedgerEntry {
                let required = share(rule, of: members)
                return entry(
                    obligation, window, subject, unit: unit, required: required, done: Double(times),
                    population: members, standing: pace(rule, window, required, Double(times)),
                    forecast: estimate(window, Double(times)))
            }
            return [sum(homes.count, organisers.count, Subject(.programme, root), unit: answerable(binding))]
                + book.units.map(\.code).compactMap { unit in
                    let members = homes.count { above($0).contains(unit) }
                    let times = organisers.count { above($0).contains(unit) }
                    return members == 0 ? nil : sum(members, times, Subject(.rollUp, unit), unit: unit)
                }
        }
    }
}
