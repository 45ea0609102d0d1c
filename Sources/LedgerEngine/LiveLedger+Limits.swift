import Plans
import Records
import Vocabulary

/// How much of an explanation is asked for, and what finds it quickly.
public struct ExplanationLimit: Sendable {
    /// Members and records that are told, each.
    public var count: Int
    public var units: UnitIndex

    public init(count: Int, units: UnitIndex) {
        self.count = count
        self.units = units
    }
}

/// Explanations that stop early: of a province nobody reads all.
extension LiveLedger {
    /// Whom to look at for a row, in order of code.
    func candidates(_ tally: Tally, under unit: Int32?, _ limit: ExplanationLimit?) -> [Int32] {
        guard let limit, let unit, !columns.tree.isWhole(unit) else { return tally.space.inOrder(columns) }
        let owners = limit.units.beneath(unit)
        switch tally.space.kind {
        case .unit: return owners.sorted()
        case .team:
            let isBeneath = Set(owners)
            return columns.teamRows.indices.filter { isBeneath.contains(columns.teamRows[$0].unit) }.map(Int32.init)
        case .person:
            var met: Set<Int32> = []
            var found: [Int32] = []
            for owner in owners {
                for person in limit.units.people(of: owner) where met.insert(person).inserted { found.append(person) }
            }
            return found.sorted(by: columns.persons.precedes)
        default: return tally.space.inOrder(columns)
        }
    }

    /// What is told of all of them, from the row: how many are outstanding, and how many of those in time.
    func complete(_ members: inout Members, _ tally: Tally, _ window: Int, under unit: Int32?) {
        guard tally.counterCount > 0 else { return }
        let left = left(tally, window, of: unit)
        members.outstandingCount = left.outstanding
        let isOpen =
            tally.reading.scheme == .appointment || tally.windows[window].to >= asOf.number
        members.curable = isOpen && tally.reading.rule.figureComparison != .atMost ? left.open : 0
        // The earliest day of all is not known from a few.
        members.nextDue = nil
        members.lastDay = nil
    }

    /// Subjects of a row (nil: of all) that are not met, and those of them whose time is not over.
    func left(_ tally: Tally, _ window: Int, of unit: Int32?) -> (outstanding: Int, open: Int) {
        let missing = parts(tally, window, of: unit) - Int(figures.counter(tally, window, unit, Counter.met))
        guard tally.tellsStandings[window] else { return (missing, missing) }
        return (missing, missing - Int(figures.counter(tally, window, unit, Counter.overdue)))
    }

    /// Pieces that may be told of an entry, in order of day.
    func pieces(
        _ tally: Tally, _ window: WindowSpan, of single: Int32?, under unit: Int32?, told: [Int32],
        _ limit: ExplanationLimit
    ) -> (pieces: [Piece], isCut: Bool) {
        var found: [Piece] = []
        if tally.space.kind == .person, tally.reading.scheme != .turnout {
            for person in told.prefix(limit.count) {
                PieceWalk(tally, in: figures, of: person, within: window).each { found.append($0) }
            }
            found.sort { $0.day < $1.day }
            return (found, told.count > limit.count)
        }
        let owner: Int32? =
            switch tally.space.kind {
            case .unit: single ?? unit
            case .team: nil
            default: unit
            }
        let isOwn = single != nil && tally.space.kind == .unit && tally.reading.binding.credit == .own
        let some = newest(
            tally, window, under: owner, limit, atMost: limit.count * 4, onlyOwn: isOwn,
            team: tally.space.kind == .team ? single : nil)
        // Who counts once may have counted earlier, among what is not looked at: better nothing than a wrong word.
        if some.isCut, tally.countsPersonsOnce || !tally.kindPlaces.isEmpty { return ([], true) }
        PieceWalk(tally, in: figures, within: window).each(of: some.numbers) { found.append($0) }
        return (found, some.isCut)
    }

    /// Activities of the bound kinds that began or ended in a window and are over, the newest so many, oldest first.
    func newest(
        _ tally: Tally, _ window: WindowSpan, under unit: Int32?, _ limit: ExplanationLimit, atMost most: Int,
        onlyOwn: Bool = false, team: Int32? = nil
    ) -> (numbers: [Int32], isCut: Bool) {
        var found: [Int32] = []
        var isCut = false
        func isWanted(_ number: Int32) -> Bool {
            let row = columns.activities[number]
            if let team, row.team != team { return false }
            return tally.reading.isBound(row.kind) && row.to <= asOf.number && row.recorded <= figures.moment.knownAt
                && (window.contains(row.from) || window.contains(row.to))
        }
        /// The last of a group, whose numbers ascend by first day.
        func take(_ group: Grouping, _ key: Int32) {
            guard key >= 0, Int(key) + 1 < group.starts.count else { return }
            var taken = 0
            for place in group.range(key).reversed() where isWanted(group.numbers[place]) {
                if taken == most {
                    isCut = true
                    return
                }
                found.append(group.numbers[place])
                taken += 1
            }
        }
        var owners: Set<Int32>?
        if let unit, onlyOwn || !columns.tree.isWhole(unit) {
            let list = onlyOwn ? [unit] : limit.units.beneath(unit)
            for owner in list { take(columns.byUnit, owner) }
            owners = Set(list)
        } else {
            for kind in columns.kinds.codes.indices where tally.reading.isBound(Int32(kind)) {
                take(columns.byKind, Int32(kind))
            }
        }
        for number in columns.laidOut..<Int32(columns.activities.count)
        where isWanted(number) && (owners?.contains(columns.activities[number].unit) ?? true) {
            found.append(number)
        }
        found.sort(by: columns.precedes)
        guard found.count > most else { return (found, isCut) }
        return (Array(found.suffix(most)), true)
    }
}

extension Tally {
    /// Whether units have rows of it.
    var rollsUp: Bool { counterCount > 0 }
}
