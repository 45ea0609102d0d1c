import Pages
import Records
import Storage
import Store
import Vocabulary

/// Keeps who should come to a class, by unit and by name, as it was worked out (测算名额).
struct ProposeQuotas: RecordAct {
    static let right = Right.plan
    static let words = Words("测算名额", "Seats proposed")
    static let title = Words("测算名额", "Propose seats")
    static let button = Words("测算名额", "Propose seats")
    static let step = "seats/new"
    var record: String
    var wishes: QuotaWishes
    var seats: Int
    /// As the planner found them; each told by its unit and what they need.
    var people: [ProposedTrainee]

    func unit(in reading: some Reading) throws -> String? { try reading.organiser(ofClass: record) }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { try found.notOpen(in: reading, for: reader) }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        let number = try t.count(QuotaProposal.self, for: .everybody, where: "class = \(found.code)") + 1
        let proposal = QuotaProposal(
            code: "\(found.code)-\(number)", trainingClass: found.code, number: number, made: t.today, seats: seats,
            women: wishes.women, fixed: wishes.fixed, units: wishes.units)
        try t.insert(proposal)
        for var person in people {
            person.proposal = proposal.code
            person.code = "\(proposal.code)-\(person.person)"
            try t.insert(person)
        }
        return found
    }
}

extension ProposeQuotas {
    init(_ run: QuotaRun) {
        let checked = run.checked
        self.init(
            record: run.candidates.found.code, wishes: checked.wishes, seats: checked.seats,
            people: run.seated.map { ProposedTrainee($0, checked.isPinned($0) ? .pinned : .proposed) }
                + checked.forbidden.map { ProposedTrainee($0.candidate, .forbidden, $0.reason) })
    }
}

extension ProposedTrainee {
    /// Of a proposal that has no number yet.
    init(_ one: Candidate, _ standing: Standing, _ reason: String = "") {
        self.init(
            code: "", proposal: "", person: one.person.code, unit: one.unit, standing: standing, need: one.need,
            reason: reason)
    }
}
