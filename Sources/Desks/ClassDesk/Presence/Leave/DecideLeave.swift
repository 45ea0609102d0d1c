import Pages
import Storage
import Store
import Vocabulary

/// Grants leave or refuses it; what is longer goes on to the next who decides (审批请假).
struct DecideLeave: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("审批请假", "Leave decided")
    static let title = Words("审批请假", "Decide on the leave")
    static let button = Words("审批", "Decide")
    static let step = "decide"
    static let settles = true
    var record: String
    var isGranted: Bool
    var remark: String

    static func notNow(
        _ leave: ClassLeave, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard leave.stage == .filed, let awaits = leave.awaits else { return LeaveProblem.decided(leave.stage) }
        guard awaits.isFor(reader) else { return LeaveProblem.notYours(awaits) }
        if let person = reader.person, try reading.trainee(of: person, in: leave.trainingClass)?.code == leave.trainee {
            return LeaveProblem.ownLeave
        }
        guard let found = try reading.one(TrainingClass.self, leave.trainingClass, for: reader) else { return nil }
        return try found.notKept(in: reading, for: reader)
    }

    func perform(on leave: ClassLeave, in t: ActTransaction) throws -> ClassLeave {
        try t.requireKeeper(of: leave.trainingClass, with: Self.right)
        if !isGranted, remark.allSatisfy(\.isWhitespace) { try t.refuse(LeaveProblem.noReason) }
        guard let level = leave.awaits else { try t.refuse(LeaveProblem.decided(leave.stage)) }
        var leave = leave
        leave.decisions.append(
            LeaveDecision(level: level, by: t.reader.account, day: t.today, isGranted: isGranted, remark: remark))
        let needed = LeaveLevel.needed(for: leave.halfDays, try t.siteRules(ClassRules.self))
        let next = needed.drop { $0 != level }.dropFirst().first
        leave.awaits = isGranted ? next : nil
        if !isGranted { leave.stage = .refused } else if next == nil { leave.stage = .granted }
        try t.update(leave)
        return leave
    }
}

/// Reports that somebody is back (销假).
struct ReportReturn: RecordAct {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("销假", "Return reported")
    static let title = Words("销假", "Report the return")
    static let button = Words("销假", "Report the return")
    static let step = "return"
    static let settles = true
    var record: String

    static func notNow(
        _ leave: ClassLeave, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? { leave.notToEnd(on: today) }

    func perform(on leave: ClassLeave, in t: ActTransaction) throws -> ClassLeave {
        try t.requireKeeper(of: leave.trainingClass, with: Self.right)
        return try t.end(leave)
    }
}

/// The same by the one who was away.
struct ReportOwnReturn: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("本人销假", "Return reported by oneself")
    var leave: String

    func perform(in t: ActTransaction) throws -> ClassLeave { try t.end(try t.own(leave)) }
}

/// Takes back what one has asked for, as long as nobody has granted it (撤回请假).
struct WithdrawLeave: Act {
    static let right = Right.own
    static let rights: Set<Right> = [.own, .see]
    static let words = Words("撤回请假", "Leave withdrawn")
    var leave: String

    func perform(in t: ActTransaction) throws -> ClassLeave {
        var leave = try t.own(leave)
        guard leave.stage == .filed else { try t.refuse(LeaveProblem.decided(leave.stage)) }
        leave.stage = .withdrawn
        leave.awaits = nil
        try t.update(leave)
        return leave
    }
}

extension ClassLeave {
    func notToEnd(on today: Day) -> LeaveProblem? {
        guard stage == .granted else { return .notGranted }
        if let returned { return .hasReturned(returned) }
        return scheme.from > today ? .notBegun(scheme.from) : nil
    }
}

extension ActTransaction {
    fileprivate func end(_ leave: ClassLeave) throws -> ClassLeave {
        if let why = leave.notToEnd(on: today) { try refuse(why) }
        var leave = leave
        leave.returned = today
        try update(leave)
        return leave
    }

    /// Somebody's own leave, and nobody else's.
    fileprivate func own(_ code: String) throws -> ClassLeave {
        guard let leave = try one(ClassLeave.self, code, for: .everybody), let person = reader.person,
            try trainee(of: person, in: leave.trainingClass)?.code == leave.trainee
        else { try refuse(LeaveProblem.nobodys) }
        return leave
    }
}
