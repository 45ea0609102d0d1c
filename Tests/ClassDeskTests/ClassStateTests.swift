import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("Where a class stands: the word on its page and the list that the word opens") struct ClassStateTests {
    @Test("on every day each class is in exactly the list of its state", arguments: TestEngine.allCases)
    func agree(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let closed = try town.calledUp()
        try town.name("P1", for: closed)
        try town.arrive(at: closed)
        try town.planned(closed)
        for (day, half) in [(0, HalfDay.morning), (0, .afternoon), (1, .morning)] {
            try town.call(closed, ClassHalf(day: closed.scheme.opening + day, half: half))
        }
        try town.close(closed)
        func apply(_ title: String) throws -> TrainingClass {
            try town.database.perform(
                ApplyForClass(scheme: .sample { $0.title = title }), by: .clerk, on: ClassTown.applied)
        }
        _ = try apply("待审批")
        let returned = try apply("退回")
        try town.database.perform(
            DecideClass(record: returned.code, isApproved: false, remark: "改"), by: .office, on: ClassTown.applied)
        let cancelled = try apply("取消")
        try town.database.perform(CancelClass(record: cancelled.code, reason: "改期"), by: .clerk, on: ClassTown.applied)
        let approved = try apply("批准")
        try town.database.perform(
            DecideClass(record: approved.code, isApproved: true, remark: ""), by: .office, on: ClassTown.applied)
        _ = try town.calledUp { $0.title = "已通知" }
        var seen: Set<ClassState> = []
        for today in (0..<80).map({ ClassTown.applied + $0 }) {
            try town.database.read { reading in
                for found in try reading.all(TrainingClass.self, for: .everybody, order: "code") {
                    let state = try reading.progress(of: found, on: today).state
                    seen.insert(state)
                    let lists = try ClassState.allCases.filter { state in
                        try reading.count(
                            TrainingClass.self, for: .everybody,
                            where: "code = \(found.code) and \(state.condition(on: today, closeWithin: 10))") == 1
                    }
                    #expect(lists == [state], "\(found.code) \(today.iso)")
                }
            }
        }
        #expect(seen == Set(ClassState.allCases))
    }
}
