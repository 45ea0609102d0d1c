import LedgerEngine
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Finds subjects by code, and their names, in the database.
struct SubjectSearch {
    private let reading: ReadTransaction
    /// What has been changed since the day known at, as it stood then.
    private let former: FormerRecords

    init(_ reading: ReadTransaction, knownAt: Day?) throws {
        self.reading = reading
        former = try knownAt.map { try reading.formerRecords(knownAt: $0) } ?? FormerRecords()
    }

    /// Subjects that a code may mean, in whatever width or case it was typed, the likeliest first. The code by which
    /// entries name the whole, or `programme`, is the programme too.
    func candidates(code typed: String, kind: Subject.Kind?, whole: Subject) throws -> [Subject] {
        var found: [Subject] = []
        for code in typed.codeSpellings {
            if code == "programme" || code == whole.code { found.append(whole) }
            if try reading.unit(code: code) != nil { found += [Subject(.unit, code), Subject(.rollUp, code)] }
            if try reading.team(code: code) != nil { found.append(Subject(.team, code)) }
            // Of somebody who was merged the ledger speaks under the number kept.
            if let person = try reading.person(code: former.samePersons?.whose(code) ?? code), former.samePersons == nil
            {
                found.append(Subject(.person, person.code))
            } else if let same = former.samePersons, try reading.personRecord(code: same.whose(code)) != nil {
                found.append(Subject(.person, same.whose(code)))
            }
            if try reading.activity(code: code) != nil { found.append(Subject(.activity, code)) }
        }
        return found.filter { kind == nil || $0.kind == kind }
    }

    /// What subjects are called; one without a name by its code.
    func names(of subjects: some Sequence<Subject>) throws -> [Subject: String] {
        var names: [Subject: String] = [:]
        for subject in subjects where names[subject] == nil {
            let name: String? =
                switch subject.kind {
                case .programme, .unit, .rollUp:
                    try (former.units[subject.code] ?? reading.unit(code: subject.code))?.name
                case .team: try (former.teams[subject.code] ?? reading.team(code: subject.code))?.name
                case .person: try (former.persons[subject.code] ?? reading.personRecord(code: subject.code))?.name
                case .activity: try reading.activity(code: subject.code)?.title
                }
            names[subject] = name.map { "\($0)（\(subject.code)）" }
        }
        return names
    }
}
