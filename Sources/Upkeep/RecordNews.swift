public import LedgerEngine
public import Records
import Storage
public import Store

/// What happened to the facts since a revision, as the ledger takes it in.
public struct RecordNews: Sendable {
    /// Nil where it is no single record's change, or too much at once: everything is read anew.
    public var changes: [RecordChange]?
    /// The revision that is reached with them.
    public var revision: Int

    public init(_ records: some Reading, since known: Int, limit: Int = 10_000) throws {
        let found = try records.factChanges(since: known, limit: limit + 1)
        revision = found.last?.seq ?? known
        guard found.count <= limit else { return }
        var changes: [RecordChange] = []
        for change in found {
            guard let taken = try RecordChange(change.what, in: records) else { return }
            changes.append(taken)
        }
        self.changes = changes
    }
}

extension RecordChange {
    /// Nil where one record does not tell it all.
    fileprivate init?(_ change: FactChange.What, in records: some Reading) throws {
        switch change {
        case .activity(let code):
            guard let activity = try records.activity(code: code) else { return nil }
            self = .reported(activity, try records.participations(in: code))
        case .voiding(let code):
            guard let voiding = try records.voiding(code: code) else { return nil }
            self = .voided(voiding)
        case .correction(let code):
            guard let correction = try records.correction(code: code), correction.record.kind == .activity,
                let activity = try records.activity(code: correction.replacement)
            else { return nil }
            self = .corrected(correction, by: activity, try records.participations(in: activity.code))
        case .person(let code):
            guard let person = try records.personRecord(code: code) else { return nil }
            self = .person(try PersonFacts(person, in: records))
        case .site, .everything: return nil
        }
    }
}

extension PersonFacts {
    /// Everything that the records say about somebody.
    public init(_ person: Person, in records: some Reading) throws {
        self.init(
            person: person.code, sex: person.sex, appointments: try records.appointments(of: person.code),
            categories: try records.categoryHoldings(of: person.code),
            memberships: try records.memberships(ofPerson: person.code),
            rosterEntries: try records.rosterEntries(ofPerson: person.code))
    }
}
