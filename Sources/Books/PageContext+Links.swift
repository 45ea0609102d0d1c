public import LedgerEngine
public import Pages
public import Plans
import Records
import Vocabulary

/// Addresses of what a page speaks of; days and language travel along.
extension PageContext {
    public func link(to entry: LedgerEntry) -> String {
        link(
            "/ledger/entry", ("obligation", entry.obligation), ("kind", entry.subject.kind.rawValue),
            ("subject", entry.subject.code), ("from", entry.from.iso))
    }

    /// Where an obligation stands as a whole: its entry, or the rows that the sum of several roots is made of.
    public func link(toWhole entry: LedgerEntry, in view: LedgerView) -> String {
        guard view.isSumOfRoots(entry) else { return link(to: entry) }
        return link("/ledger", ("obligation", entry.obligation), ("kind", "rollUp"), ("from", entry.from.iso))
    }

    public func link(to subject: Subject, in view: LedgerView) -> String? {
        switch subject.kind {
        case .programme where view.isDivided: link("/units")
        case .unit, .rollUp, .programme: link("/units/\(Query.encoded(subject.code))")
        case .person: link("/people/\(Query.encoded(subject.code))")
        case .activity: link("/activities/\(Query.encoded(subject.code))")
        case .team: view.directory.team(subject.code).map { link("/units/\(Query.encoded($0.unit))") }
        }
    }

    public func link(toUnit code: String) -> String { link("/units/\(Query.encoded(code))") }
    public func link(toPerson code: String) -> String { link("/people/\(Query.encoded(code))") }
    public func link(toActivity code: String) -> String { link("/activities/\(Query.encoded(code))") }

    /// The form of a report, filled in with what an obligation asks of one who owes it.
    public func link(toReport entry: LedgerEntry, of obligation: Obligation) -> String {
        let binding = obligation.binding
        let kind =
            binding?.kinds?.contains { $0 == obligation.activity } == true || binding?.kinds == nil
            ? obligation.activity : binding?.kinds?.first
        let topics = (binding?.topics ?? []) + (binding?.conditions?.topics ?? [])
        let subject = entry.subject
        let role = binding?.roles.first.flatMap { $0 == .attendee ? nil : RecordWords.role($0, .zh) }
        var parameters: [(String, String?)] = [
            ("unit", entry.unit), ("kind", kind?.rawValue), ("team", subject.kind == .team ? subject.code : nil),
            ("entry", [entry.obligation, subject.kind.rawValue, subject.code, entry.from.iso].joined(separator: " ")),
            (
                "participants",
                subject.kind == .person ? [subject.code, role].compactMap(\.self).joined(separator: " ") : nil
            ),
        ]
        parameters += topics.map { ("topic", $0.rawValue) }
        return link("/activities/new", parameters)
    }
}
