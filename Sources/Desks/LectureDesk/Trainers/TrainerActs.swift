import Pages
import Records
import Storage
import Store
import Vocabulary

/// A unit recommends somebody of its own (推荐内训师).
struct RecommendTrainer: Act {
    static let right = Right.report
    static let words = Words("推荐内训师", "Trainer recommended")
    var entry: TrainerEntry

    func unit(in reading: some Reading) throws -> String? { entry.unit }

    func perform(in t: ActTransaction) throws -> InHouseTrainer {
        try t.refuse(try entry.problems(besides: "", in: t, on: t.today))
        let trainer = InHouseTrainer(
            code: try t.nextCode(.inHouseTrainer), entry: entry, stage: .recommended, recommended: t.today,
            appointed: nil, until: nil, ended: nil, remark: "")
        try t.insert(trainer)
        return trainer
    }
}

/// Changes a recommendation that was not decided on, or came back, and sends it again.
struct ChangeTrainer: RecordAct {
    static let right = Right.report
    static let words = Words("修改推荐", "Recommendation changed")
    static let title = Words("修改推荐", "Change the recommendation")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var entry: TrainerEntry

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofTrainer: record) }

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try trainer.notTheirs(reading, reader) { return why }
        return trainer.stage == .recommended || trainer.stage == .returned
            ? nil : LectureProblem.notInTrainerStage(trainer.stage)
    }

    func perform(on before: InHouseTrainer, in t: ActTransaction) throws -> InHouseTrainer {
        try t.requireReach(to: entry.unit, with: Self.right)
        try t.refuse(try entry.problems(besides: before.code, in: t, on: t.today))
        var trainer = before
        (trainer.entry, trainer.stage, trainer.remark) = (entry, .recommended, "")
        guard trainer != before else { try t.refuse(LectureProblem.nothingChanged) }
        try t.update(trainer)
        return trainer
    }
}

/// Changes what an appointed trainer gives talks on (更新专题).
struct ChangeTopics: RecordAct {
    static let right = Right.report
    static let words = Words("更新可讲专题", "Topics changed")
    static let title = Words("更新可讲专题", "Change the topics")
    static let button = Words("更新专题", "Topics")
    static let step = "topics"
    var record: String
    var topics: [GivenTopic]

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofTrainer: record) }

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try trainer.notTheirs(reading, reader) { return why }
        return trainer.stage == .appointed ? nil : LectureProblem.notInTrainerStage(trainer.stage)
    }

    func perform(on before: InHouseTrainer, in t: ActTransaction) throws -> InHouseTrainer {
        var trainer = before
        trainer.entry.topics = topics
        try t.refuse(trainer.entry.topicProblems)
        guard trainer != before else { try t.refuse(LectureProblem.nothingChanged) }
        try t.update(trainer)
        return trainer
    }
}

/// The office appoints somebody for a term, or returns the recommendation (聘任).
struct AppointTrainer: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("聘任内训师", "Trainer decided on")
    static let title = Words("聘任内训师", "Appoint the trainer")
    static let button = Words("聘任", "Appoint")
    static let step = "appoint"
    static let settles = true
    var record: String
    var term: TrainerTerm

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        trainer.stage == .recommended ? nil : LectureProblem.notInTrainerStage(trainer.stage)
    }

    func perform(on trainer: InHouseTrainer, in t: ActTransaction) throws -> InHouseTrainer {
        try t.refuse(term.problems(on: t.today))
        var trainer = trainer
        trainer.remark = term.remark
        if term.answer == .appoint {
            (trainer.stage, trainer.appointed, trainer.until) = (.appointed, t.today, term.until)
        } else {
            trainer.stage = .returned
        }
        try t.update(trainer)
        return trainer
    }
}

/// Appoints somebody for a further term (续聘); what they gave before stays theirs.
struct RenewTrainer: RecordAct {
    static let right = Right.plan
    static let isTownWide = true
    static let words = Words("续聘内训师", "Term renewed")
    static let title = Words("续聘内训师", "Renew the term")
    static let button = Words("续聘", "Renew")
    static let step = "renew"
    var record: String
    var until: Day

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        trainer.stage == .appointed ? nil : LectureProblem.notInTrainerStage(trainer.stage)
    }

    func perform(on trainer: InHouseTrainer, in t: ActTransaction) throws -> InHouseTrainer {
        if until <= max(t.today, trainer.until ?? t.today) { try t.refuse(LectureProblem.termNotLonger) }
        var trainer = trainer
        (trainer.until, trainer.remark) = (until, "")
        try t.update(trainer)
        return trainer
    }
}

/// Ends an appointment, or takes a recommendation back (解聘、撤回推荐): the talks that were given stay.
struct EndTrainer: RecordAct {
    static let right = Right.report
    static let rights: Set<Right> = [.report, .plan]
    static let words = Words("解聘内训师", "Appointment ended")
    static let title = Words("解聘（撤回推荐）", "End the appointment, or take the recommendation back")
    static let button = Words("解聘", "End")
    static let step = "end"
    var record: String
    var reason: String

    func unit(in reading: some Reading) throws -> String? { try reading.unit(ofTrainer: record) }

    static func notNow(
        _ trainer: InHouseTrainer, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try trainer.notTheirs(reading, reader) { return why }
        return trainer.stage == .ended ? LectureProblem.notInTrainerStage(.ended) : nil
    }

    func perform(on trainer: InHouseTrainer, in t: ActTransaction) throws -> InHouseTrainer {
        var trainer = trainer
        (trainer.stage, trainer.ended, trainer.remark) = (.ended, t.today, reason)
        try t.update(trainer)
        return trainer
    }
}

extension InHouseTrainer {
    func notTheirs(_ reading: some Reading, _ reader: Reader) throws -> LectureProblem? {
        try reading.isWithinReach(entry.unit, of: reader) ? nil : .notYours
    }
}

extension Reading {
    fileprivate func unit(ofTrainer code: String) throws -> String? {
        try one(InHouseTrainer.self, code, for: .everybody)?.entry.unit
    }
}

extension TrainerEntry {
    /// What would be untrue: somebody of another unit, recommended or appointed already, a topic that stands twice.
    func problems(besides code: String, in reading: some Reading, on today: Day) throws -> [LectureProblem] {
        var problems: [LectureProblem] = []
        if !person.isEmpty, try reading.unit(of: person, among: [unit], on: today) == nil {
            problems.append(.trainerNotOfUnit)
        }
        let codes = try reading.codes(of: person)
        let besides: SQL = code.isEmpty ? .always : "code <> \(code)"
        let others = try reading.all(
            InHouseTrainer.self, for: .everybody,
            where: """
                person in (\(list: codes)) and \(besides)
                and (stage = \(TrainerStage.recommended) or stage = \(TrainerStage.returned)
                or \(InHouseTrainer.serving(on: today)))
                """, limit: 1)
        if let other = others.first { problems.append(.trainerAlready(other.code)) }
        return problems + topicProblems
    }

    var topicProblems: [LectureProblem] {
        var seen: Set<String> = []
        return topics.enumerated().filter { !seen.insert($1.title).inserted }.map { .topicTwice(row: $0.offset) }
    }
}

extension TrainerTerm {
    func problems(on today: Day) -> [LectureProblem] {
        switch answer {
        case .appoint: until.map { $0 <= today } ?? true ? [.noTerm] : []
        default: remark.allSatisfy(\.isWhitespace) ? [.noReason] : []
        }
    }
}
