public import Formats
public import LedgerEngine
public import Plans
import Vocabulary

/// What `xingzhi ledger --format json` prints: one entry to a line.
public struct LedgerJSON {
    private let ledger: Ledger
    private let obligations: [String: Obligation]

    public init(_ ledger: Ledger, of obligations: [Obligation]) {
        self.ledger = ledger
        self.obligations = Dictionary(obligations.map { ($0.id, $0) }) { first, _ in first }
    }

    public func write(to output: ByteOutput) {
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("edition", ledger.edition)
            json.field("asOf", ledger.asOf.iso)
            json.field("knownAt", ledger.knownAt?.iso)
            json.key("entries")
            json.list(ledger.entries, onLines: true) { json, entry in
                json.object { $0.fields(of: entry, obligations[entry.obligation]) }
            }
        }
        json.endLine()
    }
}

extension JSONWriter {
    mutating func fields(of entry: LedgerEntry, _ obligation: Obligation?) {
        field("obligation", entry.obligation)
        key("subject")
        object { $0.fields(of: entry.subject) }
        field("unit", entry.unit)
        field("from", entry.from.iso)
        field("to", entry.to?.iso)
        field("required", entry.required)
        field("done", entry.done)
        field("population", entry.population)
        field("standing", entry.standing.rawValue)
        field("forecast", entry.forecast)
        guard let either = entry.alternatives else { return }
        field("nearest", either.nearest)
        key("alternatives")
        list(Array(either.figures.enumerated())) { json, numbered in
            json.object { json in
                let unit = obligation.map {
                    LedgerText.unit(of: $0.choice(numbered.offset), subject: entry.subject.kind)
                }
                json.field("unit", unit?.rawValue)
                json.fields(of: numbered.element)
            }
        }
    }

    mutating func fields(of figure: AlternativeFigure) {
        field("required", figure.required)
        field("done", figure.done)
        field("standing", figure.standing.rawValue)
        field("forecast", figure.forecast)
    }

    mutating func fields(of subject: Subject) {
        field("kind", subject.kind.rawValue)
        field("code", subject.code)
    }
}
