import Records
import Seats
import Vocabulary

/// Seats of one class worked out by the planner of the year's seats (docs/seats.md), which is given this one class.
struct QuotaRun {
    let candidates: Candidates
    let checked: CheckedWishes
    private(set) var problems: [QuotaProblem]
    /// Who is proposed, those who must come first.
    private(set) var seated: [Candidate] = []
    /// Who was in the last proposal.
    private let previous: Set<String>
    private let effort: SeatEffort

    /// So often the planner looks for something better: a single class is found at once, as a rule.
    static let rounds = 100

    /// - Parameter previous: who was proposed last.
    init(
        _ candidates: Candidates, _ checked: CheckedWishes, previous: Set<String> = [],
        effort: SeatEffort = SeatEffort(rounds: QuotaRun.rounds)
    ) {
        self.previous = checked.wishes.manner == .close ? previous : []
        self.candidates = candidates
        self.checked = checked
        self.effort = effort
        problems = checked.problems
        if problems.isEmpty { propose() }
    }

    private mutating func propose() {
        let year = candidates.found.scheme.opening.year
        let asked = Set(checked.pins.map(\.person.code) + checked.forbidden.map(\.candidate.person.code))
        let open = candidates.people.filter { candidates.isOpen($0) && !asked.contains($0.person.code) }
        let fixed = Dictionary(checked.wishes.fixed.map { ($0.unit, $0.seats) }) { first, _ in first }
        let ofFixed = Dictionary(grouping: open.filter { fixed[$0.unit] != nil }, by: \.unit)
        // Of a unit whose number is set the neediest come; the planner sees them as settled, and nobody else of it.
        var settled = checked.pins
        var missing = 0
        for quota in checked.wishes.fixed {
            let room = quota.seats - checked.pins.count { $0.unit == quota.unit }
            let neediest = (ofFixed[quota.unit] ?? []).sorted {
                (-$0.need.weight(inYear: year), $0.person.code) < (-$1.need.weight(inYear: year), $1.person.code)
            }.prefix(room)
            settled += neediest
            missing += room - neediest.count
        }
        let people = settled + open.filter { fixed[$0.unit] == nil }
        guard !people.isEmpty else { return problems.append(.nobody) }
        let instance = instance(people, settled: settled.count, cap: checked.seats - missing, inYear: year)
        let wanted = SeatWishes(pins: settled.indices.map { Seat(person: $0, classID: 0) })
        do throws(SeatTrouble) {
            let before = people.indices.filter { previous.contains(people[$0].person.code) }.map {
                Seat(person: $0, classID: 0)
            }
            seated = try SeatPlanner(instance).propose(
                wishes: wanted, previous: before.isEmpty ? nil : before, effort: effort
            ).seats.map { people[$0.person] }
        } catch {
            switch error {
            case .pinsBreakShares: problems.append(.womenOutOfReach(checked.wishes.women))
            case .tooManyPins(_, let pins, let cap): problems.append(.moreThanSeats(wished: pins, seats: cap))
            case .instance, .pin, .unknownSeat, .pinnedAndForbidden: problems.append(.nobody)
            }
        }
        if problems.isEmpty, seated.isEmpty { problems.append(.nobody) }
    }

    /// The one class and its people: everybody is of the one category that it is for, for only such were found.
    private func instance(_ people: [Candidate], settled: Int, cap: Int, inYear year: Int) -> SeatInstance {
        var (places, kinds): ([String: Int], [Int]) = ([:], [])
        // Of those who are settled each stands alone: the office's word goes before a unit's share away.
        var units = (0..<settled).map { _ in
            kinds.append(0)
            return kinds.count - 1
        }
        for person in people.dropFirst(settled) {
            let place = places[person.unit] ?? kinds.count
            if places.updateValue(place, forKey: person.unit) == nil { kinds.append(0) }
            units.append(place)
        }
        let one = [Int](repeating: 0, count: people.count)
        return SeatInstance(
            unitKind: kinds,
            persons: SeatPersons(
                unit: units, category: one, band: one, woman: people.map { $0.person.sex == .female },
                weight: people.map { $0.need.weight(inYear: year) }),
            classes: [
                SeatClass(
                    id: 0, start: 0, weeks: 1, quarter: 0, cap: cap, cats: [0], bands: [0],
                    womenPct: checked.wishes.women,
                    kindPct: [])
            ], awayPct: candidates.rules.seats.awayShare, maxPerYear: 1)
    }
}
