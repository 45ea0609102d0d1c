import Pages
import Records
import Storage
import Store
import Vocabulary

/// Somebody whom a class is for: where they serve, what they need it for, and what stands against it.
struct Candidate: Sendable {
    var person: Person
    var appointment: Appointment
    /// The unit whose quota they would take.
    var unit: String
    var need: SeatNeed
    var bars: [SeatBar]
    /// So many more classes they may be called to in the class's year.
    var callUpsLeft: Int
}

/// To which unit the seats of somebody's unit are given: the nearest one above that has a quota already, else the one right
/// beneath the top of what the reader sees.
struct QuotaUnits: Sendable {
    private let parents: [String: String]
    private let top: String?
    private let named: Set<String>

    init(_ units: [OrgUnit], beneath top: String?, named: some Sequence<String>) {
        parents = Dictionary(units.compactMap { unit in unit.parent.map { (unit.code, $0) } }) { first, _ in first }
        self.top = top
        self.named = Set(named)
    }

    func unit(of unit: String) -> String {
        var path = [unit]
        while path.last != top, let parent = path.last.flatMap({ parents[$0] }), !path.contains(parent) {
            path.append(parent)
        }
        return path.first(where: named.contains) ?? (path.count > 1 ? path[path.count - 2] : unit)
    }
}

/// Everybody whom a class is for within a reader's reach, as they stand today.
struct Candidates: Sendable {
    let found: TrainingClass
    var people: [Candidate]
    let rules: ClassRules
    /// So many seats nobody is named for yet.
    var seatsLeft: Int
    /// More than a page goes through: nobody was looked at.
    var isTooMany = false

    /// So many people are gone through while somebody waits for a page.
    static let most = 20_000
    /// The same for a proposal, which is made beside the pages: all that the planner takes.
    static let mostProposed = 1_000_000
    /// The same for a figure that stands beside others on a page.
    static let mostCounted = 2000

    func isOpen(_ candidate: Candidate) -> Bool { candidate.bars.isEmpty }
}

extension Ask {
    /// Asked through the door of the ledger, which knows what people owe. `units`: to which seats are given besides those
    /// that have some. `unit`: only those beneath it.
    func candidates(
        for found: TrainingClass, units: [String] = [], beneath unit: String? = nil, upTo most: Int = Candidates.most
    ) throws -> Candidates {
        guard let staff = try staffMeant(by: found, beneath: unit, upTo: most) else {
            return Candidates(
                found: found, people: [], rules: try classRules, seatsLeft: try seatsLeft(in: found), isTooMany: true)
        }
        var candidates = try candidates(staff, for: found, units: units)
        let needs = try SeatNeeds(of: staff.map(\.person.code), for: [found], self)
        for place in candidates.people.indices {
            candidates.people[place].need = needs.needs(of: candidates.people[place].person.code)[0]
        }
        return candidates
    }

    /// The same of people who were found already, before it is looked at what they need.
    func candidates(_ staff: [StaffMember], for found: TrainingClass, units: [String]) throws -> Candidates {
        let eligibility = try reading.eligibility(for: found)
        let quotas = try quotaUnits(of: found, besides: units)
        let people = staff.map { member in
            Candidate(
                person: member.person, appointment: member.appointment, unit: quotas.unit(of: member.appointment.unit),
                need: SeatNeed(why: .never),
                // Whoever was found holds a category that the class is for.
                bars: eligibility.bars(member.person, holding: found.scheme.audience),
                callUpsLeft: eligibility.callUpsLeft(member.person))
        }
        return Candidates(
            found: found, people: people, rules: eligibility.rules, seatsLeft: try seatsLeft(in: found))
    }

    /// So many of the people who were approved have no name yet.
    func seatsLeft(in found: TrainingClass) throws -> Int {
        let taken = try reading.count(
            Trainee.self, for: .everybody, where: "class = \(found.code) and stage in (\(list: TraineeStage.seated))")
        return found.scheme.heads - taken
    }

    /// Those in service within reach who hold a category that the class is for, each once; nil: more than so many.
    /// `unit`: only those beneath it.
    func staffMeant(
        by found: TrainingClass, beneath unit: String? = nil, upTo most: Int = Candidates.most
    ) throws -> [StaffMember]? {
        let question = staffQuestion(of: found.scheme.audience, beneath: unit)
        let count = try reading.staffCount(question, upTo: most + 1)
        guard count <= most else { return nil }
        return try staff(question, limit: count)
    }

    func staffQuestion(of audience: [PersonCategory], beneath unit: String? = nil) -> StaffQuestion {
        var question = StaffQuestion(on: today)
        question.categories = audience
        question.unit = unit ?? reader.unit
        return question
    }

    /// Whom a question finds, each human once.
    func staff(_ question: StaffQuestion, limit: Int) throws -> [StaffMember] {
        let merged = Set(try reading.samePersons().merged)
        return try reading.staff(question, offset: 0, limit: limit).filter { !merged.contains($0.person.code) }
    }

    func quotaUnits(of found: TrainingClass, besides units: [String] = []) throws -> QuotaUnits {
        let callUp = try reading.one(CallUp.self, found.code, for: reader)
        return QuotaUnits(
            try reading.units(), beneath: reader.unit, named: units + (callUp?.notice.quotas.map(\.unit) ?? []))
    }
}
