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
        // The office may still put somebody on the list until they arrive.
        let last = reader.may(.plan) ? found.scheme.registration : callUp.notice.deadline
        if today > last { return ClassProblem.lateToName(last) }
        guard let within = try reading.unitsWithinReach(of: reader) else { return nil }
        let unit = callUp.notice.quotas.first { within.contains($0.unit) }
        return unit == nil ? ClassProblem.noSeatsForYou : nil
    }

    func perform(on found: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        guard let callUp = try t.one(CallUp.self, found.code, for: t.reader) else {
            try t.refuse(ClassProblem.notCalledUp)
        }
        var problems: [ClassProblem] = []
        for person in people {
            if let problem = try name(person, found, callUp, t) { problems.append(problem) }
        }
        try t.refuse(problems)
        return found
    }

    private func name(
        _ code: String, _ found: TrainingClass, _ callUp: CallUp, _ t: ActTransaction
    ) throws -> ClassProblem? {
        guard let person = try t.person(code: code) else { return .unknown(code) }
        guard let post = try t.appointment(of: person.code, on: t.today) else {
            return .servesElsewhere(person.name, unit: "—")
        }
        let unit = try t.unit(code: post.unit)?.name ?? post.unit
        // The unit that has seats: their own, or one above it to which the seats were given, which then names them.
        let above = try t.unitsAbove(post.unit)
        guard let quota = callUp.notice.quotas.first(where: { above.contains($0.unit) }) else {
            return .noSeats(person.name, unit: unit)
        }
        guard try t.isWithinReach(quota.unit, of: t.reader) else { return .servesElsewhere(person.name, unit: unit) }
        let before = try t.all(
            Trainee.self, for: .everybody, where: "class = \(found.code) and person = \(person.code)"
        ).first
        if let before, !TraineeStage.off.contains(before.stage) { return .alreadyNamed(person.name) }
        if let other = try t.classAtTheSameTime(as: found, of: person.code) {
            return .alreadyElsewhere(person.name, name: other.title)
        }
        let taken = try t.seated(in: found, of: quota.unit)
        var trainee = Trainee(
            code: "", trainingClass: found.code, person: person.code, unit: quota.unit, named: t.today,
            stage: taken < quota.seats ? .nominated : .waiting, decided: nil, remark: "")
        if let before {
            trainee.code = before.code
            try t.update(trainee)
        } else {
            trainee.code = try t.nextCode(.trainee)
            try t.insert(trainee)
        }
        return nil
    }
}

extension Reading {
    /// Another class on whose roster a person stands in the same days.
    func classAtTheSameTime(as found: TrainingClass, of person: String) throws -> TrainingClass? {
        try all(
            TrainingClass.self, for: .everybody,
            where: """
                code <> \(found.code) and stage = \(ClassStage.approved)
                and registration_day <= \(found.scheme.closing) and closing_day >= \(found.scheme.registration)
                and code in (select class from trainees where person = \(person) and stage in (\(list: TraineeStage.seated)))
                """, order: "code", limit: 1
        ).first
    }

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
            let taken = try seated(in: found, of: quota.unit)
            guard taken < quota.seats else { continue }
            let next = try all(
                Trainee.self, for: .everybody,
                where: "class = \(found.code) and unit = \(quota.unit) and stage = \(TraineeStage.waiting)",
                order: "named_day, code", limit: quota.seats - taken)
            for var trainee in next {
                trainee.stage = .nominated
                trainee.remark = "候补递补"
                try update(trainee)
            }
        }
    }

    func moveUp(in found: TrainingClass) throws {
        guard let callUp = try one(CallUp.self, found.code, for: .everybody) else { return }
        try moveUp(in: found, callUp)
    }
}
