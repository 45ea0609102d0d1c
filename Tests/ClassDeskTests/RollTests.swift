import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Rolls: called when the bell has rung, put right with a reason, summed up") struct RollTests {
    private func running(_ engine: TestEngine) throws -> (ClassTown, TrainingClass, ClassHalf) {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        return (town, made, ClassHalf(day: made.scheme.opening, half: .afternoon))
    }

    @Test("a roll is not called before the bell, and the class not closed before its last session ends")
    func bells() throws {
        let (town, made, afternoon) = try running(.sqlite)
        let bell = ClockTime(hoursAndMinutes: 1430)
        #expect(
            refusal { try town.call(made, afternoon, at: ClockTime(hoursAndMinutes: 1429)) } == [.rollTooEarly(bell)])
        #expect(
            refusal {
                try town.database.perform(
                    CallRoll(code: made.code, place: afternoon, marks: [:]), by: .teacher,
                    on: afternoon.day - 1)
            } == [.rollToCome(afternoon.day)])
        try town.call(made, afternoon, at: bell)
        // Four hours of 45 minutes from half past eight on.
        let last = made.scheme.opening + 1
        func taught(_ clock: ClockTime) throws -> String? {
            try town.database.read { try $0.progress(of: made, on: last, at: clock).stillTaught?.zh }
        }
        #expect(try taught(ClockTime(hoursAndMinutes: 1129)) == "最后一节课2026-10-13 11:30结束")
        #expect(try taught(ClockTime(hoursAndMinutes: 1130)) == nil)
    }

    @Test("a roll is put right with a reason, and its history has what stood before", arguments: TestEngine.allCases)
    func correction(engine: TestEngine) throws {
        let (town, made, afternoon) = try running(engine)
        #expect(refusal { try town.correct(made, afternoon, ["P1": .sick]) } == [.rollNotCalled(afternoon)])
        try town.call(made, afternoon, ["P1": .absent])
        #expect(
            refusal { try town.correct(made, afternoon, ["P1": .sick], because: " ") } == [.noReasonToCorrect])
        #expect(refusal { try town.correct(made, afternoon, ["P1": .absent]) } == [.nothingChanged])
        try town.correct(made, afternoon, ["P1": .sick], because: "补交假条")
        let changes = try town.database.read {
            try $0.changes(of: RollCall.self, RollCall.code(of: made.code, afternoon))
        }
        #expect(changes.compactMap(\.after).map { $0.marks.map(\.mark) } == [[.absent], [.sick]])
        #expect(changes.last?.before?.marks.map(\.mark) == [.absent])
        #expect(changes.last?.after?.reason == "补交假条")
        #expect(try town.database.faults().isEmpty)
    }

    @Test("late and gone early is there; whether public duty is missed is the site's rule") func counted() {
        let monday = day("2026-10-12")
        let kinds: [RollMark.Mark] = [.late, .early, .leave, .sick, .official, .absent]
        let halves = kinds.indices.map { (place: ClassHalf(day: monday + $0, half: .morning), halfHours: 8) }
        let rolls = Dictionary(
            uniqueKeysWithValues: zip(halves, kinds).map { half, mark in
                (
                    half.place,
                    RollCall(
                        code: "", trainingClass: "", day: half.place.day, half: .morning,
                        marks: [RollMark(trainee: "Y", mark: mark)])
                )
            })
        var rules = ClassRules()
        #expect(Attendance(halves: halves, rolls: rolls, rules: rules).away("Y") == 32)
        rules.officialLeave = .doesNotCount
        let attendance = Attendance(halves: halves, rolls: rolls, rules: rules)
        #expect(attendance.away("Y") == 24 && attendance.present("Y") == 16)
        #expect(attendance.present("other") == 48)
        // Whoever left on the second day has the hours until then.
        let left = Attendance(halves: halves, rolls: rolls, rules: rules, left: ["other": monday + 1])
        #expect(left.present("other") == 16)
    }

    @Test("from half and from eight tenths of what may be missed on it is pointed out") func warnings() {
        let monday = day("2026-10-12")
        // 70 hours, of which 10 may be missed.
        let halves = (0..<70).map { (place: ClassHalf(day: monday + $0, half: .morning), halfHours: 2) }
        func warning(_ absent: Int) -> AbsenceWarning? {
            var rolls: [ClassHalf: RollCall] = [:]
            for (number, half) in halves.enumerated() {
                rolls[half.place] = RollCall(
                    code: "", trainingClass: "", day: half.place.day, half: .morning,
                    marks: number < absent ? [RollMark(trainee: "Y", mark: .absent)] : [])
            }
            return Attendance(halves: halves, rolls: rolls).warning("Y")
        }
        #expect([4, 5, 7, 8, 10, 11].map(warning) == [nil, .half, .half, .near, .near, .over])
    }

    @Test("names that are pasted go with what is ticked, unless both say something else") func pasted() {
        var sheet = RollSheet(people: ["P1", "P2", "P3"], marks: ["P1": .late])
        (sheet.pasted, sheet.pastedAs) = (["P2", "P3"], .official)
        #expect(sheet.all == ["P1": .late, "P2": .official, "P3": .official])
        #expect(sheet.problems { $0 }.isEmpty)
        sheet.marks["P2"] = .absent
        #expect(sheet.problems { $0 }.isEmpty && sheet.all["P2"] == .official)
        sheet.marks["P2"] = .late
        #expect(sheet.problems { $0 } == [.markedTwice("P2")])
    }
}
