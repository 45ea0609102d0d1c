import Seats
import Store
import Vocabulary

/// Seats of several classes at once: nobody is in two that meet in the same days, and nobody is called up more often than
/// the rule allows (docs/seats.md). What was wished for each class goes into it, by name and as numbers of units.
struct YearRun {
    let classes: [YearClass]
    let rules: ClassRules
    private(set) var members: [YearMember]
    /// By the place of the class: places among the members.
    private(set) var seated: [[Int]]
    private(set) var problems: [YearProblem] = []
    /// Seats of set numbers that their units have nobody for; they stay theirs.
    private var kept: [Int]
    private let effort: SeatEffort

    /// So often those who cannot be in both of two classes are told apart.
    private static let mostRounds = 8
    private static let mostSignatures = 64

    init(
        _ classes: [YearClass], _ members: [YearMember], _ rules: ClassRules,
        effort: SeatEffort = SeatEffort(rounds: QuotaRun.rounds)
    ) {
        self.classes = classes
        self.members = members.sorted { $0.person < $1.person }
        self.rules = rules
        self.effort = effort
        seated = classes.map { _ in [] }
        kept = classes.map { _ in 0 }
        if classes.isEmpty { problems.append(.noClasses) }
        if members.isEmpty { problems.append(.nobody) }
        guard problems.isEmpty else { return }
        settle()
        propose()
    }

    /// Of a unit whose number is set the neediest come who are free then; nobody else of it does.
    private mutating func settle() {
        for (place, one) in classes.enumerated() where !one.wishes.fixed.isEmpty {
            let fixed = Set(one.wishes.fixed.map(\.unit))
            var own: [String: [Int]] = [:]
            for (number, member) in members.enumerated() where member.open.contains(where: { $0.place == place }) {
                let unit = one.units.unit(of: member.unit)
                if fixed.contains(unit) { own[unit, default: []].append(number) }
            }
            for quota in one.wishes.fixed {
                let people = own[quota.unit] ?? []
                var room = max(0, quota.seats - people.count { members[$0].pinned.contains(place) })
                for number in inNeed(people, of: place) where !members[number].pinned.contains(place) {
                    if room > 0, isFree(members[number], for: place) {
                        members[number].pinned.insert(place)
                        room -= 1
                    } else {
                        members[number].open.removeAll { $0.place == place }
                    }
                }
                kept[place] += room
            }
        }
    }

    private func inNeed(_ people: [Int], of place: Int) -> [Int] {
        people.sorted { (-members[$0].weight(of: place), $0) < (-members[$1].weight(of: place), $1) }
    }

    private func isFree(_ member: YearMember, for place: Int) -> Bool {
        member.pinned.count < member.callUpsLeft && member.pinned.allSatisfy { areApart($0, place) }
    }

    /// Whether one person may be in both: other days, another kind.
    private func areApart(_ place: Int, _ other: Int) -> Bool {
        let (one, two) = (classes[place].found.scheme, classes[other].found.scheme)
        return (one.closing < two.registration || two.closing < one.registration) && one.kind != two.kind
    }

    private mutating func propose() {
        var (forbids, previous): (Set<Seat>, [Seat]?) = ([], nil)
        for round in 0..<Self.mostRounds {
            guard let proposal = plan(forbids, close: previous) else { return }
            let clashes = Set(clashes(in: proposal))
            if clashes.isEmpty || round == Self.mostRounds - 1 || effort.isOver() {
                for seat in proposal where !clashes.contains(seat) { seated[seat.classID].append(seat.person) }
                return
            }
            forbids.formUnion(clashes)
            previous = proposal
        }
    }

    /// Of two classes of one person that meet in the same days, are of one kind, or are one more than the rule allows, the
    /// later.
    private func clashes(in seats: [Seat]) -> [Seat] {
        Dictionary(grouping: seats, by: \.person).values.flatMap { own -> [Seat] in
            guard let person = own.first.map({ members[$0.person] }) else { return [] }
            var kept: [Seat] = []
            var clashing: [Seat] = []
            let inOrder = own.sorted { seat, other in
                (person.pinned.contains(seat.classID) ? 0 : 1, classes[seat.classID].found.scheme.opening, seat.classID)
                    < (
                        person.pinned.contains(other.classID) ? 0 : 1, classes[other.classID].found.scheme.opening,
                        other.classID
                    )
            }
            for seat in inOrder {
                let stands = kept.count < person.callUpsLeft && kept.allSatisfy { areApart($0.classID, seat.classID) }
                if stands || person.pinned.contains(seat.classID) {
                    kept.append(seat)
                } else {
                    clashing.append(seat)
                }
            }
            return clashing
        }
    }

    private mutating func plan(_ forbids: Set<Seat>, close previous: [Seat]?) -> [Seat]? {
        let (instance, closed) = instance()
        let pins = members.enumerated().flatMap { number, member in
            member.pinned.map { Seat(person: number, classID: $0) }
        }
        let wanted = SeatWishes(pins: pins.sorted(), forbids: forbids.union(closed).subtracting(pins).sorted())
        do throws(SeatTrouble) {
            return try SeatPlanner(instance).propose(wishes: wanted, previous: previous, effort: effort).seats
        } catch {
            let place =
                switch error {
                case .pin(let seat, _): seat.classID
                case .tooManyPins(let id, _, _), .pinsBreakShares(let id): id
                case .instance, .unknownSeat, .pinnedAndForbidden: 0
                }
            problems.append(.pins(of: classes[place].found.title))
            return nil
        }
    }

    /// The classes by weeks of their year; people of one signature are open to the same classes. Of more signatures than the
    /// planner tells apart the rarest are one, and what is closed is forbidden one by one.
    private func instance() -> (SeatInstance, closed: Set<Seat>) {
        let opens = members.map { $0.open.map(\.place).sorted() }
        let counts = opens.reduce(into: [[Int]: Int]()) { $0[$1, default: 0] += 1 }
        let common = counts.sorted {
            $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
        }
        .prefix(Self.mostSignatures - 1).map(\.key)
        let signatures = Dictionary(common.enumerated().map { ($1, $0) }) { first, _ in first }
        var (units, kinds, closed): ([String: Int], [Int], Set<Seat>) = ([:], [], [])
        var persons = SeatPersons(unit: [], category: [], band: [], woman: [], weight: [])
        for (number, member) in members.enumerated() {
            // Whoever must come stands alone, as for one class: the office's word goes before a unit's share away.
            let key = member.pinned.isEmpty ? member.shared : "\(member.shared) \(member.person)"
            let unit = units[key] ?? kinds.count
            if units.updateValue(unit, forKey: key) == nil { kinds.append(0) }
            if signatures[opens[number]] == nil {
                let open = Set(opens[number])
                for place in classes.indices where !open.contains(place) {
                    closed.insert(Seat(person: number, classID: place))
                }
            }
            persons.unit.append(unit)
            persons.category.append(signatures[opens[number]] ?? Self.mostSignatures - 1)
            persons.band.append(0)
            persons.woman.append(member.isWoman)
            persons.weight.append(member.weight)
        }
        let seatClasses = classes.enumerated().map { place, one in
            let scheme = one.found.scheme
            let first = Day(year: scheme.opening.year, month: 1, day: 1) ?? scheme.opening
            let start = min(51, max(0, (scheme.registration - first) / 7))
            let quarter = min(3, start / 13)
            let last = min(quarter * 13 + 12, max(start, (scheme.closing - first) / 7))
            return SeatClass(
                id: place, start: start, weeks: last - start + 1, quarter: quarter,
                cap: max(0, one.seatsLeft - kept[place]),
                cats: signatures.filter { $0.key.contains(place) }.map(\.value).sorted() + [Self.mostSignatures - 1],
                bands: [0], womenPct: one.wishes.women, kindPct: [])
        }
        let most = min(15, max(1, rules.callUpsAYear))
        return (
            SeatInstance(
                unitKind: kinds, persons: persons, classes: seatClasses, awayPct: rules.seats.awayShare,
                maxPerQuarter: most, maxPerYear: most), closed
        )
    }
}

enum YearProblem: Refusal {
    case noClasses, nobody, pins(of: String)

    var field: String { "" }
    var words: Words {
        switch self {
        case .noClasses: Words("没有已批准、待下发通知的班次", "No class was approved and is to be called up")
        case .nobody: Words("没有符合条件的人选", "Nobody can be proposed")
        case .pins(let title):
            Words(
                "“\(title)”指定的人选不能同时满足，请先调整该班",
                "Those who must come to “\(title)” cannot all be had: change that class first")
        }
    }
}
