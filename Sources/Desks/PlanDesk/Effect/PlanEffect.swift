import Books
import LedgerEngine
import Pages
import PlanLanguage
import Plans
import Records
import Vocabulary

/// What a draft would change in the ledger from a day on: both editions are run on the records, and their entries held against
/// each other.
struct PlanEffect: Codable, Hashable, Sendable {
    /// Of one clause.
    struct Line: Codable, Hashable, Sendable {
        var old: String?
        var new: String?
        var sentenceZh: String
        var sentenceEn: String
        var isSame: Bool
        /// Entries of those who are asked anew, are asked no longer, stand otherwise.
        var added = 0
        var gone = 0
        var otherwise = 0

        var isTouched: Bool { added + gone + otherwise > 0 }
    }

    /// Of one unit and its teams: entries that are new, gone, or stand otherwise.
    struct Unit: Codable, Hashable, Sendable {
        var code: String
        var added = 0
        var gone = 0
        var otherwise = 0
        /// Of these such as are behind or overdue by the new edition.
        var late = 0
    }

    /// First day in force.
    var from: Day
    /// The day as of which both were run.
    var asOf: Day
    var before: Int
    var after: Int
    var lines: [Line]
    /// Those with most changes first.
    var units: [Unit]

    static let mostUnits = 200

    /// `new` is as it would be in force.
    init(_ new: PlanEdition, in town: TownPage, today: Day) throws {
        from = new.inForce
        let asOf = max(new.inForce, today)
        self.asOf = asOf
        let view = try town.ledger(asOf: asOf)
        let old = view?.edition
        let before = view?.made.entries() ?? []
        let after = Evaluator(edition: new, columns: town.records.columns, calendar: town.town.calendar)
            .live(asOf: asOf).ledger().entries
        let empty = PlanEdition(number: 0, title: "", inForce: asOf, publishedOn: asOf, text: "", tasks: [])
        let (wasOf, nowOf) = (Self.byObligation(before), Self.byObligation(after))
        var lines: [Line] = []
        var units: [String: Unit] = [:]
        func note(_ entry: LedgerEntry, _ change: (inout Unit) -> Void) {
            guard [.unit, .team, .rollUp].contains(entry.subject.kind), !entry.unit.isEmpty else { return }
            change(&units[entry.unit, default: Unit(code: entry.unit)])
        }
        for clause in PlanComparison(old ?? empty, new).clauses {
            guard let shown = clause.new ?? clause.old else { continue }
            var line = Line(
                old: clause.old?.id, new: clause.new?.id,
                sentenceZh: shown.sentenceZh.isEmpty ? shown.quote : shown.sentenceZh,
                sentenceEn: shown.sentenceEn.isEmpty ? shown.quote : shown.sentenceEn, isSame: clause.isSame)
            var was = clause.old.flatMap { wasOf[$0.id] } ?? [:]
            for (key, entry) in clause.new.flatMap({ nowOf[$0.id] }) ?? [:] {
                guard let earlier = was.removeValue(forKey: key) else {
                    line.added += 1
                    note(entry) { unit in
                        unit.added += 1
                        if entry.standing.isLate { unit.late += 1 }
                    }
                    continue
                }
                guard
                    earlier.standing != entry.standing || earlier.required != entry.required
                        || earlier.done != entry.done
                else { continue }
                line.otherwise += 1
                note(entry) { unit in
                    unit.otherwise += 1
                    if entry.standing.isLate { unit.late += 1 }
                }
            }
            line.gone = was.count
            for entry in was.values { note(entry) { $0.gone += 1 } }
            lines.append(line)
        }
        self.before = before.count { $0.standing != .doesNotApply }
        self.after = after.count { $0.standing != .doesNotApply }
        self.lines = lines
        self.units = Array(
            units.values.sorted {
                ($1.added + $1.gone + $1.otherwise, $0.code) < ($0.added + $0.gone + $0.otherwise, $1.code)
            }.prefix(Self.mostUnits))
    }

    private struct Key: Hashable {
        var kind: Subject.Kind
        var code: String
        var from: Day
    }

    /// What is asked of somebody in a window, by obligation.
    private static func byObligation(_ entries: [LedgerEntry]) -> [String: [Key: LedgerEntry]] {
        entries.reduce(into: [:]) { found, entry in
            guard entry.standing != .doesNotApply else { return }
            // What waits for an answer waits from the day in force on, whichever edition asks.
            let from = entry.standing == .needsRuling ? Day(number: 0) : entry.from
            found[entry.obligation, default: [:]][
                Key(kind: entry.subject.kind, code: entry.subject.code, from: from)] = entry
        }
    }
}

extension Standing {
    fileprivate var isLate: Bool { self == .behind || self == .overdue }
}
