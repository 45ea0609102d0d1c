import Pages
import Records
import Storage
import Store
import Vocabulary

/// People whom the call-up names itself (点名调训): they stand on the roster from the day on which it is sent.
extension ActTransaction {
    /// Puts on the roster who is named, and takes off whom a correction names no more. Whether anything came of it.
    func callUp(_ people: [String], to found: TrainingClass, _ callUp: CallUp) throws -> Bool {
        let before = try calledByName(to: found)
        let standing = Set(before.map(\.person))
        for var trainee in before where !people.contains(trainee.person) {
            guard [.nominated, .accepted].contains(trainee.stage) else {
                try refuse(ClassProblem.calledAndHere(try person(code: trainee.person)?.name ?? trainee.person))
            }
            (trainee.stage, trainee.decided, trainee.remark) = (.returned, today, "通知更正，不再点名")
            try update(trainee)
        }
        let new = people.filter { !standing.contains($0) }
        let eligibility = try eligibility(for: found, of: new)
        let units = QuotaUnits(try self.units(), beneath: reader.unit, named: callUp.notice.quotas.map(\.unit))
        var problems: [ClassProblem] = []
        for code in new {
            if let problem = try call(code, eligibility, units, callUp) { problems.append(problem) }
        }
        try refuse(problems)
        return standing != Set(people)
    }

    private func call(
        _ code: String, _ eligibility: ClassEligibility, _ units: QuotaUnits, _ callUp: CallUp
    ) throws -> ClassProblem? {
        let found = eligibility.found
        guard let person = try person(code: code) else { return .unknown(code) }
        guard let post = try appointment(of: person.code, on: today) else { return .calledNowhere(person.name) }
        try requireReach(to: post.unit, with: .plan)
        let bars = eligibility.bars(person, holding: try categories(of: person.code, on: today))
        if let bar = bars.first(where: \.isRefused) { return .notCalled(person.name, bar) }
        let isWithin = eligibility.rules.seats.named == .within
        let unit = units.unit(of: post.unit)
        if isWithin {
            guard let quota = callUp.notice.quotas.first(where: { $0.unit == unit }) else {
                return .noQuota(person.name)
            }
            guard try seated(in: found, of: unit) < quota.seats else {
                return .namedOverQuota(unit: try self.unit(code: unit)?.name ?? unit, seats: quota.seats)
            }
        }
        try enrol(
            Trainee(
                code: "", trainingClass: found.code, person: person.code, unit: unit, named: today, stage: .nominated,
                decided: nil, remark: "", way: isWithin ? .within : .beside))
        return nil
    }

    /// Puts somebody on the roster: anew, or in the place of a name that was returned or withdrawn.
    func enrol(_ trainee: Trainee) throws {
        var trainee = trainee
        if trainee.stage == .waiting {
            let last = try all(
                Trainee.self, for: .everybody, where: "class = \(trainee.trainingClass) and turn is not null",
                order: "turn desc", limit: 1)
            trainee.turn = (last.first?.turn ?? 0) + 1
        }
        let before = try all(
            Trainee.self, for: .everybody,
            where: "class = \(trainee.trainingClass) and person = \(trainee.person)", order: "code", limit: 1)
        if let before = before.first {
            trainee.code = before.code
            try update(trainee)
        } else {
            trainee.code = try nextCode(.trainee)
            try insert(trainee)
        }
    }
}

extension CallUpNotice {
    /// What stands against those who are called up by name anew: shown beside the form, and decided by whoever sends it.
    /// Asked through the door of the ledger.
    func remarks(for found: TrainingClass, _ ask: Ask) throws -> HTML {
        let standing = Set(try ask.reading.calledByName(to: found).map(\.person))
        return try NamedPeople(people: named.filter { !standing.contains($0) }).remarks(for: found, ask)
    }
}

extension Reading {
    /// Those whom the call-up named and who are on the roster, whoever asks.
    func calledByName(to found: TrainingClass) throws -> [Trainee] {
        try all(
            Trainee.self, for: .everybody,
            where: """
                class = \(found.code) and way is not null and stage not in (\(list: TraineeStage.off))
                """, order: "code")
    }
}
