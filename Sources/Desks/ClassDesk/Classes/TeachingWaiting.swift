import Pages
import Store
import Vocabulary

/// What a class waits for from those who teach it, by the day and the clock.
enum TeachingDue: String, Named {
    case names, arrivals, rolls

    var words: Words {
        switch self {
        case .names: Words("报名待审核", "Names to be decided")
        case .arrivals: Words("报到待登记", "Arrivals to be noted")
        case .rolls: Words("考勤待登记", "Rolls to be called")
        }
    }

    func condition(_ ask: Ask) throws -> SQL {
        let running: SQL = "stage = \(ClassStage.approved) and not \(TrainingClass.isClosed)"
        switch self {
        case .names:
            return """
                \(running) and exists (
                    select t.code from trainees t
                    where t.class = training_classes.code and t.stage = \(TraineeStage.nominated))
                """
        case .arrivals:
            return """
                \(running) and registration_day <= \(ask.today) and exists (
                    select t.code from trainees t
                    where t.class = training_classes.code and t.stage = \(TraineeStage.accepted))
                """
        case .rolls:
            let (rules, clock) = (try ask.classRules, try ask.clock)
            let begun = HalfDay.allCases.filter { clock >= rules.begins($0) }.map(\.rawValue)
            // A list of none would be neither in nor out.
            let today: SQL = begun.isEmpty ? .never : "s.day = \(ask.today) and s.half in (\(list: begun))"
            return """
                \(running) and opening_day <= \(ask.today) and exists (
                    select s.class from class_sessions s
                    where s.class = training_classes.code and (s.day < \(ask.today) or \(today))
                    and not exists (
                        select r.code from roll_calls r where r.class = s.class and r.day = s.day and r.half = s.half))
                """
        }
    }

    static let filter = ListFilter.choice("due", Words("待登记", "Waits for"), TeachingDue.self) { due, ask in
        try due.condition(ask)
    }
}

extension TrainingClass {
    /// What narrows a list of classes to `kept(by:in:)`.
    static func narrowedToKept(_ ask: Ask) -> String { ask.reader.unit == nil ? "" : "&kept=me" }

    /// For those who teach and decide nothing: who is to be noted as arrived, which roll is to be called.
    static func teachingWaiting(_ ask: Ask) throws -> [Waiting] {
        guard CallRoll.isAllowed(to: ask.reader), !ask.reader.may(.plan) else { return [] }
        let mine = try kept(by: ask.reader, in: ask.reading)
        let narrowed = narrowedToKept(ask)
        func some(_ due: TeachingDue, _ item: (TrainingClass) throws -> Waiting.Item) throws -> [Waiting] {
            try Waiting.some(
                due.words, TrainingClass.self, where: "\(try due.condition(ask)) and \(mine)", order: "opening_day",
                address: "/classes?due=\(due.rawValue)\(narrowed)", ask, item)
        }
        return try some(.arrivals) { found in
            let expected = try ask.reading.count(
                Trainee.self, for: .everybody, where: "class = \(found.code) and stage = \(TraineeStage.accepted)")
            return .init(
                found.title, found.address, remark: .say("待报到\(expected)人", "\(expected) to come"),
                act: Words("登记报到", "Note arrivals"), at: "/classes/trainees?class=\(found.code)&stage=accepted")
        }
            + some(.rolls) { found in
                let missing = try ask.progress(of: found).rollsMissing
                let last = missing.last
                return .init(
                    found.title, found.address,
                    remark: .group([
                        last.map { .words($0.words) } ?? .nothing,
                        .when(missing.count > 1, .say("，共\(missing.count)个半天", ", \(missing.count) half-days")),
                    ]), act: Words("登记考勤", "Call the roll"),
                    at: missing.count == 1
                        ? last.map(found.rollAddress) ?? found.address : "\(found.address)/attendance")
            }
    }
}
