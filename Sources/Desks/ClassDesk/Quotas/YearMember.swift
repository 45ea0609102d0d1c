import Pages
import Records
import Seats
import Storage
import Store
import Vocabulary

/// One of the classes whose seats are worked out together, with what the office wants of it.
struct YearClass: Sendable {
    let found: TrainingClass
    let wishes: QuotaWishes
    let seatsLeft: Int
    /// To which unit's quota somebody belongs.
    let units: QuotaUnits
}

/// Somebody for whom one or more of the year's classes are.
struct YearMember: Sendable {
    /// A class by its place, and what they need it for as the planner weighs it.
    struct Open: Sendable {
        var place: Int
        var weight = 1
    }

    let person: String
    /// Where they serve.
    let unit: String
    /// Of whose people only a share may be away.
    let shared: String
    let isWoman: Bool
    /// So many more classes they may be called to in the year.
    let callUpsLeft: Int
    var open: [Open] = []
    /// Classes to which they must come, or that a set number of their unit settles.
    var pinned: Set<Int> = []

    var weight: Int { open.lazy.map(\.weight).max() ?? 1 }

    func weight(of place: Int) -> Int { open.first { $0.place == place }?.weight ?? 0 }
}

/// Everybody for whom classes of a year are, gathered beside the pages: of each only what the planner asks for, as a whole
/// town has as many places as people times classes.
struct YearGathering {
    let classes: [YearClass]
    private(set) var members: [YearMember] = []
    let rules: ClassRules
    /// Who was wished for and cannot come any more.
    private(set) var missing = 0
    private var places: [String: Int] = [:]

    init(_ year: Int, _ run: JobRun) throws {
        (classes, rules) = try run.asking { ask in
            let classes = try ask.classesToCallUp(inYear: year).map { found in
                let wishes = try ask.proposals(of: found, limit: 1).first?.wishes ?? QuotaWishes()
                return YearClass(
                    found: found, wishes: wishes, seatsLeft: try ask.seatsLeft(in: found),
                    units: try ask.quotaUnits(of: found, besides: wishes.fixed.map(\.unit)))
            }
            return (classes, try ask.classRules)
        }
        try gather(run)
        try weigh(run)
    }

    /// Those who hold a category of one or more classes, each found once for all classes of the same categories.
    private mutating func gather(_ run: JobRun) throws {
        let byAudience = Dictionary(grouping: classes.indices) { Set(classes[$0].found.scheme.audience) }
        let audiences = byAudience.sorted { $0.value[0] < $1.value[0] }
        for (audience, own) in audiences {
            try run.goOn()
            try run.asking { ask in
                let shared = QuotaUnits(try ask.reading.units(), beneath: ask.reader.unit, named: [])
                let question = ask.staffQuestion(of: audience.sorted { $0.rawValue < $1.rawValue })
                let staff = try ask.staff(question, limit: Candidates.mostProposed)
                for place in own {
                    try run.goOn()
                    let eligibility = try ask.reading.eligibility(for: classes[place].found)
                    let aside = Set(classes[place].wishes.forbids.map(\.person) + classes[place].wishes.pins)
                    let scope = try ask.scope(of: classes[place].wishes.units)
                    for member in staff where !aside.contains(member.person.code) {
                        guard scope?.contains(member.appointment.unit) ?? true else { continue }
                        let bars = eligibility.bars(member.person, holding: audience)
                        guard bars.isEmpty else { continue }
                        add(member.person, member.appointment.unit, to: place, eligibility, shared)
                    }
                    try pin(place, eligibility, shared, ask)
                }
            }
        }
    }

    /// Who must come, whatever category they hold, unless it would be untrue by now.
    private mutating func pin(
        _ place: Int, _ eligibility: ClassEligibility, _ shared: QuotaUnits, _ ask: Ask
    ) throws {
        for code in classes[place].wishes.pins {
            guard let person = try ask.naming.person(code),
                let post = try ask.reading.appointment(of: person.code, on: ask.today),
                try ask.naming.isWithinReach(post.unit),
                !eligibility.bars(person, holding: classes[place].found.scheme.audience).contains(where: \.isRefused)
            else {
                missing += 1
                continue
            }
            members[add(person, post.unit, to: place, eligibility, shared)].pinned.insert(place)
        }
    }

    @discardableResult
    private mutating func add(
        _ person: Person, _ unit: String, to place: Int, _ eligibility: ClassEligibility, _ shared: QuotaUnits
    ) -> Int {
        let number = places[person.code] ?? members.count
        if number == members.count {
            places[person.code] = number
            members.append(
                YearMember(
                    person: person.code, unit: unit, shared: shared.unit(of: unit), isWoman: person.sex == .female,
                    callUpsLeft: eligibility.callUpsLeft(person)))
        }
        members[number].open.append(YearMember.Open(place: place))
        return number
    }

    private mutating func weigh(_ run: JobRun) throws {
        let found = classes.map(\.found)
        try run.inPieces(of: members.count) { ask, piece in
            let needs = try SeatNeeds(of: members[piece].map(\.person), for: found, ask)
            for number in piece {
                let own = needs.needs(of: members[number].person)
                for place in members[number].open.indices {
                    let open = members[number].open[place].place
                    members[number].open[place].weight = own[open].weight(inYear: found[open].scheme.opening.year)
                }
            }
        }
    }
}
