import Pages
import Records
import Storage
import Store
import Vocabulary

/// What was wished for a class, with the people found, and what of it cannot be had.
struct CheckedWishes {
    let wishes: QuotaWishes
    /// Seats that there are to give.
    let seats: Int
    private(set) var pins: [Candidate] = []
    private(set) var forbidden: [(candidate: Candidate, reason: String)] = []
    private(set) var problems: [QuotaProblem] = []

    /// Asked through the door of the ledger; looks at nobody but those who were named.
    init(_ wishes: QuotaWishes, for found: TrainingClass, _ ask: Ask) throws {
        self.wishes = wishes
        seats = try ask.seatsLeft(in: found)
        if seats <= 0 { problems.append(.noSeatsLeft(heads: found.scheme.heads)) }
        let named = try ask.named(wishes, for: found)
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
        for (row, wish) in wishes.units.enumerated() where try !ask.naming.isWithinReach(wish.unit) {
            problems.append(.unitOutOfReach(row: row))
        }
        try look(at: wishes.fixed, ask)
    }

    /// Nobody and nothing was wished for.
    init(seats: Int) { (wishes, self.seats) = (QuotaWishes(), seats) }

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
}

extension Ask {
    /// The units that these stand for, with all beneath them; nil: all units.
    func scope(of wished: [WishedUnit]) throws -> Set<String>? {
        guard !wished.isEmpty else { return nil }
        return try wished.reduce(into: Set<String>()) { units, wish in
            units.formUnion(
                try reading.unitsWithinReach(of: Reader(account: "", rights: [], unit: wish.unit)) ?? [])
        }
    }

    /// Those who are wished for, whatever category they hold; nobody who serves out of reach.
    fileprivate func named(_ wishes: QuotaWishes, for found: TrainingClass) throws -> [String: Candidate] {
        let codes = wishes.pins + wishes.forbids.map(\.person)
        guard !codes.isEmpty else { return [:] }
        let units = try quotaUnits(of: found, besides: wishes.fixed.map(\.unit))
        let eligibility = try reading.eligibility(for: found, of: codes)
        let needs = try needs(of: codes, for: found)
        var named: [String: Candidate] = [:]
        for code in codes {
            guard let person = try naming.person(code),
                let post = try reading.appointment(of: person.code, on: today),
                try naming.isWithinReach(post.unit)
            else { continue }
            named[code] = Candidate(
                person: person, appointment: post, unit: units.unit(of: post.unit),
                need: needs[code] ?? SeatNeed(why: .never),
                bars: eligibility.bars(person, holding: try reading.categories(of: person.code, on: today)),
                callUpsLeft: eligibility.callUpsLeft(person))
        }
        return named
    }
}

extension Reading {
    /// The categories that somebody holds on a day.
    func categories(of person: String, on day: Day) throws -> [PersonCategory] {
        try categoryHoldings(of: person).filter { $0.dated.span.contains(day) }.map(\.category)
    }
}
