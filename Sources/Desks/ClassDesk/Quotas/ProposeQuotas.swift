import Pages
import Records
import Storage
import Store
import Vocabulary

/// Works out who should come to a class, by unit and by name, and keeps it (测算名额).
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
            women: wishes.women, fixed: wishes.fixed)
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
    init(_ found: TrainingClass, _ run: QuotaRun) {
        func row(_ one: Candidate, _ standing: ProposedTrainee.Standing, _ reason: String = "") -> ProposedTrainee {
            ProposedTrainee(
                code: "", proposal: "", person: one.person.code, unit: one.unit, standing: standing, need: one.need,
                reason: reason)
        }
        self.init(
            record: found.code, wishes: run.wishes, seats: run.seats,
            people: run.seated.map { row($0, run.isPinned($0) ? .pinned : .proposed) }
                + run.forbidden.map { row($0.0, .forbidden, $0.reason) })
    }
}

extension FormFlow where Draft == QuotaWishes, A == ProposeQuotas {
    /// Through the door of the ledger: what people owe decides.
    static var proposing: FormFlow {
        var flow = FormFlow(ProposeQuotas.self, QuotaWishes.form) { found, ask in
            var wishes = try ask.proposals(of: found, limit: 1).first?.wishes ?? QuotaWishes()
            // A click on somebody in the last proposal.
            if let code = ask.query["pin"], let person = try ask.naming.person(code)?.code {
                wishes.forbids.removeAll { $0.person == person }
                if !wishes.pins.contains(person) { wishes.pins.append(person) }
            }
            if let code = ask.query["forbid"], let person = try ask.naming.person(code)?.code {
                wishes.pins.removeAll { $0 == person }
                if !wishes.forbids.contains(where: { $0.person == person }) {
                    wishes.forbids.append(ForbiddenSeat(person: person))
                }
            }
            return wishes
        } act: { found, wishes in
            ProposeQuotas(record: found.code, wishes: wishes, seats: 0, people: [])
        }
        flow.act = { wishes, ask in
            let found = try ask.one(TrainingClass.self)
            return ProposeQuotas(found, try ask.quotaRun(wishes, for: found))
        }
        flow.refusals = { wishes, ask in try ask.quotaRun(wishes, for: try ask.one(TrainingClass.self)).problems }
        flow.door = .ledger
        (flow.isOneStep, flow.submit) = (true, Words("开始测算", "Propose"))
        flow.then = { "\($0.address)/seats" }
        return flow
    }
}
