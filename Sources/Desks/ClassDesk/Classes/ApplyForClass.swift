import Pages
import Store
import Vocabulary

/// Applies for a class before it opens (申请办班).
struct ApplyForClass: Act {
    static let right = Right.report
    static let words = Words("申请办班", "Applied for")
    var scheme: ClassScheme

    func unit(in reading: some Reading) throws -> String? { scheme.organiser }

    func perform(in t: ActTransaction) throws -> TrainingClass {
        try t.refuse(scheme.problems + scheme.lineProblems(in: t))
        let made = TrainingClass(
            code: try t.nextCode(.trainingClass), scheme: scheme, filed: t.today, stage: .applied, decided: nil,
            remark: "")
        try t.insert(made)
        return made
    }
}

/// Applies again, with what was asked for.
struct ApplyForClassAgain: RecordAct {
    static let right = Right.report
    static let words = Words("修改办班申请", "Application changed")
    static let title = Words("修改办班申请", "Change the application")
    static let button = Words("修改申请", "Change")
    static let step = "change"
    var record: String
    var scheme: ClassScheme

    func unit(in reading: some Reading) throws -> String? { scheme.organiser }

    static func notNow(
        _ found: TrainingClass, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard try reading.isWithinReach(found.scheme.organiser, of: reader) else { return ClassProblem.notYours }
        return [.applied, .returned].contains(found.stage) ? nil : ClassProblem.notToChange(found.stage)
    }

    func perform(on before: TrainingClass, in t: ActTransaction) throws -> TrainingClass {
        // Nobody takes over a class of a unit that is not theirs.
        try t.requireReach(to: before.scheme.organiser, with: Self.right)
        try t.refuse(scheme.problems + scheme.lineProblems(besides: before.code, in: t))
        var made = before
        made.scheme = scheme
        if before.stage == .returned { made.filed = t.today }
        made.stage = .applied
        guard made != before else { try t.refuse(ClassProblem.nothingChanged) }
        try t.update(made)
        return made
    }
}

extension ClassScheme {
    /// What would be untrue; what a rule forbids is shown, not refused (docs/decisions/0102).
    var problems: [ClassProblem] {
        var problems: [ClassProblem] = []
        if opening < registration { problems.append(.opensBeforeArrival) }
        if closing < opening { problems.append(.endsBeforeItOpens) }
        if closing - opening >= 400 { problems.append(.tooLong) }
        if !line.isEmpty, standing == .added { problems.append(.addedWithLine) }
        for (row, part) in parts.enumerated() where part.from != .unset {
            let outside = [part.from, part.to].first { $0 < registration || $0 > closing }
            if let outside { problems.append(.partOutside(row: row, outside)) }
        }
        return problems
    }

    /// Days of teaching, from the opening to the last (天数).
    var days: Int { closing - opening + 1 }
}

extension TrainingClass {
    /// Why nothing can be done with it on its way: it is not approved, or closed.
    func notApprovedOrClosed(in reading: some Reading) throws -> ClassProblem? {
        if stage != .approved { return .notApproved(stage) }
        guard let closing = try reading.one(ClassClosing.self, code, for: .everybody), closing.stands else {
            return nil
        }
        return .isClosed(closing.closed)
    }

    /// The same for what its organiser does; others see the class, and keep their hands off.
    func notOpen(in reading: some Reading, for reader: Reader) throws -> ClassProblem? {
        guard try reading.isWithinReach(scheme.organiser, of: reader) else { return .notYours }
        return try notApprovedOrClosed(in: reading)
    }
}

extension ActTransaction {
    /// A class that is on its way: approved, and not closed.
    func openClass(_ code: String) throws -> TrainingClass {
        guard let found = try one(TrainingClass.self, code, for: reader) else {
            try refuse(ClassProblem.unknown(code))
        }
        if let problem = try found.notApprovedOrClosed(in: self) { try refuse(problem) }
        return found
    }
}

extension SQL {
    /// All but the one with a code; an empty code, which engines hold for no value at all, leaves nothing out.
    static func allBut(_ code: String) -> SQL { code.isEmpty ? .always : "code <> \(code)" }
}
