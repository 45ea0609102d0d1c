import Pages
import Records
import Storage
import Store
import Vocabulary

/// Calls the roll of one half-day (登记考勤), once it has begun.
struct CallRoll: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记考勤", "Roll called")
    var code: String
    var place: ClassHalf
    /// By person; whoever is not named was there.
    var marks: [String: RollMark.Mark]
    var clock = ClockTime.dayOver

    func perform(in t: ActTransaction) throws -> TrainingClass {
        let (found, roll) = try t.roll(of: code, place, marks, at: clock)
        if try t.one(RollCall.self, roll.code, for: .everybody) != nil { try t.refuse(ClassProblem.rollCalled(place)) }
        try t.insert(roll)
        try t.noteReturns(roll)
        return found
    }
}

/// Puts a roll right that was called, with the reason; what stood before is in its history (更正考勤).
struct CorrectRoll: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("更正考勤", "Roll put right")
    var code: String
    var place: ClassHalf
    var marks: [String: RollMark.Mark]
    var reason: String

    func perform(in t: ActTransaction) throws -> TrainingClass {
        if reason.allSatisfy(\.isWhitespace) { try t.refuse(ClassProblem.noReasonToCorrect) }
        var (found, roll) = try t.roll(of: code, place, marks, at: .dayOver)
        guard let before = try t.one(RollCall.self, roll.code, for: .everybody) else {
            try t.refuse(ClassProblem.rollNotCalled(place))
        }
        if Set(before.marks) == Set(roll.marks) { try t.refuse(ClassProblem.nothingChanged) }
        roll.reason = reason
        try t.update(roll)
        return found
    }
}

extension ActTransaction {
    /// A roll as it would be, of those who were in the class on that day.
    fileprivate func roll(
        of code: String, _ place: ClassHalf, _ marks: [String: RollMark.Mark], at clock: ClockTime
    ) throws -> (TrainingClass, RollCall) {
        guard let found = try one(TrainingClass.self, code, for: reader) else {
            try refuse(ClassProblem.unknown(code))
        }
        try requireKeeper(of: code, with: .teach)
        if let why = try found.notToCall(place, in: self, for: reader, on: today, at: clock) { try refuse(why) }
        let onRoll = try onRoll(of: code, place.day)
        let trainees = Dictionary(onRoll.map { ($0.person, $0.code) }) { first, _ in first }
        var problems: [ClassProblem] = []
        for person in marks.keys.sorted() where trainees[person] == nil {
            problems.append(.notTrainee(try self.person(code: person)?.name ?? person))
        }
        try refuse(problems)
        let roll = RollCall(
            code: RollCall.code(of: code, place), trainingClass: code, day: place.day, half: place.half,
            // In the order of the roster, so that the same roll is the same row.
            marks: onRoll.compactMap { trainee in
                marks[trainee.person].map { RollMark(trainee: trainee.code, mark: $0) }
            })
        return (found, roll)
    }
}

extension ActTransaction {
    /// Whoever is there after their leave is back, whether or not they have reported it.
    fileprivate func noteReturns(_ roll: RollCall) throws {
        let marks = Dictionary(roll.marks.map { ($0.trainee, $0.mark) }) { first, _ in first }
        let onRoll = Set(try onRoll(of: roll.trainingClass, roll.day).map(\.code))
        for (trainee, leaves) in try leaveGranted(in: roll.trainingClass) where onRoll.contains(trainee) {
            guard marks[trainee]?.isThere ?? true else { continue }
            for var leave in leaves where leave.returned == nil && leave.scheme.last < roll.place {
                leave.returned = roll.day
                try update(leave)
            }
        }
    }
}

extension Reading {
    /// Who is in a class on a day: those who arrived, and those who left it later.
    func onRoll(of trainingClass: String, _ day: Day) throws -> [Trainee] {
        try all(
            Trainee.self, for: .everybody,
            where: "class = \(trainingClass) and stage in (\(list: TraineeStage.students))", order: "code"
        ).filter { $0.isIn(on: day) }
    }
}

extension Trainee {
    /// Whoever left a class was in it until that day.
    func isIn(on day: Day) -> Bool { stage == .arrived || stage == .left && decided.map { $0 >= day } ?? true }
}

extension TrainingClass {
    /// Why the roll of a half-day is not called now: in its form's place, and by its act.
    func notToCall(
        _ place: ClassHalf, in reading: some Reading, for reader: Reader, on today: Day, at clock: ClockTime
    ) throws -> ClassProblem? {
        if let problem = try notKept(in: reading, for: reader) { return problem }
        let halves = try reading.one(Timetable.self, code, for: .everybody)?.halves ?? []
        if !halves.contains(where: { $0.place == place }) { return .rollHasNoSession(place.day) }
        if place.day > today { return .rollToCome(place.day) }
        let rules = try reading.siteRules(ClassRules.self)
        return place.hasBegun(on: today, at: clock, rules) ? nil : .rollTooEarly(rules.begins(place.half))
    }
}
