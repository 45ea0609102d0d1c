import Pages
import Records
import Seats
import Storage
import Store
import Vocabulary

/// Seats of one class worked out by the planner of the year's seats (docs/seats.md), which is given this one class.
struct QuotaRun {
    let candidates: Candidates
    let wishes: QuotaWishes
    let seats: Int
    private(set) var problems: [QuotaProblem] = []
    /// Who is proposed, those who must come first.
    private(set) var seated: [Candidate] = []
    private(set) var forbidden: [(Candidate, reason: String)] = []
    private var pins: [Candidate] = []
    /// Who was in the last proposal.
    private let previous: Set<String>

    /// So often the planner looks for something better: a single class is found at once, as a rule.
    static let rounds = 100

    /// Those who were named in the wishes, found besides whom the class is for.
    init(_ candidates: Candidates, _ wishes: QuotaWishes, named: [String: Candidate], previous: Set<String>, _ ask: Ask)
        throws
    {
        self.previous = wishes.manner == .close ? previous : []
        self.candidates = candidates
        self.wishes = wishes
        seats = candidates.seatsLeft
        if candidates.isTooMany { problems.append(.tooManyPeople) }
        if seats <= 0 { problems.append(.noSeatsLeft(heads: candidates.found.scheme.heads)) }
        for code in wishes.pins {
            let name = try ask.naming.personName(code)
            guard let person = named[code] else {
                problems.append(.notThere(name, field: "pins"))
                continue
            }
            if let bar = person.bars.first(where: \.isRefused) { problems.append(.cannotCome(name, bar)) }
            pins.append(person)
        }
        for (row, wish) in wishes.forbids.enumerated() {
            let name = try ask.naming.personName(wish.person)
            guard let person = named[wish.person] else {
                problems.append(.notThere(name, field: "forbids.\(row).person"))
                continue
            }
            if wishes.pins.contains(wish.person) { problems.append(.pinnedAndForbidden(name, row: row)) }
            forbidden.append((person, wish.reason))
        }
        try look(at: wishes.fixed, ask)
        guard problems.isEmpty else { return }
        propose()
    }

    func isPinned(_ candidate: Candidate) -> Bool { wishes.pins.contains(candidate.person.code) }

    private mutating func look(at fixed: [FixedQuota], _ ask: Ask) throws {
        var seen: Set<String> = []
        for (row, quota) in fixed.enumerated() {
            if !seen.insert(quota.unit).inserted { problems.append(.unitTwice(row: row)) }
            if try !ask.naming.isWithinReach(quota.unit) { problems.append(.outOfReach(row: row)) }
            let pinned = pins.count { $0.unit == quota.unit }
            if pinned > quota.seats { problems.append(.pinsOverUnit(row: row, pins: pinned)) }
        }
        let wished = fixed.reduce(0) { $0 + $1.seats } + pins.count { !seen.contains($0.unit) }
        if seats > 0, wished > seats { problems.append(.moreThanSeats(wished: wished, seats: seats)) }
    }

    private mutating func propose() {
        let year = candidates.found.scheme.opening.year
        let asked = Set(pins.map(\.person.code) + forbidden.map(\.0.person.code))
        let open = candidates.people.filter { candidates.isOpen($0) && !asked.contains($0.person.code) }
        let fixed = Dictionary(wishes.fixed.map { ($0.unit, $0.seats) }) { first, _ in first }
        // Of a unit whose number is set the neediest come; the planner sees them as settled, and nobody else of it.
        var settled = pins
        var missing = 0
        for (unit, seats) in fixed {
            let room = seats - pins.count { $0.unit == unit }
            let neediest = open.filter { $0.unit == unit }.sorted {
                (-$0.need.weight(inYear: year), $0.person.code) < (-$1.need.weight(inYear: year), $1.person.code)
            }.prefix(room)
            settled += neediest
            missing += room - neediest.count
        }
        let people = settled + open.filter { fixed[$0.unit] == nil }
        guard !people.isEmpty else { return problems.append(.nobody) }
        let instance = instance(people, settled: settled.count, cap: seats - missing, inYear: year)
        let wanted = SeatWishes(pins: settled.indices.map { Seat(person: $0, classID: 0) })
        do throws(SeatTrouble) {
            let before = people.indices.filter { previous.contains(people[$0].person.code) }.map {
                Seat(person: $0, classID: 0)
            }
            seated = try SeatPlanner(instance).propose(
                wishes: wanted, previous: before.isEmpty ? nil : before, effort: SeatEffort(rounds: Self.rounds)
            ).seats.map { people[$0.person] }
        } catch {
            switch error {
            case .pinsBreakShares: problems.append(.womenOutOfReach(wishes.women))
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
                    id: 0, start: 0, weeks: 1, quarter: 0, cap: cap, cats: [0], bands: [0], womenPct: wishes.women,
                    kindPct: [])
            ], awayPct: candidates.rules.seats.awayShare, maxPerYear: 1)
    }
}

extension Ask {
    /// The seats that these wishes come to; worked out once while a form is answered.
    func quotaRun(_ wishes: QuotaWishes, for found: TrainingClass) throws -> QuotaRun {
        try naming.once("quota run") {
            let candidates = try candidates(for: found, units: wishes.fixed.map(\.unit))
            let named = try candidates.named(wishes.pins + wishes.forbids.map(\.person), wishes.fixed, self)
            let last = try proposals(of: found, limit: 1).first
            return try QuotaRun(
                candidates, wishes, named: named, previous: Set((last?.seated ?? []).map(\.person)), self)
        }
    }
}

extension Candidates {
    /// Somebody who is wished for, whatever category they hold; nobody who serves out of reach.
    fileprivate func named(
        _ codes: [String], _ fixed: [FixedQuota], _ ask: Ask
    ) throws -> [String: Candidate] {
        var found = Dictionary(people.map { ($0.person.code, $0) }) { first, _ in first }
        let missing = codes.filter { found[$0] == nil }
        guard !missing.isEmpty else { return found }
        let units = try ask.quotaUnits(of: self.found, besides: fixed.map(\.unit))
        let eligibility = try ask.reading.eligibility(for: self.found, of: missing)
        let needs = try ask.needs(of: missing, for: self.found)
        for code in missing {
            guard let person = try ask.naming.person(code),
                let post = try ask.reading.appointment(of: person.code, on: ask.today),
                try ask.naming.isWithinReach(post.unit)
            else { continue }
            found[code] = Candidate(
                person: person, appointment: post, unit: units.unit(of: post.unit),
                need: needs[code] ?? SeatNeed(why: .never),
                bars: eligibility.bars(person, holding: try ask.reading.categories(of: person.code, on: ask.today)),
                callUpsLeft: eligibility.callUpsLeft(person))
        }
        return found
    }
}

extension Reading {
    /// The categories that somebody holds on a day.
    func categories(of person: String, on day: Day) throws -> [PersonCategory] {
        try categoryHoldings(of: person).filter { $0.dated.span.contains(day) }.map(\.category)
    }
}
