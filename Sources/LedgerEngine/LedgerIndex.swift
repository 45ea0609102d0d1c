import Vocabulary

/// A ledger arranged for reading: by obligation, by unit, by subject, and the windows that hold the as-of day.
public struct LedgerIndex: Sendable {
    public let ledger: Ledger
    private let byObligation: [String: [Int]]
    private let byUnit: [String: [Int]]
    private let bySubject: [Subject: [Int]]

    public init(_ ledger: Ledger) {
        self.ledger = ledger
        var byObligation: [String: [Int]] = [:]
        var byUnit: [String: [Int]] = [:]
        var bySubject: [Subject: [Int]] = [:]
        for (index, entry) in ledger.entries.enumerated() {
            byObligation[entry.obligation, default: []].append(index)
            byUnit[entry.unit, default: []].append(index)
            bySubject[entry.subject, default: []].append(index)
        }
        self.byObligation = byObligation
        self.byUnit = byUnit
        self.bySubject = bySubject
    }

    public func entries(of obligation: String) -> [LedgerEntry] { pick(byObligation[obligation]) }
    /// Entries whose subject belongs to the unit, its roll-ups included.
    public func entries(in unit: String) -> [LedgerEntry] { pick(byUnit[unit]) }
    public func entries(about subject: Subject) -> [LedgerEntry] { pick(bySubject[subject]) }

    /// The entry of an obligation and subject whose window holds the as-of day; else the latest one.
    public func current(_ obligation: String, _ subject: Subject) -> LedgerEntry? {
        entries(about: subject).last { $0.obligation == obligation }
    }

    /// Whether an entry's window is the one being worked in: it holds the as-of day, or is the last there is.
    public func isCurrent(_ entry: LedgerEntry) -> Bool {
        entry.from <= ledger.asOf && (entry.to.map { $0 >= ledger.asOf } ?? true)
    }

    private func pick(_ indices: [Int]?) -> [LedgerEntry] { (indices ?? []).map { ledger.entries[$0] } }
}
