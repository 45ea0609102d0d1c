import Pages
import Records
import Storage
import Store
import Vocabulary

/// Names people for a class, within the quota of their unit; who comes after it waits in that order (报名).
struct Nominate: RecordAct {
    static let right = Right.report
    static let words = Words("报名", "Named")
    static let title = Words("报名", "Name people")
    static let button = Words("报名", "Name people")
    static let step = "nominate"
    var record: String
    var people: [String]

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let problem = try found.notApprovedOrClosed(in: reading) { return problem }
        guard let callUp = try reading.one(CallUp.self, found.code, for: .everybody) else {
            return ClassProblem.notCalledUp
        }
        let within = try reading.unitsWithinReach(of: reader)
        let quotas = callUp.notice.quotas.filter { within?.contains($0.unit) ?? true }
        // The office may still put somebody on the list until they arrive; a part of a quota has a day of its own.
        let last =
            reader.may(.plan)
            ? found.scheme.registration
            : quotas.map { callUp.namesDue(of: $0, within) }.max() ?? callUp.notice.deadline
        if today > last { return ClassProblem.lateToName(last) }
        return within != nil && quotas.isEmpty ? ClassProblem.noSeatsForYou : nil
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        guard let callUp = try t.one(CallUp.self, found.code, for: t.reader) else {
            try t.refuse(ClassProblem.notCalledUp)
        }
        let eligibility = try t.eligibility(for: found, of: people)
        var problems: [ClassProblem] = []
        for person in people {
            if let problem = try name(person, eligibility, callUp, t) { problems.append(problem) }
        }
        try t.refuse(problems)
        return found
    }

    private func name(
        _ code: String, _ eligibility: ClassEligibility, _ callUp: CallUp, _ t: ActTransaction
    ) throws -> ClassProblem? {
        let found = eligibility.found
        guard let person = try t.person(code: code) else { return .unknown(code) }
        guard let post = try t.appointment(of: person.code, on: t.today) else {
            return .servesElsewhere(person.name, unit: "—")
        }
        let unit = try t.unit(code: post.unit)?.name ?? post.unit
        // The unit that has seats: their own, or one above it to which the seats were given, which then names them.
        let above = try t.unitsAbove(post.unit)
        let quotas = callUp.notice.quotas
        guard let quota = above.lazy.compactMap({ code in quotas.first { $0.unit == code } }).first else {
            return .noSeats(person.name, unit: unit)
        }
        guard try t.isWithinReach(quota.unit, of: t.reader) else { return .servesElsewhere(person.name, unit: unit) }
        let due = callUp.namesDue(of: quota, try t.unitsWithinReach(of: t.reader))
        if t.today > due, !t.reader.may(.plan) { return .lateToName(due) }
        // What a rule forbids was shown on the check page; the office decides.
        switch eligibility.bars(person, holding: []).first(where: \.isRefused) {
        case .onRoster: return .alreadyNamed(person.name)
        case .elsewhere(let title): return .alreadyElsewhere(person.name, name: title)
        case .sameWeek, .notMeant, .alike, .calledUp, .retiring, nil: break
        }
        let taken = try t.seated(in: found, of: quota.unit)
        try t.enrol(
            Trainee(
                code: "", trainingClass: found.code, person: person.code, unit: quota.unit, named: t.today,
                stage: taken < quota.seats ? .nominated : .waiting, decided: nil, remark: ""))
        return nil
    }
}

extension Reading {
    /// A unit and all above it, nearest first.
    func unitsAbove(_ unit: String) throws -> [String] {
        var (codes, next): ([String], String?) = ([], unit)
        while let code = next, !codes.contains(code) {
            codes.append(code)
            next = try self.unit(code: code)?.parent
        }
        return codes
    }
}

extension ActTransaction {
    /// Seats that are free go to those who wait, in the order in which they were named, until the day of arrival and never
    /// after (递补).
    func moveUp(in found: TrainingClass, _ callUp: CallUp) throws {
        guard today <= found.scheme.registration else { return }
        for quota in callUp.notice.quotas {
            var free = try quota.seats - seated(in: found, of: quota.unit)
            guard free > 0 else { continue }
            let next = try all(
                Trainee.self, for: .everybody,
                where: "class = \(found.code) and unit = \(quota.unit) and stage = \(TraineeStage.waiting)",
                order: "named_day, code"
            ).sorted { ($0.turn ?? 0, $0.named, $0.code) < ($1.turn ?? 0, $1.named, $1.code) }
            let eligibility = try next.isEmpty ? nil : eligibility(for: found, of: next.map(\.person))
            for var trainee in next where free > 0 {
                // Whoever went to another class meanwhile keeps their turn: nobody is on two rosters in the same days.
                if eligibility?.isElsewhere(trainee.person) == true { continue }
                trainee.stage = .nominated
                trainee.remark = "候补递补"
                try update(trainee)
                free -= 1
            }
        }
    }

    func moveUp(in found: TrainingClass) throws {
        guard let callUp = try one(CallUp.self, found.code, for: .everybody) else { return }
        try moveUp(in: found, callUp)
    }
}
