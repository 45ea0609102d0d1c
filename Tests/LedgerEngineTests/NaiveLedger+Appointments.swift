import LedgerEngine
import Plans
import Records
import Vocabulary

/// Every person for themselves, from the day of appointment.
extension NaiveLedger {
    func appointments(_ obligation: Obligation, _ rule: Rule, _ binding: Binding) -> [LedgerEntry] {
        var parts: [LedgerEntry] = []
        for person in book.persons.map(\.code) {
            let wanted = binding.population.categories
            let dated =
                wanted.isEmpty
                ? book.appointments.filter { $0.person == person }.map(\.dated)
                : book.categories.filter { $0.person == person && wanted.contains($0.category) }.map(\.dated)
            let start = dated.filter { isKnown($0.recorded) && $0.span.from <= asOf }.map(\.span.from).max()
            guard let start, start >= edition.inForce, isPerson(person, binding.population, on: start) else { continue }
            let last = ahead(start, rule)
            guard let unit = unit(ofPerson: person, on: min(asOf, last)) else { continue }
            let done = Double(participations(of: person, rule, binding, (start, last)).count)
            parts.append(
                entry(
                    obligation, (start, last), Subject(.person, person), unit: unit, required: 1, done: done,
                    standing: pace(nil, (start, last), 1, done)))
        }
        guard !parts.isEmpty else { return [nobody(obligation, binding, (edition.inForce, nil), 1)] }
        return (binding.namesPersons ? parts : []) + rollUps(obligation, binding, (edition.inForce, nil), parts)
    }
}
