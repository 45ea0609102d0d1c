import LedgerEngine
import Vocabulary

/// How what a unit owes stood when somebody was last at its desk: a line for each entry.
struct DeskState {
    private var standings: [String: Standing] = [:]

    init(_ duties: UnitDuties) {
        for entry in duties.all { standings[Self.key(entry)] = entry.standing }
    }

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            guard let cut = line.lastIndex(of: " "),
                let standing = Standing(rawValue: String(line[line.index(after: cut)...]))
            else { continue }
            standings[String(line[..<cut])] = standing
        }
    }

    var text: String {
        standings.map { "\($0.key) \($0.value.rawValue)" }.sorted().joined(separator: "\n")
    }

    /// Entries that stand otherwise now, each with how it stood; one that was not there yet did not change. Also those whose
    /// period ended meanwhile.
    func changes(in duties: UnitDuties) -> [(entry: LedgerEntry, before: Standing)] {
        let current = Set(duties.all.map(Self.key))
        let missed = duties.overdue.filter { !current.contains(Self.key($0)) }
        return (missed + duties.all).compactMap { entry in
            guard let before = standings[Self.key(entry)], before != entry.standing else { return nil }
            return (entry, before)
        }
    }

    private static func key(_ entry: LedgerEntry) -> String {
        [entry.obligation, entry.subject.kind.rawValue, entry.subject.code, entry.from.iso].joined(separator: " ")
    }
}
