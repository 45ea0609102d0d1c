import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("What is missed: late joiners, a timetable that is not whole, leave to come") struct AbsenceTests {
    private func running(_ engine: TestEngine = .sqlite, late: String = "P2") throws -> (ClassTown, TrainingClass) {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        for trainee in try town.trainees(of: made) {
            try town.database.perform(AcceptTrainee(trainee: trainee.code), by: .office, on: day("2026-10-09"))
            if trainee.person == late { continue }
            try town.database.perform(NoteArrival(trainee: trainee.code), by: .teacher, on: made.scheme.registration)
        }
        try town.planned(made)
        return (town, made)
    }

    private func attendance(_ town: ClassTown, _ made: TrainingClass) throws -> Attendance {
        try town.database.read { try $0.attendance(ofClass: made.code) }
    }

    @Test("whoever arrives late has missed the half-days before, of the whole class", arguments: TestEngine.allCases)
    func lateJoiner(engine: TestEngine) throws {
        let (town, made) = try running(engine)
        let first = made.scheme.opening
        let morning = ClassHalf(day: first, half: .morning)
        try town.call(made, morning)
        let two = try town.trainee("P2", of: made)
        try town.database.perform(NoteArrival(trainee: two.code), by: .teacher, on: first)
        try town.call(made, ClassHalf(day: first, half: .afternoon))
        let found = try attendance(town, made)
        #expect(found.mark(two.code, morning) == .absent && found.away(two.code) == 8 && found.present(two.code) == 6)
        #expect(found.base == 22 && found.isTooLong(two.code))
        let one = try town.trainee("P1", of: made)
        #expect(found.present(one.code) == 14)
        // It can be put right, as every roll.
        try town.correct(made, morning, ["P2": .leave], because: "途中，已说明")
        #expect(try attendance(town, made).mark(two.code, morning) == .leave)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("who was on the roll and struck by mistake has missed nothing; who signed in was there") func struck() throws
    {
        let (town, made) = try running(late: "")
        let first = made.scheme.opening
        try town.call(made, ClassHalf(day: first, half: .morning))
        let one = try town.trainee("P1", of: made)
        try town.database.perform(NoteMissing(trainee: one.code, reason: "误"), by: .teacher, on: first)
        try town.database.perform(NoteArrival(trainee: one.code), by: .teacher, on: first)
        #expect(try attendance(town, made).away(one.code) == 0)
        let (other, again) = try running()
        let place = ClassHalf(day: again.scheme.opening, half: .morning)
        let hall = try other.database.perform(
            OpenHall(trainingClass: again.code, place: place), by: .teacher, on: place.day)
        let two = try other.trainee("P2", of: again)
        let clock = ClockTime(hoursAndMinutes: 840)
        let moment = Double(place.day.number) * 86_400 - 8 * 3600 + Double(clock.seconds)
        let scan = HallScan(pass: HallPass(hall, at: moment), opened: moment, now: moment, day: place.day, clock: clock)
        try other.database.perform(
            SignInAtHall(scan: scan), by: Reader(account: "P2", person: "P2", rights: [.own]), on: place.day)
        try other.call(again, place)
        try other.database.perform(NoteArrival(trainee: two.code), by: .teacher, on: place.day)
        #expect(try attendance(other, again).mark(two.code, place) == .late)
    }

    @Test("as long as the timetable is not whole, absence is measured by the syllabus") func base() {
        let monday = day("2026-10-12")
        let halves = [(place: ClassHalf(day: monday, half: .morning), halfHours: 8)]
        let rolls = [
            halves[0].place: RollCall(
                code: "", trainingClass: "", day: monday, half: .morning,
                marks: [RollMark(trainee: "Y", mark: .sick)])
        ]
        let week = Attendance(halves: halves, rolls: rolls, planned: 70 * 2)
        #expect(week.base == 140 && week.warning("Y") == nil && week.hoursLeft("Y") == "6")
        #expect(Attendance(halves: halves, rolls: rolls, planned: 4).warning("Y") == .over)
    }

    @Test("leave that was granted and is to come counts where more is asked for; nothing counts twice") func ahead() {
        let monday = day("2026-10-12")
        let halves = (0..<4).map { (place: ClassHalf(day: monday + $0, half: .morning), halfHours: 8) }
        let rolls = [
            halves[0].place: RollCall(
                code: "", trainingClass: "", day: monday, half: .morning,
                marks: [RollMark(trainee: "Y", mark: .absent)])
        ]
        func scheme(_ kind: LeaveKind, _ from: Int, _ to: Int) -> LeaveScheme {
            LeaveScheme(kind: kind, from: monday + from, to: monday + to)
        }
        func leave(_ scheme: LeaveScheme) -> ClassLeave {
            ClassLeave(
                code: "", trainingClass: "", organiser: "", trainee: "Y", scheme: scheme, halfDays: 1, halfHours: 8,
                filed: monday, stage: .granted)
        }
        var attendance = Attendance(halves: halves, rolls: rolls)
        #expect(attendance.ahead("Y", scheme(.sick, 0, 1)) == 8, "the first is missed already")
        #expect(attendance.ahead("Y", [leave(scheme(.personal, 0, 2))]) == 16)
        #expect(attendance.absentOnLeave("Y", [leave(scheme(.personal, 0, 2))]) == [halves[0].place])
        attendance.rules.officialLeave = .doesNotCount
        #expect(attendance.ahead("Y", scheme(.official, 0, 3)) == 0)
        #expect(attendance.ahead("Y", [leave(scheme(.official, 0, 3))]) == 0)
    }
}
