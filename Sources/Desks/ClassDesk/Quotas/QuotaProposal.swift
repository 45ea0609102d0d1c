import Pages
import Storage
import Store
import Vocabulary

/// Seats of one class as they were proposed on a day (名额建议): how many there were, and what was wished. Who is proposed
/// stands in rows of its own, each within the reach of its unit.
struct QuotaProposal: Noun {
    var code: String
    var trainingClass: String
    /// Which of the class's it is, from 1.
    var number: Int
    var made: Day
    /// Seats that there were to give.
    var seats: Int
    /// Women among those proposed, per cent at least.
    var women: Int
    /// What the office set for units.
    var fixed: [FixedQuota]
    /// Of whose people alone it was made.
    var units: [WishedUnit]

    static let table = Table<QuotaProposal>(
        "class_quota_proposals", Column("code") { $0.code }, Column("class") { $0.trainingClass },
        Column("number") { $0.number }, Column("made_day") { $0.made }, Column("seats") { $0.seats },
        Column("women_pct") { $0.women }
    ) { code, trainingClass, number, made, seats, women in
        QuotaProposal(
            code: code, trainingClass: trainingClass, number: number, made: made, seats: seats, women: women, fixed: [],
            units: [])
    }
    static let lists = [
        NounList<QuotaProposal>(
            \.fixed, owner: "proposal",
            Table("class_fixed_quotas", Column("unit") { $0.unit }, Column("seats") { $0.seats }, make: FixedQuota.init)
        ),
        NounList(
            \.units, owner: "proposal",
            Table("class_wished_units", Column("unit") { $0.unit }, make: { WishedUnit(unit: $0) })),
    ]
    static let reach = Reach.everybody
}

/// A number of seats that is set for a unit whatever else is proposed.
struct FixedQuota: Codable, Sendable, Hashable {
    var unit = ""
    var seats = 1
}

/// One person in a proposal: proposed, or set aside.
struct ProposedTrainee: Noun {
    enum Standing: String, Named, Stored {
        case proposed, pinned, forbidden

        var words: Words {
            switch self {
            case .proposed: Words("建议", "Proposed")
            case .pinned: Words("指定", "Must come")
            case .forbidden: Words("不安排", "Set aside")
            }
        }
    }

    var code: String
    var proposal: String
    var person: String
    /// The unit whose quota they would take.
    var unit: String
    var standing: Standing
    var need: SeatNeed
    /// Why they were set aside.
    var reason: String

    static let table = Table<ProposedTrainee>(
        "class_proposed_trainees", Column("code") { $0.code }, Column("proposal") { $0.proposal },
        Column("person") { $0.person }, Column("unit") { $0.unit }, Column("standing") { $0.standing },
        Column("why") { $0.need.why }, Column("obligation") { $0.need.obligation }, Column("why_day") { $0.need.day },
        Column("reason") { $0.reason }
    ) { code, proposal, person, unit, standing, why, obligation, day, reason in
        ProposedTrainee(
            code: code, proposal: proposal, person: person, unit: unit, standing: standing,
            need: SeatNeed(why: why, obligation: obligation, day: day), reason: reason)
    }
    static let reach = Reach.unit("unit")
    static let personal: PersonalTexts? = .of("person", "reason")

    var isSeated: Bool { standing != .forbidden }
}

/// A proposal with the people in it that a reader may see, neediest units' order left aside: by unit, then by name.
struct ProposedSeats {
    let proposal: QuotaProposal
    let people: [ProposedTrainee]

    var seated: [ProposedTrainee] { people.filter(\.isSeated) }
    var forbidden: [ProposedTrainee] { people.filter { !$0.isSeated } }

    /// Seats of each unit: as many as are proposed, or as were set.
    var quotas: [FixedQuota] {
        let set = Dictionary(proposal.fixed.map { ($0.unit, $0.seats) }) { first, _ in first }
        let proposed = Dictionary(grouping: seated, by: \.unit).mapValues(\.count)
        return proposed.merging(set) { _, set in set }.map { FixedQuota(unit: $0.key, seats: $0.value) }
            .sorted { $0.unit < $1.unit }
    }

    /// What it was made by, to begin the next with.
    var wishes: QuotaWishes {
        QuotaWishes(
            pins: people.filter { $0.standing == .pinned }.map(\.person),
            forbids: forbidden.map { ForbiddenSeat(person: $0.person, reason: $0.reason) }, fixed: proposal.fixed,
            units: proposal.units, women: proposal.women)
    }
}

extension Ask {
    /// The last proposals of a class, the newest first.
    func proposals(of found: TrainingClass, limit: Int) throws -> [ProposedSeats] {
        try all(QuotaProposal.self, where: "class = \(found.code)", order: "number desc", limit: limit).map {
            proposal in
            ProposedSeats(
                proposal: proposal,
                people: try all(
                    ProposedTrainee.self, where: "proposal = \(proposal.code)", order: "unit, person"))
        }
    }
}
