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

    @Test("a list goes before what is ticked; of those who were there it tells that the others were not") func pasted()
    {
        var sheet = RollSheet(people: ["P1", "P2", "P3", "P4"], marks: ["P1": .late, "P4": .leave])
        (sheet.listed, sheet.pastedAs) = ([RollLine(person: "P2"), RollLine(person: "P3")], .official)
        #expect(sheet.all == ["P1": .late, "P2": .official, "P3": .official, "P4": .leave])
        sheet.marks["P2"] = .absent
        #expect(sheet.changedByList.isEmpty && sheet.all["P2"] == .official)
        sheet.marks["P2"] = .late
        #expect(sheet.changedByList.map(\.person) == ["P2"] && sheet.all["P2"] == .official)
        (sheet.listed, sheet.pastedAs) = ([RollLine(person: "P1")], .here)
        sheet.marks["P2"] = nil
        #expect(sheet.all == ["P2": .absent, "P3": .absent, "P4": .leave], "leave stays")
        // Exceptions alone tell nothing of the others.
        sheet.listed = [RollLine(person: "P2", said: .sick)]
        #expect(sheet.all == ["P1": .late, "P2": .sick, "P4": .leave])
    }

    @Test("a list is read as it comes from a sheet or a message") func lists() {
        let people = [("P1", "王伟"), ("P2", "李 娜"), ("P3", "王伟"), ("P4", "阿依古丽·买买提"), ("P5", "张三")].map {
            (code: $0.0, name: $0.1)
        }
        func read(_ text: String) -> PastedRoll { PastedRoll(text, of: people) }
        let column = read("姓名\r\n李娜\r\n张　三\n\n阿依古丽•买买提\n")
        #expect(column.problems.isEmpty && column.lines.map(\.person) == ["P2", "P5", "P4"])
        let sheet = read("序号\t人员编号\t姓名\t出勤情况\n1\tP1\t王伟\t√\n2\tP3\t王伟\t病假\n3\tP2\t李娜\t")
        #expect(sheet.problems.isEmpty)
        #expect(
            sheet.lines == [
                RollLine(person: "P1", said: .here), RollLine(person: "P3", said: .sick), RollLine(person: "P2"),
            ])
        let message = read("李娜、张三，阿依古丽买买提")
        #expect(message.lines.count == 3)
        #expect(read("张三 迟到").lines == [RollLine(person: "P5", said: .late)])
        #expect(read("李娜 张三").lines.map(\.person) == ["P2", "P5"])
        #expect(read("王伟").problems.first?.zh == "名单第1行：有同名学员，请写人员编号：P1、P3")
        #expect(read("赵六").problems.first?.zh == "名单第1行：“赵六”不在应到名单上")
        #expect(read("姓名\t考勤\n张三\t出差").problems.first?.zh == "名单第2行：没有“出差”这种出勤情况")
        #expect(read("张三\t√\n张三\t×").problems.count == 1)
        #expect(read("李娜\t张三\t\nP4").lines.map(\.person) == ["P2", "P5", "P4"], "a seating plan")
        #expect(read("人员编号\t姓名\nP5\t李娜").problems.first?.zh == "名单第2行：编号和姓名不是同一人")
        #expect(read(String(repeating: "张三\n", count: 2001)).problems.count == 1)
        #expect(read(String(repeating: "赵六\n", count: 50)).problems.count == 11)
    }
}
