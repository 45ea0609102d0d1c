public import LedgerEngine
public import Records
import Storage
public import Store
public import Vocabulary

extension RecordColumns {
    /// As it was recorded by a day: these columns where nothing has been changed since, else others that share their
    /// memory, of no use any more once these take something in.
    public func known(at day: Day?, in records: some Reading) throws -> RecordColumns {
        guard let day else { return self }
        return try restoring(try records.formerRecords(knownAt: day), in: records)
    }

    /// With what stood before in the place of what was changed since.
    public func restoring(_ former: FormerRecords, in records: some Reading) throws -> RecordColumns {
        guard !former.isEmpty else { return self }
        // What an import brought that was taken back is not among today's codes, and whoever is one person today was two: then
        // they are laid out anew.
        if try former.samePersons != nil || former.holdsWhatIsGone(from: records) {
            return RecordColumns(try records.recordBook(by: former.samePersons).restoring(former))
        }
        let persons = try former.people(in: records).compactMap { code -> PersonFacts? in
            guard let person = try former.persons[code] ?? records.personRecord(code: code) else { return nil }
            var facts = try PersonFacts(person, in: records)
            facts.appointments = former.appointments(facts.appointments, of: code)
            facts.categories = former.categories(facts.categories, of: code)
            facts.memberships = former.memberships(facts.memberships, of: code)
            facts.rosterEntries = former.rosterEntries(facts.rosterEntries, of: code)
            return facts
        }
        return restoring(
            units: former.units(try records.units()), teams: former.teams(try records.teams()), persons: persons)
    }
}

extension FormerRecords {
    fileprivate func holdsWhatIsGone(from records: some Reading) throws -> Bool {
        try units.keys.contains { try records.unit(code: $0) == nil }
            || teams.keys.contains { try records.team(code: $0) == nil }
            || rosters.keys.contains { try records.roster(code: $0) == nil }
            || persons.keys.contains { try records.personRecord(code: $0) == nil }
    }

    /// Codes of those whose facts differ, in order: whose records they were, and whose they are.
    fileprivate func people(in records: some Reading) throws -> [String] {
        var people = Set(persons.keys)
        for (code, item) in appointments {
            people.formUnion([item.person, try records.appointment(code: code)?.person].compactMap(\.self))
        }
        for (code, item) in categories {
            people.formUnion([item.person, try records.categoryHolding(code: code)?.person].compactMap(\.self))
        }
        for (code, item) in memberships {
            people.formUnion([item.person, try records.membership(code: code)?.person].compactMap(\.self))
        }
        for (code, item) in rosterEntries {
            people.formUnion([item.person, try records.rosterEntry(code: code)?.person].compactMap(\.self))
        }
        return people.sorted()
    }
}
