import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Leave from a class: asked for, decided one after the other, ended") struct LeaveTests {
    private static let registrar = Reader(account: "党校教务处", rights: [.see, .report, .teach])

    private func official(_ person: String) -> Reader { Reader(account: person, person: person, rights: [.own]) }

    private func running(_ engine: TestEngine) throws -> (ClassTown, TrainingClass) {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        return (town, made)
    }

    private func scheme(
        _ made: TrainingClass, _ from: HalfDay, _ to: HalfDay, after days: Int = 0, kind: LeaveKind = .personal
    ) -> LeaveScheme {
        LeaveScheme(
            kind: kind, from: made.scheme.opening, fromHalf: from, to: made.scheme.opening + days, toHalf: to,
            reason: "单位有急事", contact: "县住建局 6012345")
    }

    private func ask(
        _ town: ClassTown, _ made: TrainingClass, _ scheme: LeaveScheme, as person: String = "P1"
    ) throws -> ClassLeave {
        try town.database.perform(
            AskForLeave(trainingClass: made.code, scheme: scheme), by: official(person), on: made.scheme.registration)
    }

    private func decide(
        _ town: ClassTown, _ leave: ClassLeave, by reader: Reader, granted: Bool = true, _ remark: String = ""
    ) throws -> ClassLeave {
        try town.database.perform(
            DecideLeave(record: leave.code, isGranted: granted, remark: remark), by: reader, on: leave.scheme.from)
    }

    private func refused(_ body: () throws -> Void) -> [LeaveProblem] {
        do { try body() } catch let refused as Refused {
            return refused.problems.compactMap { $0 as? LeaveProblem }
        } catch {
            return []
        }
        return []
    }

    @Test("the longer the leave, the more decide on it, each after the one before", arguments: TestEngine.allCases)
    func bands(engine: TestEngine) throws {
        let (town, made) = try running(engine)
        // Half a day is the class teacher's.
        let short = try ask(town, made, scheme(made, .morning, .morning), as: "P2")
        #expect(short.halfDays == 1 && short.halfHours == 8)
        #expect(try decide(town, short, by: .teacher).stage == .granted)
        // Three half-days go to the teaching office and to the programme office.
        var long = try ask(town, made, scheme(made, .morning, .morning, after: 1))
        #expect(long.halfDays == 3)
        long = try decide(town, long, by: .teacher)
        #expect(long.stage == .filed && long.awaits == .school)
        #expect(refused { _ = try decide(town, long, by: .teacher) } == [.notYours(.school)])
        long = try decide(town, long, by: Self.registrar)
        #expect(long.awaits == .office)
        #expect(refused { _ = try decide(town, long, by: Self.registrar) } == [.notYours(.office)])
        #expect(refused { _ = try decide(town, long, by: .office, granted: false) } == [.noReason])
        long = try decide(town, long, by: .office, granted: false, "课程为必修")
        #expect(long.stage == .refused && long.decisions.map(\.isGranted) == [true, true, false])
        #expect(refused { _ = try decide(town, long, by: .office) } == [.decided(.refused)])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a site sets its own bands", arguments: TestEngine.allCases) func ownBands(engine: TestEngine) throws {
        let (town, made) = try running(engine)
        var rules = ClassRules()
        (rules.leaveByTeacher, rules.leaveBySchool) = (3, 4)
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: made.scheme.registration)
        let leave = try ask(town, made, scheme(made, .morning, .morning, after: 1))
        #expect(try decide(town, leave, by: .teacher).stage == .granted)
    }

    @Test("what would be untrue is refused: no sessions then, the same half-days twice, another's leave") func untrue()
        throws
    {
        let (town, made) = try running(.sqlite)
        #expect(refused { _ = try ask(town, made, scheme(made, .evening, .evening)) } == [.noSessions])
        #expect(refused { _ = try ask(town, made, scheme(made, .afternoon, .morning)) } == [.endsBeforeItBegins])
        let leave = try ask(town, made, scheme(made, .morning, .afternoon))
        #expect(
            refused { _ = try ask(town, made, scheme(made, .afternoon, .morning, after: 1)) } == [.twice(leave.code)])
        #expect(
            refused {
                try town.database.perform(
                    AskForLeave(trainingClass: made.code, scheme: scheme(made, .morning, .morning)), by: official("P1"),
                    on: made.scheme.opening + 1)
            } == [.isPast])
        #expect(
            refused {
                try town.database.perform(
                    WithdrawLeave(leave: leave.code), by: official("P2"), on: made.scheme.registration)
            } == [.nobodys])
        #expect(
            refused {
                try town.database.perform(
                    EnterLeave(trainingClass: made.code, person: "P3", scheme: scheme(made, .morning, .morning)),
                    by: .teacher, on: made.scheme.opening)
            } == [.notInClass("学员3")])
        try town.database.perform(WithdrawLeave(leave: leave.code), by: official("P1"), on: made.scheme.registration)
        // Taken back, the half-days are free to be asked for again.
        _ = try ask(town, made, scheme(made, .morning, .morning))
        // A unit's own clerk keeps no class.
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                EnterLeave(trainingClass: made.code, person: "P2", scheme: scheme(made, .morning, .morning)),
                by: .clerk, on: made.scheme.opening)
        }
    }

    @Test("granted leave is away until it ends, then the return is awaited", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let (town, made) = try running(engine)
        let rules = ClassRules()
        let first = made.scheme.opening
        var leave = try ask(town, made, scheme(made, .morning, .morning))
        let moments: [(Day, ClockTime)] = [
            (first - 1, ClockTime(hoursAndMinutes: 2000)), (first, ClockTime(hoursAndMinutes: 900)),
            (first, ClockTime(hoursAndMinutes: 1429)), (first, ClockTime(hoursAndMinutes: 1430)),
            (first + 1, ClockTime(hoursAndMinutes: 800)),
        ]
        func states() throws -> [LeaveState] {
            try moments.map { today, clock in
                let over = rules.halvesOver(at: clock)
                let state = leave.state(on: today, over: over)
                let found = try town.database.read { reading in
                    try LeaveState.allCases.filter {
                        try reading.count(
                            ClassLeave.self, for: .everybody, where: $0.condition(on: today, over: over)) == 1
                    }
                }
                #expect(found == [state], "\(today.iso) \(clock.text)")
                return state
            }
        }
        #expect(try states() == Array(repeating: .toTeacher, count: 5))
        leave = try decide(town, leave, by: .teacher)
        #expect(try states() == [.granted, .away, .away, .notBack, .notBack])
        let early = ReportOwnReturn(leave: leave.code)
        #expect(refused { try town.database.perform(early, by: official("P1"), on: first - 1) } == [.notBegun(first)])
        leave = try town.database.perform(early, by: official("P1"), on: first)
        #expect(try states() == Array(repeating: .returned, count: 5))
        #expect(
            refused { try town.database.perform(ReportReturn(record: leave.code), by: .teacher, on: first) }
                == [.hasReturned(first)])
    }

    @Test("whoever is on a later roll is back; nobody decides on their own; the class waits for a decision")
    func afterwards() throws {
        let (town, made) = try running(.sqlite)
        let first = made.scheme.opening
        let leave = try ask(town, made, scheme(made, .morning, .morning))
        let teacherAndTrainee = Reader(account: "双重", person: "P1", rights: [.see, .teach])
        #expect(refused { _ = try decide(town, leave, by: teacherAndTrainee) } == [.ownLeave])
        _ = try decide(town, leave, by: .teacher)
        let other = try ask(town, made, scheme(made, .morning, .morning), as: "P2")
        try town.call(made, ClassHalf(day: first, half: .morning), ["P1": .leave])
        func found() throws -> ClassLeave? {
            try town.database.read { try $0.one(ClassLeave.self, leave.code, for: .everybody) }
        }
        #expect(try found()?.returned == nil)
        try town.call(made, ClassHalf(day: first, half: .afternoon))
        #expect(try found()?.returned == first)
        let open = try town.database.read { try $0.progress(of: made, on: first).leaveOpen }
        #expect(open == 1)
        try town.database.perform(
            CancelClass(record: made.code, reason: "台风"), by: .office, on: first)
        #expect(
            try town.database.read { try $0.one(ClassLeave.self, other.code, for: .everybody) }?.stage == .withdrawn)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("what is over the class teacher enters: nobody asks in the afternoon for this morning") func past() throws {
        let (town, made) = try running(.sqlite)
        func ask(at time: Int) throws {
            try town.database.perform(
                AskForLeave(
                    trainingClass: made.code, scheme: scheme(made, .morning, .morning),
                    clock: ClockTime(hoursAndMinutes: time)), by: official("P1"), on: made.scheme.opening)
        }
        #expect(refused { try ask(at: 1430) } == [.isPast])
        try ask(at: 900)
    }
}
