import Pages
import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import ClassDesk

@Suite("Training classes: from the application to a class that is closed") struct ClassActTests {
    private func first(_ made: TrainingClass, _ half: HalfDay, after days: Int = 0) -> ClassHalf {
        ClassHalf(day: made.scheme.opening + days, half: half)
    }

    @Test("a class runs, is closed, and the records have who was there for how long", arguments: TestEngine.allCases)
    func life(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", "P2", for: made)
        try town.name("P5", for: made, by: .neighbour)
        try town.arrive(at: made)
        try town.planned(made)
        try town.call(made, first(made, .morning), ["P1": .late])
        // Two of eleven hours are less than a seventh of none: four of eleven are more.
        try town.call(made, first(made, .afternoon))
        try town.call(made, first(made, .morning, after: 1), ["P2": .leave])
        #expect(try town.database.read { try $0.recordBook() }.activities.isEmpty, "nothing counts before it is closed")
        try town.close(made)
        let book = try town.database.read { try $0.recordBook() }
        let activity = try #require(book.activities.first)
        #expect(activity.kind == .specialClass && activity.title == "城市更新专题班" && activity.hours == 11)
        #expect(activity.filed == ClassTown.applied && activity.approved == day("2026-09-03"))
        let taken = book.participations.sorted { $0.person < $1.person }
        #expect(taken.map(\.person) == ["P1", "P2", "P5"])
        #expect(taken.map(\.hours) == [11, 7, 11])
        #expect(taken.map(\.completed) == [true, false, true])
        #expect(try town.database.faults().isEmpty)
    }

    @Test("reopened, its activity counts no more; closed again, it counts once", arguments: TestEngine.allCases)
    func reopened(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        for place in [first(made, .morning), first(made, .afternoon), first(made, .morning, after: 1)] {
            try town.call(made, place)
        }
        try town.close(made)
        #expect(refusal { try town.call(made, first(made, .morning)) } == [.isClosed(ClassTown.closing)])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                ReopenClass(record: made.code, reason: "补签到表"), by: .teacher, on: ClassTown.closing)
        }
        try town.database.perform(
            ReopenClass(record: made.code, reason: "补签到表"), by: .office, on: ClassTown.closing + 1)
        var book = try town.database.read { try $0.recordBook() }
        #expect(book.activities.count == 1 && book.voidings.map(\.reason) == ["补签到表"])
        try town.correct(made, first(made, .morning), ["P1": .absent])
        try town.database.perform(
            CloseClass(record: made.code, outcome: ClassOutcome(summary: "已更正")), by: .teacher,
            on: ClassTown.closing + 2)
        book = try town.database.read { try $0.recordBook() }
        #expect(book.activities.count == 2)
        let voided = Set(book.voidings.map(\.record.code))
        let standing = try #require(book.activities.first { !voided.contains($0.code) })
        // Voided among the activities, the class can still be opened again.
        try town.database.perform(
            VoidRecord(RecordReference(.activity, standing.code), reason: "重复"), by: .office, on: ClassTown.closing + 3)
        try town.database.perform(
            ReopenClass(record: made.code, reason: "补登"), by: .office, on: ClassTown.closing + 3)
        #expect(try town.database.read { try $0.progress(of: made, on: ClassTown.closing + 3) }.isClosed == false)
        #expect(book.participations.filter { $0.activity == standing.code }.map(\.hours) == [7])
    }

    @Test("what it posted is put right with it, as long as it is closed", arguments: TestEngine.allCases)
    func keeper(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp()
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        for place in [first(made, .morning), first(made, .afternoon), first(made, .morning, after: 1)] {
            try town.call(made, place)
        }
        try town.close(made)
        let activity = try #require(try town.database.read { try $0.recordBook() }.activities.first).code
        #expect(try town.asking { try $0.keeper(ofActivity: activity) }?.value == "/classes/\(made.code)")
        #expect(try town.asking { try $0.keeper(ofActivity: "A2026-999999") } == nil)
        try town.database.perform(
            ReopenClass(record: made.code, reason: "补签到表"), by: .office, on: ClassTown.closing + 1)
        #expect(try town.asking { try $0.keeper(ofActivity: activity) } == nil)
    }

    @Test("what is open keeps it from being closed, each thing in words", arguments: TestEngine.allCases)
    func gate(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp { $0.kind = .main }
        try town.name("P1", "P2", for: made)
        try town.planned(made)
        func open() throws -> [String] {
            try town.database.read { try $0.progress(of: made, on: ClassTown.closing).open.map(\.zh) }
        }
        #expect(
            try open() == [
                "2人报名待审核", "没有人报到", "3个半天没有登记考勤", "缺材料：办班方案、签到表",
            ])
        try town.arrive(at: made)
        #expect(try open() == ["3个半天没有登记考勤", "2人的四个一没有完成", "缺材料：办班方案、签到表"])
        #expect(
            refusal {
                try town.database.perform(
                    CloseClass(record: made.code, outcome: ClassOutcome(summary: "完")), by: .teacher,
                    on: ClassTown.closing)
            }.count == 1)
        #expect(
            try town.database.read { try $0.progress(of: made, on: day("2026-10-13")).open.map(\.zh) }.last
                == "结业日期2026-10-16还没有到")
    }

    @Test(
        "the four are confirmed once each; who lacks one does not complete a main class", arguments: TestEngine.allCases
    )
    func proofs(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp { $0.kind = .main }
        try town.name("P1", "P2", for: made)
        try town.arrive(at: made)
        let (one, two) = (try town.trainee("P1", of: made), try town.trainee("P2", of: made))
        for kind in ProofKind.allCases + [.essay] {
            try town.database.perform(ConfirmProof(trainee: one.code, kind: kind), by: .teacher, on: day("2026-10-15"))
        }
        for kind in [ProofKind.test, .essay] {
            try town.database.perform(ConfirmProof(trainee: two.code, kind: kind), by: .teacher, on: day("2026-10-15"))
        }
        let progress = try town.database.read { try $0.progress(of: made, on: ClassTown.closing) }
        #expect(progress.openProofs(one).isEmpty && progress.completes(one))
        #expect(progress.openProofs(two) == [.selfReview, .classic] && !progress.completes(two))
    }

    @Test("what would be untrue is refused beside its field")
    func untrue() throws {
        let town = try ClassTown(.sqlite)
        func problems(_ change: @escaping (inout ClassScheme) -> Void) -> [ClassProblem] {
            refusal {
                try town.database.perform(ApplyForClass(scheme: .sample(change)), by: .clerk, on: ClassTown.applied)
            }
        }
        #expect(problems { $0.opening = day("2026-10-10") }.contains(.opensBeforeArrival))
        #expect(problems { $0.closing = day("2026-10-11") }.contains(.endsBeforeItOpens))
        #expect(problems { $0.parts[0].to = day("2026-10-20") } == [.partOutside(row: 0, day("2026-10-20"))])
        #expect(throws: NotAllowed.self) {
            try town.database.perform(ApplyForClass(scheme: .sample()), by: .neighbour, on: ClassTown.applied)
        }
    }

    @Test("an application goes back and comes again; approved, it is not changed", arguments: TestEngine.allCases)
    func returned(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.database.perform(ApplyForClass(scheme: .sample()), by: .clerk, on: ClassTown.applied)
        #expect(made.code == "B2026-000001")
        try town.database.perform(
            DecideClass(record: made.code, isApproved: false, remark: "补师资"), by: .office, on: day("2026-09-02"))
        let again = try town.database.perform(
            ApplyForClassAgain(record: made.code, scheme: .sample { $0.heads = 4 }), by: .clerk, on: day("2026-09-05"))
        #expect(again.stage == .applied && again.filed == day("2026-09-05") && again.scheme.heads == 4)
        try town.database.perform(
            DecideClass(record: made.code, isApproved: true, remark: ""), by: .office, on: day("2026-09-06"))
        #expect(
            refusal {
                try town.database.perform(
                    ApplyForClassAgain(record: made.code, scheme: .sample()), by: .clerk, on: day("2026-09-07"))
            } == [.notToChange(.approved)])
        #expect(
            refusal {
                try town.database.perform(
                    CancelClass(record: made.code, reason: "改期"), by: .clerk, on: day("2026-09-07"))
            } == [.forTheOffice])
        let off = try town.database.perform(
            CancelClass(record: made.code, reason: "改期"), by: .office, on: day("2026-09-07"))
        #expect(off.stage == .cancelled)
    }
}
