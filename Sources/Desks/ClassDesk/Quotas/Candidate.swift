import Books
import LedgerEngine
import Pages
import Plans
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

/// What a class would be to somebody: by it the neediest come first. It is of a training that is owed, never a mark of the
/// person, and no page shows a number of it.
struct SeatNeed: Hashable, Sendable {
    enum Why: String, Stored, Sendable {
        /// An obligation of theirs that the class counts for is late, or due on a day.
        case overdue, due
        /// No class for longer than the rule allows, or none on record at all.
        case untrained, never
        /// The last class ended on a day.
        case trained
    }

    var why: Why
    /// Of the obligation, where there is one.
    var obligation = ""
    /// The obligation's last day, or the last day of the last class.
    var day: Day?

    /// From 1 to 20, as the planner weighs (docs/seats.md), in the year of a class.
    func weight(inYear year: Int) -> Int {
        let years = max(0, (day?.year ?? year) - year)
        return switch why {
        case .overdue: 20
        case .never, .untrained: 18
        case .due: max(3, 14 - 4 * years)
        case .trained: max(1, min(8, 2 * (year - (day?.year ?? year))))
        }
    }

    /// Whether it is their turn: what is owed is late, or they had no class for longer than the rule allows.
    var isPressing: Bool { [.overdue, .untrained, .never].contains(why) }

    /// People owe an obligation until a day, and may have had no class for long besides: the greater need is told.
    static func greatest(_ needs: [SeatNeed], inYear year: Int) -> SeatNeed {
        needs.max { $0.weight(inYear: year) < $1.weight(inYear: year) } ?? SeatNeed(why: .never)
    }

    func words(_ rules: SeatRules) -> Words {
        let day = day?.iso ?? ""
        return switch why {
        case .overdue: Words("要求\(obligation)进度滞后，\(day)到期", "behind on \(obligation), due on \(day)")
        case .due: Words("要求\(obligation)，\(day)到期", "\(obligation) is due on \(day)")
        case .untrained:
            Words(
                "\(rules.untrainedYears)年内未参训，上次\(day)",
                "no class for \(rules.untrainedYears) years, the last until \(day)")
        case .never: Words("没有参训记录", "no class on record")
        case .trained: Words("上次参训\(day)", "the last class ended on \(day)")
        }
    }
}

/// To which unit the seats of somebody's unit are given: the nearest one above that has a quota already, else the one right
/// beneath the top of what the reader sees.
struct QuotaUnits {
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
struct Candidates {
    let found: TrainingClass
    let people: [Candidate]
    let rules: ClassRules
    /// So many seats nobody is named for yet.
    var seatsLeft: Int
    /// More than a page goes through: nobody was looked at.
    var isTooMany = false

    /// So many people are gone through while somebody waits.
    static let most = 20_000

    func isOpen(_ candidate: Candidate) -> Bool { candidate.bars.isEmpty }
}

extension Ask {
    /// Asked through the door of the ledger, which knows what people owe. `units`: to which seats are given besides those
    /// that have some.
    func candidates(for found: TrainingClass, units: [String] = []) throws -> Candidates {
        let rules = try classRules
        let taken = try reading.count(
            Trainee.self, for: .everybody, where: "class = \(found.code) and stage in (\(list: TraineeStage.seated))")
        let seats = found.scheme.heads - taken
        guard let staff = try staffMeant(by: found) else {
            return Candidates(found: found, people: [], rules: rules, seatsLeft: seats, isTooMany: true)
        }
        let eligibility = try reading.eligibility(for: found)
        let quotas = try quotaUnits(of: found, besides: units)
        let needs = try needs(of: staff.map(\.person.code), for: found)
        let people = staff.map { member in
            Candidate(
                person: member.person, appointment: member.appointment, unit: quotas.unit(of: member.appointment.unit),
                need: needs[member.person.code] ?? SeatNeed(why: .never),
                // Whoever was found holds a category that the class is for.
                bars: eligibility.bars(member.person, holding: found.scheme.audience),
                callUpsLeft: eligibility.callUpsLeft(member.person))
        }
        return Candidates(found: found, people: people, rules: rules, seatsLeft: seats)
    }

    /// Those in service within reach who hold a category that the class is for, each once; nil: too many to go through.
    func staffMeant(by found: TrainingClass) throws -> [StaffMember]? {
        var question = StaffQuestion(on: today)
        question.categories = found.scheme.audience
        question.unit = reader.unit
        let count = try reading.staffCount(question, upTo: Candidates.most + 1)
        guard count <= Candidates.most else { return nil }
        let merged = Set(try reading.samePersons().merged)
        return try reading.staff(question, offset: 0, limit: count).filter { !merged.contains($0.person.code) }
    }

    func quotaUnits(of found: TrainingClass, besides units: [String] = []) throws -> QuotaUnits {
        let callUp = try reading.one(CallUp.self, found.code, for: reader)
        return QuotaUnits(
            try reading.units(), beneath: reader.unit, named: units + (callUp?.notice.quotas.map(\.unit) ?? []))
    }

    /// What each of these people needs a class for.
    func needs(of people: [String], for found: TrainingClass) throws -> [String: SeatNeed] {
        let view = try town.ledger(asOf: today)
        let kinds = view?.edition.kinds ?? ActivityKindCatalogue()
        let last = try reading.lastTraining(of: people, in: kinds.kinds(within: .trainingClass) ?? [])
        let year = found.scheme.opening.year
        let limit = found.scheme.opening.adding(months: -12 * (try classRules.seats.untrainedYears))
        let owed = view.map { view in found.obligations(of: view) } ?? []
        var needs: [String: SeatNeed] = [:]
        for person in people {
            var found: [SeatNeed] = []
            if let day = last[person] {
                found.append(SeatNeed(why: day < limit ? .untrained : .trained, day: day))
            } else {
                found.append(SeatNeed(why: .never))
            }
            for entry in owed.isEmpty ? [] : view?.live.currentEntries(ofPerson: person) ?? []
            where owed.contains(entry.obligation) {
                guard let to = entry.to else { continue }
                switch entry.standing {
                case .behind, .overdue: found.append(SeatNeed(why: .overdue, obligation: entry.obligation, day: to))
                case .onCourse, .notYetDue: found.append(SeatNeed(why: .due, obligation: entry.obligation, day: to))
                case .met, .doesNotApply, .needsRuling: break
                }
            }
            needs[person] = .greatest(found, inYear: year)
        }
        return needs
    }
}

extension TrainingClass {
    /// Of the plan in force, what taking part in this class counts for.
    fileprivate func obligations(of view: LedgerView) -> Set<String> {
        Set(
            view.edition.obligations.filter { obligation in
                guard let binding = obligation.binding, obligation.rule.bearer == .person else { return false }
                let isOfKind = binding.kinds?.contains(scheme.kind.activity) ?? true
                return isOfKind && binding.topics.allSatisfy(scheme.topics.contains)
            }.map(\.id))
    }
}
