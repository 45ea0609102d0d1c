import Pages
import Storage
import Store
import Vocabulary

/// A day on which something was done.
struct DayDone: Sendable, Hashable {
    var day = Day.unset

    static func form(_ words: Words) -> Form<DayDone> { Form(.init(words, .day(\.day, "day", words))) }
}

/// The host says that somebody reported for work (报到).
struct StartSecondment: RecordAct {
    static let right = Right.report
    static let words = Words("登记报到", "Reported for work")
    static let title = Words("登记报到", "They reported for work")
    static let button = Words("登记报到", "Reported for work")
    static let step = "start"
    static let settles = true
    var record: String
    var day: Day

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        guard secondment.stage == .approved else { return SecondmentProblem.notApproved(secondment.stage) }
        return secondment.started.map { SecondmentProblem.hasStarted($0) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        if day > t.today { try t.refuse(SecondmentProblem.inTheFuture(field: "day", day)) }
        // A day that is a slip could not be put right, and its end would not be counted.
        let days = (secondment.from - 31)...max(secondment.to, secondment.from)
        if !days.contains(day) { try t.refuse(SecondmentProblem.startsOutside(days.lowerBound, days.upperBound)) }
        var secondment = secondment
        secondment.started = day
        try t.update(secondment)
        return secondment
    }
}

/// That the work plan is in: done, and when; the plan itself is a paper (工作计划).
struct NoteWorkPlan: RecordAct {
    static let right = Right.report
    static let words = Words("登记工作计划", "Work plan noted")
    static let title = Words("登记工作计划", "The work plan is in")
    static let button = Words("工作计划已交", "Work plan is in")
    static let step = "work-plan"
    static let settles = true
    var record: String
    var day: Day

    static func notNow(
        _ secondment: Secondment, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if let why = try secondment.notTheirs(.host, reading, reader) { return why }
        if let why = secondment.notAway { return why }
        return secondment.planDone.map { SecondmentProblem.planIsIn($0) }
    }

    func perform(on secondment: Secondment, in t: ActTransaction) throws -> Secondment {
        try t.refuse(secondment.problems(of: day, "day", on: t.today))
        var secondment = secondment
        secondment.planDone = day
        try t.update(secondment)
        return secondment
    }
}

extension Secondment {
    /// Why nothing is done about somebody who is there.
    var notAway: SecondmentProblem? {
        guard stage == .approved else { return .notApproved(stage) }
        if started == nil { return .notStarted }
        return ended.map { .hasEnded($0.day) }
    }

    /// Of a day that lies between the start and today.
    func problems(of day: Day, _ field: String, on today: Day) -> [SecondmentProblem] {
        if day > today { return [.inTheFuture(field: field, day)] }
        guard let started, day < started else { return [] }
        return [.beforeItBegan(field: field, started)]
    }
}
