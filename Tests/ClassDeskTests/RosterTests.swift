import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Rosters of classes: quotas, names, those who wait") struct RosterTests {
    private func stages(_ town: ClassTown, _ made: TrainingClass) throws -> [String] {
        try town.trainees(of: made).map { "\($0.person) \($0.stage.rawValue)" }
    }

    @Test("who comes after the quota waits, and moves up in order when a seat is free", arguments: TestEngine.allCases)
    func waiting(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", "P3", "P4", for: made)
        #expect(try stages(town, made) == ["P1 nominated", "P2 nominated", "P3 waiting", "P4 waiting"])
        let first = try town.trainee("P1", of: made)
        try town.database.perform(
            ReturnTrainee(trainee: first.code, reason: "已参加同类班"), by: .office, on: day("2026-09-21"))
        #expect(try stages(town, made) == ["P1 returned", "P2 nominated", "P3 nominated", "P4 waiting"])
        // The same person, named again, comes after those who wait.
        try town.name("P1", for: made)
        #expect(try town.trainee("P1", of: made).stage == .waiting)
        // After the day of arrival nobody moves up any more.
        let second = try town.trainee("P2", of: made)
        try town.database.perform(ReturnTrainee(trainee: second.code, reason: "冲突"), by: .office, on: day("2026-10-12"))
        #expect(try town.trainee("P4", of: made).stage == .waiting)
    }

    @Test("a class lies ahead of those who are named for it, until it is closed", arguments: TestEngine.allCases)
    func ahead(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", "P3", for: made)
        let second = try town.trainee("P2", of: made)
        try town.database.perform(ReturnTrainee(trainee: second.code, reason: "冲突"), by: .office, on: day("2026-09-21"))
        func ahead(_ person: String, _ from: Day, _ to: Day) throws -> [String] {
            try town.asking { try Trainee.ahead($0, [person], from: from, to: to).map(\.address) }
        }
        let (first, last) = (made.scheme.opening, made.scheme.closing)
        #expect(try ahead("P1", last, last + 100) == [made.address] && ahead("P1", first - 9, first) == [made.address])
        #expect(try ahead("P3", first, last) == [made.address], "whoever waits may move up")
        #expect(try ahead("P1", last + 1, last + 100) == [] && ahead("P2", first, last) == [])
    }

    @Test(
        "who was returned and is named again on a later day waits behind those who waited before",
        arguments: TestEngine.allCases)
    func again(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", "P3", "P4", for: made)
        func giveBack(_ person: String, on iso: String) throws {
            try town.database.perform(
                ReturnTrainee(trainee: try town.trainee(person, of: made).code, reason: "冲突"), by: .office, on: day(iso)
            )
        }
        try giveBack("P1", on: "2026-09-21")
        try town.database.perform(Nominate(record: made.code, people: ["P1"]), by: .clerk, on: day("2026-09-25"))
        try giveBack("P2", on: "2026-09-26")
        #expect(try stages(town, made) == ["P1 waiting", "P2 returned", "P3 nominated", "P4 nominated"])
    }

    @Test("from the day of arrival on a unit takes no accepted name back: who does not come is struck") func late()
        throws
    {
        let town = try ClassTown(.sqlite)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        let one = try town.trainee("P1", of: made)
        try town.database.perform(AcceptTrainee(trainee: one.code), by: .office, on: day("2026-10-09"))
        let back = WithdrawName(trainee: one.code, reason: "临时有事")
        #expect(
            refusal { try town.database.perform(back, by: .clerk, on: made.scheme.registration) }
                == [.lateToWithdraw(made.scheme.registration)])
        try town.database.perform(back, by: .clerk, on: made.scheme.registration - 1)
    }

    @Test("a larger quota takes in who waits; one below what is taken is refused", arguments: TestEngine.allCases)
    func quotas(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp { $0.heads = 9 }
        try town.name("P1", "P2", "P3", for: made)
        func issue(_ seats: Int) throws {
            try town.database.perform(
                IssueCallUp(
                    record: made.code,
                    notice: CallUpNotice(
                        number: "", deadline: day("2026-10-08"), contact: "李文", notes: "",
                        quotas: [ClassQuota(unit: "U2", seats: seats)])), by: .office, on: day("2026-09-22"))
        }
        #expect(refusal { try issue(1) } == [.quotaTaken(unit: "县住建局", named: 2)])
        #expect(
            refusal {
                try town.database.perform(
                    IssueCallUp(
                        record: made.code,
                        notice: CallUpNotice(
                            number: "", deadline: day("2026-10-08"), contact: "李文", notes: "",
                            quotas: [ClassQuota(unit: "U3", seats: 1)])), by: .office, on: day("2026-09-22"))
            } == [.quotaTaken(unit: "县住建局", named: 2)], "nor is a unit left out whose people are named")
        try issue(3)
        #expect(try town.trainee("P3", of: made).stage == .nominated)
        #expect(refusal { try issue(10) } == [.overHeads(seats: 10, heads: 9)])
    }

    @Test("a unit names its own people and those beneath it, while names are taken", arguments: TestEngine.allCases)
    func reach(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        #expect(refusal { try town.name("P5", for: made) } == [.servesElsewhere("学员5", unit: "柳湾镇")])
        #expect(refusal { try town.name("P7", for: made, by: .office) } == [.noSeats("学员7", unit: "河畔县")])
        try town.name("P6", for: made, by: .neighbour)
        let sixth = try town.trainee("P6", of: made)
        #expect(try town.database.read { try $0.postThen(of: sixth) } == "柳湾镇财政所科员")
        #expect(refusal { try town.name("P6", for: made, by: .neighbour) } == [.alreadyNamed("学员6")])
        #expect(
            refusal {
                try town.database.perform(
                    Nominate(record: made.code, people: ["P1"]), by: .clerk, on: day("2026-10-09"))
            } == [.lateToName(day("2026-10-08"))])
        // The office may still do so until they arrive.
        try town.database.perform(Nominate(record: made.code, people: ["P1"]), by: .office, on: day("2026-10-09"))
        // A county's own office does not decide who is in the city's class.
        let county = Reader(account: "柳湾镇党委", rights: [.see, .report, .plan, .teach], unit: "U3")
        #expect(throws: NotAllowed.self) {
            try town.database.perform(AcceptTrainee(trainee: sixth.code), by: county, on: day("2026-10-09"))
        }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                AcceptTrainee(trainee: try town.trainee("P1", of: made).code), by: .clerk, on: day("2026-10-09"))
        }
    }

    @Test("nobody is on two rosters in the same days", arguments: TestEngine.allCases)
    func twice(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let (one, other) = (try town.calledUp(), try town.calledUp { $0.title = "法治专题班" })
        try town.name("P1", for: one)
        #expect(refusal { try town.name("P1", for: other) } == [.alreadyElsewhere("学员1", name: "城市更新专题班")])
        try town.database.perform(
            ReturnTrainee(trainee: try town.trainee("P1", of: one).code, reason: "换班"), by: .office,
            on: day("2026-09-21"))
        try town.name("P1", for: other)
        #expect(try town.trainee("P1", of: other).stage == .nominated)
    }

    @Test(
        "no-shows are struck; a roll takes only those who arrived, on days of the timetable",
        arguments: TestEngine.allCases)
    func roll(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        for trainee in try town.trainees(of: made) {
            try town.database.perform(AcceptTrainee(trainee: trainee.code), by: .office, on: day("2026-09-22"))
        }
        let (one, two) = (try town.trainee("P1", of: made), try town.trainee("P2", of: made))
        #expect(
            refusal { try town.database.perform(NoteArrival(trainee: one.code), by: .teacher, on: day("2026-10-10")) }
                == [.tooEarlyToArrive(day("2026-10-11"))])
        try town.database.perform(NoteArrival(trainee: one.code), by: .teacher, on: day("2026-10-11"))
        try town.database.perform(NoteMissing(trainee: two.code, reason: "出差"), by: .teacher, on: day("2026-10-14"))
        try town.planned(made)
        let morning = ClassHalf(day: made.scheme.opening, half: .morning)
        #expect(refusal { try town.call(made, morning, ["P2": .absent]) } == [.notTrainee("学员2")])
        let evening = ClassHalf(day: made.scheme.opening, half: .evening)
        #expect(refusal { try town.call(made, evening) } == [.rollHasNoSession(made.scheme.opening)])
        try town.call(made, morning, ["P1": .absent])
        #expect(refusal { try town.call(made, morning) } == [.rollCalled(morning)])
        try town.correct(made, morning)
        #expect(try town.database.read { try $0.attendance(ofClass: made.code) }.present(one.code) == 8)
        // A timetable may grow while it runs, and what was called stays on it.
        var sheet = try #require(try town.database.read { try $0.one(Timetable.self, made.code, for: .office) }).sheet
        sheet.sessions.append(
            ClassSession(day: made.scheme.opening + 1, half: .afternoon, course: "参观", way: .field, halfHours: 6))
        try town.database.perform(
            KeepTimetable(record: made.code, sheet: sheet), by: .teacher, on: day("2026-10-12"))
        #expect(try town.database.read { try $0.one(Timetable.self, made.code, for: .office) }?.halfHours == 28)
        #expect(
            refusal {
                try town.database.perform(
                    KeepTimetable(
                        record: made.code,
                        sheet: TimetableSheet(sessions: [
                            ClassSession(day: made.scheme.opening, half: .evening, course: "自习", halfHours: 4)
                        ])), by: .teacher, on: day("2026-10-12"))
            } == [.rolled(made.scheme.opening)])
    }

    @Test("more than a seventh of the hours away is too long, exactly a seventh is not") func seventh() {
        let monday = day("2026-10-12")
        let halves = (0..<7).map { (place: ClassHalf(day: monday + $0, half: .morning), halfHours: 6) }
        func attendance(_ absent: Int, of hours: [(place: ClassHalf, halfHours: Int)]) -> Attendance {
            var rolls: [ClassHalf: RollCall] = [:]
            for (number, half) in hours.enumerated() {
                rolls[half.place] = RollCall(
                    code: "", trainingClass: "", day: half.place.day, half: .morning,
                    marks: number < absent ? [RollMark(trainee: "Y", mark: .absent)] : [])
            }
            return Attendance(halves: hours, rolls: rolls, rules: ClassRules())
        }
        #expect(!attendance(1, of: halves).isTooLong("Y"))
        #expect(attendance(2, of: halves).isTooLong("Y"))
        #expect(attendance(1, of: Array(halves.dropLast())).isTooLong("Y"))
        #expect(attendance(1, of: halves).isToWarn("Y") && !attendance(0, of: halves).isToWarn("Y"))
        #expect(attendance(1, of: halves).present("Y") == 36 && attendance(1, of: halves).away("Y") == 6)
    }

    @Test(
        "whoever keeps the roster of a unit's class reads all of it; who sends people reads their own",
        arguments: TestEngine.allCases)
    func keptWithinAUnit(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        try town.name("P5", for: made, by: .neighbour)
        let registrar = Reader(account: "住建局培训班", rights: [.see, .plan, .teach], unit: "U2")
        func seen(by reader: Reader) throws -> [String] {
            try town.database.read { try $0.all(Trainee.self, for: reader, order: "person").map(\.person) }
        }
        #expect(try seen(by: registrar) == ["P1", "P5"])
        #expect(try seen(by: .neighbour) == ["P5"])
        let foreign = try town.trainee("P5", of: made)
        try town.database.perform(AcceptTrainee(trainee: foreign.code), by: registrar, on: day("2026-09-21"))
        #expect(try town.trainee("P5", of: made).stage == .accepted)
        // A name is its unit's to take back, the roster its keeper's.
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                WithdrawName(trainee: foreign.code, reason: "代撤"), by: .clerk, on: day("2026-09-22"))
        }
        // Of another unit's class it is none of theirs.
        let keepers = Reader(account: "柳湾镇培训班", rights: [.see, .plan, .teach], unit: "U3")
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                NoteMissing(trainee: foreign.code, reason: "未到"), by: keepers, on: day("2026-10-12"))
        }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(Nominate(record: made.code, people: ["P2"]), by: keepers, on: day("2026-09-22"))
        }
    }
}
